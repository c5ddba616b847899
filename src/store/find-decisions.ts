/** Decisions out of the database: of a figure, without a home, outdated by other rules, and as calibration takes them. */
import { ADDED, FOUND_JSON, type Changes, type Decision, type FoundFigure } from './decision.js';
import type { Store } from './store.js';

/** All decisions on a figure, undone ones and undos included, oldest first. */
export function decisionsOf(store: Store, figureId: string): Decision[] {
  return store
    .all<DecisionRow>(`SELECT ${COLUMNS}, undoes FROM decisions WHERE figure_id = :figureId ORDER BY id`, {
      figureId,
    })
    .map(toDecision);
}

/**
 * Decisions that hold, have lost their figure (the rules find it no longer, or its file has changed), and were not carried
 * to where it stands now, nor from where it stands again. Their anchors tell where it stood.
 */
export function* unplacedDecisions(store: Store): Generator<Decision> {
  const rows = store.iterate<DecisionRow>(
    `SELECT ${COLUMNS}, NULL AS undoes FROM standing_decisions s
     WHERE NOT EXISTS (SELECT 1 FROM decisions c WHERE c.carried_from = s.id)
       AND NOT EXISTS (
         SELECT 1 FROM decisions o JOIN documents d ON d.id = o.document_id
         WHERE o.id = s.carried_from AND o.figure_id <> s.figure_id AND d.superseded_by IS NULL
           AND (EXISTS (SELECT 1 FROM figures f WHERE f.figure_id = o.figure_id)
             OR EXISTS (SELECT 1 FROM decisions a WHERE a.figure_id = o.figure_id AND ${ADDED}))
       )
       AND (EXISTS (SELECT 1 FROM documents d WHERE d.id = s.document_id AND d.superseded_by IS NOT NULL)
         OR (NOT EXISTS (SELECT 1 FROM figures f WHERE f.figure_id = s.figure_id)
             AND NOT EXISTS (SELECT 1 FROM decisions a WHERE a.figure_id = s.figure_id AND ${ADDED})))
     ORDER BY id`,
  );
  for (const row of rows) yield toDecision(row);
}

const COLUMNS = `id, figure_id, document_id, who, at, action, changes, note, indicator, start, "end", exact,
  prefix, suffix, carried_from, found`;

type DecisionRow = Omit<Decision, 'changes' | 'found'> & {
  readonly changes: string;
  readonly found: string | null;
};

const toDecision = (row: DecisionRow): Decision => ({
  ...row,
  changes: JSON.parse(row.changes) as Changes,
  found: JSON.parse(row.found ?? 'null') as FoundFigure | null,
});

/** Additions that stand only because the rules lost what somebody had decided on, in files as they are now. */
export function carriedAdditions(store: Store): Decision[] {
  return store
    .all<DecisionRow>(
      `SELECT s.*, NULL AS undoes FROM standing_decisions s JOIN documents d ON d.id = s.document_id
       WHERE s.action = 'add' AND s.carried_from IS NOT NULL AND d.superseded_by IS NULL
         AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.figure_id = s.figure_id) ORDER BY s.id`,
    )
    .map(toDecision);
}

/** A decision, and how the rules read its figure now. */
export interface OutdatedDecision extends Decision {
  readonly now: FoundFigure;
}

/** What people hold of figures that the rules read in another way since, the oldest first. */
export function outdatedDecisions(store: Store): OutdatedDecision[] {
  return store
    .all<DecisionRow & { now: string }>(
      `SELECT h.*, NULL AS undoes, ${FOUND_JSON} AS now
       FROM held_decisions h CROSS JOIN figures f ON f.figure_id = h.figure_id
       WHERE h.figure_id IN (
         SELECT o.figure_id FROM held_decisions o CROSS JOIN figures f ON f.figure_id = o.figure_id
         WHERE o.found <> ${FOUND_JSON}
       ) ORDER BY h.id`,
    )
    .map(({ now, ...row }) => ({ ...toDecision(row), now: JSON.parse(now) as FoundFigure }));
}

/** A figure that a reviewer decided on, as calibration takes it. */
export interface JudgedByReviewer {
  readonly document_id: string;
  /** Indicator and value were right; a corrected region or date does not speak against them. */
  readonly right: boolean;
  /** The factors of its confidence. */
  readonly reasons: readonly string[];
}

/** What reviewers said of figures that the rules found, by figure; redacted mentions have no value to be right. */
export function judgedByReviewers(store: Store): JudgedByReviewer[] {
  return store
    .all<{ document_id: string; right: number; reasons: string }>(
      `SELECT f.document_id, f.reasons,
         s.action <> 'reject' AND NOT EXISTS (
           SELECT 1 FROM json_each(s.changes) c WHERE c.key IN ('indicator', 'value', 'lower', 'upper', 'redacted')
             AND c.value IS NOT CASE c.key WHEN 'indicator' THEN f.indicator WHEN 'value' THEN f.value
               WHEN 'lower' THEN f.lower WHEN 'upper' THEN f.upper ELSE f.redacted END
         ) AS right
       FROM standing_decisions s JOIN figures f ON f.figure_id = s.figure_id
       WHERE f.redacted = 0 ORDER BY f.figure_id`,
    )
    .map(({ document_id, right, reasons }) => ({
      document_id,
      right: right === 1,
      reasons: JSON.parse(reasons) as string[],
    }));
}
