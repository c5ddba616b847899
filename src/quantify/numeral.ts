/** A text and a place in it → the number written there, in Arabic, Chinese or mixed numerals. */
import { readLiteral, type Literal } from './literal.js';
import { readDecimals, readLarge, type Large } from './magnitude.js';
import { isDigit } from './numeral-characters.js';
import { readSection, type Section } from './section.js';

/** A number as it is written, before hedges and units. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Null for an adjacent-digit range such as 三四十. */
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  /** Place value of the last significant digit: 4200 → 100, 5.1万 → 1000. */
  readonly place: number;
  /** The magnitude word that ends it (万 → 10000); 1 where it ends with a digit. */
  readonly lastMagnitude: number;
  /** A remainder word stands inside: 百余万, 20多万, 十几万. */
  readonly remainderInside: boolean;
  /** Made of magnitude words only: 百, 千, 百万. */
  readonly bare: boolean;
  /** One Chinese digit after the other: 二〇〇二. */
  readonly positional: boolean;
  readonly script: 'arabic' | 'han' | 'mixed';
  readonly separator: 'none' | 'comma' | 'blank';
}

/** Removes binary noise from a product or sum of decimals. */
export const tidy = (value: number): number =>
  Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));

/** Above it digits are a code and no count; below it doubles are exact. */
export const LARGEST = 1e16;

/** 3亿 of 3亿5千万: a section with the 万 or 亿 behind it. */
interface Part {
  readonly unit: number;
  readonly low: number;
  readonly high: number;
}

/** A number under way. */
interface Growing {
  end: number;
  /** Their units fall; what 亿 multiplies again (一万五千亿) is taken off. */
  parts: Part[];
  place: number;
  lastMagnitude: number;
  remainderInside: boolean;
  bare: boolean;
  positional: boolean;
  arabic: boolean;
  han: boolean;
  /** Nothing can follow: decimals were read. */
  complete: boolean;
  separator: 'none' | 'comma' | 'blank';
}

/** Multiplies what was read since the last larger unit; false where the unit does not fit there. */
function takeLarge(number: Growing, section: Section | null, large: Large): boolean {
  const kept = number.parts.filter(({ unit }) => unit >= large.unit);
  if (kept.at(-1)?.unit === large.unit) return false;
  if (!section && number.parts.length > 0 && large.remainder === '') return false;
  const below = number.parts.filter(({ unit }) => unit < large.unit);
  const times = (pick: 'low' | 'high'): number =>
    tidy(
      (below.reduce((sum, part) => sum + part[pick], 0) +
        (section ? section[pick] : below.length > 0 ? 0 : 1)) *
        large.unit,
    );
  number.parts = [...kept, { unit: large.unit, low: times('low'), high: times('high') }];
  const unknownDigit = large.remainder.includes('零几');
  number.place = tidy((unknownDigit ? 10 : (section?.place ?? 1)) * large.unit);
  number.lastMagnitude = large.unit;
  number.remainderInside ||= large.remainder !== '';
  number.end = large.end;
  return true;
}

/** Adds what stands behind the last 万 or 亿; 三万五 is 35000, 三万零五 30005. */
function takeLast(number: Growing, section: Section): boolean {
  const above = number.parts.at(-1)?.unit ?? Infinity;
  if (
    (number.parts.length > 0 && section.high >= above) ||
    (number.parts.length > 0 && ((section.decimals && section.arabic) || section.bare))
  )
    return false;
  const scale = section.loneDigit && !section.afterZero && above < Infinity ? above / 10 : 1;
  number.parts.push({ unit: 1, low: section.low * scale, high: section.high * scale });
  number.place = section.place * scale;
  number.lastMagnitude = section.lastMagnitude;
  number.end = section.end;
  return true;
}

function note(number: Growing, section: Section): void {
  number.bare &&= section.bare;
  number.arabic ||= section.arabic;
  number.han ||= section.han;
  number.positional ||= section.positional;
  if (section.separator !== 'none') number.separator = section.separator;
}

/** Adds the decimals behind 点, if there are any, to a section or to the number. */
function withDecimals(text: string, section: Section): Section {
  const decimals = section.decimals || section.arabic ? null : readDecimals(text, section.end);
  if (!decimals) return section;
  const { end, value, place } = decimals;
  const low = tidy(section.low + value);
  return {
    ...section,
    end,
    low,
    high: low,
    place,
    lastMagnitude: 1,
    loneDigit: false,
    decimals: true,
    bare: false,
  };
}

/** Takes one section with its 万 or 亿, or the last one; false where the number ends. */
function takeNext(number: Growing, text: string): boolean {
  let from = number.end;
  const first = number.parts.length === 0;
  while (!first && text[from] === ' ' && from < number.end + 3) from++;
  const read = readSection(text, from, !first);
  // 5万 300 are two numbers, 7万 5千 is one
  if (read && from > number.end && read.arabic && read.lastMagnitude === 1) return false;
  const section = read && withDecimals(text, read);
  const large = readLarge(text, section?.end ?? from, section !== null || !first);
  const inRemainder = large?.remainder.includes('几') ?? false;
  const fits = !inRemainder || (section?.lastMagnitude ?? 1) >= 10;
  if (large && fits && takeLarge(number, section, large)) {
    if (section) note(number, section);
    number.complete = section?.decimals ?? false;
    return !number.complete && !number.remainderInside;
  }
  if (section && takeLast(number, section)) note(number, section);
  return false;
}

/**
 * Reads the longest number that starts at `start`, or null where none does.
 * Values are in units of one, exact to 15 significant digits.
 */
export function readNumeral(text: string, start: number): Numeral | null {
  if (isDigit(text[start])) {
    const literal = readLiteral(text, start)!;
    if (!goesOn(text, literal.end)) return ofLiteral(literal, start);
  }
  const number: Growing = {
    end: start, parts: [], place: 1, lastMagnitude: 1, remainderInside: false, bare: true, positional: false,
    arabic: false, han: false, complete: false, separator: 'none',
  }; // prettier-ignore
  while (takeNext(number, text));
  if (number.parts.length === 0) return null;
  const sum = (pick: 'low' | 'high'): number =>
    tidy(number.parts.reduce((total, part) => total + part[pick], 0));
  let low = sum('low');
  let high = sum('high');
  const decimals = number.complete || number.arabic || number.bare ? null : readDecimals(text, number.end);
  if (decimals) {
    low = high = tidy(low + decimals.value);
    number.end = decimals.end;
    number.place = decimals.place;
    number.lastMagnitude = 1;
  }
  const { end, place, lastMagnitude, remainderInside, bare, positional, separator } = number;
  const script = !number.arabic
    ? 'han'
    : number.han || hasMagnitudeWord(text, start, end)
      ? 'mixed'
      : 'arabic';
  const range = high > low ? ([low, high] as const) : null;
  return {
    start, end, value: range ? null : low, range, place, lastMagnitude, remainderInside, bare, positional, script, separator,
  }; // prettier-ignore
}

/** Whether a number could go on behind a literal: with a magnitude word, 余 in front of one, 点, a blank. */
function goesOn(text: string, end: number): boolean {
  const next = text[end];
  return next !== undefined && ' 十百千万亿兆拾佰仟余多来wWkK点'.includes(next);
}

const ofLiteral = ({ end, value, place, separator }: Literal, start: number): Numeral => ({
  start, end, value, range: null, place, lastMagnitude: 1, remainderInside: false, bare: false,
  positional: false, script: 'arabic', separator,
}); // prettier-ignore

function hasMagnitudeWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text[at]! >= '一' && text[at] !== '，') return true;
  return false;
}
