/** The codes of a comparison → words: why a cell is empty, what contradicts what, levels. */
import type { Language } from '../diagnostics.js';
import { detectLanguage, sayIn, type Phrase } from './language.js';

const GAPS: Readonly<Record<string, Phrase>> = {
  redacted: { en: 'blanked out', zh: '已隐去' },
  'in-review': { en: 'in review', zh: '待审核' },
  'other-date': { en: 'other date', zh: '日期不符' },
  'no-date': { en: 'no date', zh: '日期不明' },
  'other-item': { en: 'other goods', zh: '其他物品' },
  'other-unit': { en: 'other unit', zh: '单位不同' },
  'other-statistic': { en: 'no total', zh: '非总量' },
  'not-stated': { en: 'not stated', zh: '未提及' },
  'no-report': { en: 'no report', zh: '无报告' },
  'no-population': { en: 'no population', zh: '缺人口数' },
};

const CONFLICTS: Readonly<Record<string, Phrase>> = {
  disagree: { en: 'two reports disagree about one day', zh: '两份报告同日数据不一致' },
  falls: { en: 'a running total falls', zh: '累计数减少' },
  parts: { en: 'what lies below comes to more', zh: '下级合计超过本级' },
};

const LEVELS: Readonly<Record<string, Phrase>> = {
  province: { en: 'provinces', zh: '省级' },
  city: { en: 'cities', zh: '地级' },
  county: { en: 'counties', zh: '县级' },
};

const phraseOf = (
  table: Readonly<Record<string, Phrase>>,
  code: string,
  language: Language = detectLanguage(),
): string => (table[code] ? sayIn(language, table[code]) : code);

/** All of them, by kind and code: `gap-redacted`, `conflict-falls`. */
export const comparisonTerms = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({ gap: GAPS, conflict: CONFLICTS, level: LEVELS }).flatMap(([kind, table]) =>
      Object.keys(table).map((code) => [`${kind}-${code}`, phraseOf(table, code)]),
    ),
  );

/** A word or two; in the reader's language, unless another is given. */
export const describeGap = (reason: string, language?: Language): string => phraseOf(GAPS, reason, language);
export const describeConflictKind = (kind: string): string => phraseOf(CONFLICTS, kind);
export const describeRegionLevel = (level: string): string => phraseOf(LEVELS, level);
