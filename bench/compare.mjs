/**
 * Comparing regions over a large database: 200,000 and 1,000,000 figures of 25 indicators in 2,900 divisions and six years,
 * written into the tables without being read from reports. Prints the time of `compare`, warm, for several questions, with
 * the limits; exit code 1 where one is broken. Needs a build.
 *
 *     node bench/compare.mjs [--figures 200000,1000000] [--rounds 5] [--format table|json]
 */
import console from 'node:console';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { count, formatTable, loadBuilt, spread, temporaryFolder } from './measure.mjs';

const { values } = parseArgs({
  options: {
    figures: { type: 'string', default: '200000,1000000' },
    rounds: { type: 'string', default: '5' },
    format: { type: 'string', default: 'table' },
  },
});
if (!['table', 'json'].includes(values.format)) throw new Error('--format takes table or json');

const [{ compare }, store, { loadRules }] = await Promise.all(
  ['compare/index', 'store/index', 'commands/load-rules'].map(loadBuilt),
);
const ruleSet = await loadRules(undefined);
const folder = temporaryFolder();

/** What is asked, and for how long it may take with so many figures. */
const QUESTIONS = [
  { what: 'all core indicators, cities, 92 days', level: 'city', days: 92, limits: { 200000: 200, 1000000: 1000 } },
  { what: 'one indicator, cities, 92 days', level: 'city', days: 92, one: true, limits: { 200000: 200, 1000000: 1000 } },
  { what: 'one indicator, counties, a year', level: 'county', days: 365, one: true, limits: { 200000: 200, 1000000: 1000 } },
  { what: 'all core indicators, provinces, a year', level: 'province', days: 365, limits: {} },
]; // prettier-ignore
const LAST = '2024-12-31';

const results = values.figures.split(',').flatMap((figures) => measure(Number(figures)));
if (results.some(({ kept }) => kept === false)) process.exitCode = 1;
console.log(values.format === 'json' ? JSON.stringify(results, null, 2) : formatTable(
  ['figures', 'question', 'cells', 'median', 'limit', ''],
  results.map(({ figures, what, cells, median, limit, kept }) => [
    figures.toLocaleString('en-US'), what, String(cells), `${median.toFixed(0)} ms`,
    limit === undefined ? '' : `< ${limit} ms`, kept === undefined ? '' : kept ? 'kept' : 'BROKEN',
  ]),
)); // prettier-ignore

function measure(figures) {
  const path = join(folder, `${figures}.sqlite`);
  fill(path, figures);
  const database = store.openStore(path, { readonly: true });
  const core = ruleSet.rules.filter((rule) => rule.core).map(({ id }) => id);
  const measured = QUESTIONS.map(({ what, level, days, one = false, limits }) => {
    const question = {
      indicators: one ? ['volunteers'] : core,
      level,
      within: null,
      to: LAST,
      from: before(LAST, days - 1),
    };
    let cells = 0;
    const times = Array.from({ length: count(values, 'rounds') + 1 }, () => {
      const start = performance.now();
      cells = compare(database, question).rows.reduce((sum, row) => sum + row.cells.length, 0);
      return performance.now() - start;
    });
    // the first one warms up
    const { median } = spread(times.slice(1));
    const limit = limits[figures];
    return { figures, what, cells, median, limit, kept: limit === undefined ? undefined : median < limit };
  });
  database.close();
  return measured;
}

function before(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** Twenty figures a document, each document of one division and day; one in forty is a repost, one in fifty has changed since. */
function fill(path, figures) {
  const database = store.openStore(path, { create: true });
  store.saveCatalogue(database, {
    ...{ ruleVersion: ruleSet.version, indicators: ruleSet.rules },
    ...{ regions: ruleSet.divisions, units: ruleSet.units },
  });
  store.beginRun(database, {
    startedAt: '2025-01-01T00:00:00.000Z',
    ruleVersion: ruleSet.version,
    options: {},
  });
  const documents = Math.ceil(figures / 20);
  database.transaction(() => database.execute(`
    CREATE TEMP TABLE places AS SELECT row_number() OVER (ORDER BY code) - 1 AS n, code, name FROM regions WHERE heir IS NULL;
    CREATE TEMP TABLE counted AS
      SELECT row_number() OVER (ORDER BY id) - 1 AS n, id, units ->> 0 AS unit FROM indicators;
    CREATE TEMP TABLE days AS WITH RECURSIVE d (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM d WHERE n < 2190)
      SELECT n, date('${LAST}', -n || ' days') AS day FROM d;
    CREATE INDEX temp.days_by_day ON days (day);
    INSERT INTO documents (number, id, file, format, encoding, bytes, status, rule_version, run_id, ingested_at, searchable, text)
      WITH RECURSIVE d (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM d WHERE n < ${documents})
      SELECT n, printf('%064x', n), n || '.txt', 'txt', 'utf-8', 9, 'ok', 'v', (SELECT id FROM runs), '2025-01-01', 0, '共1200人。' FROM d;
    UPDATE documents SET superseded_by = printf('%064x', number + 1) WHERE number % 50 = 0 AND number < ${documents};
    INSERT INTO reports (id, document_id, report, title, region_code, region_name, region_method, date, start, "end")
      SELECT d.id || ':0', d.id, 0, '工作汇报', p.code, p.name, 'title', y.day, 0, 7
      FROM documents d JOIN places p ON p.n = d.number * 7919 % (SELECT count(*) FROM places)
      JOIN days y ON y.n = d.number * 104729 % 2190;
    UPDATE reports SET duplicate_of = (SELECT r.id FROM reports r LIMIT 1), duplicate_how = 'same-words'
      WHERE rowid % 40 = 3;
    INSERT INTO figures (figure_id, document_id, report, indicator, value, lower, upper, qualifier, unit, statistic, redacted,
        region_code, region_name, region_method, as_of, as_of_method, start, "end", exact, quote, confidence, reasons, needs_review, rule)
      WITH RECURSIVE k (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM k WHERE n < 19)
      SELECT printf('%016x', d.number * 20 + k.n), d.id, 0, c.id, v, v, iif(k.n % 5 = 0, NULL, v), iif(k.n % 5 = 0, 'over', 'exact'),
        c.unit, iif(k.n % 10 = 9, 'daily', 'total'), 0, r.region_code, r.region_name, 'report', r.date, 'report-date', 1, 5, '1200',
        '截至目前，全区共有志愿者1200人。', 0.9, '["cue-near"]', (d.number + k.n) % 7 = 0, c.id || '@v'
      FROM (SELECT d.*, k.n AS k, 
        -- running totals: they grow from day to day, and are the larger the larger the division is
        (SELECT (r.region_code LIKE '%0000') * 900 + (r.region_code LIKE '%00') * 90 + 10 + (r.region_code * 7 + k.n * 13) % 9) *
          (7000 - (SELECT y.n FROM days y WHERE y.day = r.date)) AS v
        FROM documents d CROSS JOIN k JOIN reports r ON r.document_id = d.id) d
      JOIN k ON k.n = d.k JOIN reports r ON r.document_id = d.id
      JOIN counted c ON c.n = (d.number + k.n) % (SELECT count(*) FROM counted)
      LIMIT ${figures};
    ANALYZE;`)); // prettier-ignore
  database.close();
}
