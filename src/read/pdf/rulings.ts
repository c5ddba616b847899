/** Takes the drawing operators of a page; gives the straight horizontal and vertical lines that it draws. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { rulingsOf, type Point, type Shape } from '../page/drawn-lines.js';
import type { Rulings } from '../page/grid.js';
import { multiply, transformed, type Matrix } from '../page/matrix.js';
import type { Operators } from './engine.js';

/** Codes inside the path data of pdf.js (its DrawOPS), with the numbers that follow them. */
const PATH = { moveTo: 0, lineTo: 1, curveTo: 2, closePath: 3 } as const;

/** Finds rulings, in the page's shown coordinates; none where there are too many to be a table's. */
export const findRulings = (operators: Operators, transform: Matrix): Rulings =>
  rulingsOf(shapes(operators, transform));

function* shapes(operators: Operators, transform: Matrix): Generator<Shape> {
  for (const { paint, path, matrix } of paths(operators, transform)) {
    const stroked = STROKES.has(paint);
    if (!stroked && !FILLS.has(paint)) continue;
    for (const points of subpaths(path, matrix)) yield { points, stroked };
  }
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
  const point = (at: number): Point => transformed(matrix, path[at]!, path[at + 1]!);
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
