/** Takes the drawing operators of a page; gives the straight horizontal and vertical lines that it draws. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply, type Matrix, type Operators } from './engine.js';
import { extentOf } from '../page/extent.js';
import type { Ruling, Rulings } from '../page/grid.js';

/** A filled shape this thin is a line that was drawn as a shape. */
const THIN = 3;
const SHORTEST = 4;
/** A page with more lines than this is a drawing, not a table. */
const MOST = 3000;

/** Codes inside the path data of pdf.js (its DrawOPS), with the numbers that follow them. */
const PATH = { moveTo: 0, lineTo: 1, curveTo: 2, closePath: 3 } as const;

type Point = readonly [x: number, y: number];

/** Finds rulings, in the page's shown coordinates; none where there are too many to be a table's. */
export function findRulings(operators: Operators, transform: Matrix): Rulings {
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  const add = (a: Point, b: Point): void => {
    const [dx, dy] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    if (dy < 1 && dx >= SHORTEST)
      horizontal.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
    else if (dx < 1 && dy >= SHORTEST)
      vertical.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
  };
  for (const { paint, path, matrix } of paths(operators, transform)) {
    const stroked = STROKES.has(paint);
    if (!stroked && !FILLS.has(paint)) continue;
    for (const points of subpaths(path, matrix)) addSubpath(points, stroked, add);
    if (horizontal.length + vertical.length > MOST) return { horizontal: [], vertical: [] };
  }
  return { horizontal: mergeRulings(horizontal), vertical: mergeRulings(vertical) };
}

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);

interface DrawnPath {
  readonly paint: number;
  readonly path: ArrayLike<number>;
  readonly matrix: Matrix;
}

/** The paths that are drawn, each with the transform in force. */
function* paths(operators: Operators, transform: Matrix): Generator<DrawnPath> {
  const saved: Matrix[] = [];
  let matrix = transform;
  for (const [index, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[index];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      matrix = saved.pop() ?? transform;
    else if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const [inner] = args as readonly [Matrix | null];
      if (inner) matrix = multiply(matrix, inner);
    } else if (operator === OPS.constructPath) {
      const [paint, [path]] = args as readonly [number, readonly [ArrayLike<number> | null]];
      if (path) yield { paint, path, matrix };
    }
  }
}

/** The polygons of a path; curves count as their chords, which are no rulings in practice. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const result: Point[][] = [];
  const point = (at: number): Point => {
    const [x, y] = [path[at]!, path[at + 1]!];
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let at = 0; at < path.length;) {
    const code = path[at]!;
    const points = result.at(-1);
    if (code === PATH.moveTo) {
      result.push([point(at + 1)]);
      at += 3;
    } else if (code === PATH.lineTo) {
      points?.push(point(at + 1));
      at += 3;
    } else if (code === PATH.curveTo) {
      points?.push(point(at + 5));
      at += 7;
    } else {
      if (code === PATH.closePath && points?.[0]) points.push(points[0]);
      at += 1;
    }
  }
  return result;
}

/** A thin shape is one line along its middle; of other shapes only the stroked edges count. */
function addSubpath(points: readonly Point[], stroked: boolean, add: (a: Point, b: Point) => void): void {
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
