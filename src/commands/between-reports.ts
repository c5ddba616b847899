/** What holds between reports (conflicts, restated totals, reposts) → rows, with the columns to show them in. */
import {
  findConflicts,
  findReposts,
  findRestatements,
  type Conflict,
  type Repost,
  type Restatement,
  type Store,
} from '../store/index.js';
import { formatValue } from './figure-columns.js';
import { say } from '../language/language.js';
import type { Column, Row } from './print-rows.js';

/** What `query --show` takes besides figures. */
export type BetweenReports = 'conflicts' | 'restatements' | 'reposts';

interface Listing {
  readonly rows: (store: Store) => Iterable<unknown>;
  readonly columns: (names: ReadonlyMap<string, string>) => Column[];
  /** How many there are, in words; `{count}` is their number. */
  readonly footer: { readonly en: string; readonly zh: string };
}

type Names = ReadonlyMap<string, string>;

const column = (key: string, en: string, zh: string, more: Partial<Column> = {}): Column => ({
  key,
  title: say({ en, zh }),
  ...more,
});

const indicator = (names: Names): Column =>
  column('indicator', 'indicator', '指标', {
    show: (row) => {
      const id = row.indicator as string;
      return row.item ? `${names.get(id) ?? id}·${row.item as string}` : (names.get(id) ?? id);
    },
    max: 24,
  });

const region = (): Column => column('region_name', 'region', '地区', { max: 16 });

const KINDS = {
  disagree: { en: 'disagree', zh: '不一致' },
  falls: { en: 'falls', zh: '累计数下降' },
} as const;

const HOW = {
  'same-words': { en: 'same words', zh: '文字相同' },
  'same-figures': { en: 'same figures', zh: '数据语句相同' },
} as const;

function conflictColumns(names: Names): Column[] {
  const value = (side: 'a' | 'b') => (row: Row) => {
    const conflict = row as unknown as Conflict;
    const [amount, lower, upper] = [`value_${side}`, `lower_${side}`, `upper_${side}`] as const;
    return formatValue({
      value: conflict[amount], lower: conflict[lower], upper: conflict[upper], redacted: false, qualifier: 'exact',
    }); // prettier-ignore
  };
  const sides = (side: 'a' | 'b', number: string): Column[] => [
    column(`value_${side}`, `value ${number}`, `数值${number}`, { align: 'right', show: value(side) }),
    column(`as_of_${side}`, 'as of', '截至'),
    column(`figure_${side}`, 'figure', '编号', {
      show: (row) => (row[`figure_${side}`] as string).slice(0, 10),
    }),
    column(`quote_${side}`, `sentence ${number}`, `原句${number}`, { max: 40 }),
  ];
  return [
    column('kind', 'conflict', '冲突', { show: (row) => say(KINDS[(row as unknown as Conflict).kind]) }),
    region(),
    indicator(names),
    column('unit', 'unit', '单位'),
    ...sides('a', '1'),
    ...sides('b', '2'),
  ];
}

const restatementColumns = (names: Names): Column[] => [
  region(),
  indicator(names),
  column('value', 'value', '数值', {
    align: 'right',
    show: (row) =>
      (row as unknown as Restatement).value.toLocaleString('en-US', { maximumFractionDigits: 6 }),
  }),
  column('unit', 'unit', '单位'),
  column('file', 'file', '文件', { max: 28 }),
  column('as_of', 'as of', '截至'),
  column('first_file', 'stated before in', '此前见于', { max: 28 }),
  column('first_as_of', 'as of', '截至'),
  column('quote', 'sentence', '原句', { max: 40 }),
];

const repostColumns = (): Column[] => [
  column('file', 'report', '报告', { max: 36 }),
  column('title', 'title', '标题', { max: 32 }),
  column('how', 'how', '依据', { show: (row) => say(HOW[(row as unknown as Repost).how]) }),
  column('original_file', 'repeats', '重复自', { max: 36 }),
];

export const LISTINGS: Readonly<Record<BetweenReports, Listing>> = {
  conflicts: {
    rows: findConflicts,
    columns: conflictColumns,
    footer: {
      en: '{count} pairs of figures cannot both be right: huibao explain FIGURE',
      zh: '{count} 对数据互相矛盾：huibao explain 编号',
    },
  },
  restatements: {
    rows: findRestatements,
    columns: restatementColumns,
    footer: { en: '{count} totals were stated before', zh: '{count} 个数据此前已有报告' },
  },
  reposts: {
    rows: findReposts,
    columns: repostColumns,
    footer: {
      en: '{count} reports repeat another one, and their figures are left out',
      zh: '{count} 份报告与其他报告重复，其数据不计',
    },
  },
};
