/** The indexes that only questions need: while many documents are saved, they wait and are built once at the end. */
import type Database from 'better-sqlite3';
import type { Store } from './store.js';

/** Name → what it is on. One index for each facet that people filter and sort by. */
const FACETS: ReadonlyMap<string, string> = new Map([
  ['reports_by_region', 'reports (region_code)'],
  ['reports_by_date', 'reports (date)'],
  // all that a comparison asks of a figure, so that it need not be looked up
  [
    'figures_to_compare',
    `figures (indicator, region_code, unit, item, as_of, needs_review, document_id, report, statistic, redacted, value,
  lower, upper)`,
  ],
  ['figures_by_region', 'figures (region_code)'],
  ['figures_by_date', 'figures (as_of)'],
  ['figures_by_unit', 'figures (unit)'],
  ['figures_by_statistic', 'figures (statistic)'],
  ['figures_by_confidence', 'figures (confidence)'],
  ['figures_by_item', 'figures (item) WHERE item IS NOT NULL'],
  ['figures_to_review', 'figures (confidence, figure_id) WHERE needs_review = 1'],
  ['diagnostics_by_code', 'diagnostics (code)'],
]);

export const CREATE_FACET_INDEXES = [...FACETS]
  .map(([name, on]) => `CREATE INDEX IF NOT EXISTS ${name} ON ${on};\n`)
  .join('');

/**
 * Takes the facet indexes away until `restoreFacetIndexes`: saving costs a fifth less without them. Every question
 * still gets its answer, only later. Should the process end in between, the next one that opens the database for
 * writing restores them.
 */
export function deferFacetIndexes(store: Store): void {
  store.transaction(() =>
    store.execute([...FACETS.keys()].map((name) => `DROP INDEX IF EXISTS ${name};\n`).join('')),
  );
}

/** Builds those that are not there. */
export function restoreFacetIndexes(store: Store): void {
  store.transaction(() => store.execute(CREATE_FACET_INDEXES));
}

/** Whether a process ended while they were away. */
export function lacksFacetIndexes(database: Database.Database): boolean {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index'").pluck().all();
  const there = new Set(names);
  return [...FACETS.keys()].some((name) => !there.has(name));
}
