/** Reports of a database go in; those that post another one again (other page chrome, other script, an excerpt) are marked. */
import { settleDuplicates } from './duplicates.js';
import type { Store } from './store.js';

/** Hashes in a full sketch; a shorter one holds all of its report. */
const FULL = 128;
/** The share of the smaller report's shingles that must stand in the other one. */
const LEAST_SHARED = 0.75;
/** The same where a single figure has to bear it out. */
const LEAST_SHARED_ALONE = 0.9;
/** The share of its figures that must stand there too: weekly reports keep their words and change their numbers. */
const LEAST_FIGURES = 0.9;
/** Shingles that two reports must share to be looked at. */
const FEWEST_COMMON = 6;
/** A shingle's first holders, the most telling reports first: those that the others can be reposts of. */
const HOLDERS = 32;
/** Reports whose figures are kept at hand: those first told and the one that is looked at. */
const REMEMBERED = 256;

interface Candidate {
  readonly id: string;
  readonly region: string | null;
  readonly reviewed: boolean;
  readonly figures: number;
  readonly sketch: Uint32Array;
  /** Its own date where it counts what a day brought (今日出动…): the same numbers of another day are others. */
  readonly day: string | null;
}

/**
 * Finds reposts among the reports that count by their words, and leaves each with the report that it repeats: the one
 * with more figures, or else the one that a person has reviewed, or else that of the smaller document id. Settles
 * everything anew, so that the order in which documents were saved does not matter. Linear in the number of reports but
 * for a sort.
 */
export function settleReposts(store: Store): void {
  store.transaction(() => {
    release(store);
    const candidates = load(store);
    const figuresOf = rememberFigures(store, candidates);
    const originals = new Map<number, number>();
    for (const [later, earlier] of pairsOf(candidates)) {
      // what repeats a repost repeats the original too, and is told from that
      if (originals.has(later) || originals.has(earlier)) continue;
      const [small, large] = [candidates[later]!, candidates[earlier]!];
      if (small.region !== null && large.region !== null && small.region !== large.region) continue;
      if (small.day !== null && large.day !== null && small.day !== large.day) continue;
      const least = small.figures > 1 ? LEAST_SHARED : LEAST_SHARED_ALONE;
      if (sharedPart(small.sketch, large.sketch) < least) continue;
      if (figuresShared(figuresOf(later), figuresOf(earlier)) < LEAST_FIGURES) continue;
      originals.set(later, earlier);
    }
    for (const [later, earlier] of originals)
      store.run(
        "UPDATE reports SET duplicate_of = :original, duplicate_how = 'same-figures' WHERE id = :id",
        { original: candidates[earlier]!.id, id: candidates[later]!.id },
      );
  });
}

/** Takes back what an earlier call settled. */
function release(store: Store): void {
  const contents = store.all<{ content_hash: string }>(
    `SELECT DISTINCT content_hash FROM reports
     WHERE duplicate_how = 'same-figures' AND content_hash IS NOT NULL ORDER BY content_hash`,
  );
  store.run(
    "UPDATE reports SET duplicate_of = NULL, duplicate_how = NULL WHERE duplicate_how = 'same-figures'",
  );
  for (const { content_hash } of contents) settleDuplicates(store, content_hash);
}

/** The reports that count and have figures, the most telling first. */
function load(store: Store): Candidate[] {
  const rows = store.all<{
    id: string;
    region_code: string | null;
    reviewed: number;
    figures: number;
    sketch: Uint8Array;
    day: string | null;
  }>(
    `SELECT r.id, r.region_code, r.sketch,
       CASE WHEN EXISTS (SELECT 1 FROM figures f WHERE f.document_id = r.document_id AND f.report = r.report
         AND f.statistic = 'daily') THEN r.date END AS day,
       EXISTS (SELECT 1 FROM decisions x WHERE x.document_id = r.document_id) AS reviewed,
       (SELECT count(*) FROM figures f WHERE f.document_id = r.document_id AND f.report = r.report) AS figures
     FROM reports r JOIN documents d ON d.id = r.document_id
     WHERE r.duplicate_of IS NULL AND d.superseded_by IS NULL AND length(r.sketch) > 0
     ORDER BY figures DESC, reviewed DESC, r.document_id, r.report`,
  );
  return rows.map(({ id, region_code, reviewed, figures, sketch, day }) => ({
    id,
    region: region_code,
    reviewed: reviewed === 1,
    figures,
    sketch: new Uint32Array(Uint8Array.from(sketch).buffer),
    day,
  }));
}

