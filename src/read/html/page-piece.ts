/** What a page's text is made of: lines, and tables with their cells. */
import type { FoundCell } from '../table.js';

/** What a line is to the page, beside where it stands. */
export type LineKind = 'text' | 'chrome' | 'footnote';

export interface PageLine {
  readonly text: string;
  /** Characters that are links, without blanks. */
  readonly linked: number;
  /** What of it is no link. */
  readonly beside: string;
  readonly kind: LineKind;
  /** Of a heading, from 1. */
  readonly level: number | null;
  /** Number of the element in which it begins. */
  readonly order: number;
}

export interface PageTable {
  readonly cells: readonly FoundCell[];
  readonly headerRows: ReadonlySet<number>;
  readonly kind: LineKind;
  readonly linked: number;
  readonly beside: string;
  readonly order: number;
}

export type PagePiece = PageLine | PageTable;
export const isTable = (piece: PagePiece): piece is PageTable => 'cells' in piece;
