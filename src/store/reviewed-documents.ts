/** The documents of the database → how far each has been reviewed, and what its figures are known by. */
import type { Store } from './store.js';

/** A current document that has figures or decisions; the counts tell whether its review is complete. */
export interface ReviewedDocument {
  readonly document_id: string;
  readonly file: string;
  /** Figures that somebody has decided on. */
  readonly decided: number;
  /** Figures that need review, and that nobody has decided on. */
  readonly waiting: number;
  /** The same in reports that repeat another one: the review queue leaves them out. */
  readonly waiting_in_reposts: number;
  /** Figures that a reviewer held for right, and that the rules find no longer. */
  readonly lost: number;
}

/** By file and id. Documents whose file has changed since are left out. */
export function reviewedDocuments(store: Store): ReviewedDocument[] {
  return store.all<ReviewedDocument>(
    `WITH decided AS (
       SELECT document_id, count(*) AS decided,
         sum(s.action NOT IN ('reject', 'add')
           AND NOT EXISTS (SELECT 1 FROM figures f WHERE f.figure_id = s.figure_id)
           AND NOT EXISTS (SELECT 1 FROM decisions a WHERE a.figure_id = s.figure_id AND a.action = 'add')
           AND NOT EXISTS (SELECT 1 FROM decisions c WHERE c.carried_from = s.id)) AS lost
       FROM standing_decisions s GROUP BY document_id
     ), found AS (
       SELECT f.document_id,
         sum(f.needs_review AND x.id IS NULL AND r.duplicate_of IS NULL) AS waiting,
         sum(f.needs_review AND x.id IS NULL AND r.duplicate_of IS NOT NULL) AS waiting_in_reposts
       FROM figures f
       JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
       LEFT JOIN standing_decisions x ON x.figure_id = f.figure_id
       GROUP BY f.document_id
     )
     SELECT d.id AS document_id, d.file, coalesce(s.decided, 0) AS decided, coalesce(f.waiting, 0) AS waiting,
       coalesce(f.waiting_in_reposts, 0) AS waiting_in_reposts, coalesce(s.lost, 0) AS lost
     FROM documents d
     LEFT JOIN decided s ON s.document_id = d.id
     LEFT JOIN found f ON f.document_id = d.id
     WHERE d.superseded_by IS NULL AND (s.document_id IS NOT NULL OR f.document_id IS NOT NULL)
     ORDER BY d.file, d.id`,
  );
}

/** Every file in which a document was seen last; a document may lie in several. */
export const storedFiles = (store: Store): string[] =>
  store.all<{ file: string }>('SELECT file FROM document_files ORDER BY file').map(({ file }) => file);

/** Where a number stands, in code points, half open. */
export interface KnownPlace {
  readonly start: number;
  readonly end: number;
}

/** Places of a document's figures and of all decisions in it, whether they hold or not. */
export const knownPlaces = (store: Store, documentId: string): KnownPlace[] =>
  store.all<KnownPlace>(
    `SELECT start, "end" FROM figures WHERE document_id = :documentId
     UNION SELECT start, "end" FROM decisions WHERE document_id = :documentId`,
    { documentId },
  );

/** The indicators that the database's rule set has, by id. */
export const knownIndicators = (store: Store): ReadonlySet<string> =>
  new Set(store.all<{ id: string }>('SELECT id FROM indicators').map(({ id }) => id));
