/** Compares regions: indicator × region for a span of days, with ties, sums, gaps and conflicts; or a region over time. */
import {
  compare as compareRegions,
  trendsOf,
  type Comparison,
  type Gap,
  type Level,
  type Question,
  type Series,
  type Trends,
} from '../compare/index.js';
import { describeRegionLevel } from '../language/comparison-words.js';
import { say } from '../language/language.js';
import { latestDay, openStore, usualLevel, type Store } from '../store/index.js';
import { cellRows, conflictRows, pointRows, titleOf } from './compare-rows.js';
import { comparisonTable, conflictTable, trendTable, type Table } from './compare-table.js';
import { findIndicator, findRegion, knownIndicatorNames, parseDate } from './figure-options.js';
import { printRows, write, type Row, type RowFormat } from './print-rows.js';
import { readPopulations } from './read-populations.js';
import { parseNumber, UsageError } from './usage-error.js';

export interface ComparisonOptions {
  readonly db: string;
  readonly indicator?: readonly string[];
  readonly unit?: string;
  readonly item?: string;
  readonly everySeries?: boolean;
  readonly level?: Level;
  readonly region?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly window?: string;
  readonly includeReview?: boolean;
  readonly perHead?: string;
  readonly per?: string;
}

interface CompareOptions extends ComparisonOptions {
  readonly format: RowFormat;
  readonly show: 'regions' | 'conflicts' | 'trend';
}

/** Days that count where `--from` and `--window` are left out: a quarter, so that running totals are of about one time. */
const USUAL_WINDOW = '92';

export default async function compare(options: CompareOptions): Promise<number> {
  const store = openStore(options.db, { readonly: true });
  try {
    if (options.show === 'trend')
      return await printTrends(trendsOf(store, trendQuestion(store, options)), options);
    const comparison = compareRegions(store, questionOf(store, options));
    if (options.show === 'conflicts') await printConflicts(comparison, options);
    else await printComparison(comparison, options);
    return 0;
  } finally {
    store.close();
  }
}

/** @throws {UsageError} for what can not be asked */
export function questionOf(store: Store, options: ComparisonOptions): Question {
  const { region: regions = [], level, perHead, per = '10000' } = options;
  if (regions.length > 1)
    throw new UsageError(
      say({
        en: '--region: one division, except with --show trend',
        zh: '--region 只能给一个地区（--show trend 除外）',
      }),
    );
  const [region] = regions;
  const within = region === undefined ? null : findRegion(store, region);
  return {
    ...commonQuestion(store, options),
    ...{ within, level: level ?? levelOf(store, within) },
    ...(perHead !== undefined && {
      perHead: {
        populations: readPopulations(perHead),
        per: parseNumber('--per', per, { min: 1, max: 1e9 }),
      },
    }),
  };
}

function trendQuestion(store: Store, options: CompareOptions): Parameters<typeof trendsOf>[1] {
  const { region: regions = [] } = options;
  if (regions.length === 0)
    throw new UsageError(
      say({
        en: '--show trend needs a --region, or several',
        zh: '--show trend 需要用 --region 给出一个或多个地区',
      }),
    );
  const { from = '0000-01-01', ...rest } = options;
  const common = commonQuestion(store, { ...rest, ...(options.window === undefined && { from }) });
  return { ...common, regions: regions.map((word) => findRegion(store, word)) };
}

function commonQuestion(store: Store, options: ComparisonOptions): Omit<Question, 'level' | 'within'> {
  const { indicator, unit, item, everySeries, includeReview } = options;
  const known = knownIndicatorNames(store);
  const core = store
    .all<{ id: string }>('SELECT id FROM indicators WHERE core = 1 ORDER BY id')
    .map(({ id }) => id);
  return {
    indicators: indicator?.map((word) => findIndicator(known, word)) ?? core,
    ...daysOf(store, options),
    ...{ unit, item, every: everySeries, includeReview },
  };
}

