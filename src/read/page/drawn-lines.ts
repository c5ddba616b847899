/** Takes the shapes that a page draws; gives the straight horizontal and vertical lines among them. */
import { extentOf } from './extent.js';
import type { Ruling, Rulings } from './grid.js';

/** A filled shape this thin is a line that was drawn as a shape. */
const THIN = 3;
const SHORTEST = 4;
/** A page with more lines than this is a drawing, not a table. */
const MOST = 3000;

export type Point = readonly [x: number, y: number];

/** The corners of a shape in points, y downwards; closed shapes end where they begin. */
export interface Shape {
  readonly points: readonly Point[];
  /** Its outline is drawn; else it is filled only. */
  readonly stroked: boolean;
}

/** None where there are too many to be a table's. */
export function rulingsOf(shapes: Iterable<Shape>): Rulings {
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  const add = (a: Point, b: Point): void => {
    const [dx, dy] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    if (dy < 1 && dx >= SHORTEST)
      horizontal.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
    else if (dx < 1 && dy >= SHORTEST)
      vertical.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
  };
  for (const shape of shapes) {
    addShape(shape, add);
    if (horizontal.length + vertical.length > MOST) return { horizontal: [], vertical: [] };
  }
  return { horizontal: mergeRulings(horizontal), vertical: mergeRulings(vertical) };
}

/** A thin shape is one line along its middle; of other shapes only the stroked edges count. */
function addShape({ points, stroked }: Shape, add: (a: Point, b: Point) => void): void {
  if (points.length < 2) return;
  const { least: left, greatest: right } = extentOf(points, (point) => point[0]);
  const { least: top, greatest: bottom } = extentOf(points, (point) => point[1]);
  if (bottom - top <= THIN || right - left <= THIN) {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (right - left > bottom - top) add([left, y], [right, y]);
    else add([x, top], [x, bottom]);
  } else if (stroked) {
    for (let index = 1; index < points.length; index += 1) add(points[index - 1]!, points[index]!);
  }
}

/** Puts together what is drawn in pieces: each cell's own border, a double line. */
function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const rows: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1);
    if (row && ruling.at - row[0]!.at <= THIN) row.push(ruling);
    else rows.push([ruling]);
  }
  return rows.flatMap((row) => {
    const merged: Ruling[] = [];
    for (const { from, to } of row.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last && from - last.to <= THIN) merged[merged.length - 1] = { ...last, to: Math.max(last.to, to) };
      else merged.push({ at: row[0]!.at, from, to });
    }
    return merged;
  });
}
