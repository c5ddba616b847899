/** Ids of figures in; out the figures as a reviewer sees them: as found, as decided, and what stands around them. */
import type { FigureRecord } from '../model.js';
import { CodePointIndex } from '../text/span.js';
import { ADDED, type Changes, type Decision } from './decision.js';
import { toFigure, type FigureRow } from './records.js';
import type { Store } from './store.js';

export interface ReviewedFigure {
  /** As the program found it, or as a reviewer added it. */
  readonly found: FigureRecord;
  /** With what was decided applied; a rejected one as it was found. */
  readonly current: FigureRecord;
  /** The decision that holds; null where there is none. */
  readonly decision: Pick<Decision, 'id' | 'action' | 'who' | 'at'> | null;
  /** The characters in front of the number and behind it, as the document has them. */
  readonly before: string;
  readonly after: string;
  /** Why it is not among the current figures, where its report or its document is not. */
  readonly left_out: 'repost' | 'superseded' | null;
}

/** Characters shown on either side. */
const AROUND = 28;

const FIELDS = `d.file, f.document_id, f.report, f.figure_id, f.indicator, f.item, f.value, f.lower, f.upper, f.qualifier,
  f.unit, f.unit_text, f.statistic, f.redacted, f.region_code, f.region_name, f.region_method, f.as_of,
  f.as_of_method, f.start, f."end", f.exact, f.quote, f.page, f.paragraph, f.cell, f.confidence, f.reasons,
  f.needs_review, f.rule`;
interface Extra {
  readonly left_out: ReviewedFigure['left_out'];
  readonly standing: number | null;
  readonly action: Decision['action'] | null;
  readonly who: string | null;
  readonly at: string | null;
  readonly changes: string | null;
}
type Row = FigureRow<FigureRecord> & Extra;

/** In the order of the ids; those that are in no document are left out. */
export function reviewedFigures(store: Store, ids: readonly string[]): ReviewedFigure[] {
  const parameters = { ids: JSON.stringify(ids) };
  const found = store.all<Row>(
    `SELECT ${FIELDS},
       CASE WHEN d.superseded_by IS NOT NULL THEN 'superseded' WHEN r.duplicate_of IS NOT NULL THEN 'repost' END AS left_out,
       s.id AS standing, s.action, s.who, s.at, s.changes
     FROM json_each(:ids) i
     CROSS JOIN figures f ON f.figure_id = i.value
     CROSS JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
     CROSS JOIN documents d ON d.id = f.document_id
     LEFT JOIN standing_decisions s ON s.figure_id = f.figure_id`,
    parameters,
  );
  const known = new Set(found.map(({ figure_id }) => figure_id));
  const missing = ids.filter((id) => !known.has(id));
  const around = surroundings(store);
  const byId = new Map(
    [...found, ...addedFigures(store, missing), ...rejectedAdditions(store, missing)].map((row) => [
      row.figure_id,
      toReviewed(row, around(row)),
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What a reviewer found and the rules did not. */
function addedFigures(store: Store, ids: readonly string[]): Row[] {
  if (ids.length === 0) return [];
  return store.all<Row>(
    `SELECT ${FIELDS.replace('d.file', 'f.file')}, NULL AS left_out,
       s.id AS standing, s.action, s.who, s.at, NULL AS changes
     FROM json_each(:ids) i
     JOIN current_figures f ON f.figure_id = i.value AND f.rule = 'reviewer'
     JOIN standing_decisions s ON s.figure_id = f.figure_id`,
    { ids: JSON.stringify(ids) },
  );
}

/** What a reviewer found and one has rejected since: no current figure, and still there to look at. */
function rejectedAdditions(store: Store, ids: readonly string[]): Row[] {
  type Rejected = Extra & Pick<Row, 'file' | 'document_id' | 'figure_id' | 'start' | 'end' | 'exact'>;
  return store
    .all<Rejected & { changes: string }>(
      `SELECT d.file, s.document_id, s.figure_id, s.start, s."end", s.exact, NULL AS left_out,
         s.id AS standing, s.action, s.who, s.at, s.changes
       FROM json_each(:ids) i
       CROSS JOIN standing_decisions s ON s.figure_id = i.value
       CROSS JOIN documents d ON d.id = s.document_id
       WHERE s.action = 'reject' AND EXISTS (
         SELECT 1 FROM decisions a WHERE a.figure_id = s.figure_id AND ${ADDED}
       )`,
      { ids: JSON.stringify(ids) },
    )
    .map(({ changes, ...row }) => {
      const added = JSON.parse(changes) as FigureRecord;
      const flags = { redacted: Number(added.redacted), needs_review: 0, reasons: '[]' };
      return { ...added, ...flags, ...row, changes: null };
    });
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Reads each document's text once: SQLite's substr would go through all that stands in front for every figure. */
function surroundings(store: Store): (figure: Pick<Row, 'document_id' | 'start' | 'end'>) => Surroundings {
  const texts = new Map<string, { readonly text: string; readonly index: CodePointIndex }>();
  const textOf = (id: string) => {
    const known = texts.get(id);
    if (known) return known;
    const { text } = store.get<{ text: string }>('SELECT text FROM documents WHERE id = :id', { id })!;
    const read = { text, index: new CodePointIndex(text) };
    texts.set(id, read);
    return read;
  };
  return ({ document_id, start, end }) => {
    const { text, index } = textOf(document_id);
    const slice = (from: number, to: number): string =>
      text.slice(index.toCodeUnit(Math.max(0, from)), index.toCodeUnit(to));
    return { before: slice(start - AROUND, start), after: slice(end, end + AROUND) };
  };
}

function toReviewed(
  { left_out, standing, action, who, at, changes, ...row }: Row,
  { before, after }: Surroundings,
): ReviewedFigure {
  const found = toFigure<FigureRecord>(row);
  const applied = action === 'reject' || changes === null ? {} : (JSON.parse(changes) as Changes);
  return {
    found,
    current: { ...found, ...applied },
    decision: standing === null ? null : { id: standing, action: action!, who: who!, at: at! },
    before,
    after,
    left_out,
  };
}

/** The figures of a document that stand in `[start, end)` (code points), in order of place; `limit` at most. */
export function figuresWithin(
  store: Store,
  documentId: string,
  { start, end }: { readonly start: number; readonly end: number },
  limit = 5000,
): ReviewedFigure[] {
  const ids = store.all<{ figure_id: string }>(
    `SELECT figure_id FROM (
       SELECT figure_id, start FROM figures
       WHERE document_id = :documentId AND start < :end AND "end" > :start
       UNION
       SELECT figure_id, start FROM standing_decisions s
       WHERE document_id = :documentId AND start < :end AND "end" > :start
         AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.figure_id = s.figure_id)
     ) ORDER BY start, figure_id LIMIT :limit`,
    { documentId, start, end, limit },
  );
  return reviewedFigures(
    store,
    ids.map(({ figure_id }) => figure_id),
  );
}
