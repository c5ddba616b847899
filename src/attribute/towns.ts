/** Takes a text and the divisions that it names; gives the towns in it whose county can be told. */
import { countBelow } from '../text/span.js';
import { type DivisionIndex, TOWN_RANK, cityOf, isWithin, lineage, pairKey } from './division-index.js';
import { type Mention, findDivisions } from './find-divisions.js';
import type { Implied } from './implied-mentions.js';
import type { LocatedMention } from './located-mentions.js';
import { findMentionUses } from './mention-use.js';

/** A town's name, with all divisions that have such a town. */
interface NamedTown extends Mention {
  /** Those that have one of that name and another rank: a 镇 becomes a 街道. */
  readonly others: readonly string[];
  /** The mention that stands directly in front of it (城关区 of 城关区团结新村街道). */
  readonly leader: LocatedMention | null;
}

export interface LocatedTowns {
  readonly mentions: readonly Implied[];
  /** By ordinal: what the town behind it says of a name that several divisions share. */
  readonly above: ReadonlyMap<number, string>;
}

const RANKS = /街道|镇|乡(?![镇村])|苏木/g;
/** The fewest characters of a name without its rank word: 前童镇. */
const SHORTEST = 2;

/** What any place may be called: takes 中心镇, 文明街道; must not take 文昌街道. */
const COMMON = /^(?:中心|文明|示范|重点|特色|美丽|最美|先进|试点|部分|相关|所在|所属|所辖|周边)$/;

/** The divisions with a town of that name, first those with one of that rank. */
function holders(index: DivisionIndex, stem: string, rank: string): { same: string[]; others: string[] } {
  const towns = index.towns.byStem.get(stem) ?? [];
  const same = new Set(towns.filter((town) => town.rank === rank).map(({ division }) => division));
  const others = new Set(towns.map(({ division }) => division).filter((code) => !same.has(code)));
  return { same: [...same].sort(), others: [...others].sort() };
}

function endingAt(mentions: readonly LocatedMention[], end: number): LocatedMention | null {
  const first = mentions[countBelow(mentions.length, (i) => mentions[i]!.end < end)];
  return first?.end === end ? first : null;
}

/** The towns that a text names, the longest name at each place; linear. */
function findTowns(text: string, mentions: readonly LocatedMention[], index: DivisionIndex): NamedTown[] {
  const towns: NamedTown[] = [];
  for (const match of text.matchAll(RANKS)) {
    const { index: at } = match;
    const [rank] = match;
    const tail = pairKey(text.charCodeAt(at - 2), text.charCodeAt(at - 1));
    for (let length = index.towns.longest.get(tail) ?? 0; length >= SHORTEST; length -= 1) {
      const start = at - length;
      if (start < (towns.at(-1)?.end ?? 0)) continue;
      const stem = text.slice(start, at);
      if (!index.towns.byStem.has(stem) || COMMON.test(stem)) continue;
      const { same, others } = holders(index, stem, rank);
      const candidates = same.length > 0 ? same : others;
      const end = at + rank.length;
      const leader = endingAt(mentions, start);
      const surface = text.slice(start, end);
      towns.push({ start, end, surface, candidates, full: true, doubtful: false, others, leader });
      break;
    }
  }
  return towns;
}

/** What speaks for a county, the strongest first. */
function testsOf(mentions: readonly LocatedMention[], index: DivisionIndex): ((code: string) => boolean)[] {
  const sure = new Set(mentions.flatMap(({ use, code }) => (use === 'name' ? [] : (code ?? []))));
  const possible = new Set(mentions.flatMap(({ candidates }) => candidates));
  const counties = [...sure].filter((code) => index.byCode.get(code)?.level === 'county');
  // where a county of the province is named, a town that it does not have is one that the list lacks
  const unlisted = (code: string): boolean => {
    const province = lineage(index, code).at(-1)!.code;
    return !counties.some((county) => isWithin(index, county, province));
  };
  const mentioned = new Set(mentions.flatMap(({ code }) => code ?? []));
  const cities = new Set([...sure].map((code) => cityOf(index, code)));
  return [
    (code) => sure.has(code),
    (code) => possible.has(code),
    (code) =>
      lineage(index, code).some((division) => sure.has(division.code) && division.level !== 'province'),
    (code) => cities.has(cityOf(index, code)),
    (code) => unlisted(code) && [...sure].some((other) => isWithin(index, code, other)),
    (code) => unlisted(code) && [...mentioned].some((other) => isWithin(index, code, other)),
  ];
}