/** The days for which numbers are taken: those asked for, else a window that ends with the latest day known. */
function daysOf(
  store: Store,
  { from, to, window }: ComparisonOptions,
): { readonly from: string; readonly to: string } {
  if (from !== undefined && window !== undefined)
    throw new UsageError(
      say({ en: 'give --from or --window, not both', zh: '--from 与 --window 只能给一个' }),
    );
  const last = to === undefined ? (latestDay(store) ?? '9999-12-31') : parseDate('--to', to);
  if (from !== undefined) {
    const first = from === '0000-01-01' ? from : parseDate('--from', from);
    if (first > last)
      throw new UsageError(
        say({ en: '--from {first} is after {last}', zh: '--from {first} 晚于 {last}' }, { first, last }),
      );
    return { from: first, to: last };
  }
  const days = parseNumber('--window', window ?? USUAL_WINDOW, { min: 1, max: 36525, whole: true });
  return { from: daysBefore(last, days - 1), to: last };
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** What lies right below the division that is asked for; without one, the level that most reports speak of. */
function levelOf(store: Store, within: string | null): Level {
  if (within === null) return usualLevel(store);
  const { level } = store.get<{ level: Level }>('SELECT level FROM regions WHERE code = :within', {
    within,
  })!;
  return level === 'province' ? 'city' : 'county';
}

/** Data as a table, or as rows for programs. */
async function print(table: () => Table, rows: () => readonly Row[], format: RowFormat): Promise<number> {
  if (format !== 'table') return await printRows(rows(), format, []);
  const { columns, rows: shown } = table();
  return await printRows(shown, format, columns);
}

async function printComparison(comparison: Comparison, { format, db }: CompareOptions): Promise<void> {
  if (format === 'json') await write(`${JSON.stringify(plain(comparison), null, 2)}\n`);
  else if (comparison.rows.length > 0)
    await print(
      () => comparisonTable(comparison),
      () => cellRows(comparison),
      format,
    );
  talk([
    daysLine(comparison),
    comparison.rows.length === 0 || comparison.series.length === 0
      ? say({
          en: 'no numbers of these days: try --from, --to or --window',
          zh: '该时段没有数据，可调整 --from、--to 或 --window',
        })
      : say(
          { en: '{level}: {n}', zh: '{level}行政区：{n} 个' },
          { level: describeRegionLevel(comparison.level), n: comparison.rows.length },
        ),
    othersLine(comparison.otherSeries),
    conflictLine(comparison, db),
    reviewLine(comparison, db),
    reasonLine(comparison, db),
  ]);
}

/** The figures that cells name, by id, and all else as it is. */
const plain = (comparison: Comparison): object => ({
  ...comparison,
  sources: Object.fromEntries(comparison.sources),
});

async function printConflicts(comparison: Comparison, { format, db }: CompareOptions): Promise<void> {
  const { conflicts } = comparison;
  await print(
    () => conflictTable(conflicts, comparison),
    () => conflictRows(conflicts),
    format,
  );
  talk([
    daysLine(comparison),
    say(
      { en: '{n} conflicts: {next}', zh: '{n} 处矛盾：{next}' },
      { n: conflicts.length, next: `huibao explain FIGURE${onDatabase(db)}` },
    ),
  ]);
}

async function printTrends(trends: Trends, { format }: CompareOptions): Promise<number> {
  await print(
    () => trendTable(trends),
    () => pointRows(trends),
    format,
  );
  const n = trends.trends.reduce((sum, { points }) => sum + points.length, 0);
  talk([say({ en: '{n} points', zh: '{n} 个时点' }, { n }), othersLine(trends.otherSeries)]);
  return 0;
}

const onDatabase = (db: string): string => (db === 'huibao.sqlite' ? '' : ` --db ${db}`);

const talk = (lines: readonly (string | null)[]): void => {
  process.stderr.write(lines.flatMap((line) => (line === null ? [] : [`${line}\n`])).join(''));
};

const daysLine = ({ from, to }: Comparison): string =>
  say({ en: 'numbers that hold for {from} to {to}', zh: '取 {from} 至 {to} 的数据' }, { from, to });

function othersLine(others: readonly Series[]): string | null {
  if (others.length === 0) return null;
  const shown = others.slice(0, 6).map((each) => `${titleOf(each)} ${each.regions}`);
  const names = `${shown.join(say({ en: ', ', zh: '、' }))}${others.length > 6 ? ' …' : ''}`;
  return say(
    {
      en: 'stated too, by so many regions (--unit, --item, --every-series): {names}',
      zh: '另有（后为地区数；--unit、--item、--every-series）：{names}',
    },
    { names },
  );
}

function conflictLine({ conflicts }: Comparison, db: string): string | null {
  if (conflicts.length === 0) return null;
  return say(
    {
      en: '{n} conflicts (marked ! where they touch a number): huibao compare --show conflicts{db}',
      zh: '{n} 处矛盾（相关数值标 !）：huibao compare --show conflicts{db}',
    },
    { n: conflicts.length, db: onDatabase(db) },
  );
}

function reviewLine({ rows }: Comparison, db: string): string | null {
  const isWaiting = (cell: { kind: string }): boolean =>
    cell.kind === 'gap' && (cell as Gap).reason === 'in-review';
  const n = rows.flatMap(({ cells }) => cells).filter(isWaiting).length;
  if (n === 0) return null;
  return say(
    {
      en: '{n} cells wait for review: huibao review{db} (or --include-review)',
      zh: '{n} 格有待审核：huibao review{db}（或加 --include-review）',
    },
    { n, db: onDatabase(db) },
  );
}

function reasonLine({ rows }: Comparison, db: string): string | null {
  if (rows.length === 0) return null;
  return say(
    {
      en: 'where a number comes from: huibao explain FIGURE{db}',
      zh: '查看数字的来历：huibao explain 编号{db}',
    },
    { db: onDatabase(db) },
  );
}
