/**
 * Schema version 1, whole: takes an empty database to the tables, indexes, triggers and views that
 * DESIGN names. The comments inside the statements are part of the stored schema: they show up in
 * `.schema` and in any tool that prints it. A version that was released is never edited.
 */

import { CREATE_FACET_INDEXES } from '../facet-indexes.js';

type Affinity = 'TEXT' | 'REAL' | 'INTEGER';

/** The column as the reviewer left it: the decision's value where it names one (null included). */
const corrected = (column: string, affinity: Affinity): string =>
  `CAST(CASE WHEN json_type(s.changes, '$.${column}') IS NULL THEN f."${column}"
         ELSE s.changes ->> '$.${column}' END AS ${affinity}) AS "${column}"`;

/** A column of a figure that only the reviewer knows. */
const added = (column: string, affinity: Affinity, otherwise = 'NULL'): string =>
  `CAST(coalesce(s.changes ->> '$.${column}', ${otherwise}) AS ${affinity}) AS "${column}"`;

export const FIRST_SCHEMA = `
-- ── what the rule files name ────────────────────────────────────────────────────────────────────

CREATE TABLE indicators (
  id           TEXT PRIMARY KEY,                -- e.g. volunteers; the name of its rule file
  name         TEXT NOT NULL,                   -- 志愿者人数
  core         INTEGER NOT NULL CHECK (core IN (0, 1)),
  description  TEXT,
  units        TEXT NOT NULL CHECK (json_valid(units)),  -- JSON list of the canonical units it takes
  rule_version TEXT NOT NULL                    -- the rule set that described it last
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
  id    TEXT PRIMARY KEY,                       -- canonical unit, as figures.unit has it: 人, 人次, 元
  words TEXT NOT NULL CHECK (json_valid(words)) -- JSON list of {word, factor}: how it is written
) STRICT, WITHOUT ROWID;

CREATE TABLE regions (
  code    TEXT PRIMARY KEY,                     -- six digits of GB/T 2260
  name    TEXT NOT NULL,                        -- full name, 涟水县
  level   TEXT NOT NULL CHECK (level IN ('province', 'city', 'county')),
  parent  TEXT REFERENCES regions (code) DEFERRABLE INITIALLY DEFERRED,  -- null for provinces
  heir    TEXT REFERENCES regions (code) DEFERRABLE INITIALLY DEFERRED,  -- what an abolished one became
  aliases TEXT NOT NULL CHECK (json_valid(aliases))  -- JSON list of other names
) STRICT, WITHOUT ROWID;
CREATE INDEX regions_by_parent ON regions (parent);
CREATE INDEX regions_by_heir ON regions (heir);

-- ── what was read ───────────────────────────────────────────────────────────────────────────────

CREATE TABLE runs (
  id           TEXT PRIMARY KEY,                -- its start; a second one of that moment gets -2
  started_at   TEXT NOT NULL,                   -- ISO time
  finished_at  TEXT,                            -- null while it runs, and where it was killed
  rule_version TEXT NOT NULL,
  options      TEXT NOT NULL CHECK (json_valid(options)),  -- JSON: what was asked for
  counts       TEXT CHECK (counts IS NULL OR json_valid(counts)), -- JSON: what came of it; null until finished
  status       TEXT NOT NULL CHECK (status IN ('running', 'done', 'partial', 'failed', 'interrupted'))
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  number        INTEGER PRIMARY KEY,            -- rowid of the text index; means nothing else
  id            TEXT NOT NULL UNIQUE,           -- SHA-256 of the file's bytes, in hex
  file          TEXT NOT NULL,                  -- the name to show; all of them: document_files
  format        TEXT NOT NULL,                  -- txt, docx, pdf …; unknown where not recognised
  encoding      TEXT,                           -- of a text file, what it was decoded with
  bytes         INTEGER NOT NULL,               -- size of the file
  status        TEXT NOT NULL CHECK (status IN ('ok', 'empty', 'failed')),
  rule_version  TEXT NOT NULL,                  -- the rule set that its figures were made with
  run_id        TEXT NOT NULL REFERENCES runs (id),  -- the run that extracted it last
  ingested_at   TEXT NOT NULL,                  -- when that run started
  superseded_by TEXT REFERENCES documents (id), -- its last file now holds that document; null: current
  searchable    INTEGER NOT NULL DEFAULT 0 CHECK (searchable IN (0, 1)),  -- its words are in document_words
  text          TEXT NOT NULL                   -- what the reader made of it, whole; last, as it is long
) STRICT;
CREATE INDEX documents_by_status ON documents (status, superseded_by);
CREATE INDEX documents_by_run ON documents (run_id);
CREATE INDEX documents_by_file ON documents (file);
CREATE INDEX documents_superseded ON documents (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX documents_to_index ON documents (number) WHERE searchable = 0;

CREATE TABLE document_files (
  file        TEXT PRIMARY KEY,                 -- as given to ingest
  document_id TEXT NOT NULL REFERENCES documents (id),  -- what it held when it was last seen
  seen_at     TEXT NOT NULL                     -- start of the run that saw it last
) STRICT, WITHOUT ROWID;
CREATE INDEX document_files_by_document ON document_files (document_id, seen_at, file);

CREATE TABLE reports (
  id            TEXT PRIMARY KEY,               -- <document_id>#<report>
  document_id   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  report        INTEGER NOT NULL,               -- which report of the document, from 0
  title         TEXT,
  issuer        TEXT,
  region_code   TEXT REFERENCES regions (code),
  region_name   TEXT,
  region_method TEXT NOT NULL,                  -- how the region became known
  date          TEXT,                           -- ISO date of the report
  start         INTEGER NOT NULL,               -- code points into documents.text
  "end"         INTEGER NOT NULL,
  content_hash  TEXT,                           -- equal for reposts; null: never compared
  duplicate_of  TEXT REFERENCES reports (id) ON DELETE SET NULL,  -- the one that counts; null: this one
  UNIQUE (document_id, report)
) STRICT;
CREATE INDEX reports_original ON reports (content_hash) WHERE content_hash IS NOT NULL AND duplicate_of IS NULL;
CREATE INDEX reports_duplicate ON reports (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE figures (
  figure_id     TEXT PRIMARY KEY,               -- depends on document, span and indicator only
  document_id   TEXT NOT NULL,
  report        INTEGER NOT NULL,
  indicator     TEXT NOT NULL REFERENCES indicators (id),
  item          TEXT,                           -- the goods that a supplies figure counts
  value         REAL,                           -- as written, in the unit; null: range, vague, redacted
  lower         REAL,                           -- what the hedge allows; null: open
  upper         REAL,
  qualifier     TEXT NOT NULL,                  -- exact over under about range vague
  unit          TEXT NOT NULL REFERENCES units (id),  -- money is in 元
  unit_text     TEXT,                           -- the measure word as written
  statistic     TEXT NOT NULL,                  -- total daily daily_average average maximum each
  redacted      INTEGER NOT NULL CHECK (redacted IN (0, 1)),  -- 1: the number was blanked out (X名)
  region_code   TEXT REFERENCES regions (code), -- null where nothing tells
  region_name   TEXT,
  region_method TEXT NOT NULL,
  as_of         TEXT,                           -- ISO date that it holds for
  as_of_method  TEXT NOT NULL,
  start         INTEGER NOT NULL,               -- code points: substr(text, start + 1, "end" - start) = exact
  "end"         INTEGER NOT NULL,
  exact         TEXT NOT NULL,                  -- the number as the document has it
  quote         TEXT NOT NULL,                  -- its sentence as the document has it
  page          INTEGER,
  paragraph     INTEGER,
  cell          TEXT,                           -- table 1 row 2 column 3
  confidence    REAL NOT NULL,                  -- probability that indicator and value are right
  reasons       TEXT NOT NULL CHECK (json_valid(reasons)),  -- JSON list, strongest doubt first
  needs_review  INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  rule          TEXT NOT NULL,                  -- rule@version
  FOREIGN KEY (document_id, report) REFERENCES reports (document_id, report) ON DELETE CASCADE
) STRICT;
CREATE INDEX figures_by_document ON figures (document_id, report);

CREATE TABLE diagnostics (
  id          INTEGER PRIMARY KEY,
  run_id      TEXT NOT NULL REFERENCES runs (id),
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  file        TEXT,                             -- of what could not be read at all; else null
  code        TEXT NOT NULL,                    -- document-damaged, region-unknown …
  severity    TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  message     TEXT NOT NULL,
  hint        TEXT,
  params      TEXT NOT NULL CHECK (json_valid(params)),
  start       INTEGER,                          -- code points into documents.text
  "end"       INTEGER,
  CHECK ((document_id IS NULL) <> (file IS NULL))
) STRICT;
CREATE INDEX diagnostics_by_document ON diagnostics (document_id);
CREATE INDEX diagnostics_by_file ON diagnostics (file) WHERE file IS NOT NULL;
CREATE INDEX diagnostics_by_run ON diagnostics (run_id);

-- The indexes on each facet.
${CREATE_FACET_INDEXES}
-- ── what people decided ─────────────────────────────────────────────────────────────────────────

-- Append-only. No foreign key to figures: a decision outlives the figure that it was made on, and
-- its anchors find the place again after rules or the file have changed.
CREATE TABLE decisions (
  id          INTEGER PRIMARY KEY,              -- in the order in which they were made
  figure_id   TEXT NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id),
  who         TEXT NOT NULL,
  at          TEXT NOT NULL,                    -- ISO time
  action      TEXT NOT NULL CHECK (action IN ('accept', 'correct', 'reject', 'undo', 'add')),
  changes     TEXT NOT NULL CHECK (json_type(changes) = 'object'),  -- every correction that holds after it
  note        TEXT,
  undoes      INTEGER REFERENCES decisions (id), -- of an undo: the decision that it takes back
  indicator   TEXT NOT NULL,                    -- anchors: what the figure was and where it stood
  start       INTEGER NOT NULL,                 -- code points into the document's text
  "end"       INTEGER NOT NULL,
  exact       TEXT NOT NULL,
  prefix      TEXT NOT NULL,                    -- the text in front of it
  suffix      TEXT NOT NULL,                    -- the text behind it
  CHECK ((action = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX decisions_by_figure ON decisions (figure_id, id);
CREATE INDEX decisions_by_document ON decisions (document_id);
CREATE UNIQUE INDEX decisions_undone ON decisions (undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER decisions_refuse_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only: undo this one with a new decision'); END;
CREATE TRIGGER decisions_refuse_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only: undo this one with a new decision'); END;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER decisions_refuse_replace BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions d WHERE d.id = NEW.id OR d.undoes = NEW.undoes)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only: undo this one with a new decision'); END;

-- ── text search ─────────────────────────────────────────────────────────────────────────────────

-- The words of a document, each once, Han text as overlapping pairs: 志愿者 is 志愿 愿者 者. So
-- WHERE document_words MATCH '志愿' finds two-character words. Holds no text; rowid = documents.number.
CREATE VIRTUAL TABLE document_words USING fts5 (words, content='', detail=none, tokenize='ascii');

-- ── what to query ───────────────────────────────────────────────────────────────────────────────

-- The decision that holds for a figure: the last one that was not taken back.
CREATE VIEW standing_decisions AS
SELECT d.id, d.figure_id, d.document_id, d.who, d.at, d.action, d.changes, d.note,
       d.indicator, d.start, d."end", d.exact, d.prefix, d.suffix
FROM decisions d
WHERE d.id = (
  SELECT max(l.id) FROM decisions l
  WHERE l.figure_id = d.figure_id AND l.action <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = l.id)
);

-- The figures to work with: decisions applied, rejected figures, reposts and documents whose file
-- has changed since left out. decision is null where nobody has looked. Three parts, so that an index
-- on figures serves the first; CROSS JOIN keeps SQLite from scanning documents with their texts.
CREATE VIEW current_figures AS
SELECT d.file, f.document_id, f.report, f.figure_id, f.indicator, f.item, f.value, f.lower, f.upper,
       f.qualifier, f.unit, f.unit_text, f.statistic, f.redacted, f.region_code, f.region_name,
       f.region_method, f.as_of, f.as_of_method, f.start, f."end", f.exact, f.quote, f.page,
       f.paragraph, f.cell, f.confidence, f.reasons, f.needs_review, f.rule,
       CAST(NULL AS TEXT) AS decision, CAST(NULL AS TEXT) AS decided_by, CAST(NULL AS TEXT) AS decided_at
FROM figures f
CROSS JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
CROSS JOIN documents d ON d.id = f.document_id
WHERE r.duplicate_of IS NULL AND d.superseded_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM standing_decisions x WHERE x.figure_id = f.figure_id)
UNION ALL
SELECT d.file, f.document_id, f.report, f.figure_id,
       ${corrected('indicator', 'TEXT')},
       ${corrected('item', 'TEXT')},
       ${corrected('value', 'REAL')},
       ${corrected('lower', 'REAL')},
       ${corrected('upper', 'REAL')},
       ${corrected('qualifier', 'TEXT')},
       ${corrected('unit', 'TEXT')},
       f.unit_text,
       ${corrected('statistic', 'TEXT')},
       ${corrected('redacted', 'INTEGER')},
       ${corrected('region_code', 'TEXT')},
       ${corrected('region_name', 'TEXT')},
       f.region_method,
       ${corrected('as_of', 'TEXT')},
       f.as_of_method, f.start, f."end", f.exact, f.quote, f.page,
       f.paragraph, f.cell, f.confidence, f.reasons, CAST(0 AS INTEGER), f.rule, s.action, s.who, s.at
FROM standing_decisions s
CROSS JOIN figures f ON f.figure_id = s.figure_id
JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
JOIN documents d ON d.id = f.document_id
WHERE s.action <> 'reject' AND r.duplicate_of IS NULL AND d.superseded_by IS NULL
UNION ALL
-- What a reviewer found that the rules did not.
SELECT d.file, s.document_id,
       ${added('report', 'INTEGER', '0')},
       s.figure_id,
       ${added('indicator', 'TEXT', 's.indicator')},
       ${added('item', 'TEXT')},
       ${added('value', 'REAL')},
       ${added('lower', 'REAL')},
       ${added('upper', 'REAL')},
       ${added('qualifier', 'TEXT', "'exact'")},
       ${added('unit', 'TEXT')},
       ${added('unit_text', 'TEXT')},
       ${added('statistic', 'TEXT', "'total'")},
       ${added('redacted', 'INTEGER', '0')},
       ${added('region_code', 'TEXT')},
       ${added('region_name', 'TEXT')},
       ${added('region_method', 'TEXT', "'none'")},
       ${added('as_of', 'TEXT')},
       ${added('as_of_method', 'TEXT', "'none'")},
       s.start, s."end", s.exact,
       ${added('quote', 'TEXT', 's.exact')},
       ${added('page', 'INTEGER')},
       ${added('paragraph', 'INTEGER')},
       ${added('cell', 'TEXT')},
       CAST(1 AS REAL), CAST('[]' AS TEXT), CAST(0 AS INTEGER), CAST('reviewer' AS TEXT), s.action, s.who, s.at
FROM standing_decisions s
CROSS JOIN documents d ON d.id = s.document_id
LEFT JOIN reports r
  ON r.document_id = s.document_id AND r.report = CAST(coalesce(s.changes ->> '$.report', 0) AS INTEGER)
WHERE s.action <> 'reject' AND r.duplicate_of IS NULL AND d.superseded_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.figure_id = s.figure_id)
  AND EXISTS (
    SELECT 1 FROM decisions a
    WHERE a.figure_id = s.figure_id AND a.action = 'add'
      AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = a.id)
  );

-- What a person should look at, most doubtful first.
CREATE VIEW review_queue AS
SELECT d.file, f.document_id, f.report, f.figure_id, f.indicator, f.item, f.value, f.lower, f.upper,
       f.qualifier, f.unit, f.unit_text, f.statistic, f.redacted, f.region_code, f.region_name,
       f.region_method, f.as_of, f.as_of_method, f.start, f."end", f.exact, f.quote, f.page,
       f.paragraph, f.cell, f.confidence, f.reasons, f.needs_review, f.rule
FROM figures f
JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
JOIN documents d ON d.id = f.document_id
WHERE f.needs_review = 1 AND r.duplicate_of IS NULL AND d.superseded_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM standing_decisions x WHERE x.figure_id = f.figure_id)
ORDER BY f.confidence, f.figure_id;

-- Per indicator, region, unit and item the totals of the latest date that is known. A statement that
-- is repeated counts once. Open bounds leave the sum open; a number that is not known leaves it unknown.
CREATE VIEW region_totals AS
WITH statements AS (
  SELECT indicator, region_code, unit, item, as_of, value, lower, upper, count(*) AS figures,
         max(as_of) OVER (PARTITION BY indicator, region_code, unit, item) AS latest
  FROM current_figures
  WHERE statistic = 'total' AND redacted = 0 AND region_code IS NOT NULL
  GROUP BY indicator, region_code, unit, item, as_of, value, lower, upper
)
SELECT t.indicator, t.region_code, r.name AS region_name, t.unit, t.item, t.as_of,
       sum(t.figures) AS figures,                       -- how many figures say so
       count(*) AS statements,                          -- how many different ones
       CASE WHEN count(t.value) = count(*) THEN round(sum(t.value), 6) END AS value,
       CASE WHEN count(t.lower) = count(*) THEN round(sum(t.lower), 6) END AS lower,
       CASE WHEN count(t.upper) = count(*) THEN round(sum(t.upper), 6) END AS upper,
       max(t.value) AS largest                          -- the greatest single one
FROM statements t
LEFT JOIN regions r ON r.code = t.region_code
WHERE t.as_of IS t.latest
GROUP BY t.indicator, t.region_code, t.unit, t.item, t.as_of;

-- Two reports that cannot both be right: of the same indicator, region, unit, item and date, what the
-- one allows lies outside what the other allows. A report speaks by its greatest total, since the
-- smaller ones are parts of it as a rule.
CREATE VIEW conflicts AS
WITH stated AS MATERIALIZED (
  SELECT * FROM (
    SELECT indicator, region_code, region_name, unit, coalesce(item, '') AS item, as_of, document_id,
           report, file, figure_id, value, lower, upper, quote,
           row_number() OVER (
             PARTITION BY document_id, report, indicator, region_code, unit, item, as_of
             ORDER BY coalesce(value, upper, lower) DESC, figure_id
           ) AS place
    FROM current_figures
    WHERE statistic = 'total' AND redacted = 0 AND region_code IS NOT NULL AND as_of IS NOT NULL
  ) WHERE place = 1
)
SELECT a.indicator, a.region_code, a.region_name, a.unit, nullif(a.item, '') AS item, a.as_of,
       a.figure_id AS figure_a, a.file AS file_a, a.value AS value_a, a.lower AS lower_a,
       a.upper AS upper_a, a.quote AS quote_a,
       b.figure_id AS figure_b, b.file AS file_b, b.value AS value_b, b.lower AS lower_b,
       b.upper AS upper_b, b.quote AS quote_b
FROM stated a
JOIN stated b
  ON b.indicator = a.indicator AND b.region_code = a.region_code AND b.unit = a.unit
 AND b.item = a.item AND b.as_of = a.as_of
WHERE (a.document_id, a.report) < (b.document_id, b.report)
  AND (a.upper < b.lower OR b.upper < a.lower);
`;
