/** A comparison, its conflicts, or trends → a table for people: its rows and the columns to show them in. */
import { sizeOf, type Cell, type Comparison, type Conflict, type Trends } from '../compare/index.js';
import { describeConflictKind } from '../language/comparison-words.js';
import { say } from '../language/language.js';
import { showAmount, showCell, showRank, titleOf } from './compare-rows.js';
import type { Column, Row } from './print-rows.js';

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const REGION = (): Column => ({ key: 'region', title: say({ en: 'region', zh: '地区' }), max: 24 });
const FIGURE = (key: string, title: string): Column => ({ key, title, max: 10 });

/** One series: ranked, each with its days and its figures. Several: a column each. */
export const comparisonTable = (comparison: Comparison): Table =>
  comparison.series.length === 1 ? rankedTable(comparison) : crossTable(comparison);

const sizeOfCell = (cell: Cell): number => (cell.kind === 'gap' ? -1 : sizeOf(cell.amount));

function rankedTable({ rows, series, totals, per }: Comparison): Table {
  const ranked = rows
    .map(({ region, cells: [cell] }) => ({ region, cell: cell! }))
    .toSorted((a, b) => sizeOfCell(b.cell) - sizeOfCell(a.cell));
  const [total] = totals;
  return {
    columns: [
      { key: 'rank', title: say({ en: 'rank', zh: '名次' }), align: 'right' },
      REGION(),
      { key: 'amount', title: titleOf(series[0]!, per), align: 'right' },
      { key: 'as_of', title: say({ en: 'as of', zh: '截至' }) },
      { key: 'from', title: say({ en: 'from', zh: '来源' }) },
      FIGURE('figure', say({ en: 'figure', zh: '编号' })),
    ],
    rows: [
      ...ranked.map(({ region, cell }) => ({
        ...{ rank: showRank(cell), region: region.name, amount: showCell(cell), from: sourceOf(cell) },
        as_of: daysOf(cell),
        figure: cell.kind === 'gap' ? null : (cell.figures[0] ?? null),
      })),
      ...(total
        ? [{ region: togetherOf(` (${total.counted}/${total.of})`), amount: showAmount(total.amount) }]
        : []),
    ],
  };
}

const togetherOf = (counted = ''): string =>
  say({ en: 'all together{counted}', zh: '合计{counted}' }, { counted });

/** The days for which it holds; of a gap, that of the latest number of another time. */
function daysOf(cell: Cell): string {
  if (cell.kind === 'gap') return cell.reason === 'other-date' ? (cell.detail ?? '') : '';
  return cell.from === cell.to ? cell.to : `${cell.from} – ${cell.to}`;
}

/** `3 of 7 below` that are summed, or the unit or statistic that a gap is stated in; nothing of what a region states itself. */
function sourceOf(cell: Cell): string {
  if (cell.kind === 'gap') return cell.reason === 'other-date' ? '' : (cell.detail ?? '');
  if (cell.kind === 'stated') return '';
  const { counted, divisions } = cell;
  return say(
    { en: '{counted} of {divisions} below', zh: '下级 {counted}/{divisions}' },
    { counted, divisions },
  );
}

function crossTable({ rows, series, totals, per }: Comparison): Table {
  const keys = series.map((_, i) => `series${i}`);
  const across = (shown: readonly string[]): Row =>
    Object.fromEntries(keys.map((key, i) => [key, shown[i]!]));
  return {
    columns: [
      REGION(),
      ...series.map((each, i): Column => ({
        key: keys[i]!,
        title: titleOf(each, per),
        align: 'right',
        max: 28,
      })),
    ],
    rows: [
      ...rows.map(({ region, cells }) => ({ region: region.name, ...across(cells.map(showCell)) })),
      ...(totals.some((total) => total !== null)
        ? [
            {
              region: togetherOf(),
              ...across(totals.map((total) => (total ? showAmount(total.amount) : ''))),
            },
          ]
        : []),
    ],
  };
}

export const conflictTable = (
  conflicts: readonly Conflict[],
  { series, otherSeries }: Comparison,
): Table => ({
  columns: [
    { key: 'kind', title: say({ en: 'what', zh: '矛盾' }) },
    REGION(),
    { key: 'series', title: say({ en: 'indicator', zh: '指标' }), max: 24 },
    { key: 'stated', title: say({ en: 'stated', zh: '已报' }), align: 'right' },
    { key: 'stated_as_of', title: say({ en: 'as of', zh: '截至' }) },
    { key: 'other', title: say({ en: 'against it', zh: '另报' }), align: 'right' },
    { key: 'other_as_of', title: say({ en: 'as of', zh: '截至' }) },
    FIGURE('stated_figure', say({ en: 'figure', zh: '编号' })),
    { key: 'other_figures', title: say({ en: 'against it', zh: '另报编号' }), max: 22 },
  ],
  rows: conflicts.map((conflict) => {
    const same = (each: { indicator: string; unit: string; item: string | null }): boolean =>
      each.indicator === conflict.indicator && each.unit === conflict.unit && each.item === conflict.item;
    const found = [...series, ...otherSeries].find(same);
    return {
      ...{ kind: describeConflictKind(conflict.kind), region: conflict.region_name },
      series: found ? titleOf(found, null) : conflict.indicator,
      ...{ stated: showAmount(conflict.stated), stated_as_of: conflict.stated_as_of },
      ...{ other: showAmount(conflict.other), other_as_of: conflict.other_as_of },
      stated_figure: conflict.stated_figure,
      other_figures: conflict.other_figures.map((id) => id.slice(0, 10)),
    };
  }),
});

export const trendTable = ({ trends }: Trends): Table => ({
  columns: [
    REGION(),
    { key: 'series', title: say({ en: 'indicator', zh: '指标' }), max: 24 },
    { key: 'as_of', title: say({ en: 'as of', zh: '截至' }) },
    { key: 'amount', title: say({ en: 'value', zh: '数值' }), align: 'right' },
    { key: 'note', title: say({ en: 'note', zh: '备注' }) },
    FIGURE('figure', say({ en: 'figure', zh: '编号' })),
  ],
  rows: trends.flatMap(({ region, series, points }) =>
    points.map(({ as_of, amount, figures, contradicted, falls, repeats }) => ({
      ...{
        region: region.name,
        series: titleOf(series, null),
        as_of,
        amount: showAmount(amount),
        figure: figures[0] ?? null,
      },
      note: contradicted
        ? describeConflictKind('disagree')
        : falls
          ? describeConflictKind('falls')
          : repeats
            ? say({ en: 'stated before', zh: '此前已报' })
            : '',
    })),
  ),
});
