/** The gold and the extracted figures of one document in; out which figure answers which gold row, and what is left over. */
import type { GoldFigure, ScoredFigure } from './gold.js';

export interface Pairing<Figure> {
  readonly pairs: readonly { readonly gold: GoldFigure; readonly figure: Figure }[];
  /** Gold rows that no figure answers, optional ones included. */
  readonly missed: readonly GoldFigure[];
  /** Figures that answer no gold row, each with the rows that stand at its place. */
  readonly extra: readonly { readonly figure: Figure; readonly at: readonly GoldFigure[] }[];
}

type Accepts = (gold: GoldFigure, figure: ScoredFigure) => boolean;

/** The exact indicator goes first, so that an accepted one takes no row from a figure that fits better. */
const ROUNDS: readonly Accepts[] = [
  (gold, figure) => figure.indicator === gold.indicator,
  (gold, figure) => gold.also.includes(figure.indicator),
];

const overlap: Accepts = (gold, figure) => gold.start < figure.end && figure.start < gold.end;

/** Every gold row is answered once at most, by a figure that overlaps it and names its indicator or an accepted one. */
export function pairFigures<Figure extends ScoredFigure>(
  golds: readonly GoldFigure[],
  figures: readonly Figure[],
): Pairing<Figure> {
  const answer = new Map<GoldFigure, Figure>();
  const used = new Set<Figure>();
  const places = placesOf(golds);
  for (const accepts of ROUNDS) {
    for (const figure of figures) {
      if (used.has(figure)) continue;
      const gold = places(figure).find(
        (row) => !answer.has(row) && row.redacted === (figure.redacted ?? false) && accepts(row, figure),
      );
      if (!gold) continue;
      answer.set(gold, figure);
      used.add(figure);
    }
  }
  return {
    pairs: [...answer].map(([gold, figure]) => ({ gold, figure })),
    missed: golds.filter((gold) => !answer.has(gold)),
    extra: figures.filter((figure) => !used.has(figure)).map((figure) => ({ figure, at: places(figure) })),
  };
}

/** Finds the rows at a figure's place, in file order. Rows are short, so few lie near one place. */
function placesOf(golds: readonly GoldFigure[]): (figure: ScoredFigure) => GoldFigure[] {
  const longest = golds.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const byStart = golds.map((gold, order) => ({ gold, order })).sort((a, b) => a.gold.start - b.gold.start);
  return (figure) => {
    let low = 0;
    let high = byStart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byStart[middle]!.gold.start < figure.start - longest) low = middle + 1;
      else high = middle;
    }
    const near: typeof byStart = [];
    for (let i = low; i < byStart.length && byStart[i]!.gold.start < figure.end; i++) near.push(byStart[i]!);
    return near
      .filter(({ gold }) => overlap(gold, figure))
      .sort((a, b) => a.order - b.order)
      .map(({ gold }) => gold);
  };
}
