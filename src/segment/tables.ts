/** The units of a document in; out for every cell its headers and the caption of its table. */
import type { CellContext, CellPlace } from '../model.js';
import type { Unit } from './units.js';

/** No more headers than this a side: the nearest, which say most. */
const MOST_HEADERS = 4;
const LONGEST_HEADER = 24;
const LONGEST_CAPTION = 60;

interface Cell {
  readonly unit: number;
  readonly place: CellPlace;
  readonly words: string;
}

export function findCellContexts(text: string, units: readonly Unit[]): Map<number, CellContext> {
  const tables = new Map<number, { readonly caption: string | null; readonly cells: Cell[] }>();
  units.forEach((unit, index) => {
    const place = unit.kind === 'cell' ? unit.block?.cell : null;
    if (!place) return;
    let table = tables.get(place.table);
    if (!table) tables.set(place.table, (table = { caption: findCaption(text, units, index), cells: [] }));
    table.cells.push({ unit: index, place, words: text.slice(unit.start, unit.end).replaceAll(/\s+/g, ' ') });
  });
  const contexts = new Map<number, CellContext>();
  for (const { caption, cells } of tables.values()) readTable(cells, caption, contexts);
  return contexts;
}

// column headers that were not found to be cells: takes 人数（人） 时长（小时）; leaves 捐赠情况（单位：万元）（2023年）
const LOST_HEADERS = /[（(][^（）()\s]{1,6}[）)]\s*[^（）()\s：:]{1,12}[（(][^（）()\s]{1,6}[）)]/;

/** The short line above the table, with the one above that where it only gives the unit. */
function findCaption(text: string, units: readonly Unit[], first: number): string | null {
  const lineAt = (index: number): string | null => {
    const unit = units[index];
    if (!unit || (unit.kind !== 'line' && unit.kind !== 'heading') || unit.end - unit.start > LONGEST_CAPTION)
      return null;
    const words = text.slice(unit.start, unit.end);
    // takes 表1 物资发放情况, 单位：万元; leaves 具体情况见下表。
    return /[。；！？]/.test(words) || LOST_HEADERS.test(words) ? null : words;
  };
  // the rule that a line of |…| cells opens with is a line of its own
  let last = first - 1;
  while (/^[\s|｜]*$/.test(lineAt(last) ?? '?')) last--;
  const nearest = lineAt(last);
  if (nearest === null || !/单位\s?：/.test(nearest)) return nearest;
  const above = lineAt(last - 1);
  return above === null ? nearest : `${above} ${nearest}`;
}

/**
 * Column headers are the cells of the rows at the top: those marked as headers, or else all rows above the
 * first that holds a number behind its first column, one row at least. Row headers are the labels to the
 * left, and labels of rows above that span down.
 */
function readTable(cells: readonly Cell[], caption: string | null, contexts: Map<number, CellContext>): void {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.place.row);
    if (row) row.push(cell);
    else rows.set(cell.place.row, [cell]);
  }
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const headerRows = countHeaderRows(numbers.map((number) => rows.get(number)!));
  /** Of each column, the headers so far, nearest first. */
  const above = new Map<number, readonly string[]>();
  let spanning: { readonly cell: Cell; readonly until: number }[] = [];
  numbers.forEach((number, index) => {
    spanning = spanning.filter(({ until }) => until >= number);
    const row = [...rows.get(number)!].sort((a, b) => a.place.column - b.place.column);
    const labels = rowLabels(row, spanning);
    const unit = index < headerRows ? [] : unitOf(row, above);
    row.forEach((cell, i) => {
      contexts.set(cell.unit, {
        place: cell.place,
        rowHeaders: index < headerRows ? [] : [...labels[i]!, ...unit],
        columnHeaders: above.get(cell.place.column) ?? [],
        caption,
      });
    });
    if (index < headerRows) addHeaders(row, above);
    for (const cell of row) {
      const until = number + cell.place.rowSpan - 1;
      if (index >= headerRows && until > number && isLabel(cell)) spanning.push({ cell, until });
    }
  });
}

// takes 单位 · 计量单位; leaves 捐赠单位, whose cells name givers
const UNIT_COLUMN = /^(?:计量)?单位$/;

/** （人次）: the unit that a row names in a column of its own, as headers name it. */
function unitOf(row: readonly Cell[], above: ReadonlyMap<number, readonly string[]>): string[] {
  const cell = row.find(({ place }) =>
    (above.get(place.column) ?? []).some((words) => UNIT_COLUMN.test(words)),
  );
  return cell === undefined || holdsValue(cell) ? [] : [`（${cell.words}）`];
}

function countHeaderRows(rows: readonly (readonly Cell[])[]): number {
  const marked = rows.findIndex((row) => !row.every((cell) => cell.place.header));
  if (marked > 0) return marked;
  const firstColumn = (rows[0] ?? []).reduce((least, cell) => Math.min(least, cell.place.column), Infinity);
  const data = rows.findIndex((row) =>
    row.some((cell) => cell.place.column > firstColumn && holdsValue(cell)),
  );
  if (data >= 0) return data;
  return rows.length > 1 ? 1 : 0;
}

function addHeaders(row: readonly Cell[], above: Map<number, readonly string[]>): void {
  for (const { place, words } of row) {
    for (let column = place.column; column < place.column + Math.max(1, place.columnSpan); column++) {
      const headers = above.get(column) ?? [];
      if (headers[0] !== words) above.set(column, [words, ...headers].slice(0, MOST_HEADERS));
    }
  }
}

/** For each cell of a row the labels on its left, nearest first. */
function rowLabels(row: readonly Cell[], spanning: readonly { readonly cell: Cell }[]): string[][] {
  const lefts = [...row, ...spanning.map(({ cell }) => cell)].sort((a, b) => a.place.column - b.place.column);
  let labels: string[] = [];
  let next = 0;
  return row.map((cell) => {
    for (; next < lefts.length && lefts[next]!.place.column < cell.place.column; next++) {
      if (isLabel(lefts[next]!)) labels = [lefts[next]!.words, ...labels].slice(0, MOST_HEADERS);
    }
    return labels;
  });
}

const isLabel = (cell: Cell): boolean =>
  cell.place.header ||
  (cell.words.length <= LONGEST_HEADER && !holdsValue(cell) && /[\u4e00-\u9fffA-Za-z]/.test(cell.words));

/** Starts with a number or has nothing but one: 500, 约300人, 1.2万; leaves 5月, 2020年 and 12355热线. */
const holdsValue = ({ words }: Cell): boolean =>
  /^(?:约|近|超过?|[≥≤><])?\d[\d,.]*(?:[余多%+]|[万亿]|\s*$|[人名个支件次份元户只条家篇场箱套双辆])/.test(
    words,
  );
