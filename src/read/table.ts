/** Takes the cells of a table as a reader found them; gives parts with places and header rows. */
import { withImpliedSpans } from './implied-spans.js';
import type { PageStart, Part, PartLine } from './source-document.js';

/** A cell before it is numbered: rows and columns from 1. */
export interface FoundCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  /** See `Part`. */
  readonly separator?: string;
  /** See `Part`. */
  readonly ending?: string;
  readonly pages?: readonly PageStart[];
  /** See `Part`. */
  readonly lines?: readonly PartLine[];
}

// A cell that holds a number alone: takes '1,240' and '86.5%', not '2020年' nor '1名'.
const NUMBER_CELL = /^[\d.,，%％‰+-]*\d[\d.,，%％‰]*$/;

const DEEPEST_HEADER = 3;

/** True where a row can label columns: it says something, and none of its cells is a bare number. */
export const isHeaderRow = (texts: readonly string[]): boolean =>
  texts.some((text) => text.trim() !== '') &&
  !texts.some((text) => NUMBER_CELL.test(text.replace(/\s/g, '')));

/**
 * The parts of table number `table`, row by row. `headerRows` are the rows that the format marks as
 * headers; where it marks none, they are inferred.
 */
export function tableParts(
  table: number,
  cells: readonly FoundCell[],
  headerRows: ReadonlySet<number> = new Set(),
): Part[] {
  const spread = withImpliedSpans(cells);
  const headers = headerRows.size > 0 ? headerRows : inferHeaderRows(spread);
  return spread.map((cell) => ({
    kind: 'cell',
    text: cell.text,
    cell: {
      table,
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan ?? 1,
      columnSpan: cell.columnSpan ?? 1,
      header: headers.has(cell.row),
    },
    ...(cell.separator !== undefined && { separator: cell.separator }),
    ...(cell.ending !== undefined && { ending: cell.ending }),
    ...(cell.pages && { pages: cell.pages }),
    ...(cell.lines && { lines: cell.lines }),
  }));
}

/**
 * The rows at the top that label columns: the first, those that one of its cells reaches down to, those below a cell
 * over several columns, and those below a title that fills a row of its own.
 */
function inferHeaderRows(cells: readonly FoundCell[]): Set<number> {
  const headers = new Set<number>();
  let rows = 0;
  let reach = 0;
  for (const row of topRows(cells)) {
    const filled = row.filter(({ text }) => text.trim() !== '');
    if (!isHeaderRow(row.map(({ text }) => text)) || (rows > 0 && row[0]!.row > reach)) break;
    headers.add(row[0]!.row);
    const isTitle = filled.length === 1 && rows === 0;
    if (!isTitle) rows += 1;
    if (rows === DEEPEST_HEADER) break;
    reach = Math.max(reach, reachOf(filled, isTitle, rows));
  }
  return headers;
}

function reachOf(filled: readonly FoundCell[], isTitle: boolean, rows: number): number {
  const below = filled[0]!.row + 1;
  const spans = isTitle || (rows === 1 && filled.some(({ columnSpan = 1 }) => columnSpan > 1));
  return filled.reduce(
    (most, { row, rowSpan = 1 }) => (rowSpan <= DEEPEST_HEADER ? Math.max(most, row + rowSpan - 1) : most),
    spans ? below : 0,
  );
}

/** The rows that can be headers, from the top. */
function topRows(cells: readonly FoundCell[]): FoundCell[][] {
  const rows = new Map<number, FoundCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else if (rows.size <= DEEPEST_HEADER + 1) rows.set(cell.row, [cell]);
    else break;
  }
  return [...rows.values()];
}
