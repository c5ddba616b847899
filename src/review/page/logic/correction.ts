/** What a reviewer typed into the form of a figure → the changes to save, and what is wrong with them. */
import type { ListedFigure } from '../../api.js';
import type { Changes } from '../../../store/index.js';
import type { Word } from '../words.js';
import { parseDate } from './dates.js';
import { parseNumber } from './numbers.js';

/** The form's fields as text; a region as its code with the name beside it. */
export interface Draft {
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  readonly qualifier: string;
  readonly unit: string;
  readonly indicator: string;
  readonly item: string;
  readonly statistic: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly as_of: string;
}

export type Field = keyof Draft;
export type Touched = ReadonlySet<Field>;
export type Faults = Readonly<Partial<Record<Field, Word>>>;
type Drafted = Pick<ListedFigure, Exclude<Field, 'unit' | 'qualifier'>> & {
  readonly unit: string | null;
  readonly qualifier: string;
};

const text = (value: string | number | null): string => (value === null ? '' : String(value));

export const draftOf = (figure: Drafted): Draft => ({
  value: text(figure.value),
  lower: text(figure.lower),
  upper: text(figure.upper),
  qualifier: figure.qualifier,
  unit: text(figure.unit),
  indicator: figure.indicator,
  item: text(figure.item),
  statistic: figure.statistic,
  region_code: text(figure.region_code),
  region_name: text(figure.region_name),
  as_of: text(figure.as_of),
});

/**
 * The draft with what follows from what was typed: a new value is exact, unless a qualifier was chosen, and its bounds
 * are those of the qualifier, unless they were typed. What does not follow (the range of "about") is left empty.
 */
export function follow(draft: Draft, touched: Touched): Draft {
  if (!touched.has('value') && !touched.has('qualifier')) return draft;
  const qualifier = touched.has('qualifier') ? draft.qualifier : 'exact';
  const lower = qualifier === 'exact' || qualifier === 'over' ? draft.value : '';
  const upper = qualifier === 'exact' || qualifier === 'under' ? draft.value : '';
  return {
    ...draft,
    qualifier,
    lower: touched.has('lower') ? draft.lower : lower,
    upper: touched.has('upper') ? draft.upper : upper,
  };
}

/** Fields that were touched and say something new; what the server works out itself is left out. */
export function changesOf(before: Draft, draft: Draft, touched: Touched): Changes {
  const renewed = touched.has('value') && draft.value !== before.value;
  const isNew = (field: Field): boolean =>
    touched.has(field) &&
    (draft[field] !== before[field] || (renewed && ['qualifier', 'lower', 'upper'].includes(field)));
  const numbers = (['value', 'lower', 'upper'] as const).filter(isNew);
  const nullable = (['item', 'region_code'] as const).filter(isNew);
  const codes = (['indicator', 'unit', 'qualifier', 'statistic'] as const).filter(isNew);
  return Object.fromEntries([
    ...numbers.map((field) => [field, draft[field].trim() === '' ? null : parseNumber(draft[field])]),
    ...nullable.map((field) => [field, draft[field].trim() === '' ? null : draft[field].trim()]),
    ...(isNew('as_of') ? [['as_of', parseDate(draft.as_of)]] : []),
    ...codes.map((field) => [field, draft[field].trim()]),
  ]) as Changes;
}

/** What cannot be saved, by field. */
export function faultsOf(draft: Draft): Faults {
  const read = (typed: string): number | null => (typed.trim() === '' ? null : parseNumber(typed));
  const wrong = (['value', 'lower', 'upper'] as const).filter(
    (field) => draft[field].trim() !== '' && parseNumber(draft[field]) === null,
  );
  const [value, lower, upper] = [read(draft.value), read(draft.lower), read(draft.upper)];
  const outside = value !== null && ((lower ?? value) > value || (upper ?? value) < value);
  return {
    ...(outside ? { value: 'faultOutside' } : {}),
    ...(lower !== null && upper !== null && lower > upper ? { upper: 'faultBounds' } : {}),
    ...Object.fromEntries(wrong.map((field) => [field, 'faultNumber'])),
    ...(draft.unit.trim() === '' ? { unit: 'faultUnit' } : {}),
    ...(draft.indicator === '' ? { indicator: 'faultIndicator' } : {}),
    ...(draft.region_name.trim() !== '' && draft.region_code === '' ? { region_code: 'faultRegion' } : {}),
    ...(draft.as_of.trim() !== '' && parseDate(draft.as_of) === null ? { as_of: 'faultDate' } : {}),
  };
}
