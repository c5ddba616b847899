/** What reviewers decide: accept, correct, reject, undo and add go in, and are kept for ever beside the figures. */
import type { FigureRecord, Qualifier, Statistic } from '../model.js';
import { checkChanges, completeChanges } from './changes.js';
import { StoreError } from './errors.js';
import type { StatedNumber } from './stated-number.js';
import type { Store } from './store.js';

/** Corrections by the names of the figure record; a field that is left out stays as it is. */
export interface Changes {
  readonly indicator?: string;
  readonly item?: string | null;
  readonly value?: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly qualifier?: Qualifier;
  readonly unit?: string;
  readonly statistic?: Statistic;
  readonly redacted?: boolean;
  readonly region_code?: string | null;
  readonly region_name?: string | null;
  readonly as_of?: string | null;
}

/** A decision on a figure that is there. */
export interface DecisionToRecord {
  readonly figureId: string;
  readonly who: string;
  /** ISO time. */
  readonly at: string;
  readonly action: 'accept' | 'correct' | 'reject' | 'undo';
  /** Only for `correct`. */
  readonly changes?: Changes;
  readonly note?: string | null;
}

/** A figure that the rules missed. */
export interface AdditionToRecord {
  readonly figure: FigureRecord;
  readonly who: string;
  /** ISO time. */
  readonly at: string;
  readonly note?: string | null;
}

/** A decision as the database has it. */
export interface Decision {
  readonly id: number;
  readonly figure_id: string;
  readonly document_id: string;
  readonly who: string;
  readonly at: string;
  readonly action: 'accept' | 'correct' | 'reject' | 'undo' | 'add';
  /** Every correction that holds after it, earlier ones included. */
  readonly changes: Changes;
  readonly note: string | null;
  /** Of an undo: the decision that it takes back. */
  readonly undoes: number | null;
  /** Anchors: what the figure was when it was decided on, and where it stood, in code points. */
  readonly indicator: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The decision that this one was carried from, to where its figure stands now; null where it was made here. */
  readonly carried_from: number | null;
  /** The figure as the rules had found it; null where a reviewer added it, and where it was gone. */
  readonly found: FoundFigure | null;
}

/** What a figure says, without where it stands. */
export type FoundFigure = Pick<
  FigureRecord,
  | 'report' | 'item' | 'value' | 'lower' | 'upper' | 'qualifier' | 'unit' | 'unit_text' | 'statistic' | 'redacted'
  | 'region_code' | 'region_name' | 'region_method' | 'as_of' | 'as_of_method' | 'quote'
>; // prettier-ignore

/** Characters kept on either side of a figure, to find its place in a changed text. */
const ANCHOR_LENGTH = 32;

/** Where a figure stands, and what it is. */
export type Anchor = Pick<Decision, 'document_id' | 'indicator' | 'start' | 'end' | 'exact'>;

/**
 * Records a decision; nothing is overwritten. Corrections add up: a later `correct` or `accept` keeps
 * the earlier ones until they are undone. A corrected value or qualifier that
 * comes without bounds has those that it implies. `undo` takes back the last decision on the figure that still holds.
 *
 * @returns the decision's id
 * @throws {StoreError} unknown-figure, invalid-change, nothing-to-undo, and what writing can throw
 */
export function recordDecision(store: Store, deciding: DecisionToRecord): number {
  const { figureId, action, changes = {} } = deciding;
  return store.transaction(() => {
    const anchor = anchorOf(store, figureId);
    if (!anchor) throw new StoreError('unknown-figure', store.path, figureId);
    const standing = standingOn(store, figureId);
    if (action === 'undo') {
      if (!standing) throw new StoreError('nothing-to-undo', store.path, figureId);
      return undoDecision(store, deciding, standing, anchor);
    }
    if (!isThere(store, figureId)) throw new StoreError('unknown-figure', store.path, figureId);
    const kept = JSON.parse(standing?.changes ?? '{}') as Changes;
    const before = numberBefore(store, figureId, kept);
    checkChanges(store, action, changes, before);
    const all = JSON.stringify({ ...kept, ...completeChanges(store, changes, before) });
    return appendDecision(store, rowOf(deciding, all), anchor);
  });
}

