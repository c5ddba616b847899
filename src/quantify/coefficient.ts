/** A text and a place in it → the digits there that a magnitude word may follow: 三, 三四, 二〇五, 8.2. */
import { readLiteral } from './literal.js';
import { hanDigitAt, isDigit } from './numeral-characters.js';

/** A digit, two digits that make a range, a run of digits, or a literal. */
export interface Coefficient {
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly place: number;
  readonly script: 'arabic' | 'han';
  readonly positional: boolean;
  readonly decimals: boolean;
  readonly leadingZero: boolean;
  readonly separator: 'none' | 'comma' | 'blank';
}

export const hanDigits = (end: number, low: number, high: number, positional = false, leadingZero = false): Coefficient => ({
  end, low, high, place: 1, script: 'han', positional, decimals: false, leadingZero, separator: 'none',
}); // prettier-ignore

/** More digits than this are a code; their value does not matter. */
const LONGEST = 20;

/** 三四, 七八, 一两, 三五: two digits of which one is meant. */
const givesRange = (first: number, second: number): boolean =>
  first > 0 && (second === first + 1 || (first === 3 && second === 5));

function readHanDigits(text: string, at: number): Coefficient | null {
  const first = hanDigitAt(text, at);
  if (first < 0) return null;
  const second = hanDigitAt(text, at + 1);
  if (second < 0) return hanDigits(at + 1, first, first);
  const more = hanDigitAt(text, at + 2) >= 0;
  if (!more && givesRange(first, second)) return hanDigits(at + 2, first, second);
  if (text[at] === '两' || text[at + 1] === '两') return hanDigits(at + 1, first, first);
  let end = at;
  let digits = '';
  for (let digit = first; digit >= 0 && text[end] !== '两'; digit = hanDigitAt(text, end)) {
    if (digits.length <= LONGEST) digits += String(digit);
    end++;
  }
  const value = digits.length > LONGEST ? Infinity : Number(digits);
  return hanDigits(end, value, value, true, first === 0);
}

/** The digits at `at`, Chinese or Arabic, or null. */
export function readCoefficient(text: string, at: number): Coefficient | null {
  if (!isDigit(text[at]) && text[at] !== '.') return readHanDigits(text, at);
  const literal = readLiteral(text, at);
  if (!literal) return null;
  const { end, value, place, digits, separator } = literal;
  const decimals = digits.includes('.');
  const leadingZero = digits.length > 1 && digits.startsWith('0') && !decimals;
  return {
    end,
    low: value,
    high: value,
    place,
    script: 'arabic',
    positional: false,
    decimals,
    leadingZero,
    separator,
  };
}