/**
 * `[later, earlier]` indexes of reports that share shingles, in that order; each pair once. One report's pairs are
 * counted at a time: reports made from one template would else need a count for each two of them.
 */
function* pairsOf(candidates: readonly Candidate[]): Generator<[number, number]> {
  const { holders, groups, firstGroup } = holdersOfHashes(candidates);
  const sizeOf = (index: number): number => candidates[index]!.sketch.length;
  // a sketch has 128 hashes at most
  const common = new Uint8Array(candidates.length);
  for (let later = 1; later < candidates.length; later++) {
    const found: number[] = [];
    for (const group of groups.subarray(firstGroup[later], firstGroup[later + 1]))
      // the report itself is one of the group's
      for (let at = group; at < group + HOLDERS && holders[at]! < later; at++)
        if (common[holders[at]!]!++ === 0) found.push(holders[at]!);
    for (const earlier of found.sort((a, b) => a - b))
      if (common[earlier]! >= Math.min(FEWEST_COMMON, sizeOf(later), sizeOf(earlier))) yield [later, earlier];
    for (const earlier of found) common[earlier] = 0;
  }
}

/** Which reports hold each hash. */
interface Holders {
  /** Indexes of reports, those that hold one hash side by side, the most telling first. */
  readonly holders: Uint32Array;
  /** Where in `holders` each hash of each report begins, report by report. */
  readonly groups: Uint32Array;
  /** Where in `groups` each report begins, and where the last one ends. */
  readonly firstGroup: Uint32Array;
}

/** More reports than a database will hold; hash × PLACES + index stays a whole number. */
const PLACES = 2 ** 21;

/** In typed arrays, which take a tenth of what a map would. */
function holdersOfHashes(candidates: readonly Candidate[]): Holders {
  const firstGroup = new Uint32Array(candidates.length + 1);
  for (const [index, { sketch }] of candidates.entries())
    firstGroup[index + 1] = firstGroup[index]! + sketch.length;
  const places = placesByHash(candidates, firstGroup[candidates.length]!);
  const holders = new Uint32Array(places.length);
  const groups = new Uint32Array(places.length);
  const next = firstGroup.slice();
  let group = 0;
  for (const [at, place] of places.entries()) {
    const index = place % PLACES;
    if (at > 0 && place - index > places[group]!) group = at;
    holders[at] = index;
    groups[next[index]!++] = group;
  }
  return { holders, groups, firstGroup };
}

/** hash × PLACES + index of every hash of every sketch, sorted. */
function placesByHash(candidates: readonly Candidate[], size: number): Float64Array {
  const places = new Float64Array(size);
  let at = 0;
  for (const [index, { sketch }] of candidates.entries())
    for (const hash of sketch) places[at++] = hash * PLACES + index;
  return places.sort();
}

/** The share of the smaller text that stands in the other one, from their sketches. */
export function sharedPart(a: Uint32Array, b: Uint32Array): number {
  // a full sketch says nothing of hashes above its last
  const limit = Math.min(...[a, b].map((sketch) => (sketch.length < FULL ? Infinity : sketch.at(-1)!)));
  const within = (sketch: Uint32Array): Uint32Array => sketch.filter((hash) => hash <= limit);
  const [left, right] = [within(a), new Set(within(b))];
  const smaller = Math.min(left.length, right.size);
  return smaller === 0 ? 0 : left.reduce((total, hash) => total + Number(right.has(hash)), 0) / smaller;
}

/** The figures of a candidate, with those last asked for at hand. */
function rememberFigures(
  store: Store,
  candidates: readonly Candidate[],
): (index: number) => ReadonlyMap<string, number> {
  const known = new Map<number, ReadonlyMap<string, number>>();
  return (index) => {
    const figures = known.get(index) ?? countFigures(store, candidates[index]!.id);
    known.delete(index);
    known.set(index, figures);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
    return figures;
  };
}

function countFigures(store: Store, reportId: string): ReadonlyMap<string, number> {
  const rows = store.all<{ figure: string }>(
    `SELECT json_array(f.indicator, f.unit, f.value, f.lower, f.upper, f.statistic) AS figure
     FROM reports r JOIN figures f ON f.document_id = r.document_id AND f.report = r.report
     WHERE r.id = :reportId`,
    { reportId },
  );
  const counts = new Map<string, number>();
  for (const { figure } of rows) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

/** The share of the first report's figures that the second one states too. */
function figuresShared(small: ReadonlyMap<string, number>, large: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [figure, count] of small) {
    all += count;
    shared += Math.min(count, large.get(figure) ?? 0);
  }
  return all === 0 ? 0 : shared / all;
}
