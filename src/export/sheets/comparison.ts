/** A comparison → a sheet: regions down, of each series its numbers and what is to be said of them across. */
import type { Amount, Cell as Compared, Comparison, Series } from '../../compare/index.js';
import { say } from '../../language/language.js';
import { boundsBeside, formatAmount } from '../amounts.js';
import { describeSeries, explainGap, formatDays, notesOf } from '../words.js';
import type { Cell, Look, Sheet } from '../xlsx/sheet.js';
import { amount, headers, text } from './cells.js';

export interface ComparisonSheet {
  readonly name: string;
  readonly title: string;
  readonly comparison: Comparison;
  readonly wan: boolean;
}

export function comparisonSheet({ name, title, comparison, wan }: ComparisonSheet): Sheet {
  const { series, rows, totals } = comparison;
  return {
    name,
    widths: [16, 9, ...series.flatMap(() => [16, 42])],
    frozen: { rows: 2, columns: 2 },
    filterAt: 1,
    footer: 1,
    rows: [
      [text(title, 'title')],
      headers([say(REGION), say(CODE), ...series.flatMap((each) => [titleOf(each), say(NOTES)])]),
      ...rows.map(({ region: { name, code }, cells }) => [
        ...[text(name), text(code)],
        ...cells.flatMap((cell) => cellsOf(cell, wan)),
      ]),
      [
        ...[text(say(TOTAL), 'total'), text(null, 'total')],
        ...totals.flatMap((total) => totalCells(total, wan)),
      ],
    ],
  };
}

const REGION = { en: 'region', zh: '地区' };
const CODE = { en: 'code', zh: '代码' };
const NOTES = { en: 'notes', zh: '说明' };
const TOTAL = { en: 'sum', zh: '合计' };
const COUNTED = { en: '{counted} of {of} regions', zh: '{of} 个地区中的 {counted} 个' };
const AS_OF = { en: 'as of {days}', zh: '截至 {days}' };

const titleOf = (series: Series): string =>
  say({ en: '{name} ({unit})', zh: '{name}（{unit}）' }, { name: describeSeries(series), unit: series.unit });

function cellsOf(cell: Compared, wan: boolean): Cell[] {
  if (cell.kind === 'gap') return [text(explainGap(cell), 'gap'), text(null, 'gap')];
  const look: Look = cell.contradicted ? 'contradicted' : cell.kind === 'rolled-up' ? 'rolled-up' : 'plain';
  const notes = [...notesOf(cell, wan), say(AS_OF, { days: formatDays(cell) })];
  return [numberOf(cell.amount, wan, look), text(joined(notes), look)];
}

function totalCells(total: Comparison['totals'][number], wan: boolean): Cell[] {
  if (total === null) return [text(null, 'total'), text(null, 'total')];
  const { amount: sum, counted, of } = total;
  const notes = [...boundsBeside(sum, wan), say(COUNTED, { counted, of })];
  return [numberOf(sum, wan, 'total'), text(joined(notes), 'total')];
}

const joined = (notes: readonly string[]): string => notes.join(say({ en: '; ', zh: '；' }));

const numberOf = (of: Amount, wan: boolean, look: Look): Cell =>
  of.value === null ? text(formatAmount(of, wan), look) : amount(of.value, wan, look);
