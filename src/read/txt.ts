/** Takes the bytes of a text file; gives its lines as paragraphs, and lines of tabs or rules, or of one cell each, as tables. */
import { diagnose } from '../diagnostics.js';
import { decodeText } from './encoding.js';
import { foreignFormat } from './foreign-format.js';
import type { Reader, ReadResult } from './reader.js';
import { buildDocument, cleanText, documentId, type Part } from './source-document.js';
import { tableParts, type FoundCell } from './table.js';
import { cellLines, uprightTable } from './upright-table.js';

/** Below this a character on average speaks against text; Chinese text has 0.6 to 1, Latin text 0.5. */
const MINIMUM_QUALITY = 0.1;
const SNIFF = 16 * 1024;

export const txt: Reader = {
  format: 'txt',
  extensions: ['txt', 'text'],
  recognises: (bytes) =>
    foreignFormat(bytes) === null && decodeText(bytes.subarray(0, SNIFF)).quality >= MINIMUM_QUALITY,
  read: (bytes) => Promise.resolve(readTxt(bytes)),
};

function readTxt(bytes: Uint8Array): ReadResult {
  const { text, encoding, replaced } = decodeText(bytes);
  const document = buildDocument(
    { id: documentId(bytes), format: 'txt', encoding },
    linesToParts(cleanText(text)),
  );
  const diagnostics = [
    ...(replaced > 0 ? [diagnose('encoding-doubtful', { encoding, replaced })] : []),
    ...(document.blocks.length === 0 ? [diagnose('document-without-text', { format: 'txt' })] : []),
  ];
  return { document, diagnostics };
}

/** What sets cells apart in a line: tabs, and the rules that people and Markdown draw with. */
const SEPARATORS = ['\t', '|', '｜'] as const;

interface Rows {
  readonly separator: string;
  readonly rows: readonly (readonly string[])[];
}

/** One part a line; lines that form a table are split at their tabs or rules. */
export function linesToParts(text: string): Part[] {
  const lines = text.split('\n');
  const parts: Part[] = [];
  let tables = 0;
  /** No table of one cell a line begins before this line. */
  let tried = 0;
  const barren = new Map<string, number>();
  for (let first = 0; first < lines.length;) {
    const standing = first < tried ? [] : cellLines(lines, first);
    tried = Math.max(tried, first + standing.length);
    const upright = uprightTable(standing);
    if (upright !== null) {
      tables += 1;
      for (const line of lines.slice(first, first + upright.before))
        parts.push({ kind: 'paragraph', text: line });
      for (const part of tableParts(tables, upright.cells)) parts.push(part);
      first += upright.before + upright.lines;
      continue;
    }
    const table = tableFrom(lines, first, barren);
    if (table === null) {
      parts.push({ kind: 'paragraph', text: lines[first]! });
      first += 1;
      continue;
    }
    tables += 1;
    for (const part of tableParts(tables, cellsOf(table))) parts.push(part);
    first += table.rows.length;
  }
  return parts;
}

/**
 * The table whose first row is the line at `first`; null where none begins there. Where rows are no table, their last
 * ones are none, either: `barren` keeps how far that goes for each separator, so that no line is looked at again and again.
 */
function tableFrom(lines: readonly string[], first: number, barren: Map<string, number>): Rows | null {
  for (const separator of SEPARATORS) {
    if (first < (barren.get(separator) ?? 0) || !lines[first]!.includes(separator)) continue;
    const rows = rowsFrom(lines, first, separator);
    if (isTable(rows) && (separator === '\t' || holdsNumbers(rows))) return { separator, rows };
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

/** Lines of links are ruled like tables; what holds figures is one. */
const holdsNumbers = (rows: readonly (readonly string[])[]): boolean =>
  rows.slice(1).some((row) => row.some((cell) => NUMBER_CELL.test(cell)));

const cellsOf = ({ rows, separator }: Rows): FoundCell[] =>
  rows.flatMap((row, r) => row.map((text, c) => ({ text, row: r + 1, column: c + 1, separator })));
