/** Schema version 2: reposts found by their shingles, restated totals, and totals that fall, put on view. */

export const REPOSTS = `
ALTER TABLE reports ADD COLUMN sketch BLOB;              -- hashes of shingles of the sentences with figures, to find reposts by
ALTER TABLE reports ADD COLUMN duplicate_how TEXT        -- why it counts as a repost; null where it is none
  CHECK (duplicate_how IN ('same-words', 'same-figures'));
UPDATE reports SET duplicate_how = 'same-words' WHERE duplicate_of IS NOT NULL;

-- Reports that are left out of current_figures because another one says the same.
CREATE VIEW reposts AS
SELECT r.document_id, r.report, d.file, r.title, r.duplicate_how AS how,
       o.document_id AS original_document_id, o.report AS original_report, od.file AS original_file,
       o.title AS original_title
FROM reports r
JOIN documents d ON d.id = r.document_id
JOIN reports o ON o.id = r.duplicate_of
JOIN documents od ON od.id = o.document_id
WHERE d.superseded_by IS NULL;

-- Totals that another report had stated before, of an earlier date: the same indicator, region, unit, goods and number.
-- Only numbers that are told in at least three digits: 300 or 5万 are met twice by chance.
CREATE VIEW restatements AS
WITH stated AS (
  SELECT figure_id, file, document_id, report, indicator, region_code, region_name, unit, item, value, as_of, quote,
         first_value(figure_id) OVER earlier AS restates,
         first_value(document_id) OVER earlier AS first_document,
         first_value(report) OVER earlier AS first_report,
         first_value(file) OVER earlier AS first_file,
         first_value(as_of) OVER earlier AS first_as_of,
         first_value(quote) OVER earlier AS first_quote
  FROM current_figures
  WHERE statistic = 'total' AND redacted = 0 AND value IS NOT NULL AND region_code IS NOT NULL AND as_of IS NOT NULL
    AND (exact GLOB '*[0-9]*[0-9]*[0-9]*' OR (exact NOT GLOB '*[0-9]*' AND length(exact) > 4))
  WINDOW earlier AS (
    PARTITION BY indicator, region_code, unit, coalesce(item, ''), value, lower, upper
    ORDER BY as_of, document_id, report, start
  )
)
SELECT indicator, region_code, region_name, unit, item, value, figure_id, file, as_of, quote,
       restates, first_file, first_as_of, first_quote
FROM stated
WHERE (first_document, first_report) <> (document_id, report) AND first_as_of < as_of;

-- Two reports that cannot both be right. disagree: of the same indicator, region, unit, item and date, what the one allows
-- lies outside what the other allows. falls: a count that is said to run (累计, 截至) stands lower at a later day of the
-- same year. A report speaks by its greatest total, since the smaller ones are parts of it as a rule.
DROP VIEW conflicts;
CREATE VIEW conflicts AS
WITH stated AS MATERIALIZED (
  SELECT * FROM (
    SELECT indicator, region_code, region_name, unit, coalesce(item, '') AS item, as_of, document_id,
           report, file, figure_id, value, lower, upper, quote,
           (quote LIKE '%累计%' OR quote LIKE '%累計%' OR quote LIKE '%截至%' OR quote LIKE '%截止%') AS running,
           row_number() OVER (
             PARTITION BY document_id, report, indicator, region_code, unit, item, as_of
             ORDER BY coalesce(value, upper, lower) DESC, figure_id
           ) AS place
    FROM current_figures
    WHERE statistic = 'total' AND redacted = 0 AND region_code IS NOT NULL AND as_of IS NOT NULL
  ) WHERE place = 1
),
pairs AS (
  SELECT 'disagree' AS kind, a.figure_id AS figure_a, b.figure_id AS figure_b
  FROM stated a
  JOIN stated b
    ON b.indicator = a.indicator AND b.region_code = a.region_code AND b.unit = a.unit
   AND b.item = a.item AND b.as_of = a.as_of
  WHERE (a.document_id, a.report) < (b.document_id, b.report)
    AND (a.upper < b.lower OR b.upper < a.lower)
  UNION ALL
  SELECT 'falls', a.figure_id, b.figure_id
  FROM stated a
  JOIN stated b
    ON b.indicator = a.indicator AND b.region_code = a.region_code AND b.unit = a.unit AND b.item = a.item
  WHERE a.running AND b.running AND a.as_of < b.as_of AND substr(a.as_of, 1, 4) = substr(b.as_of, 1, 4)
    AND (a.document_id, a.report) <> (b.document_id, b.report)
    AND b.upper < a.lower
)
SELECT p.kind, a.indicator, a.region_code, a.region_name, a.unit, nullif(a.item, '') AS item,
       a.figure_id AS figure_a, a.file AS file_a, a.as_of AS as_of_a, a.value AS value_a, a.lower AS lower_a,
       a.upper AS upper_a, a.quote AS quote_a,
       b.figure_id AS figure_b, b.file AS file_b, b.as_of AS as_of_b, b.value AS value_b, b.lower AS lower_b,
       b.upper AS upper_b, b.quote AS quote_b
FROM pairs p
JOIN stated a ON a.figure_id = p.figure_a
JOIN stated b ON b.figure_id = p.figure_b;
`;
