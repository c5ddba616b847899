/** Takes a document's text; gives its divisions' mentions with their use, and resolves them from their surroundings. */
import type { NormalizedSpan } from '../model.js';
import { countBelow } from '../text/span.js';
import { type DivisionIndex, cityOf, isWithin, lineage, rankWord } from './division-index.js';
import { type Mention, findDivisions } from './find-divisions.js';
import { type MentionUse, findMentionUses } from './mention-use.js';

export interface LocatedMention extends Mention {
  readonly use: MentionUse;
  /** Code where the name or the name in front of it tells by itself. */
  readonly code: string | null;
  /** Ordinal in the document. */
  readonly ordinal: number;
}

export type Resolution =
  | { readonly kind: 'division'; readonly code: string }
  /** A division, but it can not be told which. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Nothing here says that these characters name a division. */
  | { readonly kind: 'none' };

// Between two divisions of a list: takes 、 (成都、重庆), 市和 (盐城市和南通); must not take ， and 团委与.
export const JOINS = /^[市县区]?[、和及与]$/;

/** 思南团县委, 江口县委: the body named behind a bare name says that it is a county. */
function confirmedByBody(text: string, mention: Mention, index: DivisionIndex): boolean {
  const body = /^团?([省市县区州盟旗])(?:委|政府|人大|政协)/.exec(text.slice(mention.end, mention.end + 4));
  const [only] = mention.candidates;
  const division = only === undefined ? undefined : index.byCode.get(only);
  return body !== null && division !== undefined && rankWord(division) === body[1];
}

/** All mentions, those resolved that need no more than themselves or the name directly in front. */
export function locateMentions(text: string, index: DivisionIndex): LocatedMention[] {
  const mentions = findDivisions(text, index);
  const uses = findMentionUses(text, mentions);
  const located: LocatedMention[] = [];
  mentions.forEach((mention, ordinal) => {
    const previous = located[ordinal - 1];
    const above = previous?.end === mention.start ? previous.code : null;
    const below = above === null ? [] : mention.candidates.filter((code) => isWithin(index, code, above));
    const alone = !mention.doubtful || confirmedByBody(text, mention, index) ? mention.candidates : [];
    const fitting = below.length > 0 ? below : alone;
    const code = fitting.length === 1 ? fitting[0]! : null;
    const { start, end, surface, candidates, full, doubtful } = mention;
    located.push({ start, end, surface, candidates, full, doubtful, use: uses[ordinal]!, code, ordinal });
  });
  return asItWasThen(located, index);
}

/** 章丘 is 章丘市 where a report writes that full name, though a 章丘区 took its place since. */
function asItWasThen(located: LocatedMention[], index: DivisionIndex): LocatedMention[] {
  const former = new Map<string, string>();
  for (const { code, full } of located) {
    const heir = code === null || !full ? null : index.byCode.get(code)!.heir;
    if (heir !== null && code !== null) former.set(heir, code);
  }
  for (const { code, full } of located) if (full && code !== null) former.delete(code);
  if (former.size === 0) return located;
  return located.map((mention) => {
    const [only, ...others] = mention.candidates;
    const then = others.length > 0 ? undefined : former.get(only!);
    return then === undefined ? mention : { ...mention, code: then, candidates: [then] };
  });
}

/** Whether two divisions tell of each other: one holds the other, or both lie in one city or municipality. */
function related(index: DivisionIndex, code: string, context: string): boolean {
  if (isWithin(index, code, context) || isWithin(index, context, code)) return true;
  const city = index.byCode.get(cityOf(index, code));
  return city?.code === cityOf(index, context) && (city.level === 'city' || rankWord(city) === '市');
}

/** What a text names beyond doubt: those divisions and, of counties, the cities that hold them. */
export function collectEvidence(codes: Iterable<string>, index: DivisionIndex): ReadonlySet<string> {
  const evidence = new Set<string>();
  for (const code of new Set(codes)) evidence.add(code).add(cityOf(index, code));
  return evidence;
}

/**
 * Resolves a mention by the divisions known around it, nearest first (each group counts as one
 * surrounding), and at last by what the whole report names. Never guesses: several that fit stay open,
 * and a doubtful name that fits nothing is no name.
 */
export function resolveMention(
  mention: LocatedMention,
  surroundings: readonly (readonly string[])[],
  evidence: ReadonlySet<string>,
  index: DivisionIndex,
): Resolution {
  if (mention.code !== null) return { kind: 'division', code: mention.code };
  const tests = [
    ...surroundings.map((group) => (code: string) => group.some((context) => related(index, code, context))),
    (code: string) => lineage(index, code).some((division) => evidence.has(division.code)),
  ];
  let candidates = mention.candidates;
  let fitted = false;
  for (const fits of tests) {
    const fitting = candidates.filter(fits);
    if (fitting.length === 1) return { kind: 'division', code: fitting[0]! };
    if (fitting.length > 1) [candidates, fitted] = [fitting, true];
  }
  // 城区 is a word, and of several counties' names nothing here says which
  if (mention.doubtful && (!fitted || mention.surface === '城区')) return { kind: 'none' };
  return { kind: 'ambiguous', candidates };
}

/** Those of a sorted list that start in a span; O(log n) and their number. */
export function startingIn<T extends NormalizedSpan>(
  sorted: readonly T[],
  span: NormalizedSpan,
): readonly T[] {
  const from = countBelow(sorted.length, (i) => sorted[i]!.start < span.start);
  const to = countBelow(sorted.length, (i) => sorted[i]!.start < span.end);
  return sorted.slice(from, to);
}

/** The last name of the chain that starts at `first`: 清江浦区 of 江苏省淮安市清江浦区. */
export function chainEnd(mentions: readonly LocatedMention[], first: number): number {
  let last = first;
  while (
    mentions[last + 1]?.start === mentions[last]?.end &&
    mentions[last + 1]?.use === mentions[first]!.use
  )
    last += 1;
  return last;
}

/** The first name of the chain that leads to `last`. */
export function chainStart(mentions: readonly LocatedMention[], last: number): number {
  let first = last;
  while (first > 0 && mentions[first - 1]!.end === mentions[first]!.start) first -= 1;
  return first;
}

/** 盐城、南通、泰州等市: a name among others, none of which has alone what is said of them. */
export function isEnumerated(text: string, mentions: readonly LocatedMention[], at: number): boolean {
  const last = chainEnd(mentions, at);
  const first = chainStart(mentions, at);
  const joins = (from: number, to: number): boolean => to - from <= 3 && JOINS.test(text.slice(from, to));
  const next = mentions[last + 1];
  const previous = mentions[first - 1];
  return (
    (next !== undefined && joins(mentions[last]!.end, next.start)) ||
    (previous !== undefined && joins(previous.end, mentions[first]!.start))
  );
}
