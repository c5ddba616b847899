/** Reposts: reports of equal content go in, one of them stays the original and the others point to it. */
import type { Store } from './store.js';

/**
 * Chooses the original among the reports with this content: one that a person has reviewed, else the
 * one of the smallest document id, whatever the order in which they were saved. Reports of superseded
 * documents take no part.
 */
export function settleDuplicates(store: Store, contentHash: string): void {
  // Only reports that point nowhere can be the original: the others lost to one of these before.
  const [original, ...others] = store.all<{ id: string }>(
    `SELECT r.id FROM reports r JOIN documents d ON d.id = r.document_id
     WHERE r.content_hash = :contentHash AND r.duplicate_of IS NULL AND d.superseded_by IS NULL
     ORDER BY EXISTS (SELECT 1 FROM decisions x WHERE x.document_id = r.document_id) DESC,
              r.document_id, r.report`,
    { contentHash },
  );
  for (const other of others) {
    const moved = { original: original!.id, other: other.id };
    store.run('UPDATE reports SET duplicate_of = :original WHERE duplicate_of = :other', moved);
    store.run(
      "UPDATE reports SET duplicate_of = :original, duplicate_how = 'same-words' WHERE id = :other",
      moved,
    );
  }
}

/** Frees the reports of a document from their duplicates, both ways; gives the contents to settle anew. */
export function releaseDuplicates(store: Store, documentId: string): string[] {
  store.run(
    `UPDATE reports SET duplicate_of = NULL, duplicate_how = NULL
     WHERE duplicate_of IN (SELECT id FROM reports WHERE document_id = :documentId)`,
    { documentId },
  );
  store.run(
    `UPDATE reports SET duplicate_of = NULL, duplicate_how = NULL
     WHERE document_id = :documentId AND duplicate_of IS NOT NULL`,
    { documentId },
  );
  return store
    .all<{ content_hash: string }>(
      `SELECT DISTINCT content_hash FROM reports
       WHERE document_id = :documentId AND content_hash IS NOT NULL`,
      { documentId },
    )
    .map((row) => row.content_hash);
}
