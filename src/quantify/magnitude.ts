/** The text behind digits → the 万 or 亿 that multiplies them, and the decimals behind 点. */
import { hanDigitAt, isDigit, largeMagnitudeAt } from './numeral-characters.js';
import { matchAt } from './recognised.js';

// takes 余 in 百余万 · 几 in 十几万 · 零几 in 一百零几万 · 几十 in 一百几十万; leaves 几 in 几万
const REMAINDER = / ?(?:[余多来]|零?几[十百千]?)(?= ?[万亿])/y;

/** 万, 亿 or 万亿 with the remainder word in front of it. */
export interface Large {
  readonly unit: number;
  readonly end: number;
  readonly remainder: string;
}

/** The 万, 亿 or 万亿 that follows at `at`, blanks and a remainder word (余万) read over. */
export function readLarge(text: string, at: number, allowRemainder: boolean): Large | null {
  const begins = text[at] === ' ' ? text[at + 1] : text[at];
  const mayRemain = allowRemainder && begins !== undefined && '余多来零几'.includes(begins);
  const remainder = mayRemain ? (matchAt(REMAINDER, text, at)?.[0] ?? '') : '';
  let end = at + remainder.length;
  while (text[end] === ' ' && end < at + remainder.length + 3) end++;
  let unit = largeMagnitudeAt(text, end);
  if (unit === 0) return null;
  end++;
  const second = unit === 1e4 ? largeMagnitudeAt(text, end) : 0;
  if (second >= 1e4 && text[end] !== '兆') {
    unit *= second;
    end++;
  }
  return { unit, end, remainder };
}

/** Decimals beyond these change nothing. */
const LONGEST = 20;

/** 点 and the digits behind it: 十七点一, 零点77; where they end and what they add. */
export function readDecimals(text: string, at: number): { end: number; value: number; place: number } | null {
  const point = text[at] === ' ' ? at + 1 : at;
  if (text[point] !== '点') return null;
  let end = text[point + 1] === ' ' ? point + 2 : point + 1;
  let decimals = '';
  for (; ; end++) {
    const digit = isDigit(text[end]) ? Number(text[end]) : text[end] === '两' ? -1 : hanDigitAt(text, end);
    if (digit < 0) break;
    if (decimals.length < LONGEST) decimals += String(digit);
  }
  if (decimals === '') return null;
  return { end, value: Number(`0.${decimals}`), place: Number(`1e-${decimals.length}`) };
}
