/** Takes the XML of one sheet of an xlsx; gives its cells as text, its merged cells and what it hides. */
import { ZipError } from '../zip.js';
import { parseRange, parseReference } from './cell-reference.js';
import { isoDateText } from './date-format.js';
import { GENERAL, numberText, type NumberFormat } from './number-format.js';
import { MOST_COLUMNS, SheetCells, type Budget, type MergedRange, type RawSheet } from './raw-sheet.js';
import { walkXml } from '../walk-xml.js';
import { unescapeText } from './xlsx-strings.js';

/** What the sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  /** Number formats by cell style. */
  readonly styles: readonly NumberFormat[];
  readonly is1904: boolean;
  readonly budget: Budget;
}

const MOST_MERGES = 200_000;

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

const isSet = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Formulas are not looked at: the value that was saved with them counts. */
export function readSheet(bytes: Uint8Array, name: string, shared: Shared): RawSheet {
  const cells = new SheetCells(shared.budget);
  const merges: MergedRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let row = 0;
  let column = 0;
  let cell: OpenCell | null = null;
  /** The element whose text is the cell's. */
  let inValue = false;
  let readings = 0;
  const openRow = (attributes: Readonly<Record<string, string>>): void => {
    const number = Number(attributes['r']);
    row = Number.isInteger(number) && number > 0 ? number : row + 1;
    column = 0;
    if (isSet(attributes['hidden'])) hiddenRows.add(row);
  };
  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const place = parseReference(attributes['r'] ?? '');
    column = place?.column ?? column + 1;
    const { t: type = 'n', s: style = '0' } = attributes;
    cell = { row: place?.row ?? row, column, type, style: Number(style), value: '' };
  };
  walkXml(bytes, {
    open: (element, attributes) => {
      if (element === 'row') openRow(attributes);
      else if (element === 'c') openCell(attributes);
      else if (element === 'mergeCell') addMerge(merges, attributes['ref'] ?? '');
      else if (element === 'col') addHidden(hiddenColumns, attributes);
      else if (element === 'rPh') readings += 1;
      inValue = cell !== null && (element === 'v' || (element === 't' && readings === 0));
    },
    close: (element) => {
      inValue = false;
      if (element === 'rPh') readings -= 1;
      if (element !== 'c' || cell === null) return;
      cells.add(cell.row, cell.column, textOf(cell, shared));
      cell = null;
    },
    text: (text) => {
      if (inValue && cell !== null) cell.value += text;
    },
  });
  return { name, rows: cells.rows(), merges, hiddenRows, hiddenColumns };
}

function addMerge(merges: MergedRange[], reference: string): void {
  if (merges.length >= MOST_MERGES)
    throw new ZipError('too-large', `a sheet merges more than ${MOST_MERGES} ranges`);
  const range = parseRange(reference);
  if (range !== null) merges.push(range);
}

function addHidden(hidden: Set<number>, attributes: Readonly<Record<string, string>>): void {
  if (!isSet(attributes['hidden']) || hidden.size === MOST_COLUMNS) return;
  const last = Math.min(MOST_COLUMNS, Number(attributes['max']));
  for (let column = Math.max(1, Number(attributes['min'])); column <= last; column += 1) hidden.add(column);
}

/** Without its words a table's numbers would be taken for something else. */
function sharedString(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new ZipError('damaged', `the text ${index} is missing`);
  return text;
}

function textOf({ type, style, value }: OpenCell, { strings, styles, is1904 }: Shared): string {
  if (value === '') return '';
  if (type === 's') return sharedString(strings, value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return isoDateText(value, styles[style]?.[0]?.date ?? null);
  if (type !== 'n') return unescapeText(value);
  const number = Number(value);
  return Number.isFinite(number) ? numberText(number, styles[style] ?? GENERAL, is1904) : value;
}
