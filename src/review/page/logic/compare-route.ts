/** The compare page's address ↔ the question, how its answer is shown, and which cell is open. */
import type { CompareQuery } from '../../compare-api.js';

export const VIEWS = ['table', 'bars', 'heat', 'trend', 'conflicts'] as const;
export type View = (typeof VIEWS)[number];
export const LEVELS = ['province', 'city', 'county'] as const;

/** By the regions' codes, or by a column. */
export interface Sort {
  readonly by: 'region' | number;
  readonly order: 'down' | 'up';
}

export interface OpenCell {
  /** Code of the region. */
  readonly at: string;
  readonly series: number;
}

/** What stands beside the comparison: a cell, or the figures of a point or a conflict by their ids. */
export type Open = { readonly cell: OpenCell } | { readonly figures: readonly string[] };

export interface CompareRoute {
  readonly page: 'compare';
  readonly query: CompareQuery;
  readonly view: View;
  readonly sort: Sort;
  /** The series that is drawn, where a picture draws one. */
  readonly of: number;
  /** Codes of the regions whose trends are drawn; none: the first ones. */
  readonly over: readonly string[];
  readonly open: Open | null;
}

export const USUAL: CompareRoute = {
  page: 'compare',
  query: { indicator: [], review: false, every: false },
  view: 'table',
  sort: { by: 0, order: 'down' },
  of: 0,
  over: [],
  open: null,
};

/** Regions whose trends can be drawn at once: more lines nobody tells apart. */
export const MOST_LINES = 12;
const MOST_FIGURES = 100;

/** As the server takes it too; what is as usual is left out. */
export function queryParameters(query: CompareQuery): URLSearchParams {
  const parameters = new URLSearchParams(query.indicator.map((id): [string, string] => ['indicator', id]));
  for (const field of ['level', 'region', 'from', 'to', 'window', 'unit', 'item'] as const) {
    const { [field]: value } = query;
    if (value !== undefined) parameters.set(field, String(value));
  }
  for (const field of ['review', 'every'] as const) if (query[field]) parameters.set(field, '1');
  return parameters;
}

export function formatCompareRoute({ query, view, sort, of, over, open }: CompareRoute): string {
  const parameters = queryParameters(query);
  if (view !== USUAL.view) parameters.set('show', view);
  if (sort.by !== USUAL.sort.by || sort.order !== USUAL.sort.order)
    parameters.set('sort', `${sort.by}-${sort.order}`);
  if (of !== USUAL.of) parameters.set('of', String(of));
  for (const code of over) parameters.append('over', code);
  const text = parameters.toString();
  return `/compare${text ? `?${text}` : ''}${open ? formatOpen(open) : ''}`;
}

const formatOpen = (open: Open): string =>
  'cell' in open ? `#cell=${open.cell.at}-${open.cell.series}` : `#figures=${open.figures.join('.')}`;

/** What makes no sense in an address is as usual. */
export function parseCompareRoute(query: URLSearchParams, hash: URLSearchParams): CompareRoute {
  return {
    page: 'compare',
    query: parseQuery(query),
    view: VIEWS.find((view) => view === query.get('show')) ?? USUAL.view,
    sort: parseSort(query.get('sort') ?? ''),
    of: numberIn(query.get('of')) ?? USUAL.of,
    over: [...new Set(query.getAll('over').filter((code) => CODE.test(code)))].slice(0, MOST_LINES),
    open: parseOpen(hash),
  };
}

/** Takes 320500; must not take 3205. */
const CODE = /^\d{6}$/;
/** Takes 2022-03-31; must not take 2022-3-31. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Takes 3-up and region-down; must not take 3. */
const SORT = /^(region|\d{1,3})-(up|down)$/;
/** Takes 320500-0; must not take 320500. */
const CELL = /^(\d{6})-(\d{1,3})$/;

function parseQuery(query: URLSearchParams): CompareQuery {
  const matching = (field: string, pattern: RegExp): string | undefined => {
    const value = query.get(field) ?? '';
    return pattern.test(value) ? value : undefined;
  };
  const from = matching('from', DATE);
  const given = {
    level: LEVELS.find((level) => level === query.get('level')),
    region: matching('region', CODE),
    from,
    to: matching('to', DATE),
    window: from === undefined ? numberIn(query.get('window')) || undefined : undefined,
    unit: query.get('unit') || undefined,
    item: query.get('item') || undefined,
  };
  return {
    indicator: [...new Set(query.getAll('indicator').filter(Boolean))],
    review: query.get('review') === '1',
    every: query.get('every') === '1',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

const numberIn = (text: string | null): number | undefined =>
  /^\d{1,6}$/.test(text ?? '') ? Number(text) : undefined;

function parseSort(text: string): Sort {
  const [, by, order] = SORT.exec(text) ?? [];
  if (!by) return USUAL.sort;
  return { by: by === 'region' ? by : Number(by), order: order === 'up' ? 'up' : 'down' };
}

function parseOpen(hash: URLSearchParams): Open | null {
  const [, at, series] = CELL.exec(hash.get('cell') ?? '') ?? [];
  if (at && series) return { cell: { at, series: Number(series) } };
  const figures = (hash.get('figures') ?? '').split('.').filter(Boolean).slice(0, MOST_FIGURES);
  return figures.length > 0 ? { figures } : null;
}
