/** Rows of a sheet in; out what they are: lines of words above and below tables, header rows, rows of values. */
import { isHeaderRow } from '../table.js';
import type { SheetCell, SheetRow } from './visible-sheet.js';

/** The columns that the tables of a block take up. */
export interface Width {
  readonly left: number;
  readonly right: number;
}

const endOf = ({ column, columnSpan }: SheetCell): number => column + columnSpan - 1;

/** Null where no row has two cells: the block is prose, or a list. */
export function widthOf(rows: readonly SheetRow[]): Width | null {
  const cells = rows.filter((row) => row.cells.length > 1).flatMap((row) => row.cells);
  if (cells.length === 0) return null;
  return cells.reduce(
    (width, cell) => ({
      left: Math.min(width.left, cell.column),
      right: Math.max(width.right, endOf(cell)),
    }),
    { left: Infinity, right: 0 },
  );
}

const LONGEST_LABEL = 24;
// How notes begin: takes 注：, （注, 备注：, 说明：, 资料来源：, 填表人：; leaves 注册志愿者
const NOTE =
  /^\s*[（(【]?(?:注(?=[：:\s0-9一１])|[备附]注|说明|(?:资料|数据)?来源|填[表报]|制表|审[核批]|负责人|联系|统计时间)/;
// What stands at a table's right corner: takes 单位：万元, 2024年3月5日, 附表1, 表二; leaves 志愿服务
const CORNER = /[：:]|^（?单位|\d{4}\s?[年.\-/]|^附?表\s?[\d一二三四五六七八九十]*$/;

export const isLone = (row: SheetRow): boolean => row.cells.length === 1;

/** 填报单位：…, its value in the next cell, a date, 单位：万元: a row of such cells is no row of a table. */
export function isForm({ cells }: SheetRow): boolean {
  return (
    cells.length > 1 &&
    cells.some(({ text }) => /[：:]/.test(text)) &&
    cells.every(({ text }, i) => CORNER.test(text) || /[：:]\s*$/.test(cells[i - 1]?.text ?? ''))
  );
}

/** A line above a table; not the upper header of some of its columns. */
export function isLineAbove(row: SheetRow, { left, right }: Width): boolean {
  if (!isLone(row)) return isForm(row);
  const cell = row.cells[0]!;
  if (cell.column <= left) return true;
  return (cell.columnSpan === 1 || endOf(cell) >= right) && CORNER.test(cell.text);
}

/** A line that opens what stands below a table; what follows it belongs to it. */
export function isLineBelow(row: SheetRow): boolean {
  if (!isLone(row)) return isForm(row);
  const { text, columnSpan } = row.cells[0]!;
  return NOTE.test(text) || ((text.length > LONGEST_LABEL || columnSpan > 2) && isHeaderRow([text]));
}

/** Words in several cells and no number. */
export const isWords = (row: SheetRow): boolean =>
  row.cells.length > 1 && isHeaderRow(row.cells.map(({ text }) => text));

/** A number stands in it. */
export const isValues = (row: SheetRow): boolean => !isHeaderRow(row.cells.map(({ text }) => text));

// takes 捐款（万元） and 人数(人); leaves 章贡区（含市本级）
const UNIT =
  /[（(](?:[十百千万亿]+|[十百千万亿]*(?:元|人次?|[户个件份篇条场次支家处台辆箱套]|小时|公里))[)）]$/;

/** A row that names columns anew: as the table's first row begins, or with units. */
export const namesColumns = (row: SheetRow, first: SheetRow): boolean =>
  isWords(row) &&
  (row.cells.some(({ text }) => UNIT.test(text)) ||
    (row.cells[0]!.column === first.cells[0]!.column && row.cells[0]!.text === first.cells[0]!.text));
