/** Decisions that have lost their figure in; the same decisions on the figure where it stands now out, as rows of their own. */
import type { FigureRecord } from '../model.js';
import { figureId } from '../text/figure-id.js';
import { type Anchor, type Changes, type Decision, type FoundFigure } from './decision.js';
import {
  carriedAdditions,
  outdatedDecisions,
  unplacedDecisions,
  type OutdatedDecision,
} from './find-decisions.js';
import { appendDecision, type DecisionRowToAppend } from './decisions.js';
import { anchorFinder, type FoundAnchor } from './find-anchor.js';
import type { Store } from './store.js';

/** What came of it. */
export interface Carried {
  readonly carried: number;
  /** Decisions that hold and have no home; `unplacedDecisions` lists them. */
  readonly unplaced: number;
}

/**
 * Looks for the figures of decisions that hold and have lost them: a file was saved anew, or the rules have changed. Where
 * the number stands now, its words and what is around them tell (blanks and width aside); of two places that are about as
 * good neither is taken. What another person has decided there already is left alone. Done twice, it adds nothing.
 */
export function carryDecisions(store: Store): Carried {
  return store.transaction(() => {
    renewDecisions(store);
    settleAdditions(store);
    const lost = [...unplacedDecisions(store)];
    const finders = new Map<string, (decision: Decision) => FoundAnchor | null>();
    let carried = 0;
    for (const decision of lost) {
      const target = successorOf(store, decision.document_id);
      const find = finders.get(target) ?? finderIn(store, target);
      finders.set(target, find);
      const place = target === decision.document_id ? decision : find(decision);
      if (place !== null && carryTo(store, decision, target, place)) carried += 1;
    }
    return { carried, unplaced: lost.length - carried };
  });
}

/**
 * Rules that read a figure in another way than when somebody accepted it do not change what was accepted: what differs
 * becomes a correction. What the others hold of the figure is said again too, in its order, so that the last one stands.
 */
function renewDecisions(store: Store): void {
  const byFigure = new Map<string, OutdatedDecision[]>();
  for (const decision of outdatedDecisions(store))
    byFigure.set(decision.figure_id, [...(byFigure.get(decision.figure_id) ?? []), decision]);
  for (const held of byFigure.values()) {
    const renewed = held.map((decision) => ({ decision, changes: changesNow(decision) }));
    if (renewed.every(({ decision, changes }) => same(changes, decision.changes))) continue;
    for (const { decision, changes } of renewed) {
      const { id, figure_id, who, at, note } = decision;
      const action = decision.action === 'accept' && !same(changes, {}) ? 'correct' : decision.action;
      const row = { figureId: figure_id, who, at, note, action, changes: JSON.stringify(changes) };
      appendDecision(store, { ...row, carriedFrom: id }, decision);
    }
  }
}

/** The corrections that make what the rules read now to what was decided; a rejection says nothing of what it rejects. */
function changesNow({ action, changes, found, now }: OutdatedDecision): Changes {
  if (found === null || action === 'reject' || action === 'add') return changes;
  const [was, is] = [decidedFields(found), decidedFields(now)];
  const fields = (Object.keys(was) as (keyof Changes)[]).filter(
    (field) => was[field] !== is[field] && !(field in changes),
  );
  return { ...Object.fromEntries(fields.map((field) => [field, was[field]])), ...changes };
}

const same = (a: Changes, b: Changes): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the document's file holds now, over as many changes as there were; itself where that is still its own. */
function successorOf(store: Store, documentId: string): string {
  return store.get<{ id: string }>(
    `WITH RECURSIVE later (id, step) AS (
       VALUES (:documentId, 0)
       UNION
       SELECT d.superseded_by, step + 1 FROM documents d JOIN later l ON d.id = l.id
       WHERE d.superseded_by IS NOT NULL AND step < 1000
     ) SELECT id FROM later ORDER BY step DESC LIMIT 1`,
    { documentId },
  )!.id;
}

function finderIn(store: Store, documentId: string): (decision: Decision) => FoundAnchor | null {
  const { text } = store.get<{ text: string }>('SELECT text FROM documents WHERE id = :documentId', {
    documentId,
  })!;
  return anchorFinder(text);
}

/** The figures that stand at a place, that of the indicator first. */
function figuresAt(
  store: Store,
  documentId: string,
  { start, end }: FoundAnchor,
  indicator: string,
): (Anchor & { readonly figure_id: string })[] {
  return store.all<Anchor & { figure_id: string }>(
    `SELECT figure_id, document_id, indicator, start, "end", exact FROM figures
     WHERE document_id = :documentId AND start < :end AND "end" > :start
     ORDER BY indicator <> :indicator, start, figure_id`,
    { documentId, start, end, indicator },
  );
}

