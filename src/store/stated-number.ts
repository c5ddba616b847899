/**
 * A number with its hedge: what it implies and what can't be. Imports types only, so that the review page shows by the
 * same words what the database will keep.
 */
import type { Qualifier } from '../model.js';

/** The part of a figure that says how much. */
export interface StatedNumber {
  readonly value: number | null;
  /** Null: open. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  /** Blanked out (X名): no number at all. */
  readonly redacted: boolean;
}

export type NumberField = 'value' | 'lower' | 'upper';

/** Why a number can't stand as it is. */
export type NumberFault =
  | 'not-finite'
  | 'negative'
  | 'too-great'
  | 'crossed'
  | 'outside'
  | 'not-exact'
  | 'no-number'
  | 'no-bounds'
  | 'single-value'
  | 'redacted';

/** As for the recogniser: what is greater is a code and no count, and no longer exact. */
const GREATEST = 1e16;

/** The place value of the last digit that is not 0: 4200 → 100, 8.5 → 0.1, 1000000 → 1000000; of 0, 1. */
export function placeValue(value: number): number {
  // takes 8.2e+4 as well as 82000
  const [, digits = '', exponent = '0'] = /^(.*?)e([+-]\d+)$/.exec(Math.abs(value).toExponential()) ?? [];
  const decimals = digits.includes('.') ? digits.length - 2 : 0;
  return value === 0 ? 1 : Number(`1e${Number(exponent) - decimals}`);
}

/** Sums of decimals without binary noise. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/**
 * The bounds that a hedge allows a value: the guide's table, read from the value's last digit that is not 0. Null for a
 * range and for what is vague: those have bounds of their own, and only those.
 *
 * @param before what stood there: 多 and 余 allow one step more, 超 has no upper bound, and its own upper bound tells which
 */
export function boundsOf(
  value: number,
  qualifier: Qualifier,
  before: Pick<StatedNumber, 'qualifier' | 'upper'>,
): Pick<StatedNumber, 'lower' | 'upper'> | null {
  const place = placeValue(value);
  const isOpen = before.qualifier !== 'over' || before.upper === null;
  switch (qualifier) {
    case 'exact':
      return { lower: value, upper: value };
    case 'over':
      return { lower: value, upper: isOpen ? null : tidy(value + place) };
    case 'under':
      return { lower: tidy(value - (value === place ? place / 2 : place)), upper: value };
    case 'about':
      return { lower: tidy(value - place / 2), upper: tidy(value + place / 2) };
    default:
      return null;
  }
}

/** The hedge that a value and bounds speak of, where somebody has changed a bound. */
export function qualifierOf({
  value,
  lower,
  upper,
}: Pick<StatedNumber, NumberField>): Exclude<Qualifier, 'vague'> {
  if (value === null) return 'range';
  if (lower === value) return upper === value ? 'exact' : 'over';
  return upper === value ? 'under' : 'about';
}

/** What is wrong with a number, the first fault of each field. */
export function numberFaults(number: StatedNumber): Partial<Record<NumberField, NumberFault>> {
  const faults: Partial<Record<NumberField, NumberFault>> = {};
  for (const field of ['value', 'lower', 'upper'] as const) {
    const fault = sizeFault(number[field]);
    if (fault) faults[field] = fault;
  }
  return { ...hedgeFaults(number), ...faults };
}

function sizeFault(number: number | null): NumberFault | null {
  if (number === null) return null;
  if (!Number.isFinite(number)) return 'not-finite';
  if (number < 0) return 'negative';
  return number > GREATEST ? 'too-great' : null;
}

function hedgeFaults(number: StatedNumber): Partial<Record<NumberField, NumberFault>> {
  const { value, lower, upper, qualifier, redacted } = number;
  const hasNone = value === null && lower === null && upper === null;
  if (redacted) return hasNone ? {} : { value: 'redacted' };
  if (lower !== null && upper !== null && lower > upper) return { upper: 'crossed' };
  if (qualifier === 'range' || qualifier === 'vague') {
    if (value !== null) return { value: 'single-value' };
    if (qualifier === 'vague') return {};
    return {
      ...(lower === null ? { lower: 'no-bounds' } : {}),
      ...(upper === null ? { upper: 'no-bounds' } : {}),
    };
  }
  if (value === null) return { value: 'no-number' };
  if ((lower ?? value) > value || (upper ?? value) < value) return { value: 'outside' };
  if (qualifier === 'exact' && (lower !== value || upper !== value)) return { value: 'not-exact' };
  return {};
}

/**
 * A correction with what it implies: of a new value, the bounds of its hedge (exact unless one is named); of a new hedge,
 * the bounds that it allows the value; bounds that are stated stay. What says nothing of the number comes back as it is.
 */
export function withBounds<Corrections extends Partial<StatedNumber>>(
  changes: Corrections,
  found: Pick<StatedNumber, 'value' | 'qualifier' | 'upper'>,
): Corrections & Partial<StatedNumber> {
  const { lower, upper, value = found.value } = changes;
  const isTouched = changes.value !== undefined || changes.qualifier !== undefined;
  if (!isTouched || lower !== undefined || upper !== undefined || value === null) return changes;
  const qualifier = changes.qualifier ?? 'exact';
  const bounds = boundsOf(value, qualifier, found);
  return bounds === null ? changes : { ...changes, ...bounds, qualifier };
}
