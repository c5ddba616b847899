/** Which file holds which document: a seen file goes in; renamed, copied and changed files are told apart. */
import { releaseDuplicates, settleDuplicates } from './duplicates.js';
import type { DocumentStatus, Run } from './records.js';
import type { Store } from './store.js';

/** What is known of a document, to decide whether it must be extracted again. */
export interface DocumentState {
  readonly ruleVersion: string;
  readonly status: DocumentStatus;
}

/** The state of a document by its id (the SHA-256 of its bytes); null where it was never saved. */
export function documentState(store: Store, id: string): DocumentState | null {
  const state = store.get<DocumentState>(
    'SELECT rule_version AS ruleVersion, status FROM documents WHERE id = :id',
    { id },
  );
  return state ?? null;
}

/**
 * Notes that `file` now holds a document that is already saved: the same file again, a renamed or
 * copied one, or one that was changed. A document whose last file has changed is superseded: its
 * figures stay in `figures` and leave `current_figures`, until some file holds it again.
 *
 * @returns the id of the document that was superseded by this, or null
 */
export function noteFile(store: Store, run: Run, file: string, documentId: string): string | null {
  return store.transaction(() => noteFileWithin(store, run, file, documentId));
}

/** `noteFile` inside the caller's transaction. */
export function noteFileWithin(store: Store, run: Run, file: string, documentId: string): string | null {
  const before = store.get<{ document_id: string; seen_at: string }>(
    'SELECT document_id, seen_at FROM document_files WHERE file = :file',
    { file },
  );
  if (before?.document_id !== documentId || before.seen_at !== run.startedAt) {
    store.run(
      `INSERT INTO document_files (file, document_id, seen_at) VALUES (:file, :documentId, :seenAt)
       ON CONFLICT (file) DO UPDATE SET document_id = excluded.document_id, seen_at = excluded.seen_at`,
      { file, documentId, seenAt: run.startedAt },
    );
  }
  // It could be read after all.
  store.run('DELETE FROM diagnostics WHERE file = :file', { file });
  chooseName(store, documentId);
  restore(store, documentId);
  if (!before || before.document_id === documentId) return null;
  return chooseName(store, before.document_id) ? null : supersede(store, before.document_id, documentId);
}

/** Shows a document by the file that was seen last, of several the first by name; false where none is left. */
function chooseName(store: Store, documentId: string): boolean {
  const name = store.get<{ file: string }>(
    'SELECT file FROM document_files WHERE document_id = :documentId ORDER BY seen_at DESC, file LIMIT 1',
    { documentId },
  );
  if (!name) return false;
  store.run('UPDATE documents SET file = :file WHERE id = :documentId AND file <> :file', {
    file: name.file,
    documentId,
  });
  return true;
}

function supersede(store: Store, documentId: string, by: string): string {
  store.run('UPDATE documents SET superseded_by = :by WHERE id = :documentId', { documentId, by });
  for (const contentHash of releaseDuplicates(store, documentId)) settleDuplicates(store, contentHash);
  return documentId;
}

function restore(store: Store, documentId: string): void {
  const restored = store.run(
    'UPDATE documents SET superseded_by = NULL WHERE id = :documentId AND superseded_by IS NOT NULL',
    { documentId },
  );
  if (restored === 0) return;
  for (const contentHash of releaseDuplicates(store, documentId)) settleDuplicates(store, contentHash);
}
