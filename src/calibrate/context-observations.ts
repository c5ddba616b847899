/** Numbers of labelled documents as features of their contexts and what they state: in memory and as a file. */
import * as z from 'zod';
import { NO_FIGURE } from '../model.js';
import { readRow, splitRows } from './json-rows.js';

/** One number, with the words around it in pieces that are too short to tell whose they are. */
export interface ContextObservation {
  /** Numbers of one document belong together. */
  readonly group: string;
  /** Its indicator, or `none`. */
  readonly stated: string;
  /** Names of its features, each once. */
  readonly features: readonly string[];
}

/** A feature that fewer documents have is not learnt, nor kept. */
const FEWEST_GROUPS = 4;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const contentOf = ({ stated, features, group }: ContextObservation): string =>
  JSON.stringify([stated, features, group]);

/**
 * What there is to learn from: only features that several documents share, in an order that depends on the content
 * alone, not on the order of files nor on their names.
 */
export function settle(observations: readonly ContextObservation[]): ContextObservation[] {
  const groups = new Map<string, Set<string>>();
  for (const { group, features } of observations)
    for (const feature of features) {
      const having = groups.get(feature);
      if (having === undefined) groups.set(feature, new Set([group]));
      else if (having.size < FEWEST_GROUPS) having.add(group);
    }
  return observations
    .map(({ group, stated, features }) => ({
      group,
      stated,
      features: features.filter((one) => groups.get(one)!.size >= FEWEST_GROUPS).sort(byText),
    }))
    .map((observation) => ({ observation, key: contentOf(observation) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ observation }) => observation);
}

/** What a line is called that is none. */
const WHAT = 'context observation';

const headSchema = z.strictObject({
  stated: z.array(z.string().min(1)),
  features: z.array(z.string().min(2)),
});
/** Group, what is stated, and the features, the latter two by their places in the head. */
const rowSchema = z.tuple([z.int().min(0), z.int().min(0)]).rest(z.int().min(0));

export const placeOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, place) => [name, place]));

/**
 * The file: JSON lines, the first with the names, each further one an observation. Groups are numbered from 0 as they
 * come, and their names left out; the commonest features come first, so that their numbers are short.
 */
export function formatContextObservations(observations: readonly ContextObservation[]): string {
  const settled = settle(observations);
  const counts = new Map<string, number>();
  for (const { features } of settled) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const features = [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).map(([name]) => name);
  const stated = [...new Set(settled.map((one) => one.stated))].sort(byText);
  const groups = placeOf([...new Set(settled.map(({ group }) => group))]);
  const [featurePlace, statedPlace] = [placeOf(features), placeOf(stated)];
  const rows = settled.map((one) =>
    JSON.stringify([
      groups.get(one.group),
      statedPlace.get(one.stated),
      ...one.features.map((feature) => featurePlace.get(feature)!).sort((a, b) => a - b),
    ]),
  );
  return [JSON.stringify({ stated, features }), ...rows, ''].join('\n');
}

/**
 * Reads such a file, in which only `indicators` and `none` may be stated; a group is named after `source` and its number.
 * @throws {Error} naming the first line that is none
 */
export function parseContextObservations(
  text: string,
  source: string,
  indicators: ReadonlySet<string>,
): ContextObservation[] {
  const [head, ...rows] = splitRows(text, source);
  const names = readRow(head, headSchema, WHAT);
  const unknown = names.stated.find((name) => name !== NO_FIGURE && !indicators.has(name));
  if (unknown !== undefined) throw new Error(`${head.where}: no ${WHAT}: unknown indicator "${unknown}"`);
  return rows.map((row) => {
    const [group, stated, ...places] = readRow(row, rowSchema, WHAT);
    const features = places.map((place) => names.features[place]);
    const name = names.stated[stated];
    if (name === undefined || features.includes(undefined))
      throw new Error(`${row.where}: no ${WHAT}: a number that the first line does not explain`);
    return {
      group: `${source}#${String(group).padStart(6, '0')}`,
      stated: name,
      features: [...new Set(features as string[])],
    };
  });
}
