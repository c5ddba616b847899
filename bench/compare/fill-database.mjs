/** A number of figures in; out a database with so many, written into the tables without being read from reports. */
import { loadBuilt } from '../measure.mjs';

const DECISIONS = 1000;

/**
 * Twenty figures a document, each document of one division and day; one in forty is a repost, one in fifty has changed
 * since; reviewers have accepted, rejected and corrected 1,000 figures. The rows are INSERT … SELECT, the rest is the
 * store's own functions.
 *
 * @param path of a file that is not there yet
 * @param last the latest day; six years before it are filled
 */
export async function fillDatabase(path, figures, last) {
  const [store, { loadRules }] = await Promise.all(['store/index', 'commands/load-rules'].map(loadBuilt));
  const ruleSet = await loadRules(undefined);
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
      SELECT n, date('${last}', -n || ' days') AS day FROM d;
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
    `)); // prettier-ignore
  decide(store, database, documents);
  database.execute('ANALYZE');
  database.close();
}

function decide({ recordDecision }, database, documents) {
  const actions = [{ action: 'accept' }, { action: 'reject' }, { action: 'correct', changes: { value: 77 } }];
  database.transaction(() => {
    for (let i = 0; i < Math.min(DECISIONS, documents); i++) {
      const number = 1 + Math.floor((i * documents) / DECISIONS);
      const figureId = (number * 20).toString(16).padStart(16, '0');
      const at = '2025-01-02T00:00:00.000Z';
      recordDecision(database, { who: 'bench', at, figureId, ...actions[i % actions.length] });
    }
  });
}
