/** The text behind 元 or 块 → the 角 and 分 that go on with the sum: 12元5角, 三块五; also 一米八. */
import { hanDigitAt, isDigit } from './numeral-characters.js';
import type { UnitMatch } from './unit.js';

export interface Change {
  /** 元, or 米 of 一米八. */
  readonly unit: string;
  /** In that unit. */
  readonly amount: number;
  readonly place: number;
  /** Behind the last digit. */
  readonly numberEnd: number;
  readonly end: number;
  /** 角, 角分 or nothing, as written. */
  readonly words: string;
}

const digitAt = (text: string, at: number): number =>
  isDigit(text[at]) ? Number(text[at]) : text[at] === '零' ? -1 : hanDigitAt(text, at);

const isDime = (char: string | undefined): boolean => char === '角' || char === '毛';

/** The change at `unit.end`, or null. */
export function readChange(text: string, unit: UnitMatch): Change | null {
  const dollars = text[unit.end - 1] === '块';
  const metres = unit.unit === '米';
  if (unit.unit !== '元' && !dollars && !metres) return null;
  let at = unit.end;
  let tenths = digitAt(text, at);
  let words = '';
  if (tenths >= 0 && !metres && isDime(text[at + 1])) {
    words += text[at + 1]!;
    at += 2;
  } else if (tenths >= 0 && (dollars || metres) && endsThere(text, at + 1)) {
    return {
      unit: metres ? '米' : '元',
      amount: tenths / 10,
      place: 0.1,
      numberEnd: at + 1,
      end: at + 1,
      words,
    };
  } else if (metres) {
    return null;
  } else {
    tenths = 0;
    if (text[at] === '零') at++;
  }
  const cents = digitAt(text, at);
  if (cents >= 0 && text[at + 1] === '分' && text[at + 2] !== '之' && text[at + 2] !== '钟') {
    return {
      unit: '元',
      amount: (tenths * 10 + cents) / 100,
      place: 0.01,
      numberEnd: at + 1,
      end: at + 2,
      words: `${words}分`,
    };
  }
  return words === ''
    ? null
    : { unit: '元', amount: tenths / 10, place: 0.1, numberEnd: at - 1, end: at, words };
}

// takes a letter, digit or Han character; leaves 。 and the end
const WORD = /[0-9A-Za-z.一-龥%]/;

/** 三块五, not 三块五人: no word goes on there. */
const endsThere = (text: string, at: number): boolean => !WORD.test(text[at] ?? '');
