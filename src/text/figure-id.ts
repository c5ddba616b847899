/** Where a figure stands and what it counts → its id. */
import { hash } from 'node:crypto';

/**
 * Depends on content only, so that a second run or a renamed file gives the same id. The document's own
 * digits in front keep the figures of one document together in the database's indexes.
 *
 * @param start code points into the document's text, as `end`
 */
export function figureId(documentId: string, start: number, end: number, indicator: string): string {
  return documentId.slice(0, 6) + hash('sha256', `${documentId} ${start} ${end} ${indicator}`).slice(0, 10);
}
