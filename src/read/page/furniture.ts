/** Takes the lines of all pages; finds headers, footers and page numbers. */
import { textOfLine, type Line } from './lines.js';

/** So many lines at either end of a page may belong to its header or footer. */
const EDGE_LINES = 4;
/** A header is printed at the same height on every page, give or take this. */
const TOLERANCE = 4;
/** Headers are as small as the body or smaller; a larger line is a title. */
const LARGEST = 1.15;

// A page number alone: takes '- 3 -', '— 12 —', '第3页 共8页', '3/8' and '3', not '3.' nor '2020年'.
const PAGE_NUMBER =
  /^(?:第\s*(\d+)\s*页(?:[\s,，/]*共\s*\d+\s*页)?|[-—–－·•]+\s*(\d+)\s*[-—–－·•]+|(\d+)\s*\/\s*\d+|page\s*(\d+)(?:\s*of\s*\d+)?|(\d+))$/i;

// What a browser prints below a page: takes 'https://example.org/a.html 1/3', 'about:blank 1/1' and '第 1 页，共 3 页 file:///a.htm',
// not '详见 https://example.org' nor 'https://example.org/a 共3页'.
const BROWSER_FOOTER =
  /^(?:(?:https?:|file:|about:)\S+\s+\d+\s*\/\s*\d+|(?:\d+\s*\/\s*\d+|第\s*\d+\s*页，共\s*\d+\s*页)\s+(?:https?:|file:|about:)\S+)$/;
// What it prints above it beside the title: takes '2022/5/10 下午3:04 通报', '11/26/26, 11:59 AM a' and '2022/5/10 15:04'
// anywhere in a line, not '5月10日15:04'.
const PRINTED_AT = /\d{1,4}\/\d{1,2}\/\d{1,4},?\s*(?:上午|下午)?\s*\d{1,2}:\d{2}/;

interface Edge {
  readonly line: Line;
  /** The text with its digits masked, so that page 3 and page 4 look alike. */
  readonly shape: string;
  readonly side: 'top' | 'bottom';
}

/**
 * Lines at the top or bottom that come again at the same height on at least two and on a third of the
 * pages, and lone page numbers at the very edge. `pages` holds the lines of each page, top to bottom.
 */
export function findFurniture(pages: readonly (readonly Line[])[], bodySize: number): Set<Line> {
  const repeated = findRepeated(pages, bodySize);
  const furniture = new Set<Line>();
  for (const lines of pages) {
    // From the edge inwards only: what repeats behind a line of the body is body.
    const printed = browserLines(lines);
    const outermost = (line: Line): boolean =>
      !repeated.has(line) && !printed.has(line) && !isLonePageNumber(line, lines);
    const top = lines.findIndex(outermost);
    const bottom = lines.findLastIndex(outermost);
    lines.forEach((line, index) => {
      if (top < 0 || index < top || index > bottom) furniture.add(line);
    });
  }
  // Pages that hold nothing else are no frame around a text.
  const everything = pages.every((lines) => lines.every((line) => furniture.has(line)));
  return everything ? new Set() : furniture;
}

function findRepeated(pages: readonly (readonly Line[])[], bodySize: number): Set<Line> {
  const edges = pages.flatMap((lines) =>
    edgesOf(lines).filter(({ line }) => line.size <= LARGEST * bodySize),
  );
  const shapes = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = `${edge.side} ${edge.shape}`;
    const alike = shapes.get(key);
    if (alike) alike.push(edge);
    else shapes.set(key, [edge]);
  }
  const repeated = new Set<Line>();
  const written = pages.filter((lines) => lines.length > 0).length;
  for (const alike of shapes.values()) {
    for (const level of sameHeight(alike)) {
      const onPages = new Set(level.map((edge) => edge.line.page)).size;
      if (onPages >= 2 && onPages * 3 >= written && countsPages(level))
        for (const edge of level) repeated.add(edge.line);
    }
  }
  return repeated;
}

/** Numbers in a header stay the same or go up with the pages; others are figures of a form. */
function countsPages(edges: readonly Edge[]): boolean {
  const numbers = edges.map(({ line }) => ({
    page: line.page,
    // A number: takes '12' of '第12页', not '十二'.
    values: Array.from(textOfLine(line).matchAll(/\d+/g), ([digits]) => Number(digits)),
  }));
  const first = numbers[0]!;
  return first.values.every((value, index) => {
    const same = numbers.every((other) => other.values[index] === value);
    return same || numbers.every((other) => other.values[index]! - other.page === value - first.page);
  });
}

function edgesOf(lines: readonly Line[]): Edge[] {
  const edge = (side: Edge['side']) => (line: Line) => ({
    line,
    // A digit: takes '3', not '三'.
    shape: textOfLine(line).replace(/\d+/g, '#').replace(/\s/g, ''),
    side,
  });
  return [...lines.slice(0, EDGE_LINES).map(edge('top')), ...lines.slice(-EDGE_LINES).map(edge('bottom'))];
}

/** Splits lines of one shape into those that stand at one height. */
function sameHeight(edges: readonly Edge[]): Edge[][] {
  const sorted = [...edges].sort((a, b) => a.line.y - b.line.y);
  const levels: Edge[][] = [];
  for (const edge of sorted) {
    const level = levels.at(-1);
    if (level && edge.line.y - level.at(-1)!.line.y <= TOLERANCE) level.push(edge);
    else levels.push([edge]);
  }
  return levels;
}

/** The page's first or last line that is framed by dashes or words, or is plainly this page's number. */
function isLonePageNumber(line: Line, lines: readonly Line[]): boolean {
  if (lines.length < 2 || (line !== lines[0] && line !== lines.at(-1))) return false;
  const match = PAGE_NUMBER.exec(textOfLine(line).trim());
  if (!match) return false;
  const number = Number(match.slice(1).find(Boolean));
  if (match[5] === undefined) return true;
  const next = line === lines[0] ? lines[1]! : lines.at(-2)!;
  return number === line.page && Math.abs(next.y - line.y) > 1.5 * line.size;
}

/** The address at the foot of a page that a browser has printed, and with it the line above the text that has the time. */
function browserLines(lines: readonly Line[]): ReadonlySet<Line> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || !BROWSER_FOOTER.test(textOfLine(last))) return new Set();
  return new Set(first !== last && PRINTED_AT.test(textOfLine(first)) ? [first, last] : [last]);
}
