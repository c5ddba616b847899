/** Numbers with bounds, as comparisons reckon with them: counts, and so never below 0. */

export interface Amount {
  /** Null where only bounds are known. */
  readonly value: number | null;
  /** What it is at least; null: nothing is said. */
  readonly lower: number | null;
  /** What it is at most; null: open. */
  readonly upper: number | null;
}

export const NOTHING: Amount = { value: 0, lower: 0, upper: 0 };

/** Without binary noise: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(15));

const sum = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : tidy(a + b);

/** What is at least nothing said of is at least 0. */
export const add = (a: Amount, b: Amount): Amount => ({
  value: sum(a.value, b.value),
  lower: tidy((a.lower ?? 0) + (b.lower ?? 0)),
  upper: sum(a.upper, b.upper),
});

export const scale = ({ value, lower, upper }: Amount, factor: number): Amount => {
  const by = (number: number | null): number | null => (number === null ? null : tidy(number * factor));
  return { value: by(value), lower: by(lower), upper: by(upper) };
};

/** The number to sort and to draw by: the value, else what is known of it. */
export const sizeOf = ({ value, lower, upper }: Amount): number => value ?? upper ?? lower ?? 0;

/** At least, at most, about. */
export type Sign = '≥' | '≤' | '≈';

/**
 * The number to show, with the sign of what its hedge leaves open; null where nothing but two bounds is known, and where
 * statements that contradict one another leave nothing but bounds. What is open above is shown by what it is at least.
 */
export function signedNumber(
  { value, lower, upper }: Amount,
  { contradicted = false } = {},
): { readonly number: number; readonly sign: Sign | null } | null {
  if (upper === null && lower !== null) return { number: lower, sign: '≥' };
  if (value === null || contradicted) return null;
  if (lower === upper) return { number: value, sign: null };
  if (lower === value) return { number: value, sign: '≥' };
  return { number: value, sign: upper === value ? '≤' : '≈' };
}

const atLeast = ({ lower, value }: Amount): number => lower ?? value ?? 0;
const atMost = ({ upper }: Amount): number => upper ?? Infinity;

/** All that the first can be lies below all that the second can be. */
export const isBelow = (a: Amount, b: Amount): boolean => atMost(a) < atLeast(b);

/** No number is within both. */
export const areApart = (a: Amount, b: Amount): boolean => isBelow(a, b) || isBelow(b, a);

/** How much is left open. */
export const widthOf = (amount: Amount): number => atMost(amount) - atLeast(amount);

/** What holds both. */
export const hull = (a: Amount, b: Amount): Pick<Amount, 'lower' | 'upper'> => ({
  lower: Math.min(atLeast(a), atLeast(b)),
  upper: a.upper === null || b.upper === null ? null : Math.max(a.upper, b.upper),
});

/** The places that an amount can have among others, the greatest first; from 1. */
export interface Rank {
  readonly best: number;
  readonly worst: number;
}

/** 3, or 3–5 where which of them is greater is open. */
export const formatRank = ({ best, worst }: Rank): string =>
  best === worst ? String(best) : `${best}–${worst}`;

/** One rank an amount. Where the bounds of two overlap, which is greater is open, and both can have both places. */
export function rankAmounts(amounts: readonly Amount[]): Rank[] {
  const lowers = amounts.map(atLeast).toSorted((a, b) => a - b);
  const uppers = amounts.map(atMost).toSorted((a, b) => a - b);
  return amounts.map((amount) => ({
    best: 1 + lowers.length - countUpTo(lowers, atMost(amount)),
    worst: uppers.length - countBelow(uppers, atLeast(amount)),
  }));
}

/** How many of ascending numbers are not above `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  return partition(numbers, (number) => number <= limit);
}

/** How many of ascending numbers are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  return partition(numbers, (number) => number < limit);
}

/** How many numbers come first of which `is` holds, by halving. */
function partition(numbers: readonly number[], is: (number: number) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(numbers[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
