/** What reviewers decide: accept, correct, reject, undo and add go in, and are kept for ever beside the figures. */
import type { FigureRecord } from '../model.js';
import { checkChanges, completeChanges } from './changes.js';
import { ADDED, FOUND_JSON, type Anchor, type Changes, type Decision } from './decision.js';
import { StoreError } from './errors.js';
import type { StatedNumber } from './stated-number.js';
import type { Store } from './store.js';

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

/** Characters kept on either side of a figure, to find its place in a changed text. */
const ANCHOR_LENGTH = 32;

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
