/** Labelled reports as the divisions that each may be about, with their cues and what was found of each: in memory and as a file. */
import * as z from 'zod';
import { placeOf } from './context-observations.js';
import { readRow, splitRows } from './json-rows.js';

/** One report. */
export interface RegionObservation {
  /** Reports of one document belong together. */
  readonly group: string;
  /** All that it may be about, none included. */
  readonly candidates: readonly {
    /** Figures of the report as a whole that are about this one, by their labels. */
    readonly figures: number;
    /** Each once. */
    readonly cues: readonly string[];
  }[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A cue that fewer documents have is not learnt, nor kept. */
const FEWEST_GROUPS = 5;

/** What there is to learn from, in an order that depends on the content alone. */
export function settleRegions(observations: readonly RegionObservation[]): RegionObservation[] {
  const groups = new Map<string, Set<string>>();
  for (const { group, candidates } of observations)
    for (const { cues } of candidates)
      for (const cue of cues) {
        const having = groups.get(cue);
        if (having === undefined) groups.set(cue, new Set([group]));
        else if (having.size < FEWEST_GROUPS) having.add(group);
      }
  return observations
    .filter(({ candidates }) => candidates.some(({ figures }) => figures > 0))
    .map(({ group, candidates }) => ({
      group,
      candidates: candidates.map(({ figures, cues }) => ({
        figures,
        cues: cues.filter((cue) => groups.get(cue)!.size >= FEWEST_GROUPS).sort(byText),
      })),
    }))
    .map((observation) => ({ observation, key: JSON.stringify([observation.candidates, observation.group]) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ observation }) => observation);
}

/** What a line is called that is none. */
const WHAT = 'region observation';

const headSchema = z.strictObject({ cues: z.array(z.string().min(1)) });
/** Group, and for each candidate the figures and the cues by their places in the head. */
const rowSchema = z.tuple([z.int().min(0)]).rest(z.tuple([z.int().min(0)]).rest(z.int().min(0)));

/**
 * The file: JSON lines, the first with the names of the cues, the commonest first, each further one a report. Groups are
 * numbered from 0 as they come, and no division is named.
 */
export function formatRegionObservations(observations: readonly RegionObservation[]): string {
  const settled = settleRegions(observations);
  const counts = new Map<string, number>();
  for (const { candidates } of settled)
    for (const { cues } of candidates) for (const cue of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  const cues = [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).map(([cue]) => cue);
  const place = placeOf(cues);
  const groups = placeOf([...new Set(settled.map(({ group }) => group))]);
  const rows = settled.map(({ group, candidates }) =>
    JSON.stringify([
      groups.get(group),
      ...candidates.map((one) => [
        one.figures,
        ...one.cues.map((cue) => place.get(cue)!).sort((a, b) => a - b),
      ]),
    ]),
  );
  return [JSON.stringify({ cues }), ...rows, ''].join('\n');
}

/**
 * Reads such a file; a group is named after `source` and its number.
 * @throws {Error} naming the first line that is none
 */
export function parseRegionObservations(text: string, source: string): RegionObservation[] {
  const [head, ...rows] = splitRows(text, source);
  const names = readRow(head, headSchema, WHAT).cues;
  return rows.map((row) => {
    const [group, ...candidates] = readRow(row, rowSchema, WHAT);
    return {
      group: `${source}#${String(group).padStart(6, '0')}`,
      candidates: candidates.map(([figures, ...places]) => {
        const cues = places.map((place) => names[place]);
        if (cues.includes(undefined)) throw new Error(`${row.where}: no ${WHAT}: unknown cue`);
        return { figures, cues: [...new Set(cues as string[])] };
      }),
    };
  });
}
