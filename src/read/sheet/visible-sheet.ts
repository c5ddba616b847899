/** Takes a sheet with its merged ranges and hidden rows and columns; gives the rows that a person sees. */
import { MOST_COLUMNS, type MergedRange, type RawCell, type RawSheet } from './raw-sheet.js';

export interface SheetCell {
  readonly column: number;
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface SheetRow {
  /** The sheet's own number. */
  readonly number: number;
  /** From left to right, those with text. */
  readonly cells: readonly SheetCell[];
  /** A blank row that can be seen stands in front of it. */
  readonly afterGap: boolean;
}

export interface VisibleSheet {
  readonly rows: readonly SheetRow[];
  /** Rows and columns with text that are left out. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

export function visibleSheet(raw: RawSheet): VisibleSheet {
  const { hiddenRows, hiddenColumns } = raw;
  const extent = extentOf(raw);
  const shown = movedOutOfHiding(raw, extent);
  const merged = new MergedCells(shown.merges, extent);
  const rows: SheetRow[] = [];
  const columnsLeftOut = new Set<number>();
  let rowsLeftOut = 0;
  let previous = 0;
  /** The last row that something from above reaches. */
  let reach = 0;
  for (const { number, cells } of shown.rows) {
    if (hiddenRows.has(number)) {
      rowsLeftOut += 1;
      continue;
    }
    const visible: SheetCell[] = [];
    for (const { column, text } of cells) {
      if (hiddenColumns.has(column)) columnsLeftOut.add(column);
      else {
        const range = merged.rangeAt(number, column);
        if (range !== 'covered') visible.push({ column, text, ...spansOf(range) });
      }
    }
    if (visible.length === 0) continue;
    rows.push({ number, cells: visible, afterGap: hasGap(Math.max(previous, reach), number, hiddenRows) });
    previous = number;
    reach = visible.reduce((most, { rowSpan }) => Math.max(most, number + rowSpan - 1), reach);
  }
  return { rows, hiddenRows: rowsLeftOut, hiddenColumns: columnsLeftOut.size };
}

const spansOf = (range: MergedRange | null): Pick<SheetCell, 'rowSpan' | 'columnSpan'> => ({
  rowSpan: range === null ? 1 : range.bottom - range.top + 1,
  columnSpan: range === null ? 1 : range.right - range.left + 1,
});

/** Whether a row that is not hidden stands between the two, which have nothing between them. */
function hasGap(previous: number, next: number, hiddenRows: ReadonlySet<number>): boolean {
  if (previous === 0) return false;
  for (let row = previous + 1; row < next; row += 1) if (!hiddenRows.has(row)) return true;
  return false;
}

interface Extent {
  readonly bottom: number;
  readonly right: number;
}

const extentOf = ({ rows }: RawSheet): Extent => ({
  bottom: rows.at(-1)?.number ?? 0,
  right: rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0),
});

/** A merged cell whose corner is hidden shows its text in the first row and column of it that can be seen. */
function movedOutOfHiding(raw: RawSheet, { bottom, right }: Extent): RawSheet {
  const { hiddenRows, hiddenColumns } = raw;
  const moved = new Map<string, MergedRange>();
  const merges = raw.merges.map((range) => {
    let { top, left } = range;
    while (hiddenRows.has(top) && top < Math.min(range.bottom, bottom)) top += 1;
    while (hiddenColumns.has(left) && left < Math.min(range.right, right)) left += 1;
    if (top === range.top && left === range.left) return range;
    const rest = { ...range, top, left };
    moved.set(`${range.top}:${range.left}`, rest);
    return rest;
  });
  return moved.size === 0 ? raw : { ...raw, merges, rows: withMoved(raw.rows, moved) };
}

function withMoved(rows: RawSheet['rows'], moved: ReadonlyMap<string, MergedRange>): RawSheet['rows'] {
  const placed = new Map<number, RawCell[]>();
  const place = (row: number, cell: RawCell): void => {
    const cells = placed.get(row);
    if (cells) cells.push(cell);
    else placed.set(row, [cell]);
  };
  for (const { number, cells } of rows)
    for (const cell of cells) {
      const to = moved.get(`${number}:${cell.column}`);
      place(to?.top ?? number, to ? { ...cell, column: to.left } : cell);
    }
  return [...placed]
    .map(([number, cells]) => ({ number, cells: cells.sort((a, b) => a.column - b.column) }))
    .sort((a, b) => a.number - b.number);
}

/** Walks down a sheet and tells of each cell whether it is merged; ranges that overlap an earlier one are none. */
class MergedCells {
  /** By column: the last row that a range above reaches, and the range. */
  readonly #until = new Int32Array(MOST_COLUMNS + 1);
  readonly #ranges: (MergedRange | undefined)[] = [];
  readonly #waiting: readonly MergedRange[];
  #next = 0;

  constructor(merges: readonly MergedRange[], { bottom, right }: Extent) {
    this.#waiting = merges
      .filter(({ top, left }) => top <= bottom && left <= right)
      .map((range) => ({
        ...range,
        right: Math.min(range.right, right),
        bottom: Math.min(range.bottom, bottom),
      }))
      .sort((a, b) => a.top - b.top || a.left - b.left);
  }

  /** Asked row by row. The range that starts in this cell; null where it is not merged. */
  rangeAt(row: number, column: number): MergedRange | 'covered' | null {
    for (; this.#next < this.#waiting.length && this.#waiting[this.#next]!.top <= row; this.#next += 1)
      this.#enter(this.#waiting[this.#next]!);
    if (this.#until[column]! < row) return null;
    const range = this.#ranges[column]!;
    return range.top === row && range.left === column ? range : 'covered';
  }

  #enter(range: MergedRange): void {
    for (let column = range.left; column <= range.right; column += 1)
      if (this.#until[column]! >= range.top) return;
    this.#until.fill(range.bottom, range.left, range.right + 1);
    for (let column = range.left; column <= range.right; column += 1) this.#ranges[column] = range;
  }
}