/** An addition `a` that was not taken back. */
const ADDED = `a.action = 'add' AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = a.id)`;

/** The rules find it, or somebody has added it. */
const isThere = (store: Store, figureId: string): boolean =>
  store.get(
    `SELECT 1 FROM figures WHERE figure_id = :figureId
     UNION ALL SELECT 1 FROM decisions a WHERE a.figure_id = :figureId AND ${ADDED}`,
    { figureId },
  ) !== undefined;

/** The number that a correction starts from; undefined where the figure is gone. */
function numberBefore(store: Store, figureId: string, kept: Changes): StatedNumber | undefined {
  const found = store.get<Omit<StatedNumber, 'redacted'> & { redacted: number }>(
    'SELECT value, lower, upper, qualifier, redacted FROM figures WHERE figure_id = :figureId',
    { figureId },
  );
  if (found) return { ...found, redacted: found.redacted === 1, ...kept };
  // what a reviewer added is all in the decision
  const { value, lower, upper, qualifier, redacted = false } = kept;
  if (value === undefined || lower === undefined || upper === undefined) return undefined;
  return { value, lower, upper, qualifier: qualifier ?? 'exact', redacted };
}

/** One act of a reviewer on one figure or on several like ones. */
export interface ActToRecord {
  /** With the decision that the reviewer saw standing on each; null where there was none. */
  readonly figures: readonly { readonly id: string; readonly standing: number | null }[];
  readonly who: string;
  /** ISO time; with `who` it tells the act's rows. */
  readonly at: string;
  readonly action: 'accept' | 'correct' | 'reject';
  readonly changes?: Changes | undefined;
  readonly note?: string | null | undefined;
}

/**
 * Records one act, all of it or nothing. Where somebody has decided on one of the figures since the reviewer saw it,
 * nothing is recorded, so that nobody's decision is overwritten unseen.
 *
 * @returns the decisions' ids, in the order of the figures
 * @throws {StoreError} decided-meanwhile, unknown-figure, invalid-change, and what writing can throw
 */
export function recordAct(store: Store, { figures, changes, note, ...act }: ActToRecord): number[] {
  return store.transaction(() => {
    const changed = figures.filter(({ id, standing }) => (standingOn(store, id)?.id ?? null) !== standing);
    if (changed.length > 0)
      throw new StoreError('decided-meanwhile', store.path, changed.map(({ id }) => id).join(' '));
    return figures.map(({ id }) =>
      recordDecision(store, { ...act, figureId: id, note: note ?? null, ...(changes && { changes }) }),
    );
  });
}

interface Standing {
  readonly id: number;
  readonly changes: string;
  readonly carried_from: number | null;
}

const standingOn = (store: Store, figureId: string): Standing | undefined =>
  store.get<Standing>(
    'SELECT id, changes, carried_from FROM standing_decisions WHERE figure_id = :figureId',
    { figureId },
  );

/** Takes a decision back, and with it those on the same figure that it only repeats after the rules have changed. */
function undoDecision(store: Store, deciding: DecisionToRecord, standing: Standing, anchor: Anchor): number {
  const id = appendDecision(store, rowOf(deciding, '{}', standing.id), anchor);
  const before = standingOn(store, deciding.figureId);
  return before && before.id === standing.carried_from ? undoDecision(store, deciding, before, anchor) : id;
}

/** What was taken back. */
export interface UndoneAct {
  readonly figures: readonly string[];
  readonly action: Exclude<Decision['action'], 'undo'>;
}

/**
 * Takes back what a person did last and what still stands, all rows of that act; called again, what was done before.
 * Acts that somebody else has decided over do not stand, and are passed over.
 *
 * @returns null where nothing of theirs is left to take back
 */
