/** Results → what is said about them: what was asked, of what state, and what a reader has to know. */
import { say, type Phrase } from '../language/language.js';
import type { Results } from './results.js';
import { describeCompared, describeSeries, formatDays } from './words.js';

/** The heading of all that is written. */
export const titleOf = ({ title, comparison }: Pick<Results, 'title' | 'comparison'>): string =>
  title ??
  say(
    { en: 'Figures of reports: {what}', zh: '汇报数据对比：{what}' },
    { what: describeCompared(comparison) },
  );

/** What was asked for, on one line. */
export const describeQuestion = (results: Results): string =>
  [describeCompared(results.comparison), formatDays(results.comparison), ...conditionsOf(results)].join(
    ' · ',
  );

function conditionsOf({ comparison: { includesReview, per }, waiting }: Results): string[] {
  return [
    say(includesReview ? WITH_REVIEW : WITHOUT_REVIEW, { waiting }),
    ...(per === null ? [] : [say(PER, { per })]),
  ];
}

const WITH_REVIEW = { en: 'with what waits for review', zh: '含待审核数据' };
const WITHOUT_REVIEW = {
  en: 'without {waiting} figures that wait for review',
  zh: '不含 {waiting} 条待审核数据',
};
const PER = { en: 'per {per} of the population', zh: '每 {per} 人' };

/** A name and a text each. */
export function aboutResults(results: Results): (readonly [name: string, text: string])[] {
  const { comparison, origin } = results;
  const others = comparison.otherSeries.map((series) => `${describeSeries(series)}（${series.unit}）`);
  const told: readonly (readonly [Phrase, string])[] = [
    [{ en: 'compared', zh: '比较范围' }, describeCompared(comparison)],
    [{ en: 'days compared', zh: '比较日期' }, formatDays(comparison)],
    [{ en: 'taken', zh: '口径' }, conditionsOf(results).join(' · ')],
    [
      { en: 'stated too, and not compared', zh: '另有未列入比较的' },
      others.join(say({ en: ', ', zh: '、' })),
    ],
    [{ en: 'database', zh: '数据库' }, origin.database],
    [{ en: 'rules', zh: '规则版本' }, origin.rules.join(', ')],
    [{ en: 'program', zh: '程序版本' }, `huibao ${origin.version}`],
  ];
  return told.filter(([, text]) => text !== '').map(([name, text]) => [say(name), text]);
}

/** How cells look, and what that means. */
export const LEGEND = [
  {
    look: 'plain',
    name: { en: 'a plain number', zh: '普通数字' },
    means: { en: 'a total of the region, as a report states it', zh: '报告写明的该地区总数' },
  },
  {
    look: 'rolled-up',
    name: { en: 'blue, in italics', zh: '蓝底斜体' },
    means: {
      en: 'it states no total of its own: the sum of what lies below it; open above where some of that states nothing',
      zh: '该地区未报总数，由下级地区相加；下级有未报者时上限不定',
    },
  },
  {
    look: 'contradicted',
    name: { en: 'red', zh: '红底' },
    means: {
      en: 'reports contradict one another; the bounds hold both, see the conflicts',
      zh: '报告之间有矛盾，上下限包含双方，详见“矛盾”',
    },
  },
  {
    look: 'gap',
    name: { en: 'grey', zh: '灰底' },
    means: { en: 'no number, with the reason', zh: '没有数字，并说明原因' },
  },
] as const;

export const SIGNS = {
  en: '≥ at least, ≤ at most, ≈ about: what the report or a gap below leaves open; the cell holds the number alone',
  zh: '≥ 至少、≤ 至多、≈ 约：原文用语或下级缺报所留的余地；单元格中只有数字本身',
};
