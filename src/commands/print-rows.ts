/** Rows → standard output as a table for people, or as JSON, JSON lines or CSV for programs. */
import { once } from 'node:events';
import stringWidth from 'string-width';
import { CSV_START, formatCsvLine, showCell, type Cell } from '../export/csv.js';
import { cutToWidth } from '../text/printable.js';

export { cutToWidth, printable } from '../text/printable.js';

export type RowFormat = 'table' | 'json' | 'jsonl' | 'csv';
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Widest, in terminal columns; longer text is cut with an ellipsis. */
  readonly max?: number;
  /** How the table shows a cell; left out: as text, null as nothing. */
  readonly show?: (row: Row) => string;
}

/** Writes and waits where the reader is slower; false once the reader has gone (`| head`). */
export async function write(text: string): Promise<boolean> {
  if (process.stdout.destroyed) return false;
  if (!process.stdout.write(text)) await once(process.stdout, 'drain').catch(() => undefined);
  return !process.stdout.destroyed;
}

/** In terminal columns. */
const MOST_OF_TITLE = 48;

/** Lines of a table whose columns are as wide as their widest cell. */
export function formatTable(columns: readonly Column[], rows: readonly Row[]): string {
  const cells = rows.map((row) =>
    columns.map(({ key, show, max = 60 }) => cutToWidth(show ? show(row) : showCell(row[key]), max)),
  );
  // a title can hold the goods that a report names
  const titles = columns.map(({ title }) => cutToWidth(title, MOST_OF_TITLE));
  const widths = titles.map((title, i) =>
    cells.reduce((widest, line) => Math.max(widest, stringWidth(line[i]!)), stringWidth(title)),
  );
  const lay = (line: readonly string[]): string =>
    line
      .map((cell, i) => {
        const blank = ' '.repeat(widths[i]! - stringWidth(cell));
        return columns[i]!.align === 'right' ? blank + cell : cell + blank;
      })
      .join('  ')
      .trimEnd();
  return [lay(titles), lay(widths.map((width) => '─'.repeat(width))), ...cells.map(lay)]
    .map((line) => `${line}\n`)
    .join('');
}

/** Prints rows one by one as they come; a table is collected first, to find its widths. */
export async function printRows(
  rows: Iterable<Row> | AsyncIterable<Row>,
  format: RowFormat,
  columns: readonly Column[],
): Promise<number> {
  let count = 0;
  if (format === 'table') {
    const collected: Row[] = [];
    for await (const row of rows) collected.push(row);
    if (collected.length > 0) await write(formatTable(columns, collected));
    return collected.length;
  }
  let keys: string[] | null = null;
  for await (const row of rows) {
    let line = JSON.stringify(row);
    if (format === 'csv') {
      if (keys === null) {
        keys = Object.keys(row);
        await write(`${CSV_START}${formatCsvLine(keys)}`);
      }
      line = formatCsvLine(keys.map((key) => row[key]));
    } else line = format === 'json' ? `${count === 0 ? '[\n' : ',\n'}${line}` : `${line}\n`;
    count++;
    if (!(await write(line))) return count;
  }
  if (format === 'json') await write(count === 0 ? '[]\n' : '\n]\n');
  return count;
}
