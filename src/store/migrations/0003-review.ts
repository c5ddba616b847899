/** Schema version 3: what people disagree about put on view, and decisions that found their figure in another document. */

export const REVIEW = `
-- Of a decision that was carried to where its figure stands now (a file saved anew, changed rules): the one that was made.
ALTER TABLE decisions ADD COLUMN carried_from INTEGER REFERENCES decisions (id);
CREATE INDEX decisions_carried ON decisions (carried_from) WHERE carried_from IS NOT NULL;

-- Figures on which two people hold different outcomes: what each of them decided last and did not take back.
CREATE VIEW disagreements AS
WITH held AS (
  SELECT d.figure_id, d.who, d.at, d.id, d.action, d.changes, d.note,
         CASE WHEN d.action = 'reject' THEN 'reject' ELSE coalesce((
           SELECT group_concat(key || '=' || coalesce(value, ''), '|')
           FROM (SELECT key, value FROM json_each(d.changes) ORDER BY key)
         ), '') END AS outcome
  FROM decisions d
  WHERE d.id IN (
    SELECT max(l.id) FROM decisions l
    WHERE l.action <> 'undo' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = l.id)
    GROUP BY l.figure_id, l.who
  )
)
SELECT a.figure_id, a.who AS who_a, a.at AS at_a, a.action AS action_a, a.changes AS changes_a, a.note AS note_a,
       b.who AS who_b, b.at AS at_b, b.action AS action_b, b.changes AS changes_b, b.note AS note_b
FROM held a JOIN held b ON b.figure_id = a.figure_id AND b.id > a.id
WHERE a.outcome <> b.outcome;
`;
