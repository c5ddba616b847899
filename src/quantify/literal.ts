/** A text and the place of a digit → the number written in Arabic digits there, separators read over. */
import { isDigit } from './numeral-characters.js';

export interface Literal {
  readonly end: number;
  readonly value: number;
  /** Place value of the last significant digit: 4200 → 100, 5.10 → 0.01. */
  readonly place: number;
  /** The digits and the point, separators left out. */
  readonly digits: string;
  readonly separator: 'none' | 'comma' | 'blank';
}

// takes 59169 · 8.2; leaves the point of 3.
const PLAIN = /\d+(?:\.\d+)?/y;
// takes 59,169 · 1，234，567.5; leaves 30,5 and 1,2345
const COMMAS = /\d{1,3}(?:[,，]\d{3})+(?![,，]?\d)(?:\.\d+)?/y;
// takes 1 000 · 26 840 · 2, 318; leaves 1 0000 and 12 345 6
const BLANKS = /\d{1,3}(?: \d{3})+(?! ?\d)(?:\.\d+)?/y;
// takes 1 1 0 · 4 . 6 · 1 4 6 . 8; leaves 1 10 and 3. 5
const SINGLES = /\d(?: \d){1,11}(?: ?\. ?\d(?: \d){0,3})?(?! ?[\d.])/y;
// takes 146 . 8 · 146 .8; leaves 3. 8, which begins a list item
const SPACED_POINT = /\d+ \. ?\d+(?! ?[\d.])/y;
// takes 1 1 in 5、1 1人; leaves 12 345
const OTHER_SINGLES = /(?<!\d)\d (?:\. ?)?\d(?!\d)/;

// takes , and ， and blanks; leaves the point
const SEPARATORS = /[,， ]/g;

/** How far around a spaced-out number others like it are looked for. */
const NEIGHBOURHOOD = 120;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** What is read goes on in a word (余名, 万, 个, %), so that it is one number and no row of them. */
const isCounted = (text: string, end: number): boolean => {
  const next = text[end] === ' ' ? text[end + 1] : text[end];
  return next !== undefined && (next === '%' || (next >= '一' && next <= '龥'));
};

/** Digits that OCR set apart, 1 1 0余名: three at least, or two where it did so nearby too. */
function readSpacedOut(text: string, at: number): string | null {
  const spacedPoint = match(SPACED_POINT, text, at);
  if (spacedPoint !== null) return spacedPoint;
  const singles = match(SINGLES, text, at);
  if (singles === null || !isCounted(text, at + singles.length)) return null;
  if (singles.length > 3) return singles;
  const around =
    text.slice(Math.max(0, at - NEIGHBOURHOOD), at) +
    '\0' +
    text.slice(at + singles.length, at + NEIGHBOURHOOD);
  return OTHER_SINGLES.test(around) ? singles : null;
}

function readWritten(text: string, at: number): string {
  const plain = match(PLAIN, text, at)!;
  const next = text[at + plain.length];
  if (next === ',' || next === '，') return match(COMMAS, text, at) ?? plain;
  const inRow = text[at - 1] === ' ' && isDigit(text[at - 2]);
  if (next !== ' ' || inRow) return plain;
  return match(BLANKS, text, at) ?? readSpacedOut(text, at) ?? plain;
}

/** Place value of the last significant digit of digits without separators. */
function placeOf(digits: string): number {
  const point = digits.indexOf('.');
  if (point >= 0) return Number(`1e-${digits.length - point - 1}`);
  let last = digits.length;
  while (last > 0 && digits[last - 1] === '0') last--;
  return last === 0 ? 1 : 10 ** (digits.length - last);
}

/** Reads the literal at `at`, where a digit stands; a bare `.5` counts too. Null where none stands. */
export function readLiteral(text: string, at: number): Literal | null {
  if (text[at] === '.' && isDigit(text[at + 1])) {
    const fraction = match(PLAIN, text, at + 1)!;
    const digits = `0.${fraction}`;
    if (fraction.includes('.')) return null;
    return {
      end: at + 1 + fraction.length,
      value: Number(digits),
      place: placeOf(digits),
      digits,
      separator: 'none',
    };
  }
  if (!isDigit(text[at])) return null;
  const written = readWritten(text, at);
  const digits = written.replace(SEPARATORS, '');
  const separator = digits === written ? 'none' : written.includes(' ') ? 'blank' : 'comma';
  return { end: at + written.length, value: Number(digits), place: placeOf(digits), digits, separator };
}
