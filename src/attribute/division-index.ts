/** Takes the divisions; gives an index that finds their names in text and tells which lies in which. */
import type { Division, TownList } from '../model.js';

/** One way in which divisions are written. */
export interface Surface {
  readonly text: string;
  /** All that it may stand for; several for 鼓楼区. */
  readonly candidates: readonly string[];
  /** It carries its rank word: 淮安市 and 印江县, not 淮安 or 印江. */
  readonly full: boolean;
  /** It counts only where what is above it is known. */
  readonly doubtful: boolean;
}

/** One of the towns that bear a name. */
export interface Town {
  /** 镇, 乡, 街道, 苏木. */
  readonly rank: string;
  /** Code of the county that holds it, or of a city without counties. */
  readonly division: string;
}

export interface TownIndex {
  /** By the name without its rank word. */
  readonly byStem: ReadonlyMap<string, readonly Town[]>;
  /** Of the last two code units of such names (`pairKey`), the length of the longest that ends so. */
  readonly longest: ReadonlyMap<number, number>;
}

export interface DivisionIndex {
  readonly byCode: ReadonlyMap<string, Division>;
  /** By code: a division and all above it, itself first. */
  readonly lineages: ReadonlyMap<string, readonly Division[]>;
  /** By `pairSlot` of two code units: 1 where a name may open with them, 0 where none does. */
  readonly openings: Uint8Array;
  /** By the first two code units (`pairKey`), longest first. */
  readonly surfaces: ReadonlyMap<number, readonly Surface[]>;
  readonly towns: TownIndex;
}

/** Two code units as one number: a small integer, which maps find faster than others. */
export const pairKey = (first: number, second: number): number => (first << 16) | second;

const PAIR_SLOTS = 0x10000;

/** Two code units' place in a table of names' openings. Few others share it, and it is read far faster than a map. */
export const pairSlot = (first: number, second: number): number => (first * 31 + second) % PAIR_SLOTS;

const LEVELS: readonly Division['level'][] = ['province', 'city', 'county'];

interface Use {
  readonly division: Division;
  readonly full: boolean;
  readonly doubtful: boolean;
}

const isFull = (division: Division, text: string): boolean =>
  text === division.name ||
  // 贵州 and 苏州 end in 州 and carry no rank; 德宏州 does
  (text.endsWith('州') ? division.name.endsWith('自治州') : /[省市县区盟旗]$|地区$/.test(text));

/** 济南市中区 is 济南 + 市中区, though 济南市 is the longer name: the whole is a name of its own. */
function cityAndDistrict(division: Division, byCode: ReadonlyMap<string, Division>): string[] {
  const parent = division.parent === null ? undefined : byCode.get(division.parent);
  if (!division.name.startsWith('市') || parent?.name.endsWith('市') !== true) return [];
  return [parent.name.slice(0, -1) + division.name];
}

function collectUses(
  divisions: readonly Division[],
  byCode: ReadonlyMap<string, Division>,
): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const division of divisions) {
    const doubtful = new Set(division.doubtful);
    for (const text of new Set([division.name, ...division.aliases, ...cityAndDistrict(division, byCode)])) {
      if (text.length < 2) continue;
      const use = { division, full: isFull(division, text), doubtful: doubtful.has(text) };
      const others = uses.get(text);
      if (others === undefined) uses.set(text, [use]);
      else others.push(use);
    }
  }
  return uses;
}

function makeSurface(text: string, uses: readonly Use[]): Surface {
  const highest = Math.min(...uses.map(({ division }) => LEVELS.indexOf(division.level)));
  const full = uses.some((use) => use.full);
  // a bare name that a city and a county share is the city's; a full name keeps all
  const kept = full ? uses : uses.filter(({ division }) => LEVELS.indexOf(division.level) === highest);
  return {
    text,
    candidates: kept.map(({ division }) => division.code).sort(),
    full,
    doubtful: kept.some((use) => use.doubtful),
  };
}

/** What finds names in text. */
export type SurfaceIndex = Pick<DivisionIndex, 'openings' | 'surfaces'>;

/** Makes names ready to be looked for in text. */
export function indexSurfaces(all: Iterable<Surface>): SurfaceIndex {
  const openings = new Uint8Array(PAIR_SLOTS);
  const surfaces = new Map<number, Surface[]>();
  for (const surface of all) {
    const [first, second] = [surface.text.charCodeAt(0), surface.text.charCodeAt(1)];
    openings[pairSlot(first, second)] = 1;
    const key = pairKey(first, second);
    const others = surfaces.get(key);
    if (others === undefined) surfaces.set(key, [surface]);
    else others.push(surface);
  }
  for (const list of surfaces.values())
    list.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  return { openings, surfaces };
}

/** What a town's name ends in. */
export const TOWN_RANK = /(?:街道|镇|乡|苏木)$/;

function indexTowns(lists: readonly TownList[]): TownIndex {
  const towns = new Map<string, Town[]>();
  const longest = new Map<number, number>();
  for (const { division, names } of lists)
    for (const name of names) {
      const rank = TOWN_RANK.exec(name)?.[0] ?? '';
      const stem = name.slice(0, name.length - rank.length);
      const tail = pairKey(stem.charCodeAt(stem.length - 2), stem.charCodeAt(stem.length - 1));
      longest.set(tail, Math.max(stem.length, longest.get(tail) ?? 0));
      const others = towns.get(stem);
      if (others === undefined) towns.set(stem, [{ rank, division }]);
      else others.push({ rank, division });
    }
  return { byStem: towns, longest };
}

function lineageOf(division: Division, byCode: ReadonlyMap<string, Division>): Division[] {
  const line: Division[] = [];
  for (let at: Division | undefined = division; at !== undefined && line.length < LEVELS.length;) {
    line.push(at);
    at = at.parent === null ? undefined : byCode.get(at.parent);
  }
  return line;
}

/** Builds the index; once for a rule set. */
export function buildDivisionIndex(
  divisions: readonly Division[],
  towns: readonly TownList[] = [],
): DivisionIndex {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const lineages = new Map(divisions.map((division) => [division.code, lineageOf(division, byCode)]));
  const uses = collectUses(divisions, byCode);
  const surfaces = [...uses].map(([text, each]) => makeSurface(text, each));
  return { byCode, lineages, ...indexSurfaces(surfaces), towns: indexTowns(towns) };
}

/** A division and all above it, itself first. */
export const lineage = (index: DivisionIndex, code: string): readonly Division[] =>
  index.lineages.get(code) ?? [];

/** Whether `code` is `above` or lies in it. */
export const isWithin = (index: DivisionIndex, code: string, above: string): boolean =>
  lineage(index, code).some((division) => division.code === above);

/** The city (or, of counties that a province runs itself, the province) that holds a division. */
export function cityOf(index: DivisionIndex, code: string): string {
  const line = lineage(index, code);
  return line.find(({ level }) => level === 'city')?.code ?? line.at(-1)?.code ?? code;
}

/** 市 of 淮安市, 区 of 江宁区 and of 广西壮族自治区; the word by which 全市, 全区 mean a division. */
export const rankWord = (division: Division): string => division.name.slice(-1);

/** The division of that rank at or above `code`: 全市 said in 江宁区 is 南京市; null where there is none. */
export const ofRank = (index: DivisionIndex, code: string, rank: string): string | null =>
  lineage(index, code).find((division) => rankWord(division) === rank)?.code ?? null;
