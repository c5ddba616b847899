/** What the database holds, counted: for the last lines of `ingest` and for `doctor`. */
import { unplacedDecisions } from './find-decisions.js';
import type { DocumentStatus } from './records.js';
import type { Store } from './store.js';

/** Counts of current documents and what was found in them; superseded documents are counted apart. */
export interface Summary {
  readonly documents: Readonly<Record<DocumentStatus, number>>;
  /** Files that could not be read at all. */
  readonly unreadable: number;
  /** Documents whose file has changed since. */
  readonly superseded: number;
  readonly reports: number;
  /** Reports that repeat another one. */
  readonly duplicates: number;
  /** Figures in `current_figures`. */
  readonly figures: number;
  readonly redacted: number;
  readonly needReview: number;
  readonly decisions: number;
  /** Decisions that hold and have no figure any longer. */
  readonly unplaced: number;
  /** Pairs of figures that cannot both be right. */
  readonly conflicts: number;
  readonly documentsWithoutFigures: number;
}

/** Counts everything. */
export function summary(store: Store): Summary {
  const count = (sql: string): number =>
    store.get<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`)!.count;
  const withStatus = (status: DocumentStatus): number =>
    count(`documents WHERE superseded_by IS NULL AND status = '${status}'`);
  const current = 'reports r JOIN documents d ON d.id = r.document_id WHERE d.superseded_by IS NULL';
  return {
    documents: { ok: withStatus('ok'), empty: withStatus('empty'), failed: withStatus('failed') },
    unreadable: count('(SELECT DISTINCT file FROM diagnostics WHERE file IS NOT NULL)'),
    superseded: count('documents WHERE superseded_by IS NOT NULL'),
    reports: count(current),
    duplicates: count(`${current} AND r.duplicate_of IS NOT NULL`),
    figures: count('current_figures'),
    redacted: count('current_figures WHERE redacted = 1'),
    needReview: count('review_queue'),
    decisions: count('decisions'),
    unplaced: [...unplacedDecisions(store)].length,
    conflicts: count('conflicts'),
    documentsWithoutFigures: count(`documents d WHERE ${WITHOUT_FIGURES}`),
  };
}

const WITHOUT_FIGURES = `d.superseded_by IS NULL AND d.status = 'ok'
  AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.document_id = d.id)`;

/** Documents that were read well and gave no figure, by file name. */
export function documentsWithoutFigures(
  store: Store,
): Generator<{ readonly document_id: string; readonly file: string }> {
  return store.iterate(
    `SELECT d.id AS document_id, d.file FROM documents d WHERE ${WITHOUT_FIGURES} ORDER BY d.file, d.id`,
  );
}
