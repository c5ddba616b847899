/** What reviewers hold of a document's figures → gold lines, as `evaluate` and `calibrate` take them. */
import type { FigureRecord } from '../model.js';
import { figuresWithin, type ReviewedFigure, type Store } from '../store/index.js';

/** The gold of one document. */
export interface GoldLines {
  /** JSON, one figure each, in order of place. */
  readonly lines: readonly string[];
  /** Figures that no gold line can state: without a number, or with crossed bounds. */
  readonly unstatable: number;
}

/** Every figure of a document, rejected ones and those of reposts included, in order of place. */
export const figuresOf = (store: Store, documentId: string): ReviewedFigure[] =>
  figuresWithin(store, documentId, { start: 0, end: Number.MAX_SAFE_INTEGER }, -1);

/**
 * Accepted figures as they were found, corrected ones with their corrections, added ones; rejected ones are left out.
 * @param sure with the figures that need no review and that nobody has decided on
 */
export function goldLinesOf(
  figures: readonly ReviewedFigure[],
  { sure }: { readonly sure: boolean },
): GoldLines {
  const right = figures.filter(({ decision, current }) =>
    decision === null ? sure && !current.needs_review : decision.action !== 'reject',
  );
  const statable = right.filter(({ current }) => isStatable(current));
  // what was corrected to the indicator of a figure that stands at the same place is stated once
  const lines = [...new Set(statable.map(({ current }) => formatLine(current)))];
  return { lines, unstatable: right.length - statable.length };
}

function isStatable({ redacted, value, lower, upper, qualifier }: FigureRecord): boolean {
  if (redacted) return true;
  if (lower !== null && upper !== null && lower > upper) return false;
  return qualifier === 'vague' || value !== null || lower !== null || upper !== null;
}

function formatLine(figure: FigureRecord): string {
  const { indicator, unit, item, value, lower, upper, qualifier, statistic, redacted } = figure;
  const { region_code, as_of, start, end } = figure;
  const number = redacted ? { redacted } : { value, lower, upper, qualifier };
  const goods = item === null ? {} : { item };
  return JSON.stringify({ indicator, unit, ...number, statistic, ...goods, region_code, as_of, start, end });
}
