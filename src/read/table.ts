/** Takes the cells of a table as a reader found them; gives parts with places and header rows. */
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
  const headers = headerRows.size > 0 ? headerRows : inferHeaderRows(cells);
  return cells.map((cell) => ({
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

/** The first row, with the rows that its tallest cell reaches down to, when all of them can label columns. */
function inferHeaderRows(cells: readonly FoundCell[]): Set<number> {
  const depth = cells.reduce((most, cell) => (cell.row === 1 ? Math.max(most, cell.rowSpan ?? 1) : most), 1);
  // A cell that reaches further down labels the rows beside it.
  const rows = Array.from({ length: depth <= DEEPEST_HEADER ? depth : 1 }, (_, index) => index + 1);
  const texts = (row: number): string[] => cells.filter((cell) => cell.row === row).map((cell) => cell.text);
  if (rows.every((row) => isHeaderRow(texts(row)))) return new Set(rows);
  return new Set(isHeaderRow(texts(1)) ? [1] : []);
}
