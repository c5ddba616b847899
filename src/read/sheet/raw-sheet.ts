/** What the readers of workbooks gather of one sheet, in its own rows and columns from 1, before what is hidden is left out. */
import { ZipError } from '../zip.js';

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

export interface RawCell {
  readonly column: number;
  readonly text: string;
}

/** Both ends inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface RawSheet {
  /** Null: the format has no names. */
  readonly name: string | null;
  /** Rows with something in them, from top to bottom; cells from left to right. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly RawCell[] }[];
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly hiddenSheets: number;
}

/** Far above what reports hold: a sheet of 50,000 rows and 20 columns has half of it. */
const MOST_CELLS = 2_000_000;
const BYTES_A_CHARACTER = 2;

/** Counts what a workbook holds, since a short file can stand for much: one long string named by a million cells. */
export class Budget {
  #cells = MOST_CELLS;
  #characters: number;

  constructor(unpackedBytes: number) {
    this.#characters = unpackedBytes / BYTES_A_CHARACTER;
  }

  /** Throws `ZipError` where a cell with `text` is one too many. */
  take(text: string): void {
    this.#cells -= 1;
    this.#characters -= text.length;
    if (this.#cells < 0) throw new ZipError('too-large', `it holds more than ${MOST_CELLS} cells`);
    if (this.#characters < 0) throw new ZipError('too-large', 'its cells hold more text than can be read');
  }
}

/** Gathers the cells of one sheet in whatever order they come; the later of two in one place counts. */
export class SheetCells {
  readonly #rows = new Map<number, RawCell[]>();

  constructor(private readonly budget: Budget) {}

  /** A cell without visible text is none; one outside of any sheet is a mistake of the file. */
  add(row: number, column: number, text: string): void {
    if (text.trim() === '') return;
    if (!(row >= 1 && row <= MOST_ROWS && column >= 1 && column <= MOST_COLUMNS))
      throw new ZipError('damaged', `a cell stands in row ${row}, column ${column}`);
    this.budget.take(text);
    const cells = this.#rows.get(row);
    if (cells) cells.push({ column, text });
    else this.#rows.set(row, [{ column, text }]);
  }

  rows(): RawSheet['rows'] {
    return [...this.#rows]
      .map(([number, cells]) => ({ number, cells: inOrder(cells) }))
      .sort((a, b) => a.number - b.number);
  }
}

/** A sheet while its elements are being told. */
export class OpenSheet {
  readonly cells: SheetCells;
  readonly merges: MergedRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  constructor(
    private readonly name: string,
    budget: Budget,
  ) {
    this.cells = new SheetCells(budget);
  }

  closed(): RawSheet {
    const { name, merges, hiddenRows, hiddenColumns } = this;
    return { name, rows: this.cells.rows(), merges, hiddenRows, hiddenColumns };
  }
}

function inOrder(cells: readonly RawCell[]): readonly RawCell[] {
  if (cells.every(({ column }, i) => i === 0 || cells[i - 1]!.column < column)) return cells;
  return [...new Map(cells.map((cell) => [cell.column, cell])).values()].sort((a, b) => a.column - b.column);
}
