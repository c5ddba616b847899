/** Figures that were held against the truth, as factors and a verdict, without any text: in memory and as a file. */
import * as z from 'zod';
import { readRow, splitRows } from './json-rows.js';

/** One figure: what spoke for and against it, and whether it was right. */
export interface Observation {
  /** Figures of one document belong together: they are never trained on and tested on at once. */
  readonly group: string;
  /** Indicator and value are right. */
  readonly right: boolean;
  /** Names of the factors that held, each once. */
  readonly factors: readonly string[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = ({ group, right, factors }: Observation): string =>
  `${group}\0${Number(right)}\0${factors.toSorted(byText).join(' ')}`;

/** In an order of their own, so that nothing depends on the order of files. */
export const inOrder = (observations: readonly Observation[]): Observation[] =>
  observations
    .map((observation) => ({ observation, key: keyOf(observation) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ observation }) => ({ ...observation, factors: observation.factors.toSorted(byText) }));

/** What a line is called that is none. */
const WHAT = 'observation';

const headSchema = z.strictObject({ factors: z.array(z.string().min(1)) });
/** Group, 1 or 0 for right or wrong, and the factors by their place in the head. */
const rowSchema = z.tuple([z.int().min(0), z.literal([0, 1])]).rest(z.int().min(0));

/**
 * The file: JSON lines, the first with the names of the factors, each further one an observation. Groups are numbered
 * from 0 in the order of their names, which are left out.
 */
export function formatObservations(observations: readonly Observation[]): string {
  const sorted = inOrder(observations);
  const factors = [...new Set(sorted.flatMap((one) => one.factors))].sort(byText);
  const place = new Map(factors.map((factor, i) => [factor, i]));
  const groups = new Map([...new Set(sorted.map(({ group }) => group))].map((group, i) => [group, i]));
  const rows = sorted.map(({ group, right, factors: held }) =>
    JSON.stringify([groups.get(group)!, Number(right), ...held.map((factor) => place.get(factor)!)]),
  );
  return [JSON.stringify({ factors }), ...rows, ''].join('\n');
}

/**
 * Reads such a file; a group is named after `source` and its number.
 * @throws {Error} naming the first line that is none
 */
export function parseObservations(text: string, source: string): Observation[] {
  const [head, ...rows] = splitRows(text, source);
  const { factors } = readRow(head, headSchema, WHAT);
  return rows.map((row) => {
    const [group, right, ...places] = readRow(row, rowSchema, WHAT);
    const held = places.map((place) => factors[place]);
    if (held.includes(undefined)) throw new Error(`${row.where}: no ${WHAT}: unknown factor`);
    return {
      group: `${source}#${String(group).padStart(6, '0')}`,
      right: right === 1,
      factors: held as string[],
    };
  });
}
