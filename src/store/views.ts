/** The views for comparing, as typed rows: sums by region and reports that contradict one another. */
import type { Store } from './store.js';

/** The totals of a region at the latest date that is known of it; see the view `region_totals`. */
export interface RegionTotal {
  readonly indicator: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly unit: string;
  readonly item: string | null;
  readonly as_of: string | null;
  /** How many figures went in, and how many different statements they make. */
  readonly figures: number;
  readonly statements: number;
  /** Null where one of the numbers is not known. */
  readonly value: number | null;
  /** Null where one of the bounds is open. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The greatest single value. */
  readonly largest: number | null;
}

/** Two figures that cannot both be right; see the view `conflicts`. */
export interface Conflict {
  readonly indicator: string;
  readonly region_code: string;
  readonly region_name: string | null;
  readonly unit: string;
  readonly item: string | null;
  readonly as_of: string;
  readonly figure_a: string;
  readonly file_a: string;
  readonly value_a: number | null;
  readonly lower_a: number | null;
  readonly upper_a: number | null;
  readonly quote_a: string;
  readonly figure_b: string;
  readonly file_b: string;
  readonly value_b: number | null;
  readonly lower_b: number | null;
  readonly upper_b: number | null;
  readonly quote_b: string;
}

/** Totals by indicator, region, unit and item, in that order; of one indicator where it is given. */
export function regionTotals(
  store: Store,
  { indicator }: { readonly indicator?: string } = {},
): Generator<RegionTotal> {
  return store.iterate<RegionTotal>(
    `SELECT * FROM region_totals ${indicator === undefined ? '' : 'WHERE indicator = :indicator'}
     ORDER BY indicator, region_code, unit, item`,
    indicator === undefined ? {} : { indicator },
  );
}

/** Contradictions between reports, by indicator, region and date. */
export function findConflicts(store: Store): Generator<Conflict> {
  return store.iterate<Conflict>(
    'SELECT * FROM conflicts ORDER BY indicator, region_code, as_of, figure_a, figure_b',
  );
}
