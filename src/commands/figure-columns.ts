/** How figures are shown in a table: their columns, and a value with its hedge in a person's words. */
import stringWidth from 'string-width';
import type { FigureRecord } from '../model.js';
import { detectLanguage } from '../language/language.js';
import type { Column, Row } from './print-rows.js';

const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

/** `59,169` · `4,200–4,300` · `≥100,000` · `≤6,000` · `X`: what the hedge allows, in the canonical unit. */
export function formatValue(
  figure: Pick<FigureRecord, 'value' | 'lower' | 'upper' | 'redacted' | 'qualifier'>,
): string {
  const { value, lower, upper } = figure;
  if (figure.redacted) return 'X';
  if (lower === null && upper === null) return value === null ? '?' : plain(value);
  if (upper === null) return `≥${plain(lower!)}`;
  if (lower === null) return `≤${plain(upper)}`;
  return lower === upper ? plain(lower) : `${plain(lower)}–${plain(upper)}`;
}

const TITLES = {
  en: {
    file: 'file', indicator: 'indicator', value: 'value', unit: 'unit', region: 'region', as_of: 'as of',
    statistic: 'statistic', confidence: 'sure', quote: 'sentence', figure_id: 'figure',
  },
  zh: {
    file: '文件', indicator: '指标', value: '数值', unit: '单位', region: '地区', as_of: '截至',
    statistic: '统计', confidence: '把握', quote: '原句', figure_id: '编号',
  },
} as const; // prettier-ignore

/** More than fits on any line; to measure the width of a sentence of a megabyte takes minutes. */
const MOST_SHOWN = 500;

/** `99%`; a probability is never shown as certain. */
export const percentOf = (probability: number): string => `${Math.min(99, Math.round(100 * probability))}%`;

/** The sentence from a little before the number on, so that the number is on the line. */
export function quoteAround(quote: string, exact: string, width: number): string {
  const flat = quote.replace(/\s+/g, ' ');
  const at = flat.indexOf(exact.replace(/\s+/g, ' '));
  const shown = at > width ? `…${flat.slice(at - Math.floor(width / 2))}` : flat;
  return shown.slice(0, MOST_SHOWN);
}

/** The end of a path tells more than its start. */
function endOf(path: string, width: number): string {
  const characters = Array.from(path);
  while (stringWidth(characters.join('')) > width - 1 && characters.length > 1) characters.shift();
  return characters.length < Array.from(path).length ? `…${characters.join('')}` : path;
}

/** Columns of a figure table; `names` gives the indicators' Chinese names. */
export function figureColumns(names: ReadonlyMap<string, string>): Column[] {
  const language = detectLanguage();
  const title = TITLES[language];
  const text = (row: Row, key: string): string => (row[key] as string | null) ?? '';
  const doubt = (row: Row): string => (row.needs_review ? '?' : ' ');
  return [
    { key: 'figure_id', title: title.figure_id, show: (row) => text(row, 'figure_id').slice(0, 10) },
    { key: 'file', title: title.file, show: (row) => endOf(text(row, 'file'), 28) },
    { key: 'region_name', title: title.region, max: 16 },
    {
      key: 'indicator',
      title: title.indicator,
      show: (row) => {
        const name = names.get(text(row, 'indicator')) ?? text(row, 'indicator');
        return row.item ? `${name}·${text(row, 'item')}` : name;
      },
      max: 24,
    },
    {
      key: 'value',
      title: title.value,
      align: 'right',
      show: (row) => formatValue(row as unknown as FigureRecord),
    },
    { key: 'unit', title: title.unit },
    {
      key: 'statistic',
      title: title.statistic,
      show: (row) => (row.statistic === 'total' ? '' : text(row, 'statistic')),
    },
    { key: 'as_of', title: title.as_of },
    {
      key: 'confidence',
      title: title.confidence,
      align: 'right',
      show: (row) => `${doubt(row)}${percentOf(row.confidence as number)}`,
    },
    {
      key: 'quote',
      title: title.quote,
      max: 56,
      show: (row) => quoteAround(text(row, 'quote'), text(row, 'exact'), 18),
    },
  ];
}