/** The figure as it was decided on. */
type DecidedFigure = FoundFigure & Pick<FigureRecord, 'indicator'>;

/** Null where it was gone already when it was decided on. */
function asDecided({ action, indicator, changes, found }: Decision): DecidedFigure | null {
  if (action === 'add' || 'figure_id' in changes) return changes as FigureRecord;
  return found && { ...found, indicator, ...changes };
}

/**
 * What was added only because the rules had lost it is decided where they find it again, of whatever indicator: else the
 * number would count twice.
 */
function settleAdditions(store: Store): void {
  for (const decision of carriedAdditions(store)) {
    const { id, figure_id, who, at } = decision;
    const [there] = figuresAt(store, decision.document_id, decision, decision.indicator);
    const row = there && onFigure(decision, there, decision.indicator);
    if (!row || isDecidedByOthers(store, row.row.figureId, decision)) continue;
    appendDecision(
      store,
      { figureId: figure_id, who, at, action: 'undo', changes: '{}', undoes: id },
      decision,
    );
    appendDecision(store, { ...row.row, carriedFrom: id }, row.anchor);
  }
}

/** Appends the decision at its new place; false where there is nothing that it could be about. */
function carryTo(store: Store, decision: Decision, target: string, place: FoundAnchor): boolean {
  const indicator = decision.changes.indicator ?? decision.indicator;
  const [there] = figuresAt(store, target, place, decision.indicator);
  const row = there ? onFigure(decision, there, indicator) : asAddition(store, decision, target, place);
  if (row === null || isDecidedByOthers(store, row.row.figureId, decision)) return false;
  appendDecision(store, { ...row.row, carriedFrom: decision.id }, row.anchor);
  return true;
}

interface Row {
  readonly row: DecisionRowToAppend;
  readonly anchor: Anchor;
}

/** By another decision than this one and those that it was carried from: what was found at a place once has that id again. */
const isDecidedByOthers = (store: Store, figure: string, { id, figure_id }: Decision): boolean =>
  figure !== figure_id &&
  store.get(
    `WITH RECURSIVE own (id) AS (
       VALUES (:id)
       UNION
       SELECT d.carried_from FROM decisions d JOIN own ON d.id = own.id WHERE d.carried_from IS NOT NULL
     ) SELECT 1 FROM decisions WHERE figure_id = :figure AND action <> 'undo' AND id NOT IN (SELECT id FROM own)`,
    { id, figure },
  ) !== undefined;

/** On a figure that the rules found there: as it was, or, of another indicator, as a correction of that. */
function onFigure(
  decision: Decision,
  there: Anchor & { readonly figure_id: string },
  indicator: string,
): Row | null {
  const { who, at, action, note, changes } = decision;
  const same = there.indicator === decision.indicator;
  // that it is not this indicator says nothing of another one
  if (action === 'reject' && !same) return null;
  const base = { figureId: there.figure_id, who, at, note };
  if (same && action !== 'add' && !('figure_id' in changes))
    return { row: { ...base, action, changes: JSON.stringify(changes) }, anchor: there };
  const known = asDecided(decision);
  const corrected: Changes = { ...(known === null ? changes : decidedFields(known)), indicator };
  return { row: { ...base, action: 'correct', changes: JSON.stringify(corrected) }, anchor: there };
}

/** What a person answers for when accepting a figure. */
const decidedFields = ({
  item, value, lower, upper, qualifier, unit, statistic, redacted, region_code, region_name, as_of,
}: FoundFigure): Changes => ({
  item, value, lower, upper, qualifier, unit, statistic, redacted, region_code, region_name, as_of,
}); // prettier-ignore

/** Where the rules find no figure: what a person confirmed or added is added there. */
function asAddition(store: Store, decision: Decision, target: string, place: FoundAnchor): Row | null {
  const known = decision.action === 'reject' ? null : asDecided(decision);
  if (known === null) return null;
  const { who, at, note } = decision;
  const { exact } = store.get<{ exact: string }>(
    'SELECT substr(text, :start + 1, :length) AS exact FROM documents WHERE id = :target',
    { target, start: place.start, length: place.end - place.start },
  )!;
  const { start, end } = place;
  const { indicator } = known;
  const figure: FigureRecord = {
    ...known,
    ...{
      document_id: target,
      start,
      end,
      exact,
      file: '',
      figure_id: figureId(target, start, end, indicator),
    },
    // where it stands in the new file, nobody has said
    ...{
      report: 0,
      page: null,
      paragraph: null,
      cell: null,
      confidence: 1,
      reasons: [],
      needs_review: false,
      rule: 'reviewer',
    },
  };
  return {
    row: { figureId: figure.figure_id, who, at, note, action: 'add', changes: JSON.stringify(figure) },
    anchor: { document_id: target, indicator, start, end, exact },
  };
}
