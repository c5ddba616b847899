/** Saves what the pipeline made of one file: all of a document in one transaction, in place of what was there. */
import type { Diagnostic, FigureRecord } from '../model.js';
import { saveDiagnostics } from './diagnostics.js';
import { releaseDuplicates, settleDuplicates } from './duplicates.js';
import { noteFileWithin } from './files.js';
import type { DocumentToSave, FailureToSave, ReportRecord } from './records.js';
import type { Bindable, Store } from './store.js';
import { indexWhenDue, removeFromIndex } from './text-index.js';

/** What saving a document did besides. */
export interface Saved {
  /** The document that this file held before, where no other file holds it any longer. */
  readonly superseded: string | null;
}

/**
 * Saves a document with its reports, figures and diagnostics, replacing what an earlier run made of the
 * same bytes. Saving the same again changes nothing. Decisions are not touched. Figures must name
 * indicators and regions that `saveCatalogue` has saved, and reports that are saved with them.
 *
 * @throws {StoreError} locked, disk-full, disk-error, read-only
 */
export function saveDocument(store: Store, saving: DocumentToSave): Saved {
  return store.transaction(() => {
    const { document, reports, figures, run, file } = saving;
    const isNew = writeDocument(store, saving);
    const contents = new Set(isNew ? [] : removeReports(store, document.id));
    for (const report of reports) writeReport(store, document.id, report);
    for (const unit of new Set(figures.map((figure) => figure.unit)))
      store.run("INSERT OR IGNORE INTO units (id, words) VALUES (:unit, '[]')", { unit });
    for (const figure of figures) writeFigure(store, document.id, figure);
    saveDiagnostics(store, { run, documentId: document.id, file, text: document.text }, saving.diagnostics);
    const superseded = noteFileWithin(store, run, file, document.id);
    for (const { content_hash } of reports) if (content_hash !== null) contents.add(content_hash);
    for (const contentHash of contents) settleDuplicates(store, contentHash);
    indexWhenDue(store);
    return { superseded };
  });
}

/**
 * Saves that a file gave no document. Where its bytes are known, they are remembered as failed, so that
 * they need not be tried again; an earlier good reading of the same bytes stays as it is.
 */
export function saveFailure(store: Store, failure: FailureToSave): Saved {
  const { run, file, content, diagnostics } = failure;
  if (!content) {
    store.transaction(() => saveDiagnostics(store, { run, documentId: null, file, text: '' }, diagnostics));
    return { superseded: null };
  }
  const known = store.get<{ status: string; text: string }>(
    "SELECT status, text FROM documents WHERE id = :id AND status = 'ok'",
    { id: content.id },
  );
  if (known) return keepGoodReading(store, failure, content.id, known.text);
  return saveDocument(store, {
    ...failure,
    document: { ...content, format: content.format ?? 'unknown', encoding: null, text: '' },
    status: 'failed',
    reports: [],
    figures: [],
    diagnostics: diagnostics.map(withoutPlace),
  });
}

/** A place in a text that was never stored leads nowhere. */
const withoutPlace = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, place: null });

function keepGoodReading(store: Store, failure: FailureToSave, documentId: string, text: string): Saved {
  const { run, file } = failure;
  const diagnostics = failure.diagnostics.map(withoutPlace);
  return store.transaction(() => {
    saveDiagnostics(store, { run, documentId, file, text }, diagnostics);
    return { superseded: noteFileWithin(store, run, file, documentId) };
  });
}

/** Removes the reports of a document with their figures; gives the contents whose originals may have gone. */
function removeReports(store: Store, documentId: string): string[] {
  const contents = releaseDuplicates(store, documentId);
  store.run('DELETE FROM reports WHERE document_id = :documentId', { documentId });
  return contents;
}

/** Writes the document's own row; gives whether it was not there before. */
function writeDocument(store: Store, { run, file, document, status, ruleVersion }: DocumentToSave): boolean {
  const { id, format, encoding, text, bytes } = document;
  const before = store.get<{ number: number; text: string; searchable: number }>(
    'SELECT number, text, searchable FROM documents WHERE id = :id',
    { id },
  );
  const same = before?.text === text;
  if (before && !same && before.searchable === 1) removeFromIndex(store, before.number, before.text);
  const searchable = before && same ? before.searchable : 0;
  const row = { id, file, format, encoding, bytes, status, ruleVersion, text, searchable };
  store.run(
    `INSERT INTO documents
       (id, file, format, encoding, bytes, status, rule_version, run_id, ingested_at, searchable, text)
     VALUES
       (:id, :file, :format, :encoding, :bytes, :status, :ruleVersion, :run, :startedAt, :searchable, :text)
     ON CONFLICT (id) DO UPDATE SET
       format = excluded.format, encoding = excluded.encoding, bytes = excluded.bytes,
       status = excluded.status, rule_version = excluded.rule_version, run_id = excluded.run_id,
       ingested_at = excluded.ingested_at, searchable = excluded.searchable, text = excluded.text`,
    { ...row, run: run.id, startedAt: run.startedAt },
  );
  return before === undefined;
}

function writeReport(store: Store, documentId: string, report: ReportRecord): void {
  store.run(
    `INSERT INTO reports (id, document_id, report, title, issuer, region_code, region_name,
       region_method, date, start, "end", content_hash, sketch)
     VALUES (:id, :documentId, :report, :title, :issuer, :region_code, :region_name,
       :region_method, :date, :start, :end, :content_hash, :sketch)`,
    { ...report, sketch: toBlob(report.sketch), id: `${documentId}#${report.report}`, documentId },
  );
}

const toBlob = (sketch: Uint32Array | null): Uint8Array | null =>
  sketch && new Uint8Array(sketch.buffer, sketch.byteOffset, sketch.byteLength);

/** In the order of the table; `document_id` comes from the document. */
const FIGURE_COLUMNS = [
  'figure_id', 'report', 'indicator', 'item', 'value', 'lower', 'upper', 'qualifier', 'unit', 'unit_text', 'statistic',
  'redacted', 'region_code', 'region_name', 'region_method', 'as_of', 'as_of_method', 'start', 'end', 'exact', 'quote',
  'page', 'paragraph', 'cell', 'confidence', 'reasons', 'needs_review', 'rule',
] as const satisfies readonly (keyof FigureRecord)[]; // prettier-ignore

const INSERT_FIGURE = `INSERT INTO figures (document_id, ${FIGURE_COLUMNS.map((column) => `"${column}"`).join(', ')})
  VALUES (?${', ?'.repeat(FIGURE_COLUMNS.length)})`;

function writeFigure(store: Store, documentId: string, figure: FigureRecord): void {
  // by position: names would be looked up thirty times for each of the many figures
  store.run(INSERT_FIGURE, [documentId, ...FIGURE_COLUMNS.map((column) => toBindable(figure[column]))]);
}

function toBindable(value: FigureRecord[keyof FigureRecord]): Bindable {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
