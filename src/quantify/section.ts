/** A text and a place in it → the part of a number below 万 that is written there: 3千5百, 一百零五, 1200. */
import { hanDigits, readCoefficient, type Coefficient } from './coefficient.js';
import { smallMagnitudeAt, tensAt } from './numeral-characters.js';

/** Where two digits give a range (三四十), `high` is the upper end; else it equals `low`. */
export interface Section {
  readonly end: number;
  readonly low: number;
  readonly high: number;
  /** Place value of the last significant digit. */
  readonly place: number;
  /** 十 百 千 that ends it; 1 where it ends with a digit. */
  readonly lastMagnitude: number;
  /** It begins with 零 that only holds a place: 五亿零六. */
  readonly afterZero: boolean;
  /** One digit and nothing else, which behind 万 counts thousands: 三万五. */
  readonly loneDigit: boolean;
  /** Magnitude words without digits: 百. 十 is a number by itself and not bare. */
  readonly bare: boolean;
  readonly decimals: boolean;
  readonly arabic: boolean;
  readonly han: boolean;
  /** Digit after digit without magnitude words: 二〇〇二. */
  readonly positional: boolean;
  readonly separator: 'none' | 'comma' | 'blank';
}

const skipBlanks = (text: string, at: number): number => {
  let end = at;
  while (text[end] === ' ' && end - at < 3) end++;
  return end;
};

const isZero = (char: string | undefined): boolean => char === '零' || char === '〇';

/** A section under way. */
interface Growing {
  end: number;
  low: number;
  high: number;
  place: number;
  /** The magnitude word that was read last; the next one has to be smaller. */
  ceiling: number;
  lastMagnitude: number;
  /** How many elements were read. */
  elements: number;
  /** 零 stands behind the last of them, so that a digit counts ones: 两千零五. */
  zero: boolean;
  bare: boolean;
  arabic: boolean;
  han: boolean;
  separator: 'none' | 'comma' | 'blank';
}

/** 3千, 五十, 廿 or 百: digits, or none, with their magnitude word; `size` is 1 for digits that end it. */
interface Element {
  readonly coefficient: Coefficient | null;
  readonly size: number;
  readonly end: number;
}

/** 11 of 11千: said of tens of thousands where figures are kept in 千. */
const isThousands = ({ script, high, decimals, separator }: Coefficient): boolean =>
  script === 'arabic' && !decimals && separator === 'none' && high >= 10 && high < 1000;

/** The element with a magnitude word that goes on with the section at `at`, or null. */
function readElement(text: string, at: number, section: Growing): Element | null {
  const first = section.elements === 0;
  const from = first ? at : skipBlanks(text, at);
  const tens = tensAt(text, from);
  if (tens > 0) {
    return section.ceiling > 10
      ? { coefficient: hanDigits(from, tens, tens), size: 10, end: from + 1 }
      : null;
  }
  const coefficient = readCoefficient(text, from);
  const behind = coefficient ? skipBlanks(text, coefficient.end) : from;
  const size = smallMagnitudeAt(text, behind);
  if (size === 0 || size >= section.ceiling) return null;
  const counts = coefficient
    ? (coefficient.high < 10 && !coefficient.positional) ||
      (first && size === 1000 && isThousands(coefficient))
    : first || size === 10;
  return counts ? { coefficient, size, end: behind + 1 } : null;
}

/** The digits that end the section at `at`, or null. */
function readLast(text: string, at: number, section: Growing, continues: boolean): Element | null {
  const first = section.elements === 0;
  const from = first ? at : skipBlanks(text, at);
  const coefficient = readCoefficient(text, from);
  if (!coefficient) return null;
  const { end, high, script, positional, decimals, leadingZero } = coefficient;
  // 三十两 and 两万两 are weights
  if (text[from] === '两' && (continues || !first)) return null;
  if (first) return { coefficient, size: 1, end };
  if (high >= section.ceiling || positional || decimals) return null;
  // 5千 300 are two numbers
  if (from > at && (script === 'arabic' || high >= 10)) return null;
  // 两千五 is 2500 and 一百五六 150 to 160, but 两千零五 is 2005
  const tenths = high < 10 && !leadingZero && !section.zero && section.ceiling >= 100;
  return { coefficient, size: tenths ? section.ceiling / 10 : 1, end };
}

