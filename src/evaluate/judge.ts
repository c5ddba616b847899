/** The gold and the figures of one document in; out which of the figures are right, as far as gold can tell. */
import type { GoldFigure, ScoredFigure } from './gold.js';
import { pairFigures } from './pair-figures.js';

/** Equal but for binary noise. */
export const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));

/** Whether a figure has the value of the row that it answers, or, where that has none, its bounds. */
export const isRight = (gold: GoldFigure, figure: ScoredFigure): boolean =>
  gold.value === null
    ? near(figure.lower, gold.lower) && near(figure.upper, gold.upper)
    : near(figure.value, gold.value);

/** A figure with what gold says of its indicator and value. */
export interface JudgedFigure<Figure> {
  readonly figure: Figure;
  readonly right: boolean;
}

/** Redacted mentions and figures at borderline rows are left out: gold does not judge them. */
export function judgeFigures<Figure extends ScoredFigure>(
  golds: readonly GoldFigure[],
  figures: readonly Figure[],
): JudgedFigure<Figure>[] {
  const { pairs, extra } = pairFigures(golds, figures);
  const answered = pairs
    .filter(({ gold }) => !gold.redacted && !gold.optional)
    .map(({ gold, figure }) => ({ figure, right: isRight(gold, figure) }));
  const alarms = extra
    .filter(
      ({ figure, at }) =>
        !figure.redacted && (at.some((row) => row.redacted) || !at.some((row) => row.optional)),
    )
    .map(({ figure }) => ({ figure, right: false }));
  return [...answered, ...alarms];
}
