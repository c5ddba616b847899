/** Takes the drawing operators of a page; tells a page that is a picture, with or without a text layer, from a printed one. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply, type Matrix } from '../page/matrix.js';
import type { Operators } from './engine.js';

export interface Drawing {
  /** Pictures take nearly the whole page. */
  readonly isPicture: boolean;
  /** Its text is not seen: it is drawn invisibly, or under the picture, as programs do that recognise scans. */
  readonly textIsHidden: boolean;
}

/** Scans come whole, or in strips; a scanner may leave the rim out. */
const COVERED = 0.8;
/** Text rendering mode 3: neither filled nor stroked (ISO 32000-1, 9.3.6). */
const INVISIBLE = 3;

const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

/** @param area of the page, in square points */
export function readDrawing({ fnArray, argsArray }: Operators, transform: Matrix, area: number): Drawing {
  const saved: { matrix: Matrix; mode: number }[] = [];
  let [matrix, mode] = [transform, 0];
  // Pieces of text that are seen so far, and those that are not.
  let [seen, hidden, pictures] = [0, 0, 0];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.save) saved.push({ matrix, mode });
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      ({ matrix, mode } = saved.pop() ?? { matrix: transform, mode: 0 });
    else if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push({ matrix, mode });
      const [inner] = args as readonly [Matrix | null];
      if (inner) matrix = multiply(matrix, inner);
    } else if (operator === OPS.setTextRenderingMode) [mode] = args as readonly [number];
    else if (operator === OPS.showText) {
      if (mode === INVISIBLE) hidden += 1;
      else seen += 1;
    } else if (PICTURES.has(operator)) {
      const share = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / area;
      pictures += share;
      if (share >= COVERED) [seen, hidden] = [0, hidden + seen];
    }
  }
  const isPicture = pictures >= COVERED;
  return { isPicture, textIsHidden: isPicture && hidden > seen };
}
