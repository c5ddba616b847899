/** Takes the sheets of a workbook as a person sees them; gives the parts of one document, sheet by sheet. */
import { leastOf } from '../page/extent.js';
import { signOfLife } from '../sign-of-life.js';
import type { Part } from '../source-document.js';
import { tableParts, type FoundCell } from '../table.js';
import { findPieces, type Piece } from './pieces.js';
import { partSideBySide } from './side-by-side.js';
import type { SheetRow, VisibleSheet } from './visible-sheet.js';

export interface NamedSheet extends VisibleSheet {
  readonly name: string | null;
}

// takes the names that programs give: Sheet1, 工作表2, Table 1; leaves 志愿服务
const GIVEN_NAME = /^(?:sheet|table|工作表|表)\s*_?\d*$/i;

// takes 椒江区志愿服务情况统计表; leaves 单位：万元, 注：含市本级。
const NO_TITLE = /[：:。；]/;
const LONGEST_TITLE = 50;

/** The first line of a sheet, above its table, which is about what it says. */
const isTitle = (pieces: readonly Piece[], index: number): boolean => {
  const [first] = pieces;
  if (index > 0 || first?.kind !== 'line' || !pieces.some(({ kind }) => kind === 'table')) return false;
  const [cell, ...others] = first.row.cells;
  return others.length === 0 && cell!.text.length <= LONGEST_TITLE && !NO_TITLE.test(cell!.text);
};

/** The name of each sheet is a heading, unless a program gave it and there is no other; so is its title. */
export function sheetParts(sheets: readonly NamedSheet[]): Part[] {
  const parts: Part[] = [];
  let tables = 0;
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  for (const { name, rows } of filled) {
    const isNamed = name !== null && !(filled.length === 1 && GIVEN_NAME.test(name));
    if (isNamed) parts.push({ kind: 'heading', text: name, level: 1 });
    const pieces = findPieces(rows);
    for (const [index, piece] of pieces.entries()) {
      if (piece.kind === 'line' && isTitle(pieces, index))
        parts.push({ kind: 'heading', text: piece.row.cells[0]!.text, level: isNamed ? 2 : 1 });
      else if (piece.kind === 'line') parts.push(...lineParts(piece.row));
      else
        for (const table of partSideBySide(piece.rows)) {
          tables += 1;
          for (const part of tableParts(tables, cellsOf(table))) parts.push(part);
        }
    }
    signOfLife();
  }
  return parts;
}

/** A line above a table names its unit only as long as it is short. */
const LONGEST_LINE = 60;

const WIDE_BLANK = '\u3000';

/** The cells of one line: together where they are short. */
function lineParts({ cells }: SheetRow): Part[] {
  const text = cells.reduce(
    (line, cell) =>
      line === '' || /[：:]\s*$/.test(line) ? line + cell.text : `${line}${WIDE_BLANK}${cell.text}`,
    '',
  );
  if (cells.length === 1 || text.length <= LONGEST_LINE) return [{ kind: 'paragraph', text }];
  return cells.map((cell) => ({ kind: 'paragraph', text: cell.text }));
}

/** Blank cells are kept where they are no more than that many times the others, so that columns stay under one another. */
const MOST_BLANKS = 3;

/** Rows and columns keep the sheet's own numbers, so that row 5 column 3 is C5. */
function cellsOf(rows: readonly SheetRow[]): FoundCell[] {
  const left = leastOf(rows, ({ cells }) => cells[0]!.column);
  const filled = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const area = rows.reduce((sum, { cells }) => sum + cells.at(-1)!.column - left + 1, 0);
  const withBlanks = area <= (1 + MOST_BLANKS) * filled;
  return rows.flatMap(({ number, cells }) => {
    const found: FoundCell[] = [];
    let next = left;
    for (const { column, text, rowSpan, columnSpan } of cells) {
      for (; withBlanks && next < column; next += 1) found.push({ text: '', row: number, column: next });
      found.push({ text, row: number, column, rowSpan, columnSpan });
      next = column + columnSpan;
    }
    return found;
  });
}