/** The county of a town by the division in front of it, or by the divisions that the text names. */
function countyOf(
  { candidates, others, leader }: NamedTown,
  tests: readonly ((code: string) => boolean)[],
  index: DivisionIndex,
): string | null {
  for (const codes of [candidates, others]) {
    const held =
      leader === null
        ? codes
        : codes.filter((code) => leader.candidates.some((above) => isWithin(index, code, above)));
    if (leader !== null && held.length === 1) return held[0]!;
    for (const fits of tests) {
      const fitting = held.filter(fits);
      if (fitting.length > 0) return fitting.length === 1 ? fitting[0]! : null;
    }
  }
  // 江口县太平镇 of a county that the list does not have it in is that county's all the same
  return null;
}

/** What must speak for a county, where nothing but towns tells it: one that only it has, or several. */
const LEAST_WEIGHT = 1;
const LEAST_TOWNS = 2;
/** How much more than for any other. */
const LEAST_LEAD = 1.5;

/** Where a text names no division: the county that its towns speak for; a name counts the less, the more counties have it. */
function sharedCounty(towns: readonly NamedTown[]): string | null {
  const named = new Map(towns.map(({ surface, candidates }) => [surface, candidates]));
  const weights = new Map<string, { weight: number; towns: number }>();
  for (const candidates of named.values())
    for (const code of candidates) {
      const { weight, towns: count } = weights.get(code) ?? { weight: 0, towns: 0 };
      weights.set(code, { weight: weight + 1 / candidates.length, towns: count + 1 });
    }
  const [first, second] = [...weights].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1));
  if (first === undefined) return null;
  const [code, { weight, towns: count }] = first;
  if (weight < LEAST_WEIGHT && count < LEAST_TOWNS) return null;
  return weight < LEAST_LEAD * (second?.[1].weight ?? 0) ? null : code;
}

/** Characters of a town's name from which on it is no other word, where only one county has it: 郭大寨乡. */
const TELLING_LENGTH = 4;

function onlyHolder({ surface, candidates, others, leader }: NamedTown, index: DivisionIndex): string | null {
  if (leader !== null || surface.length < TELLING_LENGTH || candidates.length + others.length > 1)
    return null;
  // 重庆街道 may be anywhere
  const bearsName = findDivisions(surface.replace(TOWN_RANK, ''), index).length > 0;
  return bearsName ? null : candidates[0]!;
}

/** All towns whose county can be told, in order. */
export function locateTowns(
  text: string,
  mentions: readonly LocatedMention[],
  index: DivisionIndex,
): LocatedTowns {
  const towns = index.towns.byStem.size === 0 ? [] : findTowns(text, mentions, index);
  if (towns.length === 0) return { mentions: [], above: new Map() };
  // 龙潭 of 龙潭街道 is no division that the text names
  const apart = mentions.filter(
    ({ start, end }) => !towns.some((town) => town.start <= start && end <= town.end),
  );
  const tests = testsOf(apart, index);
  const uses = findMentionUses(text, towns);
  const told = mentions.flatMap(({ code, use }) => (code !== null && use !== 'name' ? [code] : []));
  const shared = told.length > 0 ? null : sharedCounty(towns);
  // 广州 in a village's report says where people came back from; a county would say that the list lacks the town
  const alone = !told.some((code) => index.byCode.get(code)?.level === 'county');
  const above = new Map<number, string>();
  const located = towns.flatMap((town, i): Implied[] => {
    const code =
      countyOf(town, tests, index) ??
      (shared !== null && town.candidates.includes(shared) ? shared : null) ??
      (alone ? onlyHolder(town, index) : null);
    if (code === null) return [];
    const { start, end, surface, leader } = town;
    const of = leader?.candidates.filter((each) => isWithin(index, code, each)) ?? [];
    if (leader?.code === null && of.length === 1) above.set(leader.ordinal, of[0]!);
    return [{ start, end, surface, candidates: [code], full: true, doubtful: false, use: uses[i]!, code }];
  });
  return { mentions: located, above };
}
