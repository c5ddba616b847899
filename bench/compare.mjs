/**
 * Comparing regions over a large database: 200,000 and 1,000,000 figures of 25 indicators in 2,900 divisions and six years,
 * written into the tables without being read from reports. Prints the time of `compare`, warm, for several questions,
 * whether an index serves it, and with `--duckdb` the same aggregation in DuckDB, which must give the same rows; exit code 1
 * where a limit is broken. Needs a build.
 *
 *     node bench/compare.mjs [--figures 200000,1000000] [--rounds 5] [--keep FOLDER] [--format table|json]
 *     npm install --no-save @duckdb/node-api && node bench/compare.mjs --duckdb
 */
import console from 'node:console';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fillDatabase } from './compare/fill-database.mjs';
import { count, formatTable, loadBuilt, spread, temporaryFolder } from './measure.mjs';

const { values } = parseArgs({
  options: {
    figures: { type: 'string', default: '200000,1000000' },
    rounds: { type: 'string', default: '5' },
    keep: { type: 'string' },
    duckdb: { type: 'boolean', default: false },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

const [{ compare, LEVELS }, { openStore }, { FIND_STATEMENTS }] = await Promise.all(
  ['compare/index', 'store/index', 'store/statements'].map(loadBuilt),
);
const rounds = count(values, 'rounds');
// kept databases are used again
const folder = values.keep ?? temporaryFolder();
mkdirSync(folder, { recursive: true });

const LAST = '2024-12-31';
const DAYS = [92, 365];
const LIMITS = { 200000: 200, 1000000: 1000 };
/** The questions that have a limit, in milliseconds by the number of figures. */
const isLimited = (one, level, days) =>
  (level === 'city' && days === 92) || (one && level === 'county' && days === 365);
const INDEX = 'SEARCH f USING COVERING INDEX figures_to_compare (indicator=?)';

const results = [];
for (const size of values.figures.split(',')) {
  const figures = count({ figures: size }, 'figures');
  const path = join(folder, `compare-${figures}.sqlite`);
  if (!existsSync(path)) await fillDatabase(path, figures, LAST);
  const store = openStore(path, { readonly: true });
  const core = store.all('SELECT id FROM indicators WHERE core = 1 ORDER BY id').map(({ id }) => id);
  results.push(checkPlan(store, figures, core), ...timeComparisons(store, figures, core));
  if (values.duckdb) results.push(...(await timeEngines(store, figures, core)));
  store.close();
}
if (results.some(({ kept }) => kept === false)) process.exitCode = 1;
console.log(values.format === 'json' ? JSON.stringify(results, null, 2) : formatTable(
  ['what', 'figures', 'measured', 'limit', '', 'detail'],
  results.map(({ what, figures, shown, limit, kept, detail }) => [
    what, figures.toLocaleString('en-US'), shown, limit ?? '', kept === undefined ? '' : kept ? 'kept' : 'BROKEN', detail,
  ]),
)); // prettier-ignore

/** Nothing is read of the table of figures itself. */
function checkPlan(store, figures, indicators) {
  const asked = { indicators: JSON.stringify(indicators), from: before(LAST, 91), to: LAST };
  const steps = store.all(`EXPLAIN QUERY PLAN ${FIND_STATEMENTS}`, asked).map(({ detail }) => detail);
  const kept = steps.includes(INDEX) && !steps.some((step) => step.startsWith('SCAN f'));
  const detail = kept ? '' : steps.join('; ');
  return { what: 'the index serves it', figures, shown: kept ? 'yes' : 'no', limit: 'yes', kept, detail };
}

function timeComparisons(store, figures, core) {
  return DAYS.flatMap((days) =>
    [['volunteers'], core].flatMap((indicators) =>
      LEVELS.map((level) => {
        const question = { indicators, level, within: null, from: before(LAST, days - 1), to: LAST };
        const limit = isLimited(indicators.length === 1, level, days) ? LIMITS[figures] : undefined;
        const { times, cells } = timeOne(store, question);
        const { median, max } = spread(times);
        return {
          ...{
            what: `${indicators.length === 1 ? 'one indicator' : `${indicators.length} indicators`}, ${level}, ${days} days`,
            figures,
            measured: median,
          },
          ...{ shown: `${median.toFixed(0)} ms`, detail: `${cells} cells, at most ${max.toFixed(0)} ms` },
          ...(limit === undefined ? {} : { limit: `< ${limit} ms`, kept: median < limit }),
        };
      }),
    ),
  );
}

function timeOne(store, question) {
  let cells = 0;
  const times = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    cells = compare(store, question).rows.reduce((sum, row) => sum + row.cells.length, 0);
    return performance.now() - start;
  });
  // the first one warms up
  return { times: times.slice(1), cells };
}

async function timeEngines(store, figures, indicators) {
  // no part of the project: loaded only where it is asked for
  const { askBoth, loadIntoDuckDb } = await import('./compare/in-duckdb.mjs');
  const connection = await loadIntoDuckDb(store, folder);
  const measured = [];
  for (const days of DAYS) {
    const question = { indicators, from: before(LAST, days - 1), to: LAST };
    const { sqlite, duckdb, rows, isSame } = await askBoth(store, connection, question, rounds);
    measured.push({
      ...{ what: `greatest totals, ${days} days: SQLite ÷ DuckDB`, figures, measured: sqlite / duckdb },
      ...{ shown: (sqlite / duckdb).toFixed(1), limit: 'same rows', kept: isSame },
      detail: `${sqlite.toFixed(0)} ms against ${duckdb.toFixed(0)} ms, ${rows} rows`,
    });
  }
  connection.closeSync();
  return measured;
}

function before(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
