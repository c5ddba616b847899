/** What `--at` says and a document in; out the places that it means. */
import type { SourceSpan } from '../model.js';
import { normalizeFragment } from '../normalize/normalize.js';
import type { Engine, Extraction } from '../pipeline.js';
import { CodePointIndex, normalizedSpan, sourceSpan } from '../text/span.js';

/** So many places of the same words are shown. */
const MOST = 20;

/** Starts of a string in a text, without overlaps. */
function occurrences(text: string, words: string): number[] {
  const starts: number[] = [];
  if (words === '') return starts;
  for (
    let at = text.indexOf(words);
    at >= 0 && starts.length < MOST;
    at = text.indexOf(words, at + words.length)
  ) {
    starts.push(at);
  }
  return starts;
}

/**
 * A number below the text's length is a place (code point). Anything else is words: as the document
 * has them, or else as they read once normalised (simplified, without line breaks).
 */
export function findPlaces({ document, normalized }: Extraction, engine: Engine, at: string): SourceSpan[] {
  const { text } = document;
  const codePoints = new CodePointIndex(text);
  // takes 1636; leaves 1636人 and 1,636
  if (/^\d+$/.test(at) && Number(at) < codePoints.toCodePoint(text.length)) {
    const place = Number(at);
    return [sourceSpan(codePoints.toCodeUnit(place), codePoints.toCodeUnit(place + 1))];
  }
  const asWritten = occurrences(text, at).map((start) => sourceSpan(start, start + at.length));
  if (asWritten.length > 0) return asWritten;
  const words = normalizeFragment(at, engine.protectedNames).text;
  return occurrences(normalized.text, words).map((start) =>
    normalized.toSource(normalizedSpan(start, start + words.length)),
  );
}
