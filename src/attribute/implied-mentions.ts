/** Takes the divisions named in a text; gives the places that mean one of them without its name: 当地, 该县, 太平镇. */
import { countBelow } from '../text/span.js';
import { type DivisionIndex, TOWN_RANK, indexSurfaces, isWithin, rankWord } from './division-index.js';
import { findDivisions } from './find-divisions.js';
import type { LocatedMention } from './located-mentions.js';
import { locateTowns } from './towns.js';

export type Implied = Omit<LocatedMention, 'ordinal'>;

// Takes 当地, 该县, 该市, 该街道; must not take 该区域, 当地时间.
const BACKWARD = /当地(?!时间)|该(?:([省市县区州])(?![域间])|街道|镇|乡|社区|村)/g;

// As far as 当地 points back: one paragraph, and not over a page of it.
const BACK_REACH = 240;
const MOST_MENTIONS = 16;

/*
 * The towns and villages that follow a county's name.
 * Takes 太平镇 (江口县太平镇), 得胜沟乡东坡村; must not take 各镇, 组织乡镇, 驻村.
 */
const BELOW =
  /^([^\P{Script=Han}各全组织开展在有将把共等的和与及多个两每本该为赴到向对入沉派驻委府局区县市]{1,4}?(?:街道|镇(?![街村区])|乡(?![镇村土亲])|苏木))([^\P{Script=Han}各全的和与及驻]{1,4}?(?:村(?![民级里委居干庄])|社区))?/u;

/** 盐城、南通等: one of several is not what 当地 means. */
const LISTED = /^[市县区]?(?:[、和与及]|等)/;

function fitsRank(index: DivisionIndex, code: string, rank: string | undefined): boolean {
  const division = index.byCode.get(code)!;
  if (rank === undefined) return true;
  // 该县 is said of a city of county rank, too
  return rank === '县' ? division.level === 'county' : rankWord(division) === rank;
}

/** 当地, 该县: what was named last in front of it, used as that was. */
function* backward(
  text: string,
  mentions: readonly LocatedMention[],
  index: DivisionIndex,
): Generator<Implied> {
  for (const match of text.matchAll(BACKWARD)) {
    const { index: start } = match;
    const nearest = countBelow(mentions.length, (i) => mentions[i]!.start < start) - 1;
    for (let i = nearest; i >= 0 && i > nearest - MOST_MENTIONS; i -= 1) {
      const { end: from, code, use } = mentions[i]!;
      if (start - from > BACK_REACH || text.slice(from, start).split('\n').length > 2) break;
      if (use === 'name' || code === null || !fitsRank(index, code, match[1])) continue;
      if (LISTED.test(text.slice(from, from + 2))) break;
      const end = start + match[0].length;
      yield { start, end, surface: match[0], candidates: [code], full: true, doubtful: false, use, code };
      break;
    }
  }
}

/** The towns and villages that the text names behind their county, with that county; null for those of several. */
function findTowns(
  text: string,
  mentions: readonly LocatedMention[],
  index: DivisionIndex,
): Map<string, string | null> {
  const towns = new Map<string, string | null>();
  for (const { end, code, use } of mentions) {
    if (use === 'name' || code === null || index.byCode.get(code)?.level !== 'county') continue;
    const names: readonly (string | undefined)[] = (BELOW.exec(text.slice(end, end + 16)) ?? []).slice(1);
    for (const name of names) {
      if (name === undefined || name.length < 3) continue;
      towns.set(name, towns.has(name) && towns.get(name) !== code ? null : code);
    }
  }
  return towns;
}

/** The towns wherever they stand. */
function* alone(text: string, towns: ReadonlyMap<string, string | null>): Generator<Implied> {
  const surfaces = [...towns].flatMap(([name, code]) =>
    code === null ? [] : [{ text: name, candidates: [code], full: true, doubtful: false }],
  );
  if (surfaces.length === 0) return;
  for (const town of findDivisions(text, indexSurfaces(surfaces)))
    yield { ...town, use: 'subject', code: town.candidates[0]! };
}

/** Whether an implied mention that stands on or directly behind `last` is to be kept. */
function addsTo(last: Implied, each: Implied, index: DivisionIndex): boolean {
  if (last.end !== each.start) return last.end < each.start;
  // 合肥市三河镇 goes on to 肥西县; 江口县太平镇 goes on to nothing new
  return last.code !== null && each.code !== last.code && isWithin(index, each.code!, last.code);
}

/** 重庆 in 重庆街道, 东坡 in 东坡村. */
const isPartOfTown = ({ code, use }: Implied): boolean => code === null || use === 'name';

/**
 * The mentions with the implied ones among them, in order; none stands on another. What may be a name inside a
 * town's (东坡 in 东坡村) is none. A name that several divisions share is the one that holds the town behind it.
 */
export function withImpliedMentions(
  text: string,
  named: readonly LocatedMention[],
  index: DivisionIndex,
): readonly LocatedMention[] {
  const towns = locateTowns(text, named, index);
  const mentions = named.map((mention) => {
    const code = mention.code ?? towns.above.get(mention.ordinal) ?? null;
    return code === mention.code ? mention : { ...mention, code };
  });
  const declared = findTowns(text, mentions, index);
  const implied = [
    ...backward(text, mentions, index),
    ...alone(text, declared),
    ...towns.mentions.filter(({ surface }) => !declared.has(surface)),
  ].sort((a, b) => a.start - b.start);
  if (implied.length === 0) return shortened(mentions, declared);
  const all: Implied[] = [];
  let next = 0;
  for (const each of implied) {
    while (next < mentions.length && mentions[next]!.start < each.end) all.push(mentions[next++]!);
    while (all.length > 0 && all.at(-1)!.start >= each.start && isPartOfTown(all.at(-1)!)) all.pop();
    const last = all.at(-1);
    if (last === undefined || addsTo(last, each, index)) all.push(each);
  }
  return shortened(all.concat(mentions.slice(next)), declared).map((mention, ordinal) => ({
    ...mention,
    ordinal,
  }));
}

/** 吴桥社火 in a report that names 吴桥镇 of 江都区: a short name that is the town's and no county's. */
function shortened<M extends Implied>(
  mentions: readonly M[],
  declared: ReadonlyMap<string, string | null>,
): readonly M[] {
  const towns = new Map<string, string | null>();
  // null where two counties have such a town, whatever comes after
  const add = (surface: string, code: string | null): void => {
    const short = surface.replace(TOWN_RANK, '');
    if (short === surface) return;
    towns.set(short, towns.has(short) && towns.get(short) !== code ? null : code);
  };
  for (const [name, code] of declared) add(name, code);
  for (const { surface, code, use, candidates } of mentions)
    if (use !== 'name' && code !== null && candidates.length === 1) add(surface, code);
  if (towns.size === 0) return mentions;
  return mentions.map((mention) => {
    const code = mention.code === null && mention.doubtful ? towns.get(mention.surface) : undefined;
    if (code === undefined) return mention;
    return code === null
      ? { ...mention, use: 'name' }
      : { ...mention, code, candidates: [code], doubtful: false };
  });
}
