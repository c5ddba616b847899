/** The conflicts of a comparison → a sheet, both statements of each side by side. */
import type { Amount, Comparison, Conflict } from '../../compare/index.js';
import { describeConflictKind } from '../../language/comparison-words.js';
import { say } from '../../language/language.js';
import { formatBounds } from '../amounts.js';
import { describeSeries } from '../words.js';
import type { Cell, Sheet } from '../xlsx/sheet.js';
import { amount, day, headers, text } from './cells.js';

/** Statements of which the words are shown; of more, how many there are. */
const SHOWN = 5;

const COLUMNS = [
  { width: 24, en: 'conflict', zh: '矛盾' },
  { width: 14, en: 'region', zh: '地区' },
  { width: 20, en: 'indicator', zh: '指标' },
  { width: 8, en: 'unit', zh: '单位' },
  { width: 13, en: 'stated', zh: '所报数值' },
  { width: 16, en: 'bounds', zh: '上下限' },
  { width: 12, en: 'as of', zh: '截至' },
  { width: 46, en: 'sentence', zh: '原句' },
  { width: 32, en: 'file', zh: '文件' },
  { width: 13, en: 'against', zh: '相矛盾数值' },
  { width: 16, en: 'bounds', zh: '上下限' },
  { width: 12, en: 'as of', zh: '截至' },
  { width: 46, en: 'sentences', zh: '原句' },
  { width: 32, en: 'files', zh: '文件' },
] as const;

export interface ConflictSheet {
  readonly name: string;
  readonly comparison: Comparison;
  readonly wan: boolean;
}

export function conflictSheet({ name, comparison, wan }: ConflictSheet): Sheet {
  return {
    name,
    widths: COLUMNS.map(({ width }) => width),
    frozen: { rows: 1, columns: 2 },
    filterAt: 0,
    rows: [
      headers(COLUMNS.map((column) => say(column))),
      ...comparison.conflicts.map((conflict) => rowOf(conflict, comparison, wan)),
    ],
  };
}

function rowOf(conflict: Conflict, { series, sources }: Comparison, wan: boolean): Cell[] {
  const { kind, region_name, indicator, item, unit, stated, other } = conflict;
  const named = series.find((each) => each.indicator === indicator)!;
  const first = sources.get(conflict.stated_figure)!;
  const others = conflict.other_figures.map((id) => sources.get(id)!);
  const numbers = (of: Amount): Cell[] => [amount(of.value, wan), text(formatBounds(of, wan))];
  return [
    text(describeConflictKind(kind), 'contradicted'),
    text(region_name),
    text(describeSeries({ name: named.name, item })),
    text(unit),
    ...numbers(stated),
    day(conflict.stated_as_of),
    text(first.quote),
    text(first.file),
    ...numbers(other),
    day(conflict.other_as_of),
    text(shorten(others.map(({ quote }) => quote))),
    text(shorten([...new Set(others.map(({ file }) => file))])),
  ];
}

function shorten(texts: readonly string[]): string {
  const more = texts.length - SHOWN;
  const rest = more > 0 ? [say({ en: '… and {more} more', zh: '…另有 {more} 条' }, { more })] : [];
  return [...texts.slice(0, SHOWN), ...rest].join(' / ');
}
