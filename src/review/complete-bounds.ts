/** A reviewer's correction in; the same with the bounds that its hedge allows, where it states none itself. */
import type { FigureRecord } from '../model.js';
import type { Changes } from '../store/index.js';

/** The place value of the last digit that is not 0: 4200 → 100, 8.5 → 0.1, 1000000 → 1000000; of 0, 1. */
export function placeValue(value: number): number {
  // takes 8.2e+4 as well as 82000
  const [, digits = '', exponent = '0'] = /^(.*?)e([+-]\d+)$/.exec(Math.abs(value).toExponential()) ?? [];
  const decimals = digits.includes('.') ? digits.length - 2 : 0;
  return value === 0 ? 1 : Number(`1e${Number(exponent) - decimals}`);
}

/** Sums of decimals without binary noise. */
const tidy = (value: number): number => Number(value.toPrecision(15));

function boundsOf(
  value: number,
  qualifier: FigureRecord['qualifier'],
  open: boolean,
): { readonly lower: number | null; readonly upper: number | null } | null {
  const place = placeValue(value);
  switch (qualifier) {
    case 'exact':
      return { lower: value, upper: value };
    case 'over':
      return { lower: value, upper: open ? null : tidy(value + place) };
    case 'under':
      return { lower: tidy(value - (value === place ? place / 2 : place)), upper: value };
    case 'about':
      return { lower: tidy(value - place / 2), upper: tidy(value + place / 2) };
    default:
      // a range and a vague number have bounds of their own, and only those
      return null;
  }
}

/**
 * The guide's table, read from the value's last digit that is not 0. 多 and 余 allow one step more, 超 has no upper bound:
 * which of them it is, what was found tells (`upper` null where it is open).
 */
export function withBounds(
  changes: Changes,
  found: Pick<FigureRecord, 'value' | 'qualifier' | 'upper'>,
): Changes {
  const { lower, upper } = changes;
  const touched = changes.value !== undefined || changes.qualifier !== undefined;
  if (!touched || lower !== undefined || upper !== undefined) return changes;
  const value = changes.value === undefined ? found.value : changes.value;
  const qualifier = changes.qualifier ?? 'exact';
  if (value === null) return changes;
  const open = found.qualifier === 'over' ? found.upper === null : true;
  const bounds = boundsOf(value, qualifier, open);
  return bounds === null ? changes : { ...changes, ...bounds, qualifier };
}
