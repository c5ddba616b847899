/**
 * Takes the cells of a table whose format has lost which ones are merged; gives them with the spans that blanks tell of: a header
 * with blanks behind it and words below those stands over all of them, a label with blanks below it stands beside all of those.
 */
import { greatestOf, leastOf } from './page/extent.js';
import { isHeaderRow, type FoundCell } from './table.js';

const DEEPEST_HEADER = 3;

export function withImpliedSpans(cells: readonly FoundCell[]): readonly FoundCell[] {
  if (cells.some(({ rowSpan = 1, columnSpan = 1 }) => rowSpan > 1 || columnSpan > 1)) return cells;
  const rows = rowsOf(cells);
  const top = rows.findIndex((row) => row.size > 1);
  if (top < 0) return cells;
  const spans: Spans = new Map();
  const first = leastOf(rows, (row) => leastOf(row.keys(), (column) => column));
  spreadTitles(rows, top, spans);
  const header = headerBlock(rows.slice(top), first);
  header.forEach((row, i) => spreadHeaders(row, header.slice(0, i), header.slice(i + 1), spans));
  spreadLabels(rows.slice(top + Math.max(1, header.length)), first, spans);
  return spans.size === 0 ? cells : cells.map((cell) => ({ ...cell, ...spans.get(cell) }));
}

/** Cells with words or numbers, by column. */
type Row = ReadonlyMap<number, FoundCell>;
type Spans = Map<FoundCell, { rowSpan: number; columnSpan: number }>;

function rowsOf(cells: readonly FoundCell[]): Row[] {
  const rows = new Map<number, Map<number, FoundCell>>();
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    const row = rows.get(cell.row);
    if (row) row.set(cell.column, cell);
    else rows.set(cell.row, new Map([[cell.column, cell]]));
  }
  return [...rows.values()];
}

const isWords = (cell: FoundCell | undefined): boolean => cell !== undefined && isHeaderRow([cell.text]);

/** A title, or 单位：万元, in a row of its own above the headers stands over all columns. */
function spreadTitles(rows: readonly Row[], top: number, spans: Spans): void {
  const last = greatestOf(rows[top]!.keys(), (column) => column);
  for (const row of rows.slice(0, top))
    for (const [column, cell] of row) {
      const right = column < last && isWords(cell) ? last : column;
      if (right > column) spans.set(cell, { rowSpan: 1, columnSpan: right - column + 1 });
    }
}

/** The rows of words at the top of which one alone has a cell in the first column: one row is no header of several. */
function headerBlock(rows: readonly Row[], first: number): readonly Row[] {
  const isLower = (row: Row): boolean =>
    [...row.values()].every(isWords) && row.has(first) !== rows[0]!.has(first);
  const depth = [...rows.slice(1, DEEPEST_HEADER).map(isLower), false].indexOf(false) + 1;
  return depth > 1 && [...rows[0]!.values()].every(isWords) ? rows.slice(0, depth) : [];
}

/** Over blanks with words below, as far as no header above ends; down where nothing stands below. */
function spreadHeaders(row: Row, above: readonly Row[], below: readonly Row[], spans: Spans): void {
  const has = (rows: readonly Row[], column: number): boolean => rows.some((each) => each.has(column));
  for (const [column, cell] of row) {
    let end = column;
    while (!row.has(end + 1) && !has(above, end + 1) && has(below, end + 1) && has(below, column)) end += 1;
    const rowSpan = has(below, column) ? 1 : below.length + 1;
    if (end > column || rowSpan > 1) spans.set(cell, { rowSpan, columnSpan: end - column + 1 });
  }
}

// takes 合计, 全市总计; leaves 小计, which belongs to its group
const TOTAL = /合\s*计$|总\s*计$|^总/;

/** A label in the first column reaches down beside further labels; a total that is no group's ends it. */
function spreadLabels(rows: readonly Row[], first: number, spans: Spans): void {
  let label: FoundCell | null = null;
  for (const row of rows) {
    const [own, next] = [row.get(first), row.get(first + 1)];
    if (own !== undefined) label = isWords(own) && isWords(next) ? own : null;
    else if (label === null || !isWords(next) || TOTAL.test(next!.text)) label = null;
    else spans.set(label, { rowSpan: next!.row - label.row + 1, columnSpan: 1 });
  }
}
