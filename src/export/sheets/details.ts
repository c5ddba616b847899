/** A comparison → a sheet with a row a cell: its bounds, rank, days and sentence, or the reason why there is no number. */
import { formatRank, type Cell as Compared, type Comparison, type Series } from '../../compare/index.js';
import { say } from '../../language/language.js';
import { describeSeries, explainGap, formatDays, originOf } from '../words.js';
import type { Cell, Look, Sheet } from '../xlsx/sheet.js';
import { amount, headers, text } from './cells.js';

const COLUMNS = [
  { width: 14, en: 'region', zh: '地区' },
  { width: 9, en: 'code', zh: '代码' },
  { width: 20, en: 'indicator', zh: '指标' },
  { width: 8, en: 'unit', zh: '单位' },
  { width: 13, en: 'value', zh: '数值' },
  { width: 13, en: 'lower', zh: '下限' },
  { width: 13, en: 'upper', zh: '上限' },
  { width: 9, en: 'rank', zh: '名次' },
  { width: 30, en: 'what it is', zh: '性质' },
  { width: 24, en: 'as of', zh: '截至' },
  { width: 8, en: 'figures', zh: '数字条数' },
  { width: 60, en: 'sentence', zh: '原句' },
  { width: 36, en: 'file', zh: '文件' },
  { width: 18, en: 'figure', zh: '编号' },
] as const;

export interface DetailSheet {
  readonly name: string;
  readonly comparison: Comparison;
  readonly linkTo: (file: string) => string;
  readonly wan: boolean;
}

export function detailSheet({ name, ...options }: DetailSheet): Sheet {
  return {
    name,
    widths: COLUMNS.map(({ width }) => width),
    frozen: { rows: 1, columns: 3 },
    filterAt: 0,
    rows: rowsOf(options),
  };
}

/** Where the sheet says more of a cell; rows from 1. */
export const rowOfCell = ({ series }: Comparison, row: number, column: number): number =>
  2 + row * series.length + column;

export function lookOf(cell: Exclude<Compared, { kind: 'gap' }>): Look {
  if (cell.contradicted) return 'contradicted';
  return cell.kind === 'rolled-up' ? 'rolled-up' : 'plain';
}

function* rowsOf({ comparison, linkTo, wan }: Omit<DetailSheet, 'name'>): Generator<Cell[]> {
  yield headers(COLUMNS.map((column) => say(column)));
  for (const { region, cells } of comparison.rows) {
    for (const [j, cell] of cells.entries())
      yield [
        ...[text(region.name), text(region.code)],
        ...said(cell, comparison.series[j]!, comparison, linkTo, wan),
      ];
  }
}

function said(
  cell: Compared,
  series: Series,
  { sources }: Comparison,
  linkTo: (file: string) => string,
  wan: boolean,
): Cell[] {
  const what = [text(describeSeries(series)), text(series.unit)];
  if (cell.kind === 'gap')
    return [...what, ...Array<Cell>(4).fill(text(null)), text(explainGap(cell), 'gap')];
  const { value, lower, upper } = cell.amount;
  const first = sources.get(cell.figures[0]!)!;
  return [
    ...what,
    ...[value, lower, upper].map((number) => amount(number, wan)),
    { ...text(formatRank(cell.rank)), align: 'right' },
    text(originOf(cell).join(say({ en: '; ', zh: '；' })), lookOf(cell)),
    text(formatDays(cell)),
    amount(cell.figures.length, false),
    text(first.quote),
    { value: first.file, look: 'link', link: linkTo(first.file) },
    text(first.figure_id),
  ];
}
