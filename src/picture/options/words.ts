/** What pictures say, in both languages. */
import type { Comparison, Gap, GapReason, Level, Series } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { sayIn, type Phrase } from '../../language/language.js';
import { describeStatistic } from '../../language/terms.js';
import type { Statistic } from '../../model.js';

export const WORDS = {
  title: { en: '{name} by {level}', zh: '各{level}{name}' },
  titleWithin: { en: '{name} by {level}, {within}', zh: '{within}各{level}{name}' },
  severalTitle: { en: 'Figures by {level}', zh: '各{level}数字' },
  severalTitleWithin: { en: 'Figures by {level}, {within}', zh: '{within}各{level}数字' },
  trendTitle: { en: '{name} over time', zh: '{name}随时间的变化' },
  trendTitleOf: { en: '{name} over time, {region}', zh: '{region}{name}随时间的变化' },
  figures: { en: 'Figures', zh: '数字' },
  days: { en: '{from} to {to}', zh: '{from} 至 {to}' },
  unit: { en: 'unit: {unit}', zh: '单位：{unit}' },
  unitPer: { en: 'unit: {unit} for {per} people', zh: '单位：{unit}（按每 {per} 人口计）' },
  inUnit: { en: ' ({unit})', zh: '（{unit}）' },
  per: { en: 'for {per} people', zh: '按每 {per} 人口计' },
  reviewLeftOut: { en: 'numbers in review left out', zh: '待审核的数字未计入' },
  reviewTaken: { en: 'numbers in review taken too', zh: '含待审核的数字' },
  source: {
    en: 'Source: {figures} figures of {documents} documents, read by huibao',
    zh: '来源：{documents} 份文件中的 {figures} 个数字，由 huibao 提取',
  },
  stated: { en: 'as stated', zh: '报告写明' },
  rolledUp: { en: 'sum of what lies below', zh: '由下级汇总' },
  bounds: { en: 'from at least to at most (arrow: open)', zh: '下限至上限（箭头：上不封顶）' },
  contradicted: { en: 'contradicted', zh: '说法有矛盾' },
  contradictedOrFalls: { en: 'contradicted, or less than before', zh: '说法有矛盾，或累计数减少' },
  repeated: { en: 'the number before, stated again', zh: '重复上次的数字' },
  linesLeftOut: {
    en: 'Not drawn, since more lines are hard to tell apart ({count}): {names}',
    zh: '线条过多不易分辨，未画出（{count}）：{names}',
  },
  seriesLeftOut: { en: 'Not drawn ({count}): {names}', zh: '未画出的指标（{count}）：{names}' },
  share: { en: 'colour: share of the greatest of its column', zh: '颜色：占本列最大值的比例' },
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
  'other-item': { en: 'only of other goods', zh: '只有其他物品的数字' },
  'other-unit': { en: 'only in another unit', zh: '只有其他单位的数字' },
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

/** The indicator, and of which goods. */
export const nameOf = ({ name, item }: Series): string => (item === null ? name : `${name} · ${item}`);

/** What is compared, and where: one of the series, or all of them (null); not made safe. */
export function describeTitle(
  { series, level, within }: Comparison,
  index: number | null,
  language: Language,
): string {
  const params = { level: sayIn(language, LEVELS[level]), within: within?.name ?? '' };
  if (index === null)
    return sayIn(language, within === null ? WORDS.severalTitle : WORDS.severalTitleWithin, params);
  const name = nameOf(series[index]!);
  return sayIn(language, within === null ? WORDS.title : WORDS.titleWithin, { ...params, name });
}

/** What is followed over time: one series or several, of one region or several (null); not made safe. */
export const describeTrendTitle = (
  series: Series | null,
  region: string | null,
  language: Language,
): string =>
  sayIn(language, region === null ? WORDS.trendTitle : WORDS.trendTitleOf, {
    name: series === null ? sayIn(language, WORDS.figures) : nameOf(series),
    region: region ?? '',
  });

/** Days, unit (null: several), and whether numbers in review go in. */
export function describeScope(
  { from, to, per, includesReview }: Comparison,
  series: Series | null,
  language: Language,
): string {
  return [
    describeDays({ from, to }, language),
    ...describeUnit(series, per, language),
    describeReview(includesReview, language),
  ].join(' · ');
}

export const describeDays = ({ from, to }: Pick<Comparison, 'from' | 'to'>, language: Language): string =>
  sayIn(language, WORDS.days, { from, to });

export const describeReview = (includesReview: boolean, language: Language): string =>
  sayIn(language, includesReview ? WORDS.reviewTaken : WORDS.reviewLeftOut);

function describeUnit(series: Series | null, per: number | null, language: Language): string[] {
  if (series === null) return per === null ? [] : [sayIn(language, WORDS.per, { per })];
  const { unit } = series;
  return [
    per === null ? sayIn(language, WORDS.unit, { unit }) : sayIn(language, WORDS.unitPer, { unit, per }),
  ];
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
