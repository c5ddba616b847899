/** Figures as a person asks for them: a filter in, current figures out, one by one. */
import type { FigureRecord, Statistic } from '../model.js';
import type { CurrentFigure, FigureRow } from './records.js';
import { toFigure } from './records.js';
import { regionAndBelow, regionParameters } from './region-and-below.js';
import type { Parameters, Store } from './store.js';
import { DOCUMENTS_MATCHING } from './text-index.js';
import { parseSearchWords } from './words.js';

/** What figures come first; figures that are equal in it come by their id. */
export type FigureOrder = 'file' | 'doubt' | 'value' | 'date' | 'region' | 'indicator';

/** Which figures to read; all that is given must hold. */
export interface FigureFilter {
  readonly indicators?: readonly string[];
  /** A GB/T 2260 code; the divisions below it count too. */
  readonly region?: string;
  /** First and last ISO date of `as_of`; figures without a date are then left out. */
  readonly from?: string;
  readonly to?: string;
  readonly minConfidence?: number;
  readonly maxConfidence?: number;
  /** Words that the quote must hold, separated by blanks. */
  readonly text?: string;
  readonly needsReview?: boolean;
  readonly statistic?: Statistic;
  readonly unit?: string;
  readonly documentId?: string;
  readonly limit?: number;
  readonly offset?: number;
  /** `file` unless given: by file, then as the figures stand in it. */
  readonly order?: FigureOrder;
}

const ORDERS: Readonly<Record<FigureOrder, string>> = {
  file: 'file, document_id, start, figure_id',
  doubt: 'confidence, figure_id',
  value: 'value DESC, figure_id',
  date: 'as_of DESC, figure_id',
  region: 'region_code, indicator, as_of DESC, figure_id',
  indicator: 'indicator, region_code, as_of DESC, figure_id',
};

const CONDITIONS = {
  indicators: 'indicator IN (SELECT value FROM json_each(:indicators))',
  region: regionAndBelow('region_code'),
  from: 'as_of >= :from',
  to: 'as_of <= :to',
  minConfidence: 'confidence >= :minConfidence',
  maxConfidence: 'confidence <= :maxConfidence',
  needsReview: 'needs_review = :needsReview',
  statistic: 'statistic = :statistic',
  unit: 'unit = :unit',
  documentId: 'document_id = :documentId',
} as const;

/** The current figures that a filter lets through, read as they are asked for; see `Store.iterate`. */
export function* queryFigures(store: Store, filter: FigureFilter = {}): Generator<CurrentFigure> {
  const { sql, parameters } = figureQuery(filter);
  const { limit, offset = 0, order = 'file' } = filter;
  const rows = store.iterate<FigureRow<CurrentFigure>>(
    `SELECT * FROM current_figures ${sql} ORDER BY ${ORDERS[order]} LIMIT :limit OFFSET :offset`,
    { ...parameters, limit: limit ?? -1, offset },
  );
  for (const row of rows) yield toFigure(row);
}

/** How many figures the filter lets through, `limit` and `offset` aside. */
export function countFigures(store: Store, filter: FigureFilter = {}): number {
  const { sql, parameters } = figureQuery(filter);
  return store.get<{ count: number }>(`SELECT count(*) AS count FROM current_figures ${sql}`, parameters)!
    .count;
}

/** Figures that wait for a reviewer, most doubtful first. */
export function* reviewQueue(
  store: Store,
  { limit = -1, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Generator<FigureRecord> {
  const rows = store.iterate<FigureRow<FigureRecord>>(
    'SELECT * FROM review_queue LIMIT :limit OFFSET :offset',
    { limit, offset },
  );
  for (const row of rows) yield toFigure(row);
}

/** The WHERE clause over `current_figures` that a filter means. */
export function figureQuery(filter: FigureFilter): { readonly sql: string; readonly parameters: Parameters } {
  const conditions: string[] = [];
  const parameters: Record<string, string | number> = {};
  const { indicators, region, needsReview, text } = filter;
  const given = {
    ...filter,
    indicators: indicators && JSON.stringify(indicators),
    needsReview: needsReview === undefined ? undefined : Number(needsReview),
  };
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = given[name as keyof typeof CONDITIONS];
    if (value === undefined) continue;
    conditions.push(condition);
    parameters[name] = value;
  }
  if (region !== undefined) Object.assign(parameters, regionParameters(region));
  if (text !== undefined) addWords(text, conditions, parameters);
  return { sql: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', parameters };
}

/** The documents that hold the words, by the text index; then the quotes that do. */
function addWords(text: string, conditions: string[], parameters: Record<string, string | number>): void {
  const words = text.split(/\s+/u).filter((word) => word !== ''); // `志愿者 口罩` is two words
  words.forEach((word, index) => {
    conditions.push(`instr(quote, :word${index}) > 0`);
    parameters[`word${index}`] = word;
  });
  const match = parseSearchWords(text).pairs;
  if (match === null) return;
  conditions.push(`document_id IN (SELECT id FROM documents WHERE number IN (${DOCUMENTS_MATCHING}))`);
  parameters['match'] = match;
}
