/** Takes the parts of a document; gives them with the tables that people type, with tabs, with rules, or one cell a line, as cells. */
import { slicePart } from './slice-part.js';
import type { Part } from './source-document.js';
import { tableParts, type FoundCell } from './table.js';
import { cellLines, uprightTable } from './upright-table.js';

/** What sets cells apart in a line: tabs, and the rules that people and Markdown draw with. */
const SEPARATORS = ['\t', '|', '｜'] as const;

interface Rows {
  readonly separator: string;
  readonly rows: readonly (readonly string[])[];
}

/** A table among lines: its cells take up `lines` lines from `first` on, `width` of them a line, or one each. */
interface TypedTable {
  readonly first: number;
  readonly lines: number;
  readonly cells: readonly FoundCell[];
}

/**
 * Paragraphs of one line that form a table become its cells; all else stays as it is. Tables are numbered anew, in the
 * order in which they stand.
 * @param typed the lines of a text file, whose tabs set cells apart; in a word processor's paragraphs they follow list
 *   numbers too, and make a table only where numbers stand behind them
 */
export function withTypedTables(parts: readonly Part[], { typed } = { typed: false }): Part[] {
  const result: Part[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (table: string): number => {
    if (!numbers.has(table)) numbers.set(table, numbers.size + 1);
    return numbers.get(table)!;
  };
  for (let at = 0; at < parts.length;) {
    const part = parts[at]!;
    if (!isLine(part)) {
      const { cell } = part;
      result.push(cell ? { ...part, cell: { ...cell, table: numberOf(`${cell.table}`) } } : part);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < parts.length && isLine(parts[end]!)) end += 1;
    const lines = parts.slice(at, end);
    let next = 0;
    for (const table of findTables(
      lines.map(({ text }) => text),
      typed,
    )) {
      for (const line of lines.slice(next, table.first)) result.push(line);
      const own = lines.slice(table.first, table.first + table.lines);
      const number = numberOf(`typed ${at + table.first}`);
      for (const cell of cellsIn(own, table, number)) result.push(cell);
      next = table.first + table.lines;
    }
    for (const line of lines.slice(next)) result.push(line);
    at = end;
  }
  return result;
}

const isLine = ({ kind, text }: Part): boolean => kind === 'paragraph' && !/[\r\n]/.test(text);

/** The cells with the places that the lines which they stand in have. */
function cellsIn(lines: readonly Part[], { cells }: TypedTable, number: number): Part[] {
  let line = 0;
  let offset = 0;
  return tableParts(number, cells).map((cell) => {
    const { separator = '\t', ending = '', text } = cell;
    // behind the last cell of a line the next line begins
    if (offset > lines[line]!.text.length) [line, offset] = [line + 1, 0];
    const placed = { ...cell, ...slicePart(lines[line]!, offset, offset + text.length) };
    offset += text.length + ending.length + separator.length;
    return placed;
  });
}

function findTables(lines: readonly string[], typed: boolean): TypedTable[] {
  const tables: TypedTable[] = [];
  /** No table of one cell a line begins before this line. */
  let tried = 0;
  const barren = new Map<string, number>();
  for (let first = 0; first < lines.length;) {
    const standing = first < tried ? [] : cellLines(lines, first);
    tried = Math.max(tried, first + standing.length);
    const upright = uprightTable(standing);
    const ruled = upright === null ? tableFrom(lines, first, typed, barren) : null;
    if (upright !== null) tables.push({ first: first + upright.before, ...upright });
    else if (ruled !== null) tables.push({ first, lines: ruled.rows.length, cells: cellsOf(ruled) });
    else {
      first += 1;
      continue;
    }
    const { first: start, lines: count } = tables.at(-1)!;
    first = start + count;
  }
  return tables;
}

/**
 * The table whose first row is the line at `first`; null where none begins there. Where rows are no table, their last
 * ones are none, either: `barren` keeps how far that goes for each separator, so that no line is looked at again and again.
 */
function tableFrom(
  lines: readonly string[],
  first: number,
  typed: boolean,
  barren: Map<string, number>,
): Rows | null {
  for (const separator of SEPARATORS) {
    if (first < (barren.get(separator) ?? 0) || !lines[first]!.includes(separator)) continue;
    const rows = rowsFrom(lines, first, separator);
    if (isTable(rows) && ((typed && separator === '\t') || holdsNumbers(rows, separator)))
      return { separator, rows };
    barren.set(separator, first + rows.length);
  }
  return null;
}

/** The lines from `first` on that have as many separators as it, split at them; at least one line. */
function rowsFrom(lines: readonly string[], first: number, separator: string): string[][] {
  const rows = [lines[first]!.split(separator)];
  const width = rows[0]!.length;
  for (let next = first + 1; width > 1 && next < lines.length; next += 1) {
    const row = lines[next]!.split(separator);
    if (row.length !== width) break;
    rows.push(row);
  }
  return rows;
}

/** Two rows or more with two columns that hold something: tabs that only indent make no table. */
function isTable(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < 2) return false;
  const used = rows[0]!.filter((_, column) => rows.some((row) => row[column]!.trim() !== ''));
  return used.length >= 2;
}

// takes 402 · 1,206,000 · 2.6万; leaves a link or a date
const NUMBER_CELL = /^\s*\d[\d,.]*[万亿]?\s*$/;

/** Lines of links are ruled like tables, and list numbers stand before tabs; what holds figures is a table. */
const holdsNumbers = (rows: readonly (readonly string[])[], separator: string): boolean =>
  rows.slice(1).some((row) => row.slice(separator === '\t' ? 1 : 0).some((cell) => NUMBER_CELL.test(cell)));

const cellsOf = ({ rows, separator }: Rows): FoundCell[] =>
  rows.flatMap((row, r) => row.map((text, c) => ({ text, row: r + 1, column: c + 1, separator })));
