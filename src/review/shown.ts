/** Figures of the database in; out what the page shows of them, with offsets of the text that it is given. */
import type { NumberSummary } from '../explain.js';
import type { ReviewedFigure } from '../store/index.js';
import type { CodePointIndex } from '../text/span.js';
import type { ListedFigure, Mark } from './api.js';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

export function listed({ found, current, decision, before, after }: ReviewedFigure): ListedFigure {
  const { figure_id, document_id, file, exact, confidence, needs_review } = found;
  const {
    indicator,
    item,
    value,
    lower,
    upper,
    qualifier,
    unit,
    statistic,
    redacted,
    region_code,
    region_name,
    as_of,
  } = current;
  return {
    figure_id, document_id, file, exact: oneLine(exact), confidence, needs_review, indicator, item, value, lower, upper,
    qualifier, unit, statistic, redacted, region_code, region_name, as_of, before: oneLine(before), after: oneLine(after),
    decision: decision?.action ?? null, decided_by: decision?.who ?? null,
  }; // prettier-ignore
}

/** Part of a document's text, with the code point that it begins at. */
export interface Window {
  readonly text: string;
  readonly start: number;
  readonly codePoints: CodePointIndex;
}

/** The code points of the document that a window shows. */
export function stretchOf({ text, start, codePoints }: Window): {
  readonly start: number;
  readonly end: number;
} {
  return { start, end: start + codePoints.toCodePoint(text.length) };
}

/** Code points of the document → UTF-16 code units of the window; cut off at its ends, null where it lies outside. */
export function within(
  { text, start, codePoints }: Window,
  place: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | null {
  const last = codePoints.toCodePoint(text.length);
  const [from, to] = [Math.max(0, place.start - start), Math.min(last, place.end - start)];
  return from < to ? { start: codePoints.toCodeUnit(from), end: codePoints.toCodeUnit(to) } : null;
}

function stateOf({ found, decision }: ReviewedFigure): Mark['state'] {
  if (decision !== null) return decision.action === 'reject' ? 'rejected' : 'accepted';
  if (found.redacted) return 'redacted';
  return found.needs_review ? 'review' : 'figure';
}

/** The figures of the database as marks in a window. */
export function figureMarks(figures: readonly ReviewedFigure[], window: Window): Mark[] {
  return figures.flatMap((one) => {
    const place = within(window, one.found);
    return place === null
      ? []
      : [{ ...place, figure_id: one.found.figure_id, what: one.current.indicator, state: stateOf(one) }];
  });
}

/** What the present rules make of the other numbers: set aside, or taken by no rule. */
export function otherMarks(others: readonly NumberSummary[], window: Window): Mark[] {
  return others.flatMap((number): Mark[] => {
    const place = within(window, number);
    if (place === null) return [];
    return [
      {
        ...place,
        figure_id: null,
        what: number.state === 'set-aside' ? number.why : '',
        state: number.state === 'set-aside' ? 'set-aside' : 'unmatched',
      },
    ];
  });
}
