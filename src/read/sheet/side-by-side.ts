/** Takes the rows of a table; gives the tables that stand in them side by side, parted by a blank column. */
import { leastOf } from '../page/extent.js';
import { isHeaderRow } from '../table.js';
import type { SheetRow } from './visible-sheet.js';

/** A spacer inside a table has values on its right; a table of its own begins with words. */
const MOSTLY = 0.8;
const FEWEST_ROWS = 2;

export function partSideBySide(rows: readonly SheetRow[]): (readonly SheetRow[])[] {
  const gap = blankColumns(rows).find(
    (column) => isOwn(slice(rows, column, Infinity)) && isOwn(slice(rows, 0, column)),
  );
  if (gap === undefined) return [rows];
  return [slice(rows, 0, gap), ...partSideBySide(slice(rows, gap, Infinity))];
}

const slice = (rows: readonly SheetRow[], from: number, to: number): SheetRow[] =>
  rows.flatMap((row) => {
    const cells = row.cells.filter(({ column }) => column >= from && column < to);
    return cells.length === 0 ? [] : [{ ...row, cells }];
  });

/** Columns between the first and the last one that no cell touches. */
function blankColumns(rows: readonly SheetRow[]): number[] {
  const used = new Set<number>();
  for (const { cells } of rows)
    for (const { column, columnSpan } of cells)
      for (let each = column; each < column + columnSpan; each += 1) used.add(each);
  const columns = [...used].sort((a, b) => a - b);
  return columns.flatMap((column, i) => (i > 0 && column - columns[i - 1]! > 1 ? [column - 1] : []));
}

/** Two columns at least, words in the first, and a number somewhere. */
function isOwn(rows: readonly SheetRow[]): boolean {
  const first = leastOf(rows, ({ cells }) => cells[0]!.column);
  const labels = rows.filter(({ cells }) => cells[0]!.column === first && isHeaderRow([cells[0]!.text]));
  const wide = rows.some(({ cells }) => cells.length > 1);
  const values = rows.filter(({ cells }) => !isHeaderRow(cells.map(({ text }) => text)));
  return wide && values.length > 0 && rows.length >= FEWEST_ROWS && labels.length >= MOSTLY * rows.length;
}
