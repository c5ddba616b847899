/** Takes a part and a stretch of its text; gives the pages and printed lines of that stretch, as a part of its own has them. */
import { countCharacters, horizontally } from './page-boxes.js';
import type { PageStart, Part, PartLine } from './source-document.js';

/** `start` and `end` are UTF-16 units into the part's text. */
export function slicePart(
  { text, pages, lines }: Part,
  start: number,
  end: number,
): Pick<Part, 'pages' | 'lines'> {
  return {
    ...(pages && { pages: slicePages(pages, start, end) }),
    ...(lines && { lines: lines.flatMap((line) => sliceLine(line, text, start, end)) }),
  };
}

function slicePages(pages: readonly PageStart[], start: number, end: number): PageStart[] {
  const first = pages.findLastIndex(({ offset }) => offset <= start);
  return pages
    .slice(Math.max(0, first))
    .filter(({ offset }, index) => index === 0 || offset < end)
    .map(({ offset, page }) => ({ offset: Math.max(0, offset - start), page }));
}

function sliceLine(line: PartLine, text: string, start: number, end: number): PartLine[] {
  const [from, to] = [Math.max(line.start, start), Math.min(line.end, end)];
  if (from >= to) return [];
  const own = text.slice(from, to);
  const before = countCharacters(text.slice(line.start, from));
  const ends = horizontally(line, before, before + countCharacters(own));
  return ends === null
    ? []
    : [{ ...line, start: from - start, end: to - start, runs: [{ text: own, ...ends }] }];
}
