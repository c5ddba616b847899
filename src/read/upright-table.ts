/**
 * Takes lines that hold one cell each, with a rule behind it, as pages that were saved as text have them; gives their
 * table:
 *
 *     街镇 |
 *     筹款数（万元） |
 *     东街 |
 *     34.17 |
 */
import type { FoundCell } from './table.js';

export interface UprightTable {
  /** Lines in front of the header row that are no cells: the caption. */
  readonly before: number;
  /** Lines that its cells take up. */
  readonly lines: number;
  readonly cells: readonly FoundCell[];
}

// takes 34.17 | and 街镇 |: one rule, which ends the line; leaves 名称 | 金额 |
const CELL_LINE = /^([^|｜\t]*?)(\s*[|｜]\s*)$/;
// takes 402, 1,206,000, 2.6万, 86%; leaves 2014 年 and 1.任务
const VALUE = /^[约近]?\d[\d,.]*(?:[万亿%]|[余多]?[名人个支件次份元户只条家篇场箱套双辆])?$/;
// what a cell without a value holds: takes nothing, -, —, /
const EMPTY = /^[-—–/]*$/;

const LONGEST_CELL = 40;
const WIDEST = 16;
/** Columns of labels in front of the values. */
const MOST_LABELS = 3;
/** Rows of values that make a table; one is enough below a full header. */
const FEWEST_ROWS = 2;

export interface CellLine {
  readonly text: string;
  readonly ending: string;
}

/** The lines from `first` on that are one cell each. */
export function cellLines(lines: readonly string[], first: number): CellLine[] {
  const cells: CellLine[] = [];
  for (let i = first; i < lines.length; i += 1) {
    const found = lines[i]!.length > LONGEST_CELL ? null : CELL_LINE.exec(lines[i]!);
    if (found === null) break;
    cells.push({ text: found[1]!, ending: found[2]! });
  }
  return cells;
}

const isValue = ({ text }: CellLine): boolean => VALUE.test(text.replace(/\s/g, ''));
const mayHoldValue = (line: CellLine): boolean => isValue(line) || EMPTY.test(line.text.trim());

interface Shape {
  readonly width: number;
  /** Where the rows of values start. */
  readonly start: number;
  readonly rows: number;
}

/** How many rows of `width`, `labels` of them labels, follow from `start` on; all cells must be used up. */
function countRows(cells: readonly CellLine[], start: number, width: number, labels: number): number {
  if ((cells.length - start) % width !== 0) return 0;
  for (let at = start; at < cells.length; at += width) {
    const row = cells.slice(at, at + width);
    if (row.slice(0, labels).some(isValue)) return 0;
    if (!row.slice(labels).every(mayHoldValue) || !row.slice(labels).some(isValue)) return 0;
  }
  return (cells.length - start) / width;
}

/** The widest shape that all cells fit; null where they fit none. */
function findShape(cells: readonly CellLine[]): Shape | null {
  const value = cells.findIndex(isValue);
  for (let width = WIDEST; width >= 2; width -= 1)
    for (let labels = 1; labels <= Math.min(MOST_LABELS, width - 1); labels += 1) {
      const start = value - labels;
      // the header may leave out the corner above the labels
      if (start < width - 1) continue;
      const rows = countRows(cells, start, width, labels);
      if (rows >= FEWEST_ROWS || (rows === 1 && start >= width)) return { width, start, rows };
    }
  return null;
}

/** The table that such lines make; null where they make none. */
export function uprightTable(found: readonly CellLine[]): UprightTable | null {
  const shape = found.length < 4 ? null : findShape(found);
  if (shape === null) return null;
  const { width, start, rows } = shape;
  const header = Math.min(start, width);
  const before = start - header;
  const cell = ({ text, ending }: CellLine, row: number, column: number): FoundCell => ({
    text, row, column, separator: '\n', ending,
  }); // prettier-ignore
  const cells = [
    ...found.slice(before, start).map((line, i) => cell(line, 1, i + 1 + width - header)),
    ...found.slice(start).map((line, i) => cell(line, 2 + Math.floor(i / width), 1 + (i % width))),
  ];
  return { before, lines: header + rows * width, cells };
}