function add(section: Growing, { coefficient, size, end }: Element): void {
  section.low += (coefficient?.low ?? 1) * size;
  section.high += (coefficient?.high ?? 1) * size;
  section.place = (coefficient?.place ?? 1) * size;
  section.end = end;
  section.bare &&= coefficient === null && !(section.elements === 0 && size === 10);
  section.arabic ||= coefficient?.script === 'arabic';
  section.han ||= coefficient?.script === 'han';
  if (coefficient && coefficient.separator !== 'none') section.separator = coefficient.separator;
  section.elements++;
}

/**
 * Reads the section that starts at `start`, or null. Blanks are read over where a magnitude word goes
 * on with the number (一百 五 十 二), not in front of bare Arabic digits (5万 300).
 * @param continues 万 or 亿 stands in front of it
 */
export function readSection(text: string, start: number, continues: boolean): Section | null {
  const digits = readDigitsAlone(text, start, continues);
  if (digits) return digits;
  const zeroFirst = isZero(text[start]);
  const section: Growing = {
    end: start, low: 0, high: 0, place: 1, ceiling: 10_000, lastMagnitude: 1, elements: 0, zero: zeroFirst, bare: true,
    arabic: false, han: false, separator: 'none',
  }; // prettier-ignore
  let at = zeroFirst ? start + 1 : start;
  for (let element = readElement(text, at, section); element; element = readElement(text, at, section)) {
    add(section, element);
    section.lastMagnitude = section.ceiling = element.size;
    section.zero = isZero(text[element.end]);
    at = section.zero ? element.end + 1 : element.end;
  }
  const last = readLast(text, at, section, continues);
  if (last) {
    add(section, last);
    section.lastMagnitude = 1;
  }
  if (section.elements === 0) return zeroFirst && !continues ? zeroAlone(start) : null;
  const { end, low, high, place, lastMagnitude, bare, arabic, han, separator } = section;
  const loneDigit =
    last !== null && section.elements === 1 && high < 10 && Number.isInteger(low) && !section.zero;
  return {
    end, low, high, place, lastMagnitude, afterZero: zeroFirst && continues, loneDigit, bare, decimals: false, arabic, han,
    positional: false, separator,
  }; // prettier-ignore
}

/** A literal or a run of Chinese digits that no 十 百 千 follows. */
function readDigitsAlone(text: string, start: number, continues: boolean): Section | null {
  const digits = readCoefficient(text, start);
  if (!digits || (digits.script === 'han' && !digits.positional)) return null;
  const small = smallMagnitudeAt(text, skipBlanks(text, digits.end));
  if (small > 0 && digits.high < 10 && !digits.positional) return null;
  if (small === 1000 && isThousands(digits)) return null;
  const han = digits.script === 'han';
  if (han && small > 0) return null;
  if (han && isZero(text[start]) && continues) return null;
  const loneDigit = digits.high < 10 && digits.end === start + 1;
  const { end, low, high, place, decimals, positional, separator } = digits;
  return {
    end, low, high, place, lastMagnitude: 1, afterZero: digits.leadingZero, loneDigit, bare: false, decimals,
    arabic: !han, han, positional, separator,
  }; // prettier-ignore
}

const zeroAlone = (start: number): Section => ({
  end: start + 1, low: 0, high: 0, place: 1, lastMagnitude: 1, afterZero: false, loneDigit: true, bare: false,
  decimals: false, arabic: false, han: true, positional: false, separator: 'none',
}); // prettier-ignore
