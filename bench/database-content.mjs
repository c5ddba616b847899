/** A database in; all that it says of documents out, tables and views, without what tells one run from another. */
import Database from 'better-sqlite3';

/** The clock and the name of a run, and numbers by which rows are told apart inside only. */
const OF_THE_RUN = new Set(['run_id', 'ingested_at', 'seen_at', 'number']);

const SOURCES = [
  'documents',
  'document_files',
  'reports',
  'figures',
  'diagnostics',
  'indicators',
  'units',
  'regions',
  'current_figures',
  'review_queue',
  'region_totals',
  'conflicts',
  'reposts',
  'restatements',
];

/** @returns {Record<string, string[]>} the rows of each table and view as JSON, sorted */
export function databaseContent(path) {
  const database = new Database(path, { readonly: true });
  try {
    return Object.fromEntries(SOURCES.map((source) => [source, rowsOf(database, source)]));
  } finally {
    database.close();
  }
}

function rowsOf(database, source) {
  const columns = database
    .prepare(`SELECT name FROM pragma_table_info(?)`)
    .pluck()
    .all(source)
    .filter((name) => !OF_THE_RUN.has(name) && !(source === 'diagnostics' && name === 'id'));
  const rows = database
    .prepare(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${source}`)
    .all();
  return rows.map((row) => JSON.stringify(row, hex)).sort();
}

/** Blobs by what they hold. */
const hex = (_, value) => (value?.type === 'Buffer' ? value.data.join(' ') : value);

/** What SQLite and the schema themselves find amiss; empty where all is well. */
export function databaseFaults(path) {
  const database = new Database(path, { readonly: true });
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    const misplaced = database
      .prepare(
        `SELECT count(*) FROM figures f JOIN documents d ON d.id = f.document_id
         WHERE substr(d.text, f.start + 1, f."end" - f.start) <> f.exact`,
      )
      .pluck()
      .get();
    const unsearchable = database
      .prepare("SELECT count(*) FROM documents WHERE searchable = 0 AND status = 'ok'")
      .pluck()
      .get();
    return [
      ...(integrity === 'ok' ? [] : [integrity]),
      ...database.pragma('foreign_key_check').map((row) => JSON.stringify(row)),
      ...(misplaced === 0 ? [] : [`${misplaced} figures are not where they say`]),
      ...(unsearchable === 0 ? [] : [`${unsearchable} documents cannot be searched`]),
    ];
  } finally {
    database.close();
  }
}
