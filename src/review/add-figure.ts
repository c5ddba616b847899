/** A stretch of a document's text that a reviewer selected: what the program reads there, and the figure that is added. */
import type { NumberExplanation } from '../explain.js';
import type { FigureRecord, Quantity, SourceSpan } from '../model.js';
import { withBounds, type Changes } from '../store/index.js';
import { formatCell } from '../text/cell-place.js';
import { wholeCharacter } from '../text/characters.js';
import { figureId } from '../text/figure-id.js';
import { CodePointIndex, sourceSpan } from '../text/span.js';
import type { ReadPlace } from './api.js';
import { NotFound } from './not-found.js';
import type { ReadDocument } from './questions.js';

/** A place in the document's text, in UTF-16 code units. */
interface Selection {
  readonly start: number;
  readonly end: number;
}

/** Longer than any number with its hedge and its unit. */
const LONGEST = 200;

/** The same with whole characters at its ends. */
function whole(text: string, { start, end }: Selection): Selection {
  return { start: wholeCharacter(text, start), end: wholeCharacter(text, end) === end ? end : end + 1 };
}

function spanOf({ extraction }: ReadDocument, { start, end }: Selection): SourceSpan {
  if (!(start < end && end <= extraction.document.text.length && end - start <= LONGEST))
    throw new NotFound('place');
  return sourceSpan(start, end);
}

/** The number that the selection holds or lies in; undefined where there is none. */
function numberAt(read: ReadDocument, selection: Selection): NumberExplanation | undefined {
  return read.explainer.place(spanOf(read, selection)).numbers[0];
}

/** What the recogniser read there, set aside later or not. */
function quantityAt({ extraction }: ReadDocument, { start, end }: Selection): Quantity | undefined {
  const { quantities, normalized } = extraction;
  return quantities.find(({ span }) => {
    const source = normalized.toSource(span);
    return source.start < end && start < source.end;
  });
}

/** The whole number at a selection with what it is read as; without one, the selection as it is. */
export function readPlace(read: ReadDocument, selected: Selection): ReadPlace {
  const { text } = read.extraction.document;
  const selection = whole(text, selected);
  const found = numberAt(read, selection);
  const codePoints = new CodePointIndex(text);
  const [start, end] = found
    ? [codePoints.toCodeUnit(found.number.start), codePoints.toCodeUnit(found.number.end)]
    : [selection.start, selection.end];
  const quantity = quantityAt(read, selection);
  return {
    start,
    end,
    exact: text.slice(start, end),
    value: quantity?.value ?? null,
    lower: quantity?.lower ?? null,
    upper: quantity?.upper ?? null,
    qualifier: quantity?.qualifier ?? 'exact',
    unit: quantity?.unit ?? null,
    redacted: quantity?.redacted ?? false,
    set_aside: found?.state === 'set-aside' ? found.kind : null,
    indicators: found?.state === 'unmatched' ? found.losers.map(({ rule }) => rule) : [],
    region_code: found?.report?.region_code ?? null,
    region_name: found?.report?.region_name ?? null,
    as_of: found?.report?.date ?? null,
  };
}

/** The paragraph around a place that stands in no sentence. */
function lineAround(text: string, { start, end }: Selection): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? text.length : to);
}

/** The record of a figure that the rules missed; what the reviewer leaves open is unknown. */
export function addedFigure(
  read: ReadDocument,
  selected: Selection,
  given: Changes & { readonly indicator: string; readonly unit: string },
): FigureRecord {
  const { document, reports } = read.extraction;
  const selection = whole(document.text, selected);
  const { start, end } = spanOf(read, selection);
  const codePoints = new CodePointIndex(document.text);
  const [from, to] = [codePoints.toCodePoint(start), codePoints.toCodePoint(end)];
  const found = numberAt(read, selection);
  const value = given.value ?? null;
  const { lower = value, upper = value } = withBounds(given, { value, qualifier: 'exact', upper: value });
  return {
    item: null,
    qualifier: 'exact',
    statistic: 'total',
    redacted: false,
    region_code: null,
    region_name: null,
    as_of: null,
    ...given,
    value,
    lower,
    upper,
    file: '',
    document_id: document.id,
    report: reports.find(({ span }) => span.start <= start && start < span.end)?.index ?? 0,
    figure_id: figureId(document.id, from, to, given.indicator),
    unit_text: quantityAt(read, selection)?.unitText ?? null,
    region_method: 'none',
    as_of_method: 'none',
    start: from,
    end: to,
    exact: document.text.slice(start, end),
    quote: found?.sentence?.exact ?? lineAround(document.text, selection),
    page: found?.page ?? null,
    paragraph: found?.paragraph ?? null,
    cell: found?.cell ? formatCell(found.cell) : null,
    confidence: 1,
    reasons: [],
    needs_review: false,
    rule: 'reviewer',
  };
}
