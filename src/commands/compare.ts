/** Compares regions: indicator × region for a span of days, with ties, sums, gaps and conflicts; or a region over time. */
import { compare as compareRegions, trendsOf, type Comparison, type Trends } from '../compare/index.js';
import { describeRegionLevel } from '../language/comparison-words.js';
import { say } from '../language/language.js';
import { openStore } from '../store/index.js';
import { questionOf, trendQuestion, type ComparisonOptions } from './compare-question.js';
import { cellRows, conflictRows, pointRows } from './compare-rows.js';
import { comparisonTable, conflictTable, trendTable, type Table } from './compare-table.js';
import { conflictLine, daysLine, othersLine, reasonLine, reviewLine } from './compare-talk.js';
import { databaseOption } from './shell-words.js';
import { printRows, write, type Row, type RowFormat } from './print-rows.js';

interface CompareOptions extends ComparisonOptions {
  readonly format: RowFormat;
  readonly show: 'regions' | 'conflicts' | 'trend';
}

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
      { n: conflicts.length, next: `huibao explain FIGURE${databaseOption(db)}` },
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

const talk = (lines: readonly (string | null)[]): void => {
  process.stderr.write(lines.flatMap((line) => (line === null ? [] : [`${line}\n`])).join(''));
};
