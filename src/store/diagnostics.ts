/** Diagnostics of documents and files: saved with places in code points, read back with the file's name. */
import type { Diagnostic, Severity } from '../model.js';
import { codePointCounter } from './code-points.js';
import type { Run } from './records.js';
import type { Store } from './store.js';

/** A diagnostic as the database has it; `start` and `end` are code points into the document's text. */
export interface StoredDiagnostic {
  readonly file: string;
  /** Null for a file that could not be read at all. */
  readonly document_id: string | null;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly start: number | null;
  readonly end: number | null;
}

/** What diagnostics belong to: `documentId` null where the file gave no document. */
interface Subject {
  readonly run: Run;
  readonly documentId: string | null;
  readonly file: string;
  readonly text: string;
}

/** Replaces the diagnostics of a document, or of a file without one; inside the caller's transaction. */
export function saveDiagnostics(store: Store, subject: Subject, diagnostics: readonly Diagnostic[]): void {
  const { run, documentId, file, text } = subject;
  if (documentId === null) store.run('DELETE FROM diagnostics WHERE file = :file', { file });
  else store.run('DELETE FROM diagnostics WHERE document_id = :documentId', { documentId });
  const codePoints = codePointCounter(text);
  for (const { code, severity, message, hint, params, place } of diagnostics)
    store.run(
      `INSERT INTO diagnostics (run_id, document_id, file, code, severity, message, hint, params, start, "end")
       VALUES (:run, :documentId, :file, :code, :severity, :message, :hint, :params, :start, :end)`,
      {
        run: run.id,
        documentId,
        file: documentId === null ? file : null,
        ...{ code, severity, message, hint },
        params: JSON.stringify(params),
        start: place && codePoints(place.start),
        end: place && codePoints(place.end),
      },
    );
}

/** Which diagnostics to read; all that is given must hold. */
export interface DiagnosticFilter {
  readonly file?: string;
  readonly documentId?: string;
  readonly code?: string;
  readonly severity?: Severity;
  /** Only of this run. */
  readonly run?: string;
}

/** Diagnostics of current documents and of unreadable files, by file and place. */
export function* diagnosticsOf(store: Store, filter: DiagnosticFilter = {}): Generator<StoredDiagnostic> {
  const { file, documentId, code, severity, run } = filter;
  const given = Object.entries({ file, documentId, code, severity, run }).filter(
    ([, value]) => value != null,
  );
  const rows = store.iterate<Omit<StoredDiagnostic, 'params'> & { params: string }>(
    `SELECT coalesce(x.file, d.file) AS file, x.document_id, x.code, x.severity, x.message, x.hint,
            x.params, x.start, x."end"
     FROM diagnostics x LEFT JOIN documents d ON d.id = x.document_id
     WHERE d.superseded_by IS NULL ${given.map(([name]) => `AND ${CONDITIONS[name]!}`).join(' ')}
     ORDER BY coalesce(x.file, d.file), x.document_id, x.start, x.id`,
    Object.fromEntries(given) as Record<string, string>,
  );
  for (const row of rows) yield { ...row, params: JSON.parse(row.params) as StoredDiagnostic['params'] };
}

const CONDITIONS: Readonly<Record<string, string>> = {
  file: 'coalesce(x.file, d.file) = :file',
  documentId: 'x.document_id = :documentId',
  code: 'x.code = :code',
  severity: 'x.severity = :severity',
  run: 'x.run_id = :run',
};
