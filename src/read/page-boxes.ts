/** A stretch of a document's text → the boxes on its pages in which it is printed. */
import type { Layout, PrintedLine, SourceDocument, SourceSpan } from '../model.js';
import { countBelow } from '../text/span.js';
import { estimateWidth } from './page/run.js';

/** Points from the page's top left. */
export interface PageBox {
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One for each printed line that the span touches; none where the document does not know where it is printed. */
export function pageBoxes(
  { text, layout }: Pick<SourceDocument, 'text' | 'layout'>,
  span: SourceSpan,
): PageBox[] {
  return linesOf(layout, span).flatMap((line) => {
    const from = countCharacters(text.slice(line.start, Math.max(line.start, span.start)));
    const count = countCharacters(text.slice(Math.max(line.start, span.start), Math.min(line.end, span.end)));
    const ends = horizontally(line, from, from + count);
    return ends === null ? [] : [{ page: line.page, top: line.top, bottom: line.bottom, ...ends }];
  });
}

function linesOf(layout: Layout | undefined, { start, end }: SourceSpan): readonly PrintedLine[] {
  const lines = layout?.lines ?? [];
  const first = countBelow(lines.length, (i) => lines[i]!.end <= start);
  const last = countBelow(lines.length, (i) => lines[i]!.start < end);
  return lines.slice(first, last);
}

// Takes a blank of any width; leaves 志.
const BLANK = /\s/u;

/** Blanks are the layout's; all other characters of the runs are in the text, in their order. */
export const countCharacters = (text: string): number =>
  Array.from(text).filter((one) => !BLANK.test(one)).length;

/** The ends of the characters `[from, to)` of a line, blanks not counted. */
export function horizontally(
  { runs }: PrintedLine,
  from: number,
  to: number,
): { readonly left: number; readonly right: number } | null {
  let at = 0;
  let [left, right] = [Infinity, -Infinity];
  for (const run of runs) {
    const scale = (run.right - run.left) / Math.max(estimateWidth(run.text, 1), 0.01);
    let x = run.left;
    for (const character of run.text) {
      const width = estimateWidth(character, 1) * scale;
      if (!BLANK.test(character)) {
        if (at >= from && at < to) [left, right] = [Math.min(left, x), Math.max(right, x + width)];
        at += 1;
      }
      x += width;
    }
  }
  return left < right ? { left, right } : null;
}
