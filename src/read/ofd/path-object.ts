/** Takes a path object of a page; gives the shapes that it draws. */
import type { Point, Shape } from '../page/drawn-lines.js';
import { transformed, type Matrix } from '../page/matrix.js';
import { textOfChild, type Element } from './element.js';

/** Operators of abbreviated path data (GB/T 33190, table 36), and how many numbers follow each. */
const OPERANDS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** Curves count as their chords, which are no rulings in practice. `matrix` takes the object's space to the page. */
export function shapesOf(object: Element, matrix: Matrix): Shape[] {
  const stroked = object.attributes['Stroke'] !== 'false';
  if (!stroked && object.attributes['Fill'] !== 'true') return [];
  return subpaths(textOfChild(object, 'AbbreviatedData') ?? '', matrix).map((points) => ({
    points,
    stroked,
  }));
}

function subpaths(data: string, matrix: Matrix): Point[][] {
  const words = data.split(/[\s,]+/);
  const result: Point[][] = [];
  for (let at = 0; at < words.length;) {
    const operator = words[at]!;
    const count = OPERANDS[operator];
    if (count === undefined) {
      at += 1;
      continue;
    }
    const points = result.at(-1);
    if (operator === 'C') {
      if (points?.[0]) points.push(points[0]);
    } else {
      const point = transformed(matrix, Number(words[at + count - 1]), Number(words[at + count]));
      const begins = operator === 'M' || operator === 'S';
      if (!point.every(Number.isFinite)) return result;
      if (begins || !points) result.push([point]);
      else points.push(point);
    }
    at += 1 + count;
  }
  return result;
}
