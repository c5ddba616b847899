/** Takes a table's element; gives its rows and cells in their places, and whether it lays out a page or holds data. */
import type { Measures } from './measure.js';
import { elementsOf, type HtmlElement } from './tree.js';

export interface TableCell {
  readonly element: HtmlElement;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface TableShape {
  readonly caption: HtmlElement | null;
  readonly cells: readonly TableCell[];
  /** Rows that are marked as headers, from 1. */
  readonly headerRows: ReadonlySet<number>;
  /** What stands between the cells, where nothing should. */
  readonly strays: readonly HtmlElement[];
}

const WIDEST_SPAN = 200;
const MOST_COLUMNS = 2_000;

interface Row {
  readonly cells: readonly HtmlElement[];
  readonly isHead: boolean;
}

export function tableShape(table: HtmlElement): TableShape {
  const strays: HtmlElement[] = [];
  const rows = rowsOf(table, strays);
  const caption = elementsIn(table).find((child) => child.name === 'caption') ?? null;
  return { caption, cells: place(rows), headerRows: headerRows(rows), strays };
}

const elementsIn = (element: HtmlElement): HtmlElement[] =>
  element.children.filter((child): child is HtmlElement => typeof child !== 'string');

const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);

function rowsOf(table: HtmlElement, strays: HtmlElement[]): Row[] {
  const rows: Row[] = [];
  /** Cells without a row. */
  let loose: HtmlElement[] = [];
  const endLoose = (isHead: boolean): void => {
    if (loose.length > 0) rows.push({ cells: loose, isHead });
    loose = [];
  };
  const addAll = (holder: HtmlElement, isHead: boolean): void => {
    for (const child of elementsIn(holder)) {
      if (child.name === 'td' || child.name === 'th') {
        loose.push(child);
        continue;
      }
      endLoose(isHead);
      if (child.name === 'tr') rows.push({ cells: cellsOf(child, strays), isHead });
      else if (SECTIONS.has(child.name)) addAll(child, child.name === 'thead');
      // a form around rows, as ASP pages have it
      else if (child.name === 'form') addAll(child, isHead);
      else if (child.name !== 'caption' && child.name !== 'colgroup' && child.name !== 'col')
        strays.push(child);
    }
    endLoose(isHead);
  };
  addAll(table, false);
  return rows;
}

function cellsOf(row: HtmlElement, strays: HtmlElement[]): HtmlElement[] {
  const cells: HtmlElement[] = [];
  for (const child of elementsIn(row)) {
    if (child.name === 'td' || child.name === 'th') cells.push(child);
    else if (child.name === 'form') for (const cell of cellsOf(child, strays)) cells.push(cell);
    else strays.push(child);
  }
  return cells;
}

function place(rows: readonly Row[]): TableCell[] {
  const placed: TableCell[] = [];
  /** Of each column, the last row that a cell from above fills. */
  const filled: number[] = [];
  rows.forEach(({ cells }, index) => {
    const row = index + 1;
    let column = 1;
    for (const element of cells) {
      while ((filled[column] ?? 0) >= row) column += 1;
      if (column > MOST_COLUMNS) break;
      const columnSpan = span(element.attributes['colspan'], WIDEST_SPAN);
      const rowSpan = span(element.attributes['rowspan'], rows.length - index, rows.length - index);
      for (let at = column; at < column + columnSpan; at += 1) filled[at] = row + rowSpan - 1;
      placed.push({ element, row, column, rowSpan, columnSpan });
      column += columnSpan;
    }
  });
  return placed;
}

/** 0 rows means all that are left. */
function span(written: string | undefined, most: number, ofZero = 1): number {
  const number = Number.parseInt(written ?? '1', 10);
  if (number === 0) return ofZero;
  return number >= 1 ? Math.min(number, most) : 1;
}

/** The first rows that stand in a head, or hold header cells alone. */
function headerRows(rows: readonly Row[]): Set<number> {
  const marked = new Set<number>();
  for (const [index, { cells, isHead }] of rows.entries()) {
    if (!isHead && !(cells.length > 0 && cells.every((cell) => cell.name === 'th'))) break;
    marked.add(index + 1);
  }
  // a table of nothing but header cells has none
  return marked.size < rows.length ? marked : new Set();
}

/** A cell of more characters holds a text. */
const LONGEST_CELL = 300;
const MOST_LINES = 8;
const LINES = new Set(['p', 'div', 'br', 'li', 'section', 'h1', 'h2', 'h3', 'h4']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'ul', 'form', 'nav', 'article']);

// takes border:1px solid, border-top: 0.5pt; leaves border:none and border-collapse:collapse
const RULED = /border(?:-(?:top|left|right|bottom))?\s*:\s*(?!none|0|medium none)[^;]*\d/i;
const isRuled = (element: HtmlElement): boolean =>
  (Number.parseInt(element.attributes['border'] ?? '0', 10) || 0) > 0 ||
  RULED.test(element.attributes['style'] ?? '');

/** Holds data: two columns at least, no table in a table, and no texts unless rules are drawn around them. */
export function isDataTable(shape: TableShape, table: HtmlElement, measures: Measures): boolean {
  const { cells, strays } = shape;
  if (strays.some((stray) => measures.of(stray).text > 0)) return false;
  const filled = cells.filter(({ element }) => measures.of(element).text > 0);
  if (filled.length < 2 || new Set(cells.map(({ column }) => column)).size < 2) return false;
  for (const element of elementsOf(table))
    if (element !== table && element.name === 'table' && measures.of(element).text > 0) return false;
  if (shape.headerRows.size > 0 || shape.caption !== null || isRuled(table)) return true;
  const ruled = cells.filter(({ element }) => isRuled(element)).length;
  if (ruled * 2 > cells.length) return true;
  return filled.every(({ element }) => isShort(element, measures));
}

function isShort(cell: HtmlElement, measures: Measures): boolean {
  if (measures.of(cell).text > LONGEST_CELL) return false;
  let lines = 0;
  for (const { name } of elementsOf(cell)) {
    if (HEADINGS.has(name)) return false;
    if (LINES.has(name)) lines += 1;
  }
  return lines <= MOST_LINES;
}
