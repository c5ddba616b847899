/** Takes the grids and runs of a page; gives the tables with their cells' text, and the runs outside. */
import type { PageTable } from './flow.js';
import type { Grid, GridCell } from './grid.js';
import type { PartLine } from '../source-document.js';
import { groupLines, lineJoint, printedLine, textOfLine, type Line } from './lines.js';
import { cutRun, unbreakableWidth, type Run } from './run.js';

/** Most text keeps this distance from both borders of its cell together, in ems. */
const PADDING = 1;

export interface Taken {
  readonly tables: readonly PageTable[];
  readonly rest: readonly Run[];
}

/** Puts each run into the cell in whose rectangle its middle lies. A grid with one filled cell is a frame. */
export function fillGrids(grids: readonly Grid[], runs: readonly Run[], page: number): Taken {
  const tables: PageTable[] = [];
  let rest = runs;
  // The innermost grid first: a table inside a frame belongs to its own grid.
  for (const grid of [...grids].sort((a, b) => areaOf(a) - areaOf(b))) {
    const inside = rest.filter((run) => isInside(run, grid));
    const filled = fillCells(grid, inside);
    if (filled.size < 2) continue;
    const texts = new Map([...filled].map(([cell, parts]) => [cell, cellText(cell, parts, page)]));
    tables.push(makeTable(grid, texts, page));
    const used = new Set(inside);
    rest = rest.filter((run) => !used.has(run));
  }
  return { tables, rest };
}

const edgesOf = (grid: Grid): [left: number, right: number, top: number, bottom: number] => [
  grid.xs[0]!,
  grid.xs.at(-1)!,
  grid.ys[0]!,
  grid.ys.at(-1)!,
];

function areaOf(grid: Grid): number {
  const [left, right, top, bottom] = edgesOf(grid);
  return (right - left) * (bottom - top);
}

/** The height of the middle of the glyphs. */
const middleOf = (run: Run): number => run.y - 0.35 * run.size;

function isInside(run: Run, grid: Grid): boolean {
  const [left, right, top, bottom] = edgesOf(grid);
  const x = (run.left + run.right) / 2;
  const y = middleOf(run);
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Distributes runs over cells; a run that reaches over a border is cut there. */
function fillCells(grid: Grid, runs: readonly Run[]): Map<GridCell, Run[]> {
  const bands = grid.ys.map((_, row) =>
    grid.cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .sort((a, b) => a.left - b.left),
  );
  const filled = new Map<GridCell, Run[]>();
  const put = (cell: GridCell, run: Run): void => {
    const own = filled.get(cell);
    if (own) own.push(run);
    else filled.set(cell, [run]);
  };
  for (const run of runs) {
    const y = middleOf(run);
    const band = bands[grid.ys.findLastIndex((top) => top <= y)] ?? [];
    let piece: Run | undefined = run;
    for (const cell of band) {
      // What hangs over the table's edge, as punctuation at a line's end may, belongs to the last cell.
      const last = cell === band.at(-1);
      if (!piece || (!last && piece.left >= cell.right - 0.3 * run.size)) continue;
      const beyond: boolean = !last && piece.right > cell.right + 0.5 * run.size;
      const [own, next]: Run[] = beyond ? cutRun(piece, cell.right) : [piece];
      if (own) put(cell, own);
      piece = next;
    }
  }
  return filled;
}

interface CellText {
  readonly text: string;
  readonly lines: readonly PartLine[];
}

const EMPTY: CellText = { text: '', lines: [] };

/** A cell's lines: joined where the text was only wrapped, kept apart where a line ended early. */
function cellText(cell: GridCell, runs: readonly Run[], page: number): CellText {
  let text = '';
  let previous: Line | null = null;
  const lines: PartLine[] = [];
  for (const line of groupLines(runs, page)) {
    const next = textOfLine(line);
    if (previous) text += isWrapped(cell, previous, next) ? lineJoint(text, next) : '\n';
    lines.push(printedLine(line.runs, page, text.length, next.length));
    text += next;
    previous = line;
  }
  return { text, lines };
}

/** True where the next line's first character would not have fitted. */
function isWrapped(cell: GridCell, line: Line, next: string): boolean {
  const free = cell.right - cell.left - (line.right - line.left) - PADDING * line.size;
  return free < unbreakableWidth(next, line.size);
}

function makeTable(grid: Grid, texts: ReadonlyMap<GridCell, CellText>, page: number): PageTable {
  const [left, right, top, bottom] = edgesOf(grid);
  const cells = grid.cells.map((cell) => ({
    ...(texts.get(cell) ?? EMPTY),
    row: cell.row + 1,
    column: cell.column + 1,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
  }));
  return { page, left, right, top, bottom, xs: grid.xs, cells, rows: grid.ys.length - 1 };
}
