/** The text behind a number → the remainder word, hedge and measure word there, and what they add. */
import type { Remainder } from './bounds.js';
import { findHedgeAfter, type Hedge } from './hedge.js';
import { readChange } from './money.js';
import type { Numeral } from './numeral.js';
import { isDigit, isHanNumeral } from './numeral-characters.js';
import { matchUnit, type UnitLexicon, type UnitMatch } from './unit.js';

export interface Tail {
  readonly remainder: Remainder;
  readonly hedge: Hedge | null;
  readonly unit: UnitMatch | null;
  /** The measure word as written. */
  readonly unitText: string | null;
  /** What 半 or 角分 add to the number, in its measure word; `place` is theirs. */
  readonly added: { readonly amount: number; readonly place: number } | null;
  /** Where the number ends: behind 半 or the last of 元角分 where these add to it. */
  readonly numberEnd: number;
  readonly end: number;
}

const skipBlank = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);

/** Measure words that can be halved and can have a remainder: 3年半, 两公里多. */
const DIVISIBLE = new Set([
  '小时', '分钟', '天', '周', '月', '年', '岁', '公里', '米', '公斤', '斤', '克', '吨', '升', '亩', '倍', '元', '课时', '美元', '两', '里',
]); // prettier-ignore

/** 半 behind a measure word; not in 3年半数以上, 五天半价. */
const HALF_OF_ANOTHER_WORD = '数价径导程职脱残坡山票成边挂截';
/** 余 and 多 that begin the next word: 300余杭人, 3多元化. */
const REST_OF_A_WORD: Readonly<Record<string, RegExp>> = {
  // takes 余名; leaves 余杭
  余: /^[杭姚额庆干江热]/,
  // takes 多名, 多次; leaves 多元化, 多功能
  多: /^(?:元化|样化|样性|功能|媒体|发性)/,
};

/** Whether the number is round enough for 来 and 几: 三十几, 20来. */
const isRound = (numeral: Numeral): boolean => numeral.place >= 10 || numeral.lastMagnitude >= 10;

/** 余 多 来 几 (or 几十 behind 百) at `at`: where it ends, or `at`. */
function skipRemainder(text: string, at: number, numeral: Numeral, lexicon: UnitLexicon): number {
  const start = skipBlank(text, at);
  const word = text[start];
  if (word === '余' || word === '多') {
    return REST_OF_A_WORD[word]!.test(text.slice(start + 1, start + 3)) ? at : start + 1;
  }
  if ((word !== '来' && word !== '几') || !isRound(numeral)) return at;
  const tens = word === '几' && '十百千'.includes(text[start + 1] ?? ' ') && numeral.lastMagnitude >= 100;
  const end = tens ? start + 2 : start + 1;
  if (word === '几' && numeral.lastMagnitude === 10) return end;
  return matchUnit(text, skipBlank(text, end), lexicon) ? end : at;
}

/** 半小时 in 两个半小时, 半 in 3年半: the measure word that counts, and the places of both. */
function readHalf(
  text: string,
  unit: UnitMatch,
  lexicon: UnitLexicon,
): { unit: UnitMatch; half: number; unitStart: number | null } | null {
  if (text[unit.end] !== '半') return null;
  const half = unit.end + 1;
  if (unit.unit === '个') {
    const behind =
      matchUnit(text, half, lexicon) ??
      (text[half] === '月' ? { unit: '月', factor: 1, end: half + 1 } : null);
    if (behind && DIVISIBLE.has(behind.unit)) return { unit: behind, half, unitStart: half };
    return isWordEnd(text, half) ? { unit, half, unitStart: null } : null;
  }
  if (!DIVISIBLE.has(unit.unit) || HALF_OF_ANOTHER_WORD.includes(text[half] ?? ' ')) return null;
  return { unit, half, unitStart: null };
}

const isWordEnd = (text: string, at: number): boolean =>
  !((text[at] ?? '') >= '一' && (text[at] ?? '') <= '龥');

