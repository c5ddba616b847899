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
-- same year. A report speaks by its greatest total, since the smaller ones are parts of it as a rule. Of many reports that
-- disagree, each is set against the one that says most and the one that says least; a fall is set against the highest before.
DROP VIEW conflicts;
CREATE VIEW conflicts AS
WITH stated AS MATERIALIZED (
  SELECT * FROM (
    SELECT indicator, region_code, region_name, unit, coalesce(item, '') AS item, as_of, document_id,
           report, figure_id, value, lower, upper,
           (quote LIKE '%累计%' OR quote LIKE '%累計%' OR quote LIKE '%截至%' OR quote LIKE '%截止%') AS running,
           row_number() OVER (
             PARTITION BY document_id, report, indicator, region_code, unit, item, as_of
             ORDER BY coalesce(value, upper, lower) DESC, figure_id
           ) AS place
    FROM current_figures
    WHERE statistic = 'total' AND redacted = 0 AND region_code IS NOT NULL AND as_of IS NOT NULL
  ) WHERE place = 1
),
-- a number in front of an id, so that the greatest and the least text name a figure
ordered AS MATERIALIZED (
  SELECT figure_id, lower, upper, running,
         max(printf('%024.4f', lower) || figure_id) OVER same_day AS most,
         min(printf('%024.4f', upper) || figure_id) FILTER (WHERE upper IS NOT NULL) OVER same_day AS least,
         max(printf('%024.4f', lower) || figure_id) FILTER (WHERE running) OVER earlier AS highest
  FROM stated
  WINDOW same_day AS (PARTITION BY indicator, region_code, unit, item, as_of),
    earlier AS (
      PARTITION BY indicator, region_code, unit, item, substr(as_of, 1, 4)
      ORDER BY as_of GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
),
pairs AS (
  SELECT 'disagree' AS kind, min(figure_id, other) AS figure_a, max(figure_id, other) AS figure_b FROM (
    SELECT figure_id, substr(most, 25) AS other FROM ordered WHERE upper < CAST(substr(most, 1, 24) AS REAL)
    UNION
    SELECT figure_id, substr(least, 25) FROM ordered WHERE lower > CAST(substr(least, 1, 24) AS REAL)
  ) GROUP BY 2, 3
  UNION ALL
  SELECT 'falls', substr(highest, 25), figure_id FROM ordered
  WHERE running AND upper < CAST(substr(highest, 1, 24) AS REAL)
)
SELECT p.kind, a.indicator, a.region_code, a.region_name, a.unit, nullif(a.item, '') AS item,
       a.figure_id AS figure_a, da.file AS file_a, a.as_of AS as_of_a, a.value AS value_a, a.lower AS lower_a,
       a.upper AS upper_a, fa.quote AS quote_a,
       b.figure_id AS figure_b, db.file AS file_b, b.as_of AS as_of_b, b.value AS value_b, b.lower AS lower_b,
       b.upper AS upper_b, fb.quote AS quote_b
FROM pairs p
JOIN stated a ON a.figure_id = p.figure_a
JOIN stated b ON b.figure_id = p.figure_b
JOIN figures fa ON fa.figure_id = a.figure_id
JOIN figures fb ON fb.figure_id = b.figure_id
JOIN documents da ON da.id = a.document_id
JOIN documents db ON db.id = b.document_id
WHERE (a.document_id, a.report) <> (b.document_id, b.report);
`;
