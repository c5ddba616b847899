/** Takes any number of values; gives the least and the greatest (spreading them into a call would overflow). */

export interface Extent {
  readonly least: number;
  readonly greatest: number;
}

/** Infinity and -Infinity of nothing. */
export function extentOf<T>(items: Iterable<T>, valueOf: (item: T) => number): Extent {
  let least = Infinity;
  let greatest = -Infinity;
  for (const item of items) {
    const value = valueOf(item);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

export const leastOf = <T>(items: Iterable<T>, valueOf: (item: T) => number): number =>
  extentOf(items, valueOf).least;

export const greatestOf = <T>(items: Iterable<T>, valueOf: (item: T) => number): number =>
  extentOf(items, valueOf).greatest;
