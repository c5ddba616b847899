/** Full-text search: words go in, the documents that hold all of them come out, with the place of the first. */
import { wholeCharacter } from '../text/characters.js';
import { codePointCounter } from './code-points.js';
import type { Store } from './store.js';
import { DOCUMENTS_MATCHING } from './text-index.js';
import { foldText, parseSearchWords } from './words.js';

/** A document that holds the words. */
export interface SearchHit {
  readonly document_id: string;
  readonly file: string;
  /** The text around the first word, on one line. */
  readonly snippet: string;
  /** Where the first word stands, in Unicode code points of the document's text. */
  readonly start: number;
  readonly end: number;
}

/** Characters of the snippet on either side of the word. */
const AROUND = 30;

/**
 * Finds current documents by words of one character or more, separated by blanks; all must occur. Width
 * and case of Latin letters make no difference, and a word may be broken by the end of a line. By file name.
 */
export function searchDocuments(
  store: Store,
  words: string,
  { limit = 20 }: { readonly limit?: number } = {},
): SearchHit[] {
  const { match, patterns } = parseSearchWords(words);
  const hits: SearchHit[] = [];
  if (match === null || limit < 1) return hits;
  // The index says which documents may hold the words; their texts are read one by one.
  const candidates = store.iterate<{ number: number; document_id: string; file: string }>(
    `SELECT number, id AS document_id, file FROM documents
     WHERE number IN (${DOCUMENTS_MATCHING}) AND superseded_by IS NULL ORDER BY file, id`,
    { match },
  );
  for (const { number, document_id, file } of candidates) {
    const { text } = store.get<{ text: string }>('SELECT text FROM documents WHERE number = :number', {
      number,
    })!;
    const place = findWords(text, patterns);
    if (place) hits.push({ document_id, file, ...place });
    if (hits.length >= limit) break;
  }
  return hits;
}

function findWords(
  text: string,
  patterns: readonly RegExp[],
): { readonly snippet: string; readonly start: number; readonly end: number } | null {
  const folded = foldText(text);
  const [first, ...others] = patterns;
  const found = first!.exec(folded);
  if (!found || !others.every((pattern) => pattern.test(folded))) return null;
  const from = found.index;
  const to = from + found[0].length;
  const codePoints = codePointCounter(text);
  return { snippet: snippetAround(text, from, to), start: codePoints(from), end: codePoints(to) };
}

function snippetAround(text: string, from: number, to: number): string {
  const start = wholeCharacter(text, Math.max(0, from - AROUND));
  const end = wholeCharacter(text, Math.min(text.length, to + AROUND));
  return text.slice(start, end).replace(/\s+/g, ' ').trim(); // takes blanks and line ends, not 志
}
