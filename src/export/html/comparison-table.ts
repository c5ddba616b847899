/** A comparison → tables, each cell a link to the sentences behind it. */
import type { Cell, Comparison } from '../../compare/index.js';
import { say } from '../../language/language.js';
import { boundsBeside, formatAmount } from '../amounts.js';
import { describeSeries, explainGap, notesOf } from '../words.js';
import { escapeHtml } from './markup.js';

/** Series side by side; more go into another table, so that a sheet of paper holds them. */
const SIDE_BY_SIDE = 8;

/** Where the sentences behind a cell are. */
export const anchorOf = (row: number, column: number): string => `q-${row + 1}-${column + 1}`;

export function* comparisonTables(comparison: Comparison, wan: boolean): Generator<string> {
  const { series } = comparison;
  for (let from = 0; from < series.length; from += SIDE_BY_SIDE)
    yield* tableOf(comparison, { from, to: Math.min(from + SIDE_BY_SIDE, series.length) }, wan);
  if (series.length === 0) yield `<p class="soft">${escapeHtml(say(NOTHING))}</p>`;
}

const NOTHING = { en: 'Nothing is stated within what was asked for.', zh: '所选范围内没有数据。' };

interface Columns {
  readonly from: number;
  readonly to: number;
}

function* tableOf(comparison: Comparison, { from, to }: Columns, wan: boolean): Generator<string> {
  const { series, rows, totals } = comparison;
  const heads = series
    .slice(from, to)
    .map((each) => columnHead(`${escapeHtml(describeSeries(each))}<small>${escapeHtml(each.unit)}</small>`));
  const corner = columnHead(escapeHtml(say({ en: 'region', zh: '地区' })));
  yield `<div class="wide"><table><thead><tr>${corner}${heads.join('')}</tr></thead><tbody>\n`;
  for (const [i, { region, cells }] of rows.entries()) {
    const shown = cells.slice(from, to).map((cell, j) => cellHtml(cell, anchorOf(i, from + j), wan));
    yield `<tr>${rowHead(region.name)}${shown.join('')}</tr>\n`;
  }
  const sums = totals.slice(from, to).map((total) => totalHtml(total, wan));
  yield `</tbody><tfoot><tr>${rowHead(say({ en: 'sum', zh: '合计' }))}${sums.join('')}</tr></tfoot></table></div>\n`;
}

const columnHead = (html: string): string => `<th scope="col">${html}</th>`;
const rowHead = (text: string): string => `<th scope="row">${escapeHtml(text)}</th>`;

function cellHtml(cell: Cell, anchor: string, wan: boolean): string {
  if (cell.kind === 'gap') return `<td class="gap">${escapeHtml(explainGap(cell))}</td>`;
  const look = cell.contradicted ? ' contradicted' : cell.kind === 'rolled-up' ? ' rolled-up' : '';
  return `<td class="amount${look}"><a href="#${anchor}">${amountHtml(formatAmount(cell.amount, wan, cell), notesOf(cell, wan))}</a></td>`;
}

function totalHtml(total: Comparison['totals'][number], wan: boolean): string {
  if (total === null) return '<td></td>';
  const { amount, counted, of } = total;
  const share = say({ en: '{counted} of {of}', zh: '{of} 个中的 {counted} 个' }, { counted, of });
  return `<td class="amount">${amountHtml(formatAmount(amount, wan), [...boundsBeside(amount, wan), share])}</td>`;
}

function amountHtml(amount: string, notes: readonly string[]): string {
  const small = notes.map((note) => `<small>${escapeHtml(note)}</small>`);
  return `<b>${escapeHtml(amount)}</b>${small.join('')}`;
}
