/** Figures of the database in; out the same with their sentences, and where in them their numbers stand. */
import { reviewedFigures, type ReviewedFigure, type Store } from '../store/index.js';
import { CodePointIndex } from '../text/span.js';
import type { QuotedFigure } from './compare-api.js';
import { listed } from './shown.js';

export function quotedFigures(store: Store, ids: readonly string[]): QuotedFigure[] {
  return reviewedFigures(store, ids).map((one) => {
    const { quote, page, paragraph, cell } = one.found;
    return { ...listed(one), quote, page, paragraph, cell, mark: markIn(store, one) };
  });
}

/** The number's place in its quote, in UTF-16 code units: that of the quote which goes over the number's place in the text. */
function markIn(store: Store, { found }: ReviewedFigure): QuotedFigure['mark'] {
  const { quote, start, end } = found;
  const length = new CodePointIndex(quote).toCodePoint(quote.length);
  const from = Math.max(0, end - length);
  const around = store.get<{ text: string }>(
    'SELECT substr(text, :from + 1, :length) AS text FROM documents WHERE id = :id',
    { id: found.document_id, from, length: start + length - from },
  );
  const at = around === undefined ? -1 : around.text.indexOf(quote);
  if (around === undefined || at < 0) return null;
  const index = new CodePointIndex(around.text);
  return { start: index.toCodeUnit(start - from) - at, end: index.toCodeUnit(end - from) - at };
}
