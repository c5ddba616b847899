/** Rows → the lines of a CSV file that Excel opens with every character right, and that runs nothing. */
export type Cell = string | number | boolean | null | readonly string[];

/** Excel takes a file without this mark for one in the system's own encoding. */
export const CSV_START = '\uFEFF';

export function showCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return Array.isArray(cell) ? cell.join(' ') : String(cell);
}

// takes =1+1, ＝1, a tab in front of it, and '=1, which guarded text looks like; leaves 1=1 and '1
const LOOKS_GUARDED = /^'*[=+\-@＝＋－＠\t\r\n]/;

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front; so does text that would look as if it had got
 * one, so that taking away one apostrophe gives every text back.
 */
export function formatCsvField(cell: Cell | undefined): string {
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = showCell(cell);
  const safe = LOOKS_GUARDED.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export const formatCsvLine = (cells: readonly (Cell | undefined)[]): string =>
  `${cells.map(formatCsvField).join(',')}\r\n`;
