/** Keeps the text index in step with the documents: saved texts in, their terms in `document_words`. */
import type { Store } from './store.js';
import { indexTerms } from './words.js';

/** Adding documents one by one costs twice as much as adding them by the dozen. */
const BATCH = 64;

/** Numbers of the documents that may hold the words of `:match`: by the index, and those that wait for it. */
export const DOCUMENTS_MATCHING = `SELECT rowid FROM document_words WHERE document_words MATCH :match
  UNION ALL SELECT number FROM documents WHERE searchable = 0`;

/** Puts the waiting documents into the index once a batch of them is there; inside the caller's transaction. */
export function indexWhenDue(store: Store): void {
  const waiting = store.get<{ waiting: number }>(
    'SELECT count(*) AS waiting FROM documents WHERE searchable = 0',
  )!;
  if (waiting.waiting >= BATCH) indexBatch(store);
}

/** Puts every document that waits into the index. */
export function indexWaiting(store: Store): void {
  while (store.transaction(() => indexBatch(store)) > 0);
}

/** Builds the whole index anew, e.g. after `checkHealth` found it damaged. */
export function rebuildTextIndex(store: Store): void {
  store.transaction(() => {
    store.run("INSERT INTO document_words (document_words) VALUES ('delete-all')");
    store.run('UPDATE documents SET searchable = 0 WHERE searchable = 1');
  });
  indexWaiting(store);
}

/** Takes a document's words out of the index; `text` is what was indexed. */
export function removeFromIndex(store: Store, number: number, text: string): void {
  store.run("INSERT INTO document_words (document_words, rowid, words) VALUES ('delete', :number, :words)", {
    number: BigInt(number),
    words: indexTerms(text),
  });
}

function indexBatch(store: Store): number {
  const waiting = store.all<{ number: number; text: string }>(
    `SELECT number, text FROM documents WHERE searchable = 0 ORDER BY number LIMIT ${BATCH}`,
  );
  for (const { number, text } of waiting) {
    store.run('INSERT INTO document_words (rowid, words) VALUES (:number, :words)', {
      number: BigInt(number),
      words: indexTerms(text),
    });
    store.run('UPDATE documents SET searchable = 1 WHERE number = :number', { number });
  }
  return waiting.length;
}
