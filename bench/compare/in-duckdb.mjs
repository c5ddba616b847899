/** The same question to SQLite and to DuckDB: the greatest total of each report, then of each region and series, within days. */
import { DuckDBInstance, listValue } from '@duckdb/node-api';
import { parquetWriteFile } from 'hyparquet-writer';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadBuilt, spread } from '../measure.mjs';

const FIGURE = {
  figure_id: 'STRING', document_id: 'STRING', report: 'INT32', indicator: 'STRING', item: 'STRING', value: 'DOUBLE', lower: 'DOUBLE',
  upper: 'DOUBLE', unit: 'STRING', statistic: 'STRING', redacted: 'INT32', region_code: 'STRING', as_of: 'STRING', needs_review: 'INT32',
}; // prettier-ignore
const NAMES = Object.keys(FIGURE).join(', ');

/** What DuckDB is given: the figures as they are stored, the reports that do not count, and what reviewers decided. */
const TABLES = {
  figures: { columns: FIGURE, sql: `SELECT ${NAMES} FROM figures` },
  left_out: {
    columns: { document_id: 'STRING', report: 'INT32' },
    sql: `SELECT r.document_id, r.report FROM reports r JOIN documents d ON d.id = r.document_id
          WHERE r.duplicate_of IS NOT NULL OR d.superseded_by IS NOT NULL`,
  },
  decided_ids: { columns: { figure_id: 'STRING' }, sql: 'SELECT DISTINCT figure_id FROM decisions' },
  decided: {
    columns: FIGURE,
    sql: `SELECT ${NAMES} FROM current_figures WHERE figure_id IN (SELECT figure_id FROM decisions)`,
  },
};

const GREATEST = `WITH current AS (
    SELECT * FROM figures ANTI JOIN left_out USING (document_id, report) ANTI JOIN decided_ids USING (figure_id)
    UNION ALL SELECT * FROM decided
  ), stated AS (
    SELECT indicator, region_code, unit, item, as_of, document_id, report, max(coalesce(value, upper, lower)) AS most
    FROM current
    WHERE list_contains($indicators, indicator) AND as_of BETWEEN $from AND $to AND statistic = 'total' AND redacted = 0
      AND needs_review = 0 AND region_code IS NOT NULL AND coalesce(value, upper, lower) IS NOT NULL
    GROUP BY ALL
  )
  SELECT indicator, region_code, unit, item, max(most) FROM stated GROUP BY ALL`;

/** Loads the rows of an open store into DuckDB, through Parquet files in `folder`. */
export async function loadIntoDuckDb(store, folder) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [name, { columns, sql }] of Object.entries(TABLES)) {
    const rows = store.all(sql);
    const filename = join(folder, `${name}.parquet`);
    const columnData = Object.entries(columns).map(([column, type]) => ({
      ...{ name: column, type, data: rows.map((row) => row[column]) },
    }));
    parquetWriteFile({ filename, columnData });
    await connection.run(`CREATE TABLE ${name} AS SELECT * FROM read_parquet('${filename}')`);
  }
  return connection;
}

/** @returns {Promise<{ sqlite: number, duckdb: number, rows: number, isSame: boolean }>} medians in milliseconds */
export async function askBoth(store, connection, { indicators, from, to }, rounds) {
  const { findStatements } = await loadBuilt('store/index');
  const inSqlite = () => greatest(findStatements(store, { indicators, from, to }));
  const inDuckDb = async () => {
    const asked = { indicators: listValue(indicators), from, to };
    const rows = (await connection.runAndReadAll(GREATEST, asked)).getRows();
    return new Map(rows.map((row) => [row.slice(0, 4).join(), row[4]]));
  };
  const [sqlite, duckdb] = [await timed(inSqlite, rounds), await timed(inDuckDb, rounds)];
  const [ours, theirs] = [sqlite.result, duckdb.result];
  const isSame = ours.size === theirs.size && [...ours].every(([key, most]) => theirs.get(key) === most);
  return { sqlite: sqlite.median, duckdb: duckdb.median, rows: ours.size, isSame };
}

/** The first time warms up. */
async function timed(work, rounds) {
  let result = await work();
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    result = await work();
    times.push(performance.now() - start);
  }
  return { result, median: spread(times).median };
}

function greatest(statements) {
  const found = new Map();
  for (const { indicator, region_code, unit, item, value, upper, lower, needs_review } of statements) {
    if (needs_review) continue;
    const key = [indicator, region_code, unit, item].join();
    found.set(key, Math.max(found.get(key) ?? 0, value ?? upper ?? lower));
  }
  return found;
}
