/** Takes the text items of a page; gives runs of upright text with their places, and what stands askew. */
import { multiply, type Matrix } from '../page/matrix.js';
import { printedText } from '../page/printed-text.js';
import type { Run } from '../page/run.js';
import type { Page } from './engine.js';

export interface PageRuns {
  readonly runs: readonly Run[];
  /** Text that is turned, e.g. a watermark; in the order of the file. */
  readonly askew: string;
}

/** More than any page is points wide. */
const PLACES = 65_536;

/** Places the items of a page, without blanks and without second strikes that only make text bold. */
export function readRuns(page: Page): PageRuns {
  const runs: Run[] = [];
  const askew: string[] = [];
  const seen = new Map<number, string>();
  for (const item of page.items) {
    if (item.str.trim() === '') continue;
    const matrix = multiply(page.transform, item.transform as unknown as Matrix);
    const text = printedText(item.str);
    const size = Math.hypot(matrix[2], matrix[3]);
    if (Math.abs(matrix[1]) > 0.1 * size || matrix[0] <= 0 || size === 0) {
      askew.push(text);
      continue;
    }
    const [left, y] = [matrix[4], matrix[5]];
    const place = Math.round(y) * PLACES + Math.round(left);
    if (seen.get(place) === text) continue;
    seen.set(place, text);
    runs.push({ text, left, right: left + item.width, y, size });
  }
  return { runs, askew: askew.join('') };
}
