/** A reviewer's changes → words: 数值 6,000 · 地区 成都市. */
import type { Changes } from '../../../store/index.js';
import { formatNumber } from '../logic/numbers.js';
import type { Word } from '../words.js';
import { t } from './language.js';
import { indicatorName, wordFor } from './session.js';

const SHOWN: readonly (readonly [field: keyof Changes, word: Word])[] = [
  ['indicator', 'indicator'],
  ['value', 'value'],
  ['lower', 'lower'],
  ['upper', 'upper'],
  ['qualifier', 'qualifier'],
  ['unit', 'unit'],
  ['item', 'item'],
  ['statistic', 'statistic'],
  ['region_name', 'region'],
  ['as_of', 'asOf'],
];

export function describeChanges(changes: Changes): string {
  const isExact = changes.value != null && changes.lower === changes.value && changes.upper === changes.value;
  return SHOWN.filter(([field]) => changes[field] !== undefined)
    .filter(([field]) => !isExact || (field !== 'lower' && field !== 'upper' && field !== 'qualifier'))
    .map(([field, word]) => `${t(word)} ${describeValue(field, changes[field] ?? null)}`)
    .join(' · ');
}

function describeValue(field: keyof Changes, value: string | number | boolean | null): string {
  if (value === null) return t('none');
  if (typeof value === 'number') return formatNumber(value);
  if (field === 'indicator') return indicatorName(String(value));
  return field === 'qualifier' || field === 'statistic' ? wordFor(String(value)) : String(value);
}
