/** A figure's id in; out the figure as it is stored, current or not, and the document that it was read from. */
import type { FigureRecord } from '../model.js';
import { toFigure, type FigureRow } from './records.js';
import type { Store } from './store.js';

/** A figure of any document in the database, also of one that has been replaced. */
export interface StoredFigure {
  readonly figure: FigureRecord;
  /** The document that its file holds now; null where that is still its own. */
  readonly superseded_by: string | null;
  /** The report that its report repeats; null where it repeats none. */
  readonly duplicate_of: string | null;
  /** A reviewer added it; the rules did not find it. */
  readonly added: boolean;
}

/** A document's text with the files that hold or held it. */
export interface StoredDocument {
  readonly id: string;
  readonly file: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly rule_version: string;
  readonly text: string;
  /** Where its bytes were seen last; empty where every file has changed since. */
  readonly files: readonly string[];
}

const FIELDS = `file, document_id, report, figure_id, indicator, item, value, lower, upper, qualifier, unit,
  unit_text, statistic, redacted, region_code, region_name, region_method, as_of, as_of_method, start, "end",
  exact, quote, page, paragraph, cell, confidence, reasons, needs_review, rule`;

type Row = FigureRow<FigureRecord> & {
  readonly superseded_by: string | null;
  readonly duplicate_of: string | null;
};

/** The figures whose id starts so, at most `limit`, by id; those of the rules before those of reviewers. */
export function findStoredFigures(store: Store, idPrefix: string, { limit = 10 } = {}): StoredFigure[] {
  // ids are hexadecimal: everything that starts with the prefix lies before the prefix followed by g
  const parameters = { from: idPrefix, to: `${idPrefix}g`, limit };
  const found = store.all<Row>(
    `SELECT ${FIELDS}, superseded_by, duplicate_of FROM (
       SELECT f.*, d.file, d.superseded_by, r.duplicate_of FROM figures f
       JOIN documents d ON d.id = f.document_id
       JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
       WHERE f.figure_id >= :from AND f.figure_id < :to ORDER BY f.figure_id LIMIT :limit)`,
    parameters,
  );
  const added = store.all<FigureRow<FigureRecord>>(
    `SELECT ${FIELDS} FROM current_figures WHERE figure_id >= :from AND figure_id < :to AND rule = 'reviewer'
     ORDER BY figure_id LIMIT :limit`,
    parameters,
  );
  return [
    ...found.map(({ superseded_by, duplicate_of, ...row }) => ({
      figure: toFigure<FigureRecord>(row),
      superseded_by,
      duplicate_of,
      added: false,
    })),
    ...added.map((row) => ({ figure: toFigure(row), superseded_by: null, duplicate_of: null, added: true })),
  ].slice(0, limit);
}

/** A document by its id; null where it is not in the database. */
export function findStoredDocument(store: Store, id: string): StoredDocument | null {
  const row = store.get<Omit<StoredDocument, 'files'>>(
    'SELECT id, file, format, encoding, rule_version, text FROM documents WHERE id = :id',
    { id },
  );
  if (!row) return null;
  const files = store.all<{ file: string }>(
    'SELECT file FROM document_files WHERE document_id = :id ORDER BY file',
    { id },
  );
  return { ...row, files: files.map(({ file }) => file) };
}
