/**
 * What the compare page and its server say to each other, beside `api.ts`. A comparison of thousands of counties is sent
 * without its figures; those of one cell come when it is opened. Imports types only, so that both sides can use it.
 */
import type { Amount, Conflict, GapReason, Level, Series, Total, TrendPoint } from '../compare/index.js';
import type { FigureRecord } from '../model.js';
import type { ListedFigure } from './api.js';

/** What is asked for; as it stands in the page's address too. What is left out is as usual. */
export interface CompareQuery {
  /** Ids, in the order of the columns; none: the core ones. */
  readonly indicator: readonly string[];
  readonly level?: Level | undefined;
  /** GB/T 2260: only what lies in it. */
  readonly region?: string | undefined;
  /** ISO dates, or in the place of `from` so many days up to `to`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly window?: number | undefined;
  /** What waits for review is taken too. */
  readonly review: boolean;
  /** Every unit and all goods, a column each. */
  readonly every: boolean;
  readonly unit?: string | undefined;
  readonly item?: string | undefined;
}

/** There are tens of thousands of cells: what is not told of one is left out. */
export interface GapCell {
  readonly gap: GapReason;
  readonly detail?: string;
}

export interface FilledCell extends Amount {
  /** Best and worst place among the others. */
  readonly rank: readonly [best: number, worst: number];
  /** First and last day for which what goes in is stated. */
  readonly from: string;
  readonly to: string;
  /** Figures that go in. */
  readonly figures: number;
  readonly contradicted?: true;
  /** Of a sum of what lies below: divisions that are counted, and all of them. */
  readonly sum?: readonly [counted: number, divisions: number];
}

export type ComparedCell = GapCell | FilledCell;

export interface ComparedRow {
  readonly code: string;
  readonly name: string;
  /** The name of what it lies in. */
  readonly within: string | null;
  /** One a series. */
  readonly cells: readonly ComparedCell[];
}

/** GET /api/compare?indicator=&indicator=&level=&region=&from=&to=&window=&review=1&every=1&unit=&item= */
export interface CompareAnswer {
  readonly level: Level;
  readonly within: { readonly code: string; readonly name: string } | null;
  readonly from: string;
  readonly to: string;
  readonly series: readonly Series[];
  /** What else the indicators are stated in. */
  readonly others: readonly Series[];
  readonly rows: readonly ComparedRow[];
  readonly totals: readonly (Total | null)[];
  readonly conflicts: number;
  /** The latest day for which a figure holds; null where no figure has one. */
  readonly latest: string | null;
}

/** A figure with its sentence. */
export interface QuotedFigure
  extends ListedFigure, Pick<FigureRecord, 'quote' | 'page' | 'paragraph' | 'cell'> {
  /** Where the number stands in the quote; null where the quote does not hold it. */
  readonly mark: { readonly start: number; readonly end: number } | null;
}

/** GET /api/compare/cell?…&at=CODE&series=0: the same question, and a cell of its answer. */
export interface CellAnswer {
  readonly series: Series;
  readonly region: { readonly code: string; readonly name: string };
  readonly cell: ComparedCell;
  /** The first hundred of those that go in, the one that speaks first. */
  readonly figures: readonly QuotedFigure[];
  readonly conflicts: readonly Conflict[];
}

/** GET /api/compare/conflicts?…: of the same question; the first thousand. */
export interface ConflictsAnswer {
  readonly total: number;
  readonly conflicts: readonly (Conflict & { readonly name: string })[];
}

/** GET /api/trends?over=CODE&over=CODE&…: of all time unless days are asked for. */
export interface TrendsAnswer {
  readonly from: string;
  readonly to: string;
  /** The regions that were asked for, in their order. */
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly trends: readonly {
    readonly region: string;
    readonly series: Series;
    readonly points: readonly TrendPoint[];
  }[];
}

/** GET /api/compare/figures?id=&id=: figures that a point of a trend or a conflict names. */
export type QuotedFigures = readonly QuotedFigure[];
