/** Schema version 5: the totals of a region are what one report states, never the sum of what several state of the same. */

export const REGION_TOTALS = `
DROP VIEW region_totals;
-- Per indicator, region, unit and item the total of the latest date that is known. A report speaks by its greatest total, since
-- the smaller ones are parts of it as a rule; of several reports of that date the greatest speaks, and nothing is added up:
-- look at statements. A report whose greatest total waits for review is left out.
CREATE VIEW region_totals AS
WITH stated AS (
  SELECT * FROM (
    SELECT indicator, region_code, unit, item, as_of, value, lower, upper, figure_id, file, needs_review,
           row_number() OVER (
             PARTITION BY document_id, report, indicator, region_code, unit, item, as_of
             ORDER BY coalesce(value, upper, lower) DESC, figure_id
           ) AS place
    FROM current_figures
    WHERE statistic = 'total' AND redacted = 0 AND region_code IS NOT NULL
  ) WHERE place = 1 AND needs_review = 0
), latest AS (
  SELECT *, rank() OVER (PARTITION BY indicator, region_code, unit, item ORDER BY as_of DESC NULLS LAST) AS age
  FROM stated
), ordered AS (
  SELECT *,
         row_number() OVER (
           PARTITION BY indicator, region_code, unit, item
           ORDER BY coalesce(value, upper, lower) DESC, lower DESC, upper, figure_id
         ) AS rank,
         dense_rank() OVER (PARTITION BY indicator, region_code, unit, item ORDER BY value, lower, upper) AS kind
  FROM latest WHERE age = 1
), counted AS (
  SELECT *, max(kind) OVER (PARTITION BY indicator, region_code, unit, item) AS statements FROM ordered
)
SELECT c.indicator, c.region_code, r.name AS region_name, c.unit, c.item, c.as_of, c.value, c.lower, c.upper,
       c.statements,                                    -- how many different numbers reports state for that date
       c.figure_id, c.file                              -- the one that speaks
FROM counted c
LEFT JOIN regions r ON r.code = c.region_code
WHERE c.rank = 1;
`;
