/** A number with its surroundings → whether it counts something, and what it is if it does not. */
import type { Hedge } from './hedge.js';
import { isDigit, isHanNumeral } from './numeral-characters.js';
import { LARGEST, type Numeral } from './numeral.js';
import type { NumberRange } from './range.js';
import type { Tail } from './tail.js';

/**
 * `quantity`: it counts; `nothing`: it is part of a word (四川) and worth no mention; else the kind of
 * number that it is.
 */
export type Verdict =
  'quantity' | 'nothing' | 'date' | 'ordinal' | 'article' | 'round-word' | 'name' | 'code';

const isHan = (char: string | undefined): boolean => char !== undefined && char >= '一' && char <= '龥';

/** Nothing but the number stands in its line or cell. */
function standsAlone(text: string, start: number, end: number): boolean {
  return /[\t\n]/.test(text[start - 1] ?? '\n') && /[\t\n]/.test(text[end] ?? '\n');
}

/** A number and all that was read with it. */
export interface Reading {
  /** Place of its sign, or where it starts. */
  readonly start: number;
  readonly numeral: Numeral;
  readonly range: NumberRange | null;
  readonly tail: Tail;
  readonly hedge: Hedge | null;
}

/** Digits with 百, 千, 万 or 亿: 两百 is a number whatever follows, 二十 may begin 二十大. */
function hasMagnitude({ start, end, bare }: Numeral, text: string): boolean {
  if (bare || '百千万亿'.includes(text[start]!)) return false;
  for (let at = start + 1; at < end; at++) if ('百千万亿佰仟'.includes(text[at]!)) return true;
  return false;
}

/** Judges a number by what stands around it. */
export function judge(text: string, { start, numeral, range, tail, hedge }: Reading): Verdict {
  if (!((numeral.value ?? numeral.range![1]) < LARGEST)) return 'code';
  if (numeral.script !== 'han') return judgeDigits(text, numeral, tail);
  const hedged = hedge !== null || tail.hedge !== null || tail.remainder !== 'none';
  if (tail.added) return 'quantity';
  if (numeral.bare) return judgeMagnitude(text, numeral, tail, hedge !== null);
  const alone = standsAlone(text, start, numeral.end);
  if (range) return tail.unit || hasMagnitude(numeral, text) ? 'quantity' : 'nothing';
  if (numeral.positional) return judgeDigitRow(text, numeral, tail, alone);
  if (numeral.range) return tail.unit || alone || numeral.remainderInside ? 'quantity' : 'nothing';
  if (numeral.end - numeral.start === 1) return judgeSingle(text, numeral, tail, alone);
  if (tail.unit || hedged || alone) return 'quantity';
  const runsOn = isHan(text[numeral.end]) && !hasMagnitude(numeral, text);
  // 十九大, 万一, 两点一线: digits that only name something
  if (runsOn && (numeral.end - numeral.start < 3 || !Number.isInteger(numeral.value))) return 'nothing';
  return 'quantity';
}

// takes 2020 · 1998; leaves 2150
const YEAR = /^(?:19|20)\d\d$/;

/** 2020 without a unit, and 2023级, name a year. */
function judgeDigits(text: string, numeral: Numeral, tail: Tail): Verdict {
  if (numeral.script !== 'arabic' || numeral.end - numeral.start !== 4 || tail.remainder !== 'none')
    return 'quantity';
  const ofClass = tail.unit?.unit === '级' || tail.unit?.unit === '届';
  if (tail.unit && !ofClass) return 'quantity';
  return YEAR.test(text.slice(numeral.start, numeral.end)) ? 'date' : 'quantity';
}

/** 百名 is a way of speaking, 百余名 and 百万元 count. */
function judgeMagnitude(text: string, numeral: Numeral, tail: Tail, hedged: boolean): Verdict {
  const previous = text[numeral.start - 1] ?? '';
  if (hedged || tail.hedge || tail.remainder !== 'none') return 'quantity';
  if (!tail.unit || '上数几'.includes(previous || ' ')) return 'nothing';
  return numeral.end - numeral.start >= 2 ? 'quantity' : 'round-word';
}

/** 二〇五名 counts, 二〇五 is a code, 五四 and 九一八 are names, 一一 is a word. */
function judgeDigitRow(text: string, numeral: Numeral, tail: Tail, alone: boolean): Verdict {
  const written = text.slice(numeral.start, numeral.end);
  const short = written.length === 2 && !/[零〇]/.test(written);
  if (alone || (tail.unit && !short)) return 'quantity';
  if (written[0] === written[1] && short) return 'nothing';
  return short || !/[零〇]/.test(written) ? 'name' : 'code';
}

