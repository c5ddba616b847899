/** Takes a document's divisions and numbers; gives the place of each number that stands in step with places named before. */
import type { NormalizedSpan, Quantity, Sentence } from '../model.js';
import { rowsOf } from '../text/numbers-in-row.js';
import { JOINS, type LocatedMention, chainEnd, startingIn } from './located-mentions.js';

// Behind the last of them: takes 两地志愿者分别为 and 分别招募志愿者; leaves a number or a comma
const IN_STEP = /^[^，。；：\n\d]{0,20}(?:分别|依次)[^，。；：\n\d]{0,14}$/;

/** By the start of the number's phrase: 成都、重庆两地志愿者分别为1000名、2000名. As many places as numbers, or none. */
export function findRespectivePlaces(
  text: string,
  mentions: readonly LocatedMention[],
  sentences: readonly Sentence[],
  quantities: readonly Quantity[],
): ReadonlyMap<number, LocatedMention> {
  const places = new Map<number, LocatedMention>();
  if (!text.includes('分别') && !text.includes('依次')) return places;
  let next = 0;
  for (const { span } of sentences) {
    const from = next;
    while (next < quantities.length && quantities[next]!.phrase.start < span.end) next++;
    if (next - from < 2 || !/分别|依次/.test(text.slice(span.start, span.end))) continue;
    const phrases = quantities.slice(from, next).map(({ phrase }) => phrase);
    for (const { first, end } of rowsOf(text, phrases)) {
      const start = phrases[first - 1]?.end ?? span.start;
      const named = lastJoined(text, mentions, { start, end: phrases[first]!.start });
      if (named.length > 1 && named.length === end - first)
        named.forEach((mention, i) => places.set(phrases[first + i]!.start, mention));
    }
  }
  return places;
}

/** The places of the list that the numbers behind `span` are in step with, each by the last name of its chain. */
function lastJoined(
  text: string,
  all: readonly LocatedMention[],
  span: NormalizedSpan,
): readonly LocatedMention[] {
  const inside = startingIn(all, span);
  const named: LocatedMention[] = [];
  for (let i = 0; i < inside.length; i = chainEnd(inside, i) + 1) {
    const before = named.at(-1);
    if (before !== undefined && !JOINS.test(text.slice(before.end, inside[i]!.start))) named.length = 0;
    named.push(inside[chainEnd(inside, i)]!);
  }
  const last = named.at(-1);
  return last !== undefined && IN_STEP.test(text.slice(last.end, span.end)) ? named : [];
}
