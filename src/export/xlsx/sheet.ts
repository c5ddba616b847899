/** What a sheet of a workbook is: columns, rows of cells with a look, and what stays in sight. */

/** How a number or text is shown; `wan`: 186000 as 18.6万. */
export type Format = 'text' | 'whole' | 'decimal' | 'wan' | 'exact-wan' | 'date' | 'share';

export type Look =
  | 'plain' | 'wrapped' | 'header' | 'title' | 'total' | 'soft' | 'link' | 'gap' | 'rolled-up' | 'contradicted'; // prettier-ignore

export interface Cell {
  readonly value: string | number | null;
  readonly format?: Format;
  readonly look?: Look;
  /** Numbers stand at the right anyway. */
  readonly align?: 'right';
  /** Shown in front of the number; the cell holds the number alone. */
  readonly sign?: '≥' | '≤' | '≈' | null;
  /** A path from the workbook's folder. */
  readonly link?: string;
  /** A cell of the workbook that a click leads to, as `placeIn` names it. */
  readonly place?: string;
}

/** The first cell of a sheet's row; rows from 1. */
export const placeIn = (sheet: string, row: number): string => `'${sheet.replaceAll("'", "''")}'!A${row}`;

export interface Sheet {
  readonly name: string;
  /** In characters of Latin text; a Han character takes two. */
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The row, from 0, whose cells have buttons to filter by; null: none. */
  readonly filterAt: number | null;
  /** Rows at the end that are not filtered. */
  readonly footer?: number;
}

/** Most rows of a sheet, characters of a cell and links of a sheet that Excel opens. */
export const MOST_ROWS = 1_048_576;
export const MOST_CHARACTERS = 32_767;
export const MOST_LINKS = 65_530;
