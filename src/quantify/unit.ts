/** A text and the place behind a number → the measure word there and its canonical unit. */
import type { UnitWord } from '../model.js';

export interface UnitMatch {
  readonly unit: string;
  readonly factor: number;
  readonly end: number;
}

/** A measure word with its factor as a number. */
interface Entry extends Omit<UnitWord, 'factor'> {
  readonly factor: number;
  /** It ends in a Latin letter. */
  readonly latin: boolean;
}

/** Measure words by their first character, longest first. */
export interface UnitLexicon {
  readonly byFirst: ReadonlyMap<string, readonly Entry[]>;
}

export function buildUnitLexicon(words: readonly UnitWord[]): UnitLexicon {
  const byFirst = new Map<string, Entry[]>();
  for (const word of words) {
    const first = word.word[0]!;
    const entry = { ...word, factor: Number(word.factor), latin: isLatin(word.word.at(-1)) };
    const list = byFirst.get(first);
    if (list) list.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  return { byFirst };
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char);

/** A word in Latin letters ends where the letters end: 5h, but not 5hao. */
function matchWord(text: string, at: number, lexicon: UnitLexicon): UnitMatch | null {
  const list = lexicon.byFirst.get(text[at] ?? '');
  if (!list) return null;
  for (const { word, unit, factor, notBefore, latin } of list) {
    if (!text.startsWith(word, at)) continue;
    const end = at + word.length;
    if (notBefore?.some((continuation) => text.startsWith(continuation, end))) continue;
    if (latin && isLatin(text[end])) continue;
    return { unit, factor, end };
  }
  return null;
}

/** Behind a slash these make a rate (20元/人, 300人/天) and no double unit. */
const PER = new Set(['天', '月', '年', '周', '小时', '分钟', '秒']);
const MONEY = new Set(['元', '港元', '美元', '新台币元', '澳门元', '欧元', '日元', '英镑']);

interface SecondUnit {
  readonly text: string;
  readonly end: number;
}

function matchBehindSlash(
  text: string,
  at: number,
  first: UnitMatch,
  lexicon: UnitLexicon,
): SecondUnit | null {
  const second = matchWord(text, at, lexicon);
  if (!second || PER.has(second.unit) || MONEY.has(first.unit)) return null;
  return { text: text.slice(at, second.end), end: second.end };
}

/** 次 in 人(次), 双、副 in 个（双、副）: up to the closing bracket. */
function matchInBrackets(text: string, at: number, lexicon: UnitLexicon): SecondUnit | null {
  for (let inner = at; ; inner++) {
    const next = matchWord(text, inner, lexicon);
    if (!next) return null;
    inner = next.end;
    const close = text[inner];
    if (close === ')' || close === '）') return { text: text.slice(at, inner), end: inner + 1 };
    if (close !== '、' && close !== '/') return null;
  }
}

/**
 * The measure word that starts at `at`, with its double unit: 人(次) and 人/次 are 人次, of other
 * double units the first counts.
 */
export function matchUnit(text: string, at: number, lexicon: UnitLexicon): UnitMatch | null {
  const first = matchWord(text, at, lexicon);
  if (!first) return null;
  const open = text[first.end];
  const second =
    open === '/'
      ? matchBehindSlash(text, first.end + 1, first, lexicon)
      : open === '(' || open === '（'
        ? matchInBrackets(text, first.end + 1, lexicon)
        : null;
  if (!second) return first;
  const visits = first.unit === '人' && second.text.startsWith('次');
  return { unit: visits ? '人次' : first.unit, factor: first.factor, end: second.end };
}