export function undoLast(
  store: Store,
  { who, at }: { readonly who: string; readonly at: string },
): UndoneAct | null {
  return store.transaction(() => {
    const rows = store.all<{ figure_id: string; action: UndoneAct['action'] }>(
      `SELECT s.figure_id, s.action FROM standing_decisions s
       WHERE s.who = :who AND s.at = (
         SELECT at FROM standing_decisions l WHERE l.who = :who ORDER BY l.at DESC, l.id DESC LIMIT 1
       ) ORDER BY s.id`,
      { who },
    );
    const [first] = rows;
    if (!first) return null;
    for (const { figure_id } of rows) recordDecision(store, { figureId: figure_id, who, at, action: 'undo' });
    return { figures: rows.map(({ figure_id }) => figure_id), action: first.action };
  });
}

/**
 * Records a figure that a reviewer found; it is part of `current_figures` until it is rejected or undone.
 *
 * @throws {StoreError} invalid-change, and what writing can throw
 */
export function recordAddition(store: Store, { figure, who, at, note }: AdditionToRecord): number {
  return store.transaction(() => {
    checkChanges(store, 'add', figure);
    const adding = { figureId: figure.figure_id, who, at, action: 'add' as const, note: note ?? null };
    const { region_name = null } = completeChanges(store, { region_code: figure.region_code });
    return appendDecision(store, { ...adding, changes: JSON.stringify({ ...figure, region_name }) }, figure);
  });
}

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

/** A figure of the table `figures f` as JSON: a `FoundFigure`. */
const FOUND_JSON = `json_object('report', f.report, 'item', f.item, 'value', f.value, 'lower', f.lower, 'upper', f.upper,
  'qualifier', f.qualifier, 'unit', f.unit, 'unit_text', f.unit_text, 'statistic', f.statistic,
  'redacted', json(iif(f.redacted, 'true', 'false')), 'region_code', f.region_code, 'region_name', f.region_name,
  'region_method', f.region_method, 'as_of', f.as_of, 'as_of_method', f.as_of_method, 'quote', f.quote)`;

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

const rowOf = (
  { figureId, who, at, action, note }: DecisionToRecord,
  changes: string,
  undoes?: number,
): DecisionRowToAppend => ({
  ...{ figureId, who, at, action, note, changes },
  ...(undoes === undefined ? {} : { undoes }),
});

/** The figure itself, or, when it is gone or was added by hand, where the last decision saw it. */
function anchorOf(store: Store, figureId: string): Anchor | undefined {
  const columns = 'document_id, indicator, start, "end", exact';
  return (
    store.get<Anchor>(`SELECT ${columns} FROM figures WHERE figure_id = :figureId`, { figureId }) ??
    store.get<Anchor>(
      `SELECT ${columns} FROM decisions WHERE figure_id = :figureId ORDER BY id DESC LIMIT 1`,
      { figureId },
    )
  );
}

/** What a row is made of; `Anchor` tells where its figure stands. */
export interface DecisionRowToAppend {
  readonly figureId: string;
  readonly who: string;
  readonly at: string;
  readonly action: Decision['action'];
  readonly note?: string | null | undefined;
  /** JSON. */
  readonly changes: string;
  readonly undoes?: number;
  readonly carriedFrom?: number;
}

/** Adds a row as it is, unchecked; inside the caller's transaction. */
export function appendDecision(
  store: Store,
  { note = null, undoes, carriedFrom, ...row }: DecisionRowToAppend,
  { document_id, indicator, start, end, exact }: Anchor,
): number {
  return store.get<{ id: number }>(
    `INSERT INTO decisions (figure_id, document_id, who, at, action, changes, note, undoes, carried_from, found, indicator,
       start, "end", exact, prefix, suffix)
     SELECT :figureId, d.id, :who, :at, :action, :changes, :note, :undoes, :carriedFrom,
       (SELECT ${FOUND_JSON} FROM figures f WHERE f.figure_id = :figureId), :indicator, :start, :end, :exact,
       substr(d.text, max(1, :start + 1 - ${ANCHOR_LENGTH}), min(:start, ${ANCHOR_LENGTH})),
       substr(d.text, :end + 1, ${ANCHOR_LENGTH})
     FROM documents d WHERE d.id = :document_id
     RETURNING id`,
    {
      ...row,
      ...{ note, undoes: undoes ?? null, carriedFrom: carriedFrom ?? null },
      ...{ document_id, indicator, start, end, exact },
    },
  )!.id;
}
