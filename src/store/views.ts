/** The views for comparing, as typed rows: totals by region and reports that contradict one another. */
import type { Store } from './store.js';

/** The greatest total that a report states of a region for the latest date that is known of it; see the view `region_totals`. */
export interface RegionTotal {
  readonly indicator: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly unit: string;
  readonly item: string | null;
  readonly as_of: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** How many different numbers reports state for that date. */
  readonly statements: number;
  /** The figure that speaks, and its file. */
  readonly figure_id: string;
  readonly file: string;
}

/** Two figures that cannot both be right; see the view `conflicts`. */
export interface Conflict {
  /** They disagree about one day, or a running count falls from the first to the second. */
  readonly kind: 'disagree' | 'falls';
  readonly indicator: string;
  readonly region_code: string;
  readonly region_name: string | null;
  readonly unit: string;
  readonly item: string | null;
  readonly figure_a: string;
  readonly file_a: string;
  readonly as_of_a: string;
  readonly value_a: number | null;
  readonly lower_a: number | null;
  readonly upper_a: number | null;
  readonly quote_a: string;
  readonly figure_b: string;
  readonly file_b: string;
  readonly as_of_b: string;
  readonly value_b: number | null;
  readonly lower_b: number | null;
  readonly upper_b: number | null;
  readonly quote_b: string;
}

/** A report that is left out because another one says the same; see the view `reposts`. */
export interface Repost {
  readonly document_id: string;
  readonly report: number;
  readonly file: string;
  readonly title: string | null;
  /** Its words are the same, or its sentences with figures are, in other page chrome. */
  readonly how: 'same-words' | 'same-figures';
  readonly original_document_id: string;
  readonly original_report: number;
  readonly original_file: string;
  readonly original_title: string | null;
}

/** A total that an earlier report had stated before; see the view `restatements`. */
export interface Restatement {
  readonly indicator: string;
  readonly region_code: string;
  readonly region_name: string | null;
  readonly unit: string;
  readonly item: string | null;
  readonly value: number;
  readonly figure_id: string;
  readonly file: string;
  readonly as_of: string;
  readonly quote: string;
  /** The figure that stated it first, and what is said of it. */
  readonly restates: string;
  readonly first_file: string;
  readonly first_as_of: string;
  readonly first_quote: string;
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
    'SELECT * FROM conflicts ORDER BY indicator, region_code, as_of_a, figure_a, figure_b',
  );
}

/** Reports that repeat another one, by their files. */
export function findReposts(store: Store): Generator<Repost> {
  return store.iterate<Repost>('SELECT * FROM reposts ORDER BY file, document_id, report');
}

/** Totals that were stated before, by indicator, region and date. */
export function findRestatements(store: Store): Generator<Restatement> {
  return store.iterate<Restatement>(
    'SELECT * FROM restatements ORDER BY indicator, region_code, as_of, figure_id',
  );
}
