/** Takes the rows of a table whose cells reach over others; gives its parts, with what stands in a cell and is no line of it. */
import type { BlockKind } from '../model.js';
import type { Part } from './source-document.js';
import { tableParts, type FoundCell } from './table.js';

/** A cell before it has a place, with its content in order. */
export interface SpannedCell {
  readonly parts: readonly Part[];
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface SpannedRow {
  readonly cells: readonly SpannedCell[];
  /** The format marks it as a header. */
  readonly isHeader: boolean;
}

/** Word has no table of more; a file that claims a wider cell is damaged or means harm. */
const MOST_COLUMNS = 63;

/** A table of one column is a frame around text, and its content is read as such. */
export const isFrame = (rows: readonly { readonly cells: readonly unknown[] }[]): boolean =>
  rows.every(({ cells }) => cells.length <= 1);

/**
 * The parts of table number `table`. Tables, notes and text boxes inside its cells come behind the row that holds them.
 * @param kind of the text around it; a table in a note or a running header is lines of that
 */
export function spannedTableParts(
  table: number,
  rows: readonly SpannedRow[],
  kind: BlockKind | null,
): Part[] {
  const headers = new Set(rows.flatMap((row, index) => (row.isHeader ? [index + 1] : [])));
  const inner = new Map<number, Part[]>();
  rows.forEach(({ cells }, index) => {
    const apart = cells.flatMap(({ parts }) => parts.filter((part) => !isLine(part, kind)));
    if (apart.length > 0) inner.set(index + 1, apart);
  });
  const found = tableParts(table, placeCells(rows, kind), headers);
  const parts: Part[] = [];
  let at = 0;
  rows.forEach((_, index) => {
    const first = at;
    while (found[at]?.cell?.row === index + 1) at += 1;
    const cells = found.slice(first, at);
    if (kind === null) for (const cell of cells) parts.push(cell);
    else if (cells.length > 0) parts.push({ kind, text: cells.map(({ text }) => text).join('\t') });
    for (const part of inner.get(index + 1) ?? []) parts.push(part);
  });
  return parts;
}

/** A line of the cell itself. */
const isLine = (part: Part, kind: BlockKind | null): boolean =>
  part.cell == null && (part.kind === 'paragraph' || part.kind === 'heading' || part.kind === kind);

/** Gives each cell its column, past the columns that cells of the rows above still fill. */
function placeCells(rows: readonly SpannedRow[], kind: BlockKind | null): FoundCell[] {
  const filledUntil: number[] = [];
  const cells: FoundCell[] = [];
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row.cells) {
      while ((filledUntil[column] ?? 0) > index) column += 1;
      const columnSpan = Math.min(cell.columnSpan, MOST_COLUMNS);
      const rowSpan = Math.min(cell.rowSpan, rows.length - index);
      const lines = cell.parts.filter((part) => isLine(part, kind)).map((part) => part.text);
      cells.push({ text: lines.join('\n'), row: index + 1, column: column + 1, rowSpan, columnSpan });
      for (let end = column + columnSpan; column < end; column += 1) filledUntil[column] = index + rowSpan;
    }
  });
  return cells;
}
