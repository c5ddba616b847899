/** Prints figures of the database that a filter lets through. */
import {
  countFigures,
  openStore,
  queryFigures,
  storedIndicators,
  type FigureFilter,
  type FigureOrder,
  type Store,
  type StoredIndicator,
} from '../store/index.js';
import type { Statistic } from '../model.js';
import { LISTINGS, type BetweenReports } from './between-reports.js';
import { figureColumns } from './figure-columns.js';
import { findIndicator, findRegion, parseDate } from './figure-options.js';
import { say } from '../language/language.js';
import { databaseOption } from './shell-words.js';
import { printRows, type Row, type RowFormat } from './print-rows.js';
import { parseNumber, optionNamed, UsageError } from './usage-error.js';

interface QueryOptions {
  readonly db: string;
  readonly format: RowFormat;
  readonly indicator?: readonly string[];
  readonly region?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly minConfidence?: string;
  readonly maxConfidence?: string;
  readonly needsReview?: boolean;
  readonly statistic?: Statistic;
  readonly order: FigureOrder;
  readonly limit?: string;
  readonly show: 'figures' | BetweenReports;
}

/** Figures to show in a table where `--limit` is left out; programs get all. */
const TABLE_LIMIT = 100;

export default async function query(options: QueryOptions): Promise<number> {
  const store = openStore(options.db, { readonly: true });
  try {
    const indicators = storedIndicators(store);
    if (options.show !== 'figures') return await list(store, indicators, options.show, options);
    const filter = toFilter(store, indicators, options);
    const asTable = options.format === 'table';
    const limit = filter.limit ?? (asTable ? TABLE_LIMIT : undefined);
    const columns = figureColumns(new Map(indicators.map(({ id, name }) => [id, name])));
    const rows = queryFigures(store, limit === undefined ? filter : { ...filter, limit });
    const printed = await printRows(rows as Iterable<unknown> as Iterable<Row>, options.format, columns);
    printFooter(store, filter, printed, options);
    return 0;
  } finally {
    store.close();
  }
}

/** Figures have filters; of what holds between reports all is shown. */
const FIGURE_FILTERS = [
  'indicator', 'region', 'from', 'to', 'text', 'minConfidence', 'maxConfidence', 'needsReview', 'statistic', 'limit',
] as const satisfies readonly (keyof QueryOptions)[]; // prettier-ignore

async function list(
  store: Store,
  indicators: readonly StoredIndicator[],
  show: BetweenReports,
  options: QueryOptions,
): Promise<number> {
  const filter = FIGURE_FILTERS.find((name) => options[name] !== undefined);
  if (filter !== undefined) {
    const option = optionNamed(filter);
    throw new UsageError(
      say(
        {
          en: '{option} filters figures, and --show {show} lists none',
          zh: '{option} 用于筛选数据，--show {show} 不列数据',
        },
        { option, show },
      ),
    );
  }
  const { rows, columns, footer } = LISTINGS[show];
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const count = await printRows(rows(store) as Iterable<Row>, options.format, columns(names));
  process.stderr.write(`${say(footer, { count })}\n`);
  return 0;
}

/** What was found and what to do next, on standard error. */
function printFooter(store: Store, filter: FigureFilter, printed: number, { db }: QueryOptions): void {
  const all = countFigures(store, filter);
  const review = filter.needsReview ? 0 : countFigures(store, { ...filter, needsReview: true });
  const database = databaseOption(db);
  const parts = [
    say({ en: 'figures: {all}', zh: '共 {all} 条数据' }, { all }),
    all > printed &&
      say({ en: '{printed} shown (--limit)', zh: '显示 {printed} 条（--limit）' }, { printed }),
    review > 0 &&
      say(
        { en: '{review} need review (marked ?): {next}', zh: '{review} 条待核（标 ?）：{next}' },
        { review, next: `huibao review${database}` },
      ),
  ].filter((part) => part !== false);
  process.stderr.write(`${parts.join(say({ en: ', ', zh: '，' }))}\n`);
  if (printed === 0) return;
  const hint = {
    en: 'where a number comes from: huibao explain FIGURE{database}',
    zh: '查看数字的来历：huibao explain 编号{database}',
  };
  process.stderr.write(`${say(hint, { database })}\n`);
}

function toFilter(store: Store, indicators: readonly StoredIndicator[], options: QueryOptions): FigureFilter {
  const { from, to, text, needsReview, statistic, order, minConfidence, maxConfidence, limit } = options;
  const share = (name: string, value: string): number => parseNumber(name, value, { min: 0, max: 1 });
  return {
    order,
    ...(options.indicator && {
      indicators: options.indicator.map((word) => findIndicator(indicators, word)),
    }),
    ...(options.region !== undefined && { region: findRegion(store, options.region) }),
    ...(from !== undefined && { from: parseDate('--from', from) }),
    ...(to !== undefined && { to: parseDate('--to', to) }),
    ...(text !== undefined && { text }),
    ...(needsReview && { needsReview }),
    ...(statistic && { statistic }),
    ...(minConfidence !== undefined && { minConfidence: share('--min-confidence', minConfidence) }),
    ...(maxConfidence !== undefined && { maxConfidence: share('--max-confidence', maxConfidence) }),
    ...(limit !== undefined && { limit: parseNumber('--limit', limit, { min: 1, max: 1e9, whole: true }) }),
  };
}
