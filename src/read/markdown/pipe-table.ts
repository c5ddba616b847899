/** Takes lines that begin with a Markdown table; gives its rows and how many lines it takes. */
import type { Part } from '../source-document.js';
import { tableParts, type FoundCell } from '../table.js';

// What stands below a header: takes '---', ':-:' and '-'; must not take '' nor '- -'.
const RULE = /^:?-+:?$/;

export interface PipeTable {
  readonly rows: readonly (readonly string[])[];
  readonly lines: number;
}

export function pipeTable(lines: readonly string[], first: number): PipeTable | null {
  const [header, rule] = [lines[first] ?? '', lines[first + 1] ?? ''];
  if (!header.includes('|') || !rule.includes('|') || !cellsOf(rule).every((cell) => RULE.test(cell)))
    return null;
  const rows = [cellsOf(header)];
  let next = first + 2;
  for (; next < lines.length && lines[next]!.includes('|'); next += 1) rows.push(cellsOf(lines[next]!));
  return { rows, lines: next - first };
}

/** The parts of a table; a header that says nothing is left out. */
export function pipeTableParts(number: number, { rows }: PipeTable): Part[] {
  const isNamed = rows[0]!.some((text) => text !== '');
  const shown = isNamed ? rows : rows.slice(1);
  const cells = shown.flatMap((row, r) =>
    row.map((text, c): FoundCell => ({ text, row: r + 1, column: c + 1 })),
  );
  return tableParts(number, cells, isNamed ? new Set([1]) : undefined);
}

/** The cells of a row: takes `| a | b \| c |` as a and b \| c; a rule inside `code` is text. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const row = line.trim();
  let cell = '';
  let isCode = false;
  for (let at = 0; at < row.length; at += 1) {
    const char = row[at]!;
    if (char === '|' && !isCode) {
      cells.push(cell.trim());
      cell = '';
    } else if (char === '\\' && row[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else {
      if (char === '`') isCode = !isCode && row.includes('`', at + 1);
      cell += char;
    }
  }
  if (row.startsWith('|')) cells.shift();
  return cell === '' && cells.length > 0 ? cells : [...cells, cell.trim()];
}
