/** What pictures say, in both languages. */
import type { Comparison, Gap, GapReason, Level, Series } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { sayIn, type Phrase } from '../../language/language.js';
import { describeStatistic } from '../../language/terms.js';
import type { Statistic } from '../../model.js';

export const WORDS = {
  title: { en: '{name} by {level}', zh: '各{level}{name}' },
  titleWithin: { en: '{name} by {level}, {within}', zh: '{within}各{level}{name}' },
  days: { en: '{from} to {to}', zh: '{from} 至 {to}' },
  unit: { en: 'unit: {unit}', zh: '单位：{unit}' },
  unitPer: { en: 'unit: {unit} for {per} people', zh: '单位：每 {per} 人口{unit}' },
  reviewLeftOut: { en: 'numbers in review left out', zh: '待审核的数字未计入' },
  reviewTaken: { en: 'numbers in review taken too', zh: '含待审核的数字' },
  source: {
    en: 'Source: {figures} figures of {documents} documents, read by huibao',
    zh: '来源：{documents} 份文件中的 {figures} 个数字，由 huibao 提取',
  },
  rolledUp: { en: 'sum of what lies below', zh: '由下级汇总' },
  contradicted: { en: 'contradicted', zh: '说法有矛盾' },
  without: { en: 'Without a number ({count}):', zh: '没有数字的地区（{count}）：' },
  nothing: { en: 'There is no number to draw.', zh: '没有可画的数字。' },
  more: { en: 'and {count} more', zh: '另有 {count} 个未画出' },
  moreNames: { en: ' and {count} more', zh: '，另有 {count} 个' },
  colon: { en: ': ', zh: '：' },
  comma: { en: ', ', zh: '、' },
} as const satisfies Readonly<Record<string, Phrase>>;

const LEVELS: Readonly<Record<Level, Phrase>> = {
  province: { en: 'province', zh: '省' },
  city: { en: 'city', zh: '市' },
  county: { en: 'county', zh: '县区' },
};

const GAPS: Readonly<Record<GapReason, Phrase>> = {
  redacted: { en: 'the number was blanked out', zh: '数字已隐去' },
  'in-review': { en: 'in review', zh: '待审核' },
  'other-date': { en: 'only for other days', zh: '只有其他日期的数字' },
  'no-date': { en: 'only of no known day', zh: '日期不明' },
  'other-unit': { en: 'only in another unit or of other goods', zh: '只有其他单位或品种的数字' },
  'other-statistic': { en: 'no total', zh: '没有总数' },
  'not-stated': { en: 'there are reports, none states it', zh: '有报告，未提及' },
  'no-report': { en: 'no report', zh: '没有报告' },
  'no-population': { en: 'no population to divide by', zh: '缺人口数' },
};

/** The reason with what is told of it; `detail` is as the reports have it, and not made safe. */
export function describeGap({ reason, detail }: Gap, language: Language): string {
  const words = sayIn(language, GAPS[reason]);
  if (detail === null) return words;
  const told = reason === 'other-statistic' ? describeStatistic(detail as Statistic, language) : detail;
  return language === 'zh' ? `${words}（${told}）` : `${words} (${told})`;
}

/** What is compared, and where; not made safe. */
export function describeTitle(
  { series, level, within }: Comparison,
  index: number,
  language: Language,
): string {
  const { name, item } = series[index]!;
  return sayIn(language, within === null ? WORDS.title : WORDS.titleWithin, {
    ...{ name: item === null ? name : `${name} · ${item}`, within: within?.name ?? '' },
    level: sayIn(language, LEVELS[level]),
  });
}

/** Days, unit, and whether numbers in review go in. */
export function describeScope(
  { from, to, per, includesReview }: Comparison,
  { unit }: Series,
  language: Language,
): string {
  return [
    sayIn(language, WORDS.days, { from, to }),
    per === null ? sayIn(language, WORDS.unit, { unit }) : sayIn(language, WORDS.unitPer, { unit, per }),
    sayIn(language, includesReview ? WORDS.reviewTaken : WORDS.reviewLeftOut),
  ].join(' · ');
}

/** How many figures a picture stands on, and in how many documents. */
export function describeSource(
  ids: Iterable<string>,
  sources: Comparison['sources'],
  language: Language,
): string {
  const figures = [...new Set(ids)];
  const documents = new Set(figures.map((id) => sources.get(id)?.document_id)).size;
  return sayIn(language, WORDS.source, { figures: figures.length, documents });
}
