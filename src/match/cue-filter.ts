/** The cues of many rules, few of which ever hold → whether any of them may, asked of all at once. */
import type { Cue, Direction } from '../model.js';
import type { QuantityContext } from './context.js';

/** Of each direction, one pattern that matches wherever the first condition of one of the cues does. */
export type CueFilter = ReadonlyMap<Direction, RegExp>;

// What means another thing among other patterns: takes a back reference, \1 or \k<name>, and a named group;
// must not take \d or (?<=.
const NOT_TO_BE_JOINED = /\\[1-9k]|\(\?<[^=!]/;

/** Null where the patterns cannot be joined. */
export function filterOf(cues: readonly Cue[]): CueFilter | null {
  const patterns = new Map<Direction, RegExp[]>();
  for (const { conditions } of cues) {
    const [{ direction, pattern }] = conditions;
    patterns.set(direction, [...(patterns.get(direction) ?? []), pattern]);
  }
  const joined = new Map<Direction, RegExp>();
  for (const [direction, list] of patterns) {
    const flags = new Set(list.map((pattern) => pattern.flags));
    if (flags.size > 1 || list.some(({ source }) => NOT_TO_BE_JOINED.test(source))) return null;
    joined.set(direction, new RegExp(list.map(({ source }) => `(?:${source})`).join('|'), [...flags][0]));
  }
  return joined;
}

/** A bit for each direction. */
export const BIT: Readonly<Record<Direction, number>> = {
  after: 1, before: 2, clause: 4, lead: 8, sentence: 16, header: 32, section: 64, unit: 128,
}; // prettier-ignore

/** The directions in which a first condition of the filter's cues is met; cues that start elsewhere do not hold. */
export function directionsMet(filter: CueFilter | null, { windows }: QuantityContext): number {
  if (filter === null) return ~0;
  let met = 0;
  for (const [direction, pattern] of filter) {
    const window = windows[direction];
    if (window !== '' && pattern.test(window)) met |= BIT[direction];
  }
  return met;
}
