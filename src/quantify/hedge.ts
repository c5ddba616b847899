/** The words around a number → how they hedge it. */

/** `limit` is an upper bound that is not said to be nearly reached: 不超过, 以内. */
export type HedgeKind = 'over' | 'under' | 'about' | 'limit';

export interface Hedge {
  readonly kind: HedgeKind;
  readonly start: number;
  readonly end: number;
}

interface HedgeWord {
  readonly word: string;
  readonly kind: HedgeKind;
  /** Characters that, right before the word, make it part of another: 附近300人, 节约3万元. */
  readonly not?: string;
  /** Words that end in one of those and do not join: 乡亲近六百名. */
  readonly unless?: readonly string[];
  /** The only ones that it may follow in front of a number with digits: 播放量过3万, 走过3地. */
  readonly only?: string;
}

const WORDS: readonly HedgeWord[] = [
  ...['超过了', '突破了', '超出', '超过', '突破', '高于', '多于', '大于', '逾', '≥', '不少于', '不低于', '不小于'].map(
    (word) => ({ word, kind: 'over' as const }),
  ),
  ...['至少', '至少有', '起码', '最少', '最少有', '不下', '不下于'].map((word) => ({ word, kind: 'over' as const })),
  { word: '超', kind: 'over', not: '高赶反' },
  { word: '破', kind: 'over', not: '突打侦攻识勘爆跌' },
  { word: '过', kind: 'over', not: '通经超不', only: '量数率次额文' },
  ...['接近', '接近于', '将近', '不足', '不到', '未满', '不满', '未到', '少于', '低于', '小于'].map((word) => ({ word, kind: 'under' as const })),
  { word: '近', kind: 'under', not: '附最靠亲邻临就', unless: ['乡亲', '父亲', '母亲', '双亲'] },
  ...['不超过', '不高于', '不多于', '不大于', '至多', '≤'].map(
    (word) => ({ word, kind: 'limit' as const }),
  ),
  // 单笔最多20万元 tells the peak
  { word: '最多', kind: 'limit', not: '笔条篇次天日场期时' },
  ...['大约', '大约有', '大概', '大概有', '约为', '约有', '约计'].map((word) => ({ word, kind: 'about' as const })),
  { word: '约合', kind: 'about', not: '签契合' },
  { word: '约', kind: 'about', not: '节预签契制条合邀特公誓履违续' },
]; // prettier-ignore

/** By last character, longest first. */
const BY_LAST = new Map<string, HedgeWord[]>();
for (const entry of WORDS) {
  const last = entry.word.at(-1)!;
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), entry]);
}
for (const list of BY_LAST.values()) list.sort((a, b) => b.word.length - a.word.length);

/** The hedge that ends at `start`, a blank passed over, or null. `bare`: the number is 百, 千万, … */
export function findHedgeBefore(text: string, start: number, bare: boolean): Hedge | null {
  const end = text[start - 1] === ' ' ? start - 1 : start;
  for (const { word, kind, not, unless, only } of BY_LAST.get(text[end - 1] ?? '') ?? []) {
    if (!text.endsWith(word, end)) continue;
    const before = text[end - word.length - 1] ?? '';
    const joins = before !== '' && not?.includes(before);
    if (joins && !unless?.some((apart) => text.endsWith(apart, end - word.length))) continue;
    if (only !== undefined && !bare && (before === '' || !only.includes(before))) continue;
    return { kind, start: end - word.length, end };
  }
  return null;
}

// takes 以上 · 左右 · + · 以内; leaves 以上级 · 上下级 · 以下简称
const AFTER =
  /(?<over>[+＋](?![\dA-Za-z])|[及或]?以上(?!级|简称)|有余)|(?<about>左右|上下(?!级|游|楼|联|班))|(?<limit>以内|之内|[及或]?以下(?!简称|级))/y;

/** The hedge that starts at `at`, or null. */
export function findHedgeAfter(text: string, at: number): Hedge | null {
  if (!'+＋及或以有左上之'.includes(text[at] ?? ' ')) return null;
  AFTER.lastIndex = at;
  const match = AFTER.exec(text);
  if (!match) return null;
  const kind = match.groups!.over ? 'over' : match.groups!.about ? 'about' : 'limit';
  return { kind, start: at, end: at + match[0].length };
}
