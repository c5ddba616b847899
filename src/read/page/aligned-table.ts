/** Takes lines in reading order; finds runs of lines whose stretches stand in columns, and gives them as tables. */
import { greatestOf } from './extent.js';
import type { PartLine } from '../source-document.js';
import type { FlowItem, PageTable, TextLine } from './flow.js';
import { lineJoint, printedLine, stretches, textOfRuns } from './lines.js';
import type { Run } from './run.js';

/** How far an edge may stray from its column, in ems. */
const STRAY = 0.7;
/** Rows of a table are not farther apart than this, in ems of their font. */
const ROW_GAP = 3.5;
/** A cell that goes on in the next line is not farther from it than this, in ems. */
const WRAP_GAP = 1.7;

interface Column {
  left: number;
  right: number;
}

interface Cell {
  readonly text: string;
  readonly lines: readonly PartLine[];
}

const EMPTY: Cell = { text: '', lines: [] };

/** The cell with these runs of a line behind what it holds already. */
function withRuns({ text, lines }: Cell, runs: readonly Run[], page: number): Cell {
  const next = textOfRuns(runs);
  const before = text === '' ? '' : text + lineJoint(text, next);
  return { text: before + next, lines: [...lines, printedLine(runs, page, before.length, next.length)] };
}

interface Draft {
  readonly columns: Column[];
  readonly rows: Cell[][];
  readonly lines: TextLine[];
}

/** Running text that is wrapped is wider than this, in ems, and ends no farther from the margin than one. */
const NARROWEST_TEXT = 10;
const AT_MARGIN = 1;

// where no more of a sentence is to come: takes '。' and '；', not '一'
const ENDED = /[。！？!?；;：:]$/;

/** Replaces two or more lines that agree in two or more columns by a table. */
export function findAlignedTables(lines: readonly TextLine[]): FlowItem[] {
  const items: FlowItem[] = [];
  const margins = marginsOf(lines);
  for (let first = 0; first < lines.length;) {
    const draft = draftFrom(lines, first);
    if (draft.rows.length >= 2 && !runsOn(draft, lines[first + draft.lines.length], margins)) {
      items.push({ kind: 'table', table: tableOf(draft) });
      first += draft.lines.length;
    } else {
      items.push({ kind: 'line', line: lines[first]! });
      first += 1;
    }
  }
  return items;
}

/**
 * Labels and text behind them, one below the other, look like a table until the text of the last one goes on at the left
 * margin, outside of its column.
 */
function runsOn(
  { columns, lines }: Draft,
  next: TextLine | undefined,
  margins: ReadonlyMap<string, number>,
): boolean {
  const last = lines.at(-1)!;
  if (next?.page !== last.page || next.frame !== last.frame) return false;
  const text = stretches(last).at(-1)!;
  const { left, right } = extent(text);
  return (
    next.left < columns.at(-1)!.left - last.size &&
    next.y - last.y <= 1.1 * (last.y - lines.at(-2)!.y) &&
    stretches(next).length === 1 &&
    right - left >= NARROWEST_TEXT * last.size &&
    margins.get(last.frame)! - right <= AT_MARGIN * last.size &&
    !ENDED.test(textOfRuns(text))
  );
}

/** How far to the right the lines of each frame reach. */
function marginsOf(lines: readonly TextLine[]): Map<string, number> {
  const margins = new Map<string, number>();
  for (const { frame, right } of lines) margins.set(frame, Math.max(right, margins.get(frame) ?? right));
  return margins;
}

/** The table that begins at a line, as far as it goes; one row where there is none. */
function draftFrom(lines: readonly TextLine[], first: number): Draft {
  const cells = stretches(lines[first]!);
  const columns = cells.map(extent);
  const { page } = lines[first]!;
  const row = cells.map((runs) => withRuns(EMPTY, runs, page));
  const draft: Draft = { columns, rows: [row], lines: [lines[first]!] };
  if (columns.length < 2) return draft;
  for (let index = first + 1; index < lines.length; index += 1) {
    if (!addLine(draft, lines[index]!)) break;
  }
  return draft;
}

const extent = (runs: readonly Run[]): Column => ({
  left: runs[0]!.left,
  right: greatestOf(runs, (run) => run.right),
});

/** Takes a line into the table as a row or as the rest of a cell; false where it does not fit. */
function addLine(draft: Draft, line: TextLine): boolean {
  const last = draft.lines.at(-1)!;
  const gap = line.y - last.y;
  if (line.page !== last.page || line.frame !== last.frame || gap <= 0 || gap > ROW_GAP * last.size)
    return false;
  const cells = stretches(line);
  const found = cells.map((runs) => columnOf(draft.columns, extent(runs), line.size));
  if (found.includes(-1) || new Set(found).size < found.length) return false;
  if (cells.length >= 2) {
    const row = draft.columns.map(() => EMPTY);
    cells.forEach((runs, index) => (row[found[index]!] = withRuns(EMPTY, runs, line.page)));
    draft.rows.push(row);
  } else {
    const column = found[0]!;
    const row = draft.rows.at(-1)!;
    if (column === 0 || row[column]!.text === '' || gap > WRAP_GAP * line.size) return false;
    row[column] = withRuns(row[column]!, cells[0]!, line.page);
  }
  cells.forEach((runs, index) => widen(draft.columns[found[index]!]!, extent(runs)));
  draft.lines.push(line);
  return true;
}

/** The column that a stretch is aligned with on the left, on the right or in the middle; -1: none. */
function columnOf(columns: readonly Column[], stretch: Column, size: number): number {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= STRAY * size;
  const overlapping = columns.flatMap((column, index) =>
    stretch.left < column.right && stretch.right > column.left ? [index] : [],
  );
  if (overlapping.length !== 1) return -1;
  const column = columns[overlapping[0]!]!;
  const aligned =
    near(stretch.left, column.left) ||
    near(stretch.right, column.right) ||
    near(stretch.left + stretch.right, column.left + column.right);
  return aligned ? overlapping[0]! : -1;
}

function widen(column: Column, stretch: Column): void {
  column.left = Math.min(column.left, stretch.left);
  column.right = Math.max(column.right, stretch.right);
}

function tableOf({ columns, rows, lines }: Draft): PageTable {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return {
    page: first.page,
    left: columns[0]!.left,
    right: columns.at(-1)!.right,
    top: first.y - first.size,
    bottom: last.y,
    xs: columns.map((column) => column.left),
    cells: rows.flatMap((row, r) =>
      row.map((cell, c) => ({ ...cell, row: r + 1, column: c + 1, rowSpan: 1, columnSpan: 1 })),
    ),
    rows: rows.length,
  };
}