/** 个多月, 个余小时: the measure word behind the remainder. */
function readMoreThanPieces(
  text: string,
  unit: UnitMatch,
  lexicon: UnitLexicon,
): { unit: UnitMatch; start: number } | null {
  if (unit.unit !== '个' || (text[unit.end] !== '多' && text[unit.end] !== '余')) return null;
  const start = unit.end + 1;
  const behind =
    matchUnit(text, start, lexicon) ??
    (text[start] === '月' ? { unit: '月', factor: 1, end: start + 1 } : null);
  return behind && DIVISIBLE.has(behind.unit) ? { unit: behind, start } : null;
}

// takes the 次 of 3天多次; leaves the 来 of 3年多来
const BEGINS_ANOTHER_WORD = /[元样功媒次人名个发部家条种项地杭姚额]/;

/** 3年多, 5公里多 */
function hasRemainderBehind(text: string, unit: UnitMatch): boolean {
  const word = text[unit.end];
  if ((word !== '多' && word !== '余') || !DIVISIBLE.has(unit.unit)) return false;
  if (unit.unit === '元' && isHanNumeral(text[unit.end + 1])) return false;
  return !BEGINS_ANOTHER_WORD.test(text[unit.end + 1] ?? '');
}

/** Reads what stands behind `numeral`. */
export function readTail(text: string, numeral: Numeral, lexicon: UnitLexicon): Tail {
  const remainderEnd = skipRemainder(text, numeral.end, numeral, lexicon);
  let remainder: Remainder = numeral.remainderInside ? 'digits' : 'none';
  if (remainderEnd > numeral.end && remainder === 'none') {
    remainder = numeral.lastMagnitude > 1 ? 'magnitude' : 'digits';
  }
  const hedge = findHedgeAfter(text, remainderEnd);
  const unitStart = skipBlank(text, hedge?.end ?? remainderEnd);
  const unit = matchUnit(text, unitStart, lexicon);
  if (!unit) {
    return {
      remainder,
      hedge,
      unit,
      unitText: null,
      added: null,
      numberEnd: numeral.end,
      end: hedge?.end ?? remainderEnd,
    };
  }
  const unitText = text.slice(unitStart, unit.end);
  const tail: Tail = (remainder === 'none' && !hedge && mayContinue(text[unit.end])
    ? readContinuation(text, { unit, unitStart, unitText, numberEnd: numeral.end }, lexicon)
    : null) ?? { remainder, hedge, unit, unitText, added: null, numberEnd: numeral.end, end: unit.end };
  const late = findHedgeAfter(text, tail.end);
  return late ? { ...tail, hedge: hedge ?? late, end: late.end } : tail;
}

/** 半, 多 or the digits of 角分 may follow. */
const mayContinue = (next: string | undefined): boolean =>
  next !== undefined &&
  (next === '半' || next === '多' || next === '余' || isDigit(next) || isHanNumeral(next));

interface Counted {
  readonly unit: UnitMatch;
  readonly unitStart: number;
  readonly unitText: string;
  readonly numberEnd: number;
}

/** What goes on behind the measure word: 半, 角分, 多; only behind a number without remainder. */
function readContinuation(text: string, counted: Counted, lexicon: UnitLexicon): Tail | null {
  const { unit, unitText, numberEnd } = counted;
  const plain = {
    remainder: 'none',
    hedge: null,
    unit,
    unitText,
    added: null,
    numberEnd,
    end: unit.end,
  } as const;
  const half = readHalf(text, unit, lexicon);
  if (half) {
    const added = { amount: 0.5, place: 0.5 };
    if (half.unitStart === null) return { ...plain, added, numberEnd: half.half, end: half.half };
    const { end } = half.unit;
    return {
      ...plain,
      unit: half.unit,
      unitText: text.slice(half.unitStart, end),
      added,
      numberEnd: half.half,
      end,
    };
  }
  const pieces = readMoreThanPieces(text, unit, lexicon);
  if (pieces) {
    const { end } = pieces.unit;
    return { ...plain, remainder: 'digits', unit: pieces.unit, unitText: text.slice(pieces.start, end), end };
  }
  const change = readChange(text, unit);
  if (change) {
    const { amount, place, words, end } = change;
    const added = { amount, place };
    return {
      ...plain,
      unit: { ...unit, unit: change.unit },
      unitText: unitText + words,
      added,
      numberEnd: change.numberEnd,
      end,
    };
  }
  return hasRemainderBehind(text, unit) ? { ...plain, remainder: 'digits', end: unit.end + 1 } : null;
}
