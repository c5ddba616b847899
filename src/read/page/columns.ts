/** Takes the lines of a page as printed; gives them in reading order where the page has two columns of text. */
import { greatestOf, leastOf } from './extent.js';
import type { TextLine } from './flow.js';
import { makeLine, stretches, type Line } from './lines.js';
import { estimateWidth, type Run } from './run.js';

/** So many lines must have text on both sides of a gap before it is taken for a gutter. */
const FEWEST = 6;
/** Columns of running text are wider than the cells of a table, in ems. */
const NARROWEST = 10;

/** The lines in reading order, each with the frame (full width, left or right column) it runs in. */
export function readColumns(lines: readonly Line[], pageWidth: number): TextLine[] {
  const width = Math.round(pageWidth);
  const gutter = findGutter(lines);
  if (gutter === null) return lines.map((line) => ({ ...line, frame: `${width}` }));
  const ordered: TextLine[] = [];
  let right: TextLine[] = [];
  for (const line of lines) {
    const [before, after] = split(line, gutter);
    if (before && after && !hasGap(line, gutter)) {
      for (const waiting of right) ordered.push(waiting);
      ordered.push({ ...line, frame: `${width}` });
      right = [];
      continue;
    }
    if (before) ordered.push({ ...before, frame: `${width} left` });
    if (after) right.push({ ...after, frame: `${width} right` });
  }
  return [...ordered, ...right];
}

/** The x that lies in the wide gap of most lines, if running text stands on both of its sides. */
function findGutter(lines: readonly Line[]): number | null {
  const gaps = lines.flatMap((line) => {
    const parts = stretches(line);
    if (parts.length !== 2 || !parts.every((runs) => isText(runs, line.size))) return [];
    return [{ from: rightOf(parts[0]!), to: parts[1]![0]!.left }];
  });
  if (gaps.length < FEWEST) return null;
  const x = (greatestOf(gaps, (gap) => gap.from) + leastOf(gaps, (gap) => gap.to)) / 2;
  const within = gaps.filter((gap) => gap.from < x && gap.to > x);
  const crossing = lines.filter((line) => line.left < x && line.right > x && !hasGap(line, x));
  return within.length === gaps.length && gaps.length > 2 * crossing.length ? x : null;
}

const rightOf = (runs: readonly Run[]): number => greatestOf(runs, (run) => run.right);

const isText = (runs: readonly Run[], size: number): boolean =>
  estimateWidth(runs.map((run) => run.text).join(''), size) >= NARROWEST * size;

const hasGap = (line: Line, x: number): boolean => line.runs.every((run) => run.right <= x || run.left >= x);

function split(line: Line, x: number): [before: Line | null, after: Line | null] {
  const before = line.runs.filter((run) => run.left < x);
  const after = line.runs.filter((run) => run.left >= x);
  const part = (runs: readonly Run[]): Line | null => (runs.length > 0 ? makeLine(runs, line.page) : null);
  // A run that reaches over the gutter makes the line one that crosses it.
  if (!hasGap(line, x)) return [line, line];
  return [part(before), part(after)];
}