/** 三名 counts, 一名 is an article, 前三名 an order. */
function judgeSingle(text: string, numeral: Numeral, tail: Tail, alone: boolean): Verdict {
  const previous = text[numeral.start - 1] ?? '';
  const rank = previous === '前' && !isHanNumeral(text[numeral.end]);
  // 长三角一体化, 五角场: 角 is money where 钱 or a stop follows
  if (tail.unit && /[角毛]/.test(text[tail.end - 1]!) && isHan(text[tail.end])) return 'nothing';
  if (!tail.unit) return alone ? 'quantity' : rank ? 'ordinal' : 'nothing';
  if (numeral.value === 1 && tail.remainder === 'none' && tail.unit.factor <= 1)
    return countsOneThing(text, numeral, tail) ? 'quantity' : 'article';
  return '前首头'.includes(previous || ' ') ? 'ordinal' : 'quantity';
}

const MACHINES: ReadonlySet<string> = new Set(['辆', '台', '艘', '架', '套', '部', '顶']);
// In front of 一台 that counts: takes 车 (救护车一台); leaves 了 (看了一台), 同 (同一台).
const NOUN_END = /[\p{Script=Han}](?<![了过着上下另同第每任某这那有是为出])$/u;
// Behind it: takes ，; leaves 节目 (一台节目).
const CLAUSE_END = /^(?:[，。；、）\n]|$)/;

/** 添置救护车一辆，: one of the machines that a list names in front of their number. */
function countsOneThing(text: string, { start }: Numeral, tail: Tail): boolean {
  return (
    MACHINES.has(tail.unit!.unit) &&
    NOUN_END.test(text.slice(Math.max(0, start - 2), start)) &&
    CLAUSE_END.test(text.slice(tail.end, tail.end + 1))
  );
}

// takes 2015 · 1949; leaves 2060
const YEAR_LIKE = /^(?:19|20)[0-4]\d$/;

// Both sides of a comma that may stand inside one number: take 1，2345，67; must not take 1人，2人 or 59,169.
const NUMBER_BEFORE = /\d，$/;
const NUMBER_BEHIND = /^，\d/;

// Both sides of a blank that may stand inside one number: take 床2 60床; must not take columns (3 4 5) or 2人 60床.
const DIGITS_AND_BLANK = /(?:^|[^\d\s])\d{1,2} $/;
const BLANK_AND_DIGITS = /^ \d+(?![\d ])/;

/** What makes a reading doubtful. */
export function flagsOf(text: string, numeral: Numeral, hasUnit: boolean): string[] {
  const flags: string[] = [];
  const length = numeral.end - numeral.start;
  const written = text.slice(numeral.start, Math.min(numeral.end, numeral.start + 5));
  if (numeral.script === 'arabic' && YEAR_LIKE.test(written)) flags.push('year-like');
  if (numeral.separator === 'comma' && written.includes('，')) flags.push('comma-inside');
  if (
    NUMBER_BEFORE.test(text.slice(Math.max(0, numeral.start - 2), numeral.start)) ||
    NUMBER_BEHIND.test(text.slice(numeral.end, numeral.end + 2))
  )
    flags.push('comma-around');
  if (
    numeral.script === 'arabic' &&
    (DIGITS_AND_BLANK.test(text.slice(Math.max(0, numeral.start - 4), numeral.start)) ||
      (!hasUnit && BLANK_AND_DIGITS.test(text.slice(numeral.end, numeral.end + 8))))
  )
    flags.push('blank-around');
  if (numeral.separator === 'blank') flags.push('blank-inside');
  if (numeral.script === 'han' && length === 1) flags.push('single-numeral');
  if (numeral.positional) flags.push('digit-by-digit');
  if (isMixed(text, numeral)) flags.push('mixed-numerals');
  if (!hasUnit) flags.push('no-unit');
  return flags;
}

/** 3百五: digits of both scripts in one number; 3万 and 6万4092 are usual. */
function isMixed(text: string, { start, end, script }: Numeral): boolean {
  if (script !== 'mixed') return false;
  let arabic = false;
  let han = false;
  for (let at = start; at < end; at++) {
    if (isDigit(text[at])) arabic = true;
    else if (isHanNumeral(text[at]) && !/[十百千万亿]/.test(text[at]!)) han = true;
  }
  return arabic && han;
}
