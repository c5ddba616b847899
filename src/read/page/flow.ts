/** What a page is made of once its tables are known: lines and tables, in the order in which they are read. */
import type { PartLine } from '../source-document.js';
import type { Line } from './lines.js';

/** A table on one page; rows from 1, columns from 1. */
export interface PageTable {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The left edges of the columns, by which a table is known again on the next page. */
  readonly xs: readonly number[];
  readonly cells: readonly {
    readonly text: string;
    readonly lines: readonly PartLine[];
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
  }[];
  readonly rows: number;
}

/** A line, with the name of the column of text that it runs in. */
export interface TextLine extends Line {
  /** Lines of one frame have their margins in common. */
  readonly frame: string;
}

export type FlowItem =
  { readonly kind: 'line'; readonly line: TextLine } | { readonly kind: 'table'; readonly table: PageTable };
