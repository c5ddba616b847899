/** Takes the visible rows of a sheet; gives its lines and tables in order: blank rows part tables, titles and notes are lines. */
import {
  isForm, isLineAbove, isLineBelow, isLone, isValues, isWords, namesColumns, widthOf, type Width,
} from './row-kinds.js'; // prettier-ignore
import type { SheetRow } from './visible-sheet.js';

export type Piece =
  | { readonly kind: 'line'; readonly row: SheetRow }
  | { readonly kind: 'table'; readonly rows: readonly SheetRow[] };

export function findPieces(rows: readonly SheetRow[]): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocksOf(rows)) {
    const last = pieces.at(-1);
    if (last?.kind === 'table' && goesOn(last.rows, block)) {
      pieces.pop();
      for (const piece of piecesOf([...last.rows, ...block])) pieces.push(piece);
    } else for (const piece of piecesOf(block)) pieces.push(piece);
  }
  return pieces;
}

function blocksOf(rows: readonly SheetRow[]): SheetRow[][] {
  const blocks: SheetRow[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    if (block === undefined || row.afterGap) blocks.push([row]);
    else block.push(row);
  }
  return blocks;
}

/** Values right below a blank row, under the columns of the table above: a total that is set apart. */
function goesOn(above: readonly SheetRow[], below: readonly SheetRow[]): boolean {
  const [width, first] = [widthOf(above), below[0]!];
  return width !== null && !isLone(first) && isValues(first) && isWithin(first, width);
}

const isWithin = (row: SheetRow, { left, right }: Width): boolean =>
  row.cells[0]!.column >= left && row.cells.at(-1)!.column <= right;

function piecesOf(rows: readonly SheetRow[]): Piece[] {
  const width = widthOf(rows);
  if (width === null) return rows.map((row) => ({ kind: 'line', row }));
  const line = (row: SheetRow): Piece => ({ kind: 'line', row });
  const pieces: Piece[] = [];
  for (let at = 0; at < rows.length;) {
    if (closes(rows, at)) return [...pieces, ...rows.slice(at).map(line)];
    const end = isLineAbove(rows[at]!, width) ? at : tableEnd(rows, at);
    pieces.push(end === at ? line(rows[at]!) : { kind: 'table', rows: rows.slice(at, end) });
    at = Math.max(end, at + 1);
  }
  return pieces;
}

/** The row behind the last one of the table that starts at `first`. */
function tableEnd(rows: readonly SheetRow[], first: number): number {
  let values = false;
  for (let at = first + 1; at < rows.length; at += 1) {
    values ||= isValues(rows[at - 1]!);
    if (values && opensTable(rows, at, rows[first]!)) return at;
    if (closes(rows, at)) return at;
  }
  return rows.length;
}

/** Lines alone follow, down to the end of the block. */
function closes(rows: readonly SheetRow[], at: number): boolean {
  if (!isLineBelow(rows[at]!)) return false;
  for (let next = at + 1; next < rows.length; next += 1)
    if (!isLone(rows[next]!) && !isForm(rows[next]!)) return false;
  return true;
}

/** New headers, with lines above them perhaps, and values below: another table. */
function opensTable(rows: readonly SheetRow[], at: number, first: SheetRow): boolean {
  let header = at;
  while (header < rows.length && isLone(rows[header]!)) header += 1;
  const row = rows[header];
  const next = rows[header + 1];
  if (!row || !next) return false;
  if (header === at) return namesColumns(row, first);
  return isWords(row) && isValues(next) && (namesColumns(row, first) || isOpened(rows.slice(at, header)));
}

/** Below a line of its own (表2 …, 单位：万元) any words are headers, below the name of a group they may be values. */
const isOpened = (lines: readonly SheetRow[]): boolean =>
  lines.some(({ cells }) => OPENS.test(cells[0]!.text));

// takes 表2 物资情况, 附表一, 二、捐赠情况, 单位：万元, 物资发放统计表; leaves 城区
const OPENS =
  /^附?表\s?[\d一二三四五六七八九十]|^[（(]?[一二三四五六七八九十]{1,2}[、）)]|单位\s?[：:]|(?:情况|统计|汇总|明细|一览)?表$/;
