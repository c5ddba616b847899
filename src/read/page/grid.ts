/** Takes the rulings of a page; gives the tables that they frame, as grids of cells. */
import { greatestOf, leastOf } from './extent.js';

/** A line along an axis: `at` is its y (horizontal) or x (vertical); from < to. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** A cell's rectangle, and where it stands in the grid: rows and columns from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Grid {
  /** The places of the vertical lines, left to right. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row by row. */
  readonly cells: readonly GridCell[];
}

const TOLERANCE = 3;
const MOST_CELLS = 20_000;

/** Lines that cross or touch make one grid; frames of one column are no tables. */
export function findGrids({ horizontal, vertical }: Rulings): Grid[] {
  return connected(horizontal, vertical).flatMap(({ rows, columns }) => {
    const ys = places(rows.map((ruling) => ruling.at));
    const inner = columns.map((ruling) => ruling.at);
    // Open sides: the table ends where its horizontal lines end.
    const outer = [leastOf(rows, (row) => row.from), greatestOf(rows, (row) => row.to)];
    const xs = places([...inner, ...outer]);
    const size = (xs.length - 1) * (ys.length - 1);
    if (xs.length < 3 || ys.length < 2 || size > MOST_CELLS) return [];
    return [{ xs, ys, cells: cellsOf(xs, ys, rows, columns) }];
  });
}

interface Component {
  readonly rows: Ruling[];
  readonly columns: Ruling[];
}

const crosses = (h: Ruling, v: Ruling): boolean =>
  v.at >= h.from - TOLERANCE &&
  v.at <= h.to + TOLERANCE &&
  h.at >= v.from - TOLERANCE &&
  h.at <= v.to + TOLERANCE;

/** Sets of lines that hang together, each with lines of both directions. */
function connected(horizontal: readonly Ruling[], vertical: readonly Ruling[]): Component[] {
  const rowsLeft = new Set(horizontal);
  const columnsLeft = new Set(vertical);
  const components: Component[] = [];
  for (const start of vertical) {
    if (!columnsLeft.delete(start)) continue;
    const component: Component = { rows: [], columns: [start] };
    const queue: { ruling: Ruling; upright: boolean }[] = [{ ruling: start, upright: true }];
    for (let next = queue.pop(); next; next = queue.pop()) {
      for (const other of next.upright ? rowsLeft : columnsLeft) {
        if (!(next.upright ? crosses(other, next.ruling) : crosses(next.ruling, other))) continue;
        (next.upright ? rowsLeft : columnsLeft).delete(other);
        (next.upright ? component.rows : component.columns).push(other);
        queue.push({ ruling: other, upright: !next.upright });
      }
    }
    if (component.rows.length >= 2) components.push(component);
  }
  return components;
}

/** Sorted, near ones taken together. */
function places(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (result.length === 0 || value - result.at(-1)! > TOLERANCE) result.push(value);
  return result;
}

/** The cells of a grid; neighbours with no line between them are one, if together they are a rectangle. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly Ruling[],
  columns: readonly Ruling[],
): GridCell[] {
  const [height, width] = [ys.length - 1, xs.length - 1];
  const wall = lineBetween(xs, ys, columns);
  const floor = lineBetween(ys, xs, rows);
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue;
      let right = column;
      const free = (r: number, c: number): boolean => !taken.has(r * width + c);
      while (right + 1 < width && free(row, right + 1) && !wall(right + 1, row)) right += 1;
      const open = (below: number): boolean =>
        Array.from({ length: right - column + 1 }, (_, i) => column + i).every(
          (c) => free(below, c) && !floor(below, c) && (c === right || !wall(c + 1, below)),
        ) &&
        (right + 1 >= width || wall(right + 1, below));
      let bottom = row;
      while (bottom + 1 < height && open(bottom + 1)) bottom += 1;
      for (let r = row; r <= bottom; r += 1)
        for (let c = column; c <= right; c += 1) taken.add(r * width + c);
      cells.push({
        row,
        column,
        rowSpan: bottom - row + 1,
        columnSpan: right - column + 1,
        left: xs[column]!,
        right: xs[right + 1]!,
        top: ys[row]!,
        bottom: ys[bottom + 1]!,
      });
    }
  }
  return cells;
}

/** Says whether a line stands at `across[i]` along the whole band `along[j]` to `along[j + 1]`. */
function lineBetween(
  across: readonly number[],
  along: readonly number[],
  rulings: readonly Ruling[],
): (i: number, j: number) => boolean {
  const lines = new Set<number>();
  for (const ruling of rulings) {
    const i = across.findIndex((place) => Math.abs(place - ruling.at) <= TOLERANCE);
    for (let j = 0; j + 1 < along.length; j += 1) {
      const middle = (along[j]! + along[j + 1]!) / 2;
      if (ruling.from <= middle && ruling.to >= middle) lines.add(i * along.length + j);
    }
  }
  return (i, j) => lines.has(i * along.length + j);
}
