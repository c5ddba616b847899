/** A text and a place in it → a proportion written with words: 百分之十七, 三成半, 三分之一. */
import { isDigit } from './numeral-characters.js';
import { LARGEST, readNumeral, tidy, type Numeral } from './numeral.js';
import { matchAt } from './recognised.js';

export interface Proportion {
  /** Null where a range is written: 百分之二三十. */
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly place: number;
  /** `%`, `‰`, or null for a plain fraction. */
  readonly unit: '%' | '‰' | null;
  readonly unitText: string | null;
  readonly end: number;
  readonly phraseEnd: number;
}

const PARTS: ReadonlyMap<string, { readonly unit: '%' | '‰'; readonly scale: number }> = new Map([
  ['百', { unit: '%', scale: 1 }],
  ['佰', { unit: '%', scale: 1 }],
  ['千', { unit: '‰', scale: 1 }],
  ['仟', { unit: '‰', scale: 1 }],
  ['万', { unit: '%', scale: 0.01 }],
]);
// takes 百分之 · 千 分 之; leaves 百分
const PART = /([百佰千仟万]) {0,2}分 ?之 {0,2}/y;
// takes 分之 · 分  之; leaves 分成
const LINE = /分 {0,2}之 ?/y;
// takes 成 in 八成以上, 三成半, 七成六; leaves 三成立, 五成员
const TENTHS =
  / ?成(?:(?<half>半)|(?<more>[一二三四五六七八九])(?!十|百|[名个位家]))?(?![立为员功果长效绩交人年熟本都就份体品一-九]|分)/y;
const SHARE = /至|到|[-—–~～]/y;

function skipBlank(text: string, at: number): number {
  return text[at] === ' ' ? at + 1 : at;
}

/** 百分之五, 千分之三: the number stands behind. */
function readBehindPart(text: string, at: number): Proportion | null {
  const written = matchAt(PART, text, at);
  if (!written) return null;
  const part = PARTS.get(written[1]!)!;
  const word = `${written[1]!}分之`;
  const start = at + written[0].length;
  const numeral = readNumeral(text, start);
  if (!numeral || !(numeral.place < LARGEST && (numeral.value ?? 0) < LARGEST)) return null;
  const { unit, scale } = part;
  const scaled = (value: number): number => tidy(value * scale);
  const to = numeral.range ? null : matchAt(SHARE, text, numeral.end);
  const last = to && readUpper(text, SHARE.lastIndex, numeral, word);
  const range = last ? ([numeral.value!, last.value!] as const) : numeral.range;
  const end = (last ?? numeral).end;
  return {
    value: range ? null : scaled(numeral.value!), range: range && [scaled(range[0]), scaled(range[1])],
    place: scaled(numeral.place), unit, unitText: word, end, phraseEnd: end,
  }; // prettier-ignore
}

/** 五 in 百分之三到五, or in 百分之三到百分之五. */
function readUpper(text: string, at: number, first: Numeral, word: string): Numeral | null {
  const upper = readNumeral(text, text.startsWith(word, at) ? at + word.length : at);
  return upper?.value != null && upper.value > first.value! && upper.value < LARGEST ? upper : null;
}

/** 三分之一: what is under the line stands in front. */
function readFraction(text: string, under: Numeral): Proportion | null {
  const start = skipBlank(text, under.end);
  const line = matchAt(LINE, text, start);
  if (!line || !(under.value! > 0)) return null;
  const overAt = start + line[0].length;
  const over = readNumeral(text, text[overAt] === '负' ? overAt + 1 : overAt);
  if (over?.value == null || !(Math.max(over.value, under.value!) < LARGEST)) return null;
  const value = tidy(over.value / under.value!);
  return { value, range: null, place: value, unit: null, unitText: null, end: over.end, phraseEnd: over.end };
}

/** 三又四分之一, from the number in front of 又. */
function readMixed(text: string, whole: Numeral): Proportion | null {
  const start = skipBlank(text, whole.end);
  const under = text[start] === '又' ? readNumeral(text, skipBlank(text, start + 1)) : null;
  const fraction = under?.value == null ? null : readFraction(text, under);
  return fraction && { ...fraction, value: tidy(whole.value! + fraction.value!) };
}

/** The proportion at `at`, or null; `numeral` is what is read there. */
export function findProportion(text: string, at: number, numeral: Numeral | null): Proportion | null {
  if ('百千万佰仟'.includes(text[at] ?? ' ')) {
    const proportion = readBehindPart(text, at);
    if (proportion) return proportion;
  }
  if (numeral?.value == null) return null;
  const { value, end } = numeral;
  const tenths = value <= 10 && !(numeral.bare && value > 10) ? matchAt(TENTHS, text, end) : null;
  if (tenths && !(isDigit(text[end - 1]) && text[end + 1] === '一')) {
    const { half, more } = tenths.groups!;
    const ones = half ? 5 : more ? '一二三四五六七八九'.indexOf(more) + 1 : 0;
    const phraseEnd = end + tenths[0].length;
    const place = ones > 0 ? 1 : tidy(numeral.place * 10);
    return {
      value: tidy(value * 10 + ones),
      range: null,
      place,
      unit: '%',
      unitText: '成',
      end: ones > 0 ? phraseEnd : end,
      phraseEnd,
    };
  }
  const next = text[end] === ' ' ? text[end + 1] : text[end];
  if (next === '分') return readFraction(text, numeral);
  return next === '又' ? readMixed(text, numeral) : null;
}
