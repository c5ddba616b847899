/** What the compare page asks of a database in, answers out; made where nobody waits for them, as some take a second. */
import {
  compare,
  comparisonQuestion,
  trendQuestion,
  trendsOf,
  type Asked,
  type Cell,
  type Comparison,
  type Conflict,
} from '../compare/index.js';
import { latestDay, type Store } from '../store/index.js';
import type {
  CellAnswer, CompareAnswer, ComparedCell, CompareQuery, ConflictsAnswer, TrendsAnswer,
} from './compare-api.js'; // prettier-ignore
import { quotedFigures } from './quoted.js';

/** Ids and codes are of the database. */
export type ComparisonRequest =
  | { readonly what: 'regions' | 'conflicts'; readonly query: CompareQuery }
  | { readonly what: 'cell'; readonly query: CompareQuery; readonly at: string; readonly series: number }
  | { readonly what: 'trends'; readonly query: CompareQuery; readonly over: readonly string[] };

/** JSON of the answer; null where there is no such cell. */
export type AskComparison = (request: ComparisonRequest) => Promise<string | null>;

/** Comparisons that are kept: the cells of the last ones are opened. */
const KEPT = 2;
/** Figures of a cell and conflicts that are sent. */
const MOST_FIGURES = 100;
const MOST_CONFLICTS = 1000;

export class Comparisons {
  readonly #kept = new Map<string, Comparison>();
  #version = '';

  constructor(private readonly store: Store) {}

  answer(request: ComparisonRequest): string | null {
    const answer = this.#answer(request);
    return answer === null ? null : JSON.stringify(answer);
  }

  #answer(request: ComparisonRequest): object | null {
    if (request.what === 'trends') return trendsAnswer(this.store, request.query, request.over);
    const comparison = this.#comparison(request.query);
    if (request.what === 'conflicts') return conflictsAnswer(comparison);
    if (request.what === 'cell') return cellAnswer(this.store, comparison, request);
    return compareAnswer(this.store, comparison);
  }

  #comparison(query: CompareQuery): Comparison {
    const version = versionOf(this.store);
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    const key = JSON.stringify(query);
    const known = this.#kept.get(key);
    if (known) return known;
    const { level, region = null } = query;
    const made = compare(
      this.store,
      comparisonQuestion(this.store, { ...asked(query), level, within: region }),
    );
    for (const oldest of [...this.#kept.keys()].slice(0, -(KEPT - 1))) this.#kept.delete(oldest);
    this.#kept.set(key, made);
    return made;
  }
}

/** Another one after every change of the database, by this connection or another. */
function versionOf(store: Store): string {
  const { data_version: others } = store.get<{ data_version: number }>('PRAGMA data_version')!;
  const { own } = store.get<{ own: number }>('SELECT total_changes() AS own')!;
  return `${others} ${own}`;
}

const asked = ({ indicator, review, ...query }: CompareQuery): Asked => ({
  ...query,
  indicators: indicator.length > 0 ? indicator : undefined,
  includeReview: review,
});

const shown = (cell: Cell): ComparedCell => {
  if (cell.kind === 'gap') return { gap: cell.reason, ...(cell.detail !== null && { detail: cell.detail }) };
  const { amount, rank, from, to, figures, contradicted } = cell;
  return {
    ...{ ...amount, rank: [rank.best, rank.worst], from, to, figures: figures.length },
    ...(contradicted && { contradicted }),
    ...(cell.kind === 'rolled-up' && { sum: [cell.counted, cell.divisions] }),
  };
};

function compareAnswer(store: Store, comparison: Comparison): CompareAnswer {
  const { level, within, from, to, series, otherSeries, rows, totals, conflicts } = comparison;
  const names = namesOf(
    store,
    rows.flatMap(({ region: { parent } }) => parent ?? []),
  );
  return {
    ...{ level, within, from, to, series, totals, others: otherSeries },
    rows: rows.map(({ region: { code, name, parent }, cells }) => ({
      ...{ code, name, within: parent === null ? null : (names.get(parent) ?? null) },
      cells: cells.map(shown),
    })),
    conflicts: conflicts.length,
    latest: latestDay(store),
  };
}

/** Names of divisions by code. */
const namesOf = (store: Store, codes: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    store
      .all<{ code: string; name: string }>(
        'SELECT code, name FROM regions WHERE code IN (SELECT value FROM json_each(:codes))',
        { codes: JSON.stringify([...new Set(codes)]) },
      )
      .map(({ code, name }) => [code, name]),
  );

function conflictsAnswer({ conflicts, series, otherSeries }: Comparison): ConflictsAnswer {
  const nameOf = (id: string): string =>
    [...series, ...otherSeries].find(({ indicator }) => indicator === id)?.name ?? id;
  return {
    total: conflicts.length,
    conflicts: conflicts
      .slice(0, MOST_CONFLICTS)
      .map((conflict) => ({ ...conflict, name: nameOf(conflict.indicator) })),
  };
}

function cellAnswer(
  store: Store,
  comparison: Comparison,
  { at, series: index }: { readonly at: string; readonly series: number },
): CellAnswer | null {
  const series = comparison.series[index];
  const row = comparison.rows.find(({ region }) => region.code === at);
  const cell = row?.cells[index];
  if (!series || !row || !cell) return null;
  const { code, name } = row.region;
  const isOfCell = ({ region_code, indicator, unit, item }: Conflict): boolean =>
    region_code === code && indicator === series.indicator && unit === series.unit && item === series.item;
  return {
    ...{ series, region: { code, name }, cell: shown(cell) },
    figures: cell.kind === 'gap' ? [] : quotedFigures(store, cell.figures.slice(0, MOST_FIGURES)),
    conflicts: comparison.conflicts.filter(isOfCell),
  };
}

function trendsAnswer(store: Store, query: CompareQuery, over: readonly string[]): TrendsAnswer {
  const { from, to, trends } = trendsOf(store, trendQuestion(store, { ...asked(query), regions: over }));
  const names = namesOf(store, over);
  return {
    ...{ from, to, regions: over.map((code) => ({ code, name: names.get(code) ?? code })) },
    trends: trends.map(({ region, series, points }) => ({ region: region.code, series, points })),
  };
}
