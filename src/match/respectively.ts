/**
 * A sentence and its quantities → the noun of each number that stands in step with nouns named before:
 * 播放量、点赞量分别是1120万、94.2万; 听众、学员依次为7800人次、960人.
 */
import type { Quantity, Sentence } from '../model.js';

// takes 播放量、点赞量、转发量分别是, 海报和横幅分别张贴; leaves 分别 alone, and one noun
const NOUNS =
  /([^，。；：、\n\d]{1,14}(?:[、和及与][^，。；：、\n\d]{1,14}){1,7})(?:分别|依次)[^，。；：\n\d]{0,14}$/;
// Between two numbers of the row: takes 、 和 ，; leaves 人，其中
const NEXT = /^[、，和及与]$/;

/** Nouns by the index of the quantity in `quantities`; those of one sentence, in order. Linear. */
export function findRespectiveNouns(
  text: string,
  { span }: Sentence,
  quantities: readonly Quantity[],
): ReadonlyMap<number, string> {
  const nouns = new Map<number, string>();
  if (!/分别|依次/.test(text.slice(span.start, span.end))) return nouns;
  for (let first = 0; first < quantities.length;) {
    let end = first + 1;
    while (end < quantities.length && follows(text, quantities[end - 1]!, quantities[end]!)) end++;
    const from = Math.max(span.start, quantities[first - 1]?.phrase.end ?? span.start);
    const named = NOUNS.exec(text.slice(from, quantities[first]!.phrase.start))?.[1]?.split(/[、和及与]/);
    // as many numbers as nouns, or it can not be told which is whose
    if (named?.length === end - first) named.forEach((noun, i) => nouns.set(first + i, noun));
    first = end;
  }
  return nouns;
}

const follows = (text: string, before: Quantity, after: Quantity): boolean =>
  NEXT.test(text.slice(before.phrase.end, after.phrase.start));
