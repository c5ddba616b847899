/**
 * A sentence and its quantities → the noun of each number that stands in step with nouns named before:
 * 播放量、点赞量分别是1120万、94.2万; 听众、学员依次为7800人次、960人.
 */
import type { Quantity, Sentence } from '../model.js';
import { rowsOf } from '../text/numbers-in-row.js';

// takes 播放量、点赞量、转发量分别是, 海报和横幅分别张贴; leaves 分别 alone, and one noun
const NOUNS =
  /([^，。；：、\n\d]{1,14}(?:[、和及与][^，。；：、\n\d]{1,14}){1,7})(?:分别|依次)([^，。；：\n\d]{0,14})$/;
// takes 为 · 是; leaves 张贴
const SAYS_NOTHING = /^(?:均|共|各)?(?:为|是|达到?|有|约|共)$/;
/** 成都、重庆两地志愿者, 锦江区、青羊区阅读量: a list of places, of which the last name is followed by what is counted. */
const areOf = (named: readonly string[]): boolean =>
  /[一二两三四五六七八九十各]地/.test(named.at(-1)!) ||
  named.slice(0, -1).every((noun) => /[省市县区州盟旗镇乡年月]$/.test(noun));

/**
 * By the index of the quantity in `quantities`, its noun with what is said of all of them (海报张贴); those of one
 * sentence, in order. Linear.
 */
export function findRespectiveNouns(
  text: string,
  { span }: Sentence,
  quantities: readonly Quantity[],
): ReadonlyMap<number, string> {
  const nouns = new Map<number, string>();
  if (!/分别|依次/.test(text.slice(span.start, span.end))) return nouns;
  for (const { first, end } of rowsOf(
    text,
    quantities.map(({ phrase }) => phrase),
  )) {
    const from = Math.max(span.start, quantities[first - 1]?.phrase.end ?? span.start);
    const [, list = '', shared = ''] = NOUNS.exec(text.slice(from, quantities[first]!.phrase.start)) ?? [];
    const named = list.split(/[、和及与]/);
    // as many numbers as nouns, or it can not be told which is whose
    if (list !== '' && named.length === end - first)
      named.forEach((noun, i) =>
        nouns.set(first + i, (areOf(named) ? named.at(-1)! : noun) + shared.replace(SAYS_NOTHING, '')),
      );
  }
  return nouns;
}
