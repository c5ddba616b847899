/** Takes parts; gives them with tables that paragraphs draw by tabs or rules as cells, as a text file's are. */
import type { Part } from './source-document.js';
import { linesToParts } from './txt.js';

/** Numbers of typed tables begin here; `withTablesInOrder` gives all tables their last ones. */
const TYPED = 1_000_000;

// What can set cells apart: takes '东街\t12' and '| 东街 | 12 |', not '东街 12'.
const SEPARATOR = /[\t|｜]/;

export function withTypedTables(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  let tables = TYPED;
  for (let at = 0; at < parts.length;) {
    let end = at;
    while (end < parts.length && isLine(parts[end]!)) end += 1;
    const run = parts.slice(at, end);
    const read = run.some(({ text }) => SEPARATOR.test(text)) ? linesOf(run) : run;
    for (const part of read)
      found.push(part.cell ? { ...part, cell: { ...part.cell, table: tables + part.cell.table } } : part);
    tables += run.length;
    if (end < parts.length) found.push(parts[end]!);
    at = end + 1;
  }
  return found;
}

const isLine = ({ kind, text }: Part): boolean => kind === 'paragraph' && !text.includes('\n');

const linesOf = (run: readonly Part[]): Part[] => linesToParts(run.map(({ text }) => text).join('\n'));
