/** The rows of a comparison → the same in the order that is asked for; regions without a number come last. */
import type { ComparedCell, ComparedRow, FilledCell } from '../../compare-api.js';
import type { Sort } from './compare-route.js';

export const isFilled = (cell: ComparedCell | undefined): cell is FilledCell =>
  cell !== undefined && !('gap' in cell);

const sizeOf = ({ value, lower, upper }: FilledCell): number => value ?? upper ?? lower ?? 0;

/** Of equal ones the one of the better rank, then the one that comes first by its code. */
export function sortRows(rows: readonly ComparedRow[], { by, order }: Sort): readonly ComparedRow[] {
  const sign = order === 'up' ? 1 : -1;
  if (by === 'region') return rows.toSorted((a, b) => sign * a.code.localeCompare(b.code));
  return rows.toSorted((a, b) => {
    const [one, other] = [a.cells[by], b.cells[by]];
    if (!isFilled(one) || !isFilled(other)) return Number(isFilled(other)) - Number(isFilled(one));
    return (
      sign * (sizeOf(one) - sizeOf(other)) ||
      sign * (other.rank[0] - one.rank[0]) ||
      a.code.localeCompare(b.code)
    );
  });
}
