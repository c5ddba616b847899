/** What a comparison and its figures say → words in the reader's language: cells, gaps, days, places, decisions. */
import type { Cell, Comparison, Gap, RolledUp, Series } from '../compare/index.js';
import { describeGap, describeRegionLevel } from '../language/comparison-words.js';
import { say } from '../language/language.js';
import { describeStatistic } from '../language/terms.js';
import type { Statistic } from '../model.js';
import type { CurrentFigure } from '../store/index.js';
import { boundsBeside } from './amounts.js';

/** Why there is no number, with the day, unit or statistic that there is. */
export function explainGap({ reason, detail }: Gap): string {
  if (detail === null) return describeGap(reason);
  const there = reason === 'other-statistic' ? describeStatistic(detail as Statistic) : detail;
  return say({ en: '{reason} ({there})', zh: '{reason}（{there}）' }, { reason: describeGap(reason), there });
}

type Filled = Exclude<Cell, { kind: 'gap' }>;

/** Why a cell is not a plain number: bounds, sum of what lies below, reports that contradict it. */
export const notesOf = (cell: Filled, wan: boolean): string[] => [
  ...boundsBeside(cell.amount, wan, cell),
  ...(cell.kind === 'rolled-up' ? [rolledUp(cell)] : []),
  ...(cell.contradicted ? [say(CONTRADICTED)] : []),
];

/** Whether the region states it itself, and whether its reports agree. */
export const originOf = (cell: Filled): string[] => [
  cell.kind === 'rolled-up' ? rolledUp(cell) : say(STATED),
  ...(cell.contradicted ? [say(CONTRADICTED)] : []),
];

const rolledUp = ({ counted, divisions }: RolledUp): string => say(ROLLED_UP, { counted, divisions });

const STATED = { en: 'as stated', zh: '报告写明' };
const ROLLED_UP = { en: 'sum of {counted} of {divisions} below', zh: '下级汇总 {counted}/{divisions}' };
const CONTRADICTED = { en: 'reports contradict one another', zh: '报告之间有矛盾' };

/** First and last day, or the only one. */
export const formatDays = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? to : say({ en: '{from} to {to}', zh: '{from} 至 {to}' }, { from, to });

export const describeSeries = ({ name, item }: Pick<Series, 'name' | 'item'>): string =>
  item === null ? name : `${name}·${item}`;

export const describeCompared = ({ level, within }: Comparison): string =>
  within === null
    ? describeRegionLevel(level)
    : say(
        { en: '{level} of {name}', zh: '{name}（{level}）' },
        { level: describeRegionLevel(level), name: within.name },
      );

const DECISIONS = {
  accept: { en: 'accepted', zh: '已确认' },
  correct: { en: 'corrected', zh: '已更正' },
  add: { en: 'added', zh: '补录' },
} as const;

/** Null where nobody has decided, and nobody has to. */
export function describeDecision({ decision, needs_review }: CurrentFigure): string | null {
  if (decision !== null) return say(DECISIONS[decision]);
  return needs_review ? describeGap('in-review') : null;
}

type Place = Pick<CurrentFigure, 'page' | 'paragraph' | 'cell'>;

/** Page, paragraph, cell of a table. */
export function describePlace({ page, paragraph, cell }: Place): string {
  const parts = [
    page === null ? null : say({ en: 'page {page}', zh: '第{page}页' }, { page }),
    paragraph === null ? null : say({ en: 'paragraph {paragraph}', zh: '第{paragraph}段' }, { paragraph }),
    cell === null ? null : cell.replace(TABLE_CELL, say(CELL)),
  ];
  return parts.filter((part) => part !== null).join(say({ en: ', ', zh: '，' }));
}

// takes table 1 row 2 column 3
const TABLE_CELL = /^table (\d+) row (\d+) column (\d+)$/;
const CELL = { en: 'table $1 row $2 column $3', zh: '表$1第$2行第$3列' };

/** A probability is never shown as certain. */
export const formatConfidence = (probability: number): string =>
  `${Math.min(99, Math.round(100 * probability))}%`;
