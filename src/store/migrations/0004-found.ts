/** Schema version 4: what a figure was when somebody decided on it stays known after the rules read it in another way. */

export const FOUND = `
-- The figure as the rules had found it, without its place: JSON by the names of the table figures; null where a reviewer
-- added it, and where it was gone.
ALTER TABLE decisions ADD COLUMN found TEXT CHECK (found IS NULL OR json_type(found) = 'object');

DROP TRIGGER decisions_refuse_update;
UPDATE decisions SET found = (
  SELECT json_object(
    'report', f.report, 'item', f.item, 'value', f.value, 'lower', f.lower, 'upper', f.upper, 'qualifier', f.qualifier,
    'unit', f.unit, 'unit_text', f.unit_text, 'statistic', f.statistic,
    'redacted', json(iif(f.redacted, 'true', 'false')), 'region_code', f.region_code, 'region_name', f.region_name,
    'region_method', f.region_method, 'as_of', f.as_of, 'as_of_method', f.as_of_method, 'quote', f.quote)
  FROM figures f WHERE f.figure_id = decisions.figure_id
);
CREATE TRIGGER decisions_refuse_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only: undo this one with a new decision'); END;

-- The part of a long document that is on screen is asked for by place.
DROP INDEX figures_by_document;
CREATE INDEX figures_by_place ON figures (document_id, start, "end");

DROP VIEW standing_decisions;
-- The decision that holds for a figure: the last one that was not taken back.
CREATE VIEW standing_decisions AS
SELECT d.id, d.figure_id, d.document_id, d.who, d.at, d.action, d.changes, d.note,
       d.indicator, d.start, d."end", d.exact, d.prefix, d.suffix, d.carried_from, d.found
FROM decisions d
WHERE d.id = (
  SELECT max(l.id) FROM decisions l
  WHERE l.figure_id = d.figure_id AND l.action <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = l.id)
);

-- What each person decided last on a figure and did not take back.
CREATE VIEW held_decisions AS
SELECT d.id, d.figure_id, d.document_id, d.who, d.at, d.action, d.changes, d.note,
       d.indicator, d.start, d."end", d.exact, d.prefix, d.suffix, d.carried_from, d.found
FROM decisions d
WHERE d.id IN (
  SELECT max(l.id) FROM decisions l
  WHERE l.action <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = l.id)
  GROUP BY l.figure_id, l.who
);

DROP VIEW disagreements;
-- Figures on which two people hold different outcomes.
CREATE VIEW disagreements AS
WITH held AS (
  SELECT d.figure_id, d.who, d.at, d.id, d.action, d.changes, d.note,
         CASE WHEN d.action = 'reject' THEN 'reject' ELSE coalesce((
           SELECT group_concat(key || '=' || coalesce(value, ''), '|')
           FROM (SELECT key, value FROM json_each(d.changes) ORDER BY key)
         ), '') END AS outcome
  FROM held_decisions d
)
SELECT a.figure_id, a.who AS who_a, a.at AS at_a, a.action AS action_a, a.changes AS changes_a, a.note AS note_a,
       b.who AS who_b, b.at AS at_b, b.action AS action_b, b.changes AS changes_b, b.note AS note_b
FROM held a JOIN held b ON b.figure_id = a.figure_id AND b.id > a.id
WHERE a.outcome <> b.outcome;
`;
