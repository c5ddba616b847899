/** A text and a place in it → a vague number: 数百, 几十万, 上千, 数以万计, 成百上千, 若干. */
import { smallMagnitudeAt } from './numeral-characters.js';
import { matchAt } from './recognised.js';

export interface Vague {
  readonly lower: number | null;
  readonly upper: number | null;
  /** In front of the place that was asked for in 成百上千. */
  readonly start: number;
  readonly end: number;
  /** Behind 计 of 数以万计. */
  readonly phraseEnd: number;
  /** It counts without a measure word too. */
  readonly complete: boolean;
}

const MAGNITUDES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };
// takes 数百 · 几十万 · 上千 · 上百万; leaves 几个, 上十
const VAGUE = /(?<lead>[数几上])(?<word>[十百千万亿]{1,4})/y;
// takes 数以万计 · 数以百万计; leaves 数以
const BY = /数以(?<word>[十百千万亿]{1,3})计/y;
// takes 百上千 of 成百上千; leaves 百上
const UPON = /(?<word>[百千万])上(?<more>[百千万亿])/y;
/** In front of 数 it makes a label (人数, 总数), in front of 上 a place or another word (线上, 会上). */
const LABEL = '人件次户总份倍场天基对指岁系函整参级位个单支多少半';
const NOT_ABOVE = '以网路身线早晚马加附会场台车船街岗课桌墙手岸海江河山地堤坝边际基心面向';

const sizeOf = (word: string): number => {
  let size = 1;
  for (const char of word) size *= MAGNITUDES[char]!;
  return size;
};

/** 成百上千 at its 百, where the numeral reader comes by. */
export function findUpon(text: string, at: number): Vague | null {
  if (text[at - 1] !== '成' && text[at - 1] !== '数') return null;
  const match = matchAt(UPON, text, at);
  if (!match) return null;
  const lower = sizeOf(match.groups!.word!);
  const end = at + match[0].length;
  return { lower, upper: null, start: at - 1, end, phraseEnd: end, complete: true };
}

const vague = (
  start: number,
  end: number,
  lower: number | null,
  upper: number | null,
  complete = true,
): Vague => ({ lower, upper, start, end, phraseEnd: end, complete });

/** The vague number at `at`, or null; bounds as the labelling guide has them. */
export function findVague(text: string, at: number): Vague | null {
  if (text.startsWith('若干', at)) return vague(at, at + 2, null, null, false);
  const by = matchAt(BY, text, at);
  if (by) {
    const phraseEnd = at + by[0].length;
    return { ...vague(at, phraseEnd - 1, sizeOf(by.groups!.word!), null), phraseEnd };
  }
  const match = matchAt(VAGUE, text, at);
  if (!match) return null;
  const { lead, word } = match.groups as { lead: string; word: string };
  const before = text[at - 1] ?? '';
  const end = at + match[0].length;
  const size = sizeOf(word);
  if (before !== '' && (lead === '上' ? NOT_ABOVE : lead === '数' ? LABEL : '十').includes(before))
    return null;
  if (lead === '上') {
    // 上百度, 上百货大楼
    const magnitude = word === '百' && (text[end] === '度' || smallMagnitudeAt(text, at + 1) === 0);
    return size < 100 || magnitude ? null : vague(at, end, size, 2 * size);
  }
  return vague(at, end, 2 * size, 9 * size);
}
