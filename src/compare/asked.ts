/** What is asked for, as far as it is said → the whole question: the core indicators, the usual level and the usual days. */
import { latestDay, storedIndicators, usualLevel, type Store } from '../store/index.js';
import type { Question } from './compare.js';
import { USUAL_WINDOW, WHENEVER } from './days.js';
import { MUNICIPALITIES, type Level } from './divisions.js';
import type { TrendQuestion } from './trend.js';

export interface AskedDays {
  /** First and last ISO date. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** In the place of `from`: so many days up to `to`. */
  readonly window?: number | undefined;
}

/** What is left out is as usual; ids and codes are of the database. */
export interface Asked extends AskedDays, Pick<Question, 'unit' | 'item' | 'every' | 'includeReview'> {
  readonly indicators?: readonly string[] | undefined;
}

/** Up to the latest day known, unless another one is asked for. */
export function comparisonQuestion(
  store: Store,
  { level, within, ...asked }: Asked & { readonly level?: Level | undefined; readonly within: string | null },
): Question {
  return {
    ...commonQuestion(store, asked),
    ...daysOf(store, asked, USUAL_WINDOW),
    ...{ within, level: level ?? levelBelow(store, within) },
  };
}

/** Over all time, unless days are asked for. */
export function trendQuestion(
  store: Store,
  { regions, ...asked }: Asked & Pick<TrendQuestion, 'regions'>,
): TrendQuestion {
  return { ...commonQuestion(store, asked), ...daysOf(store, asked, WHENEVER), regions };
}

function commonQuestion(
  store: Store,
  { indicators, unit, item, every, includeReview }: Asked,
): Omit<Question, 'level' | 'within' | 'from' | 'to'> {
  const core = (): string[] => storedIndicators(store).flatMap((each) => (each.core ? [each.id] : []));
  return { indicators: indicators ?? core(), unit, item, every, includeReview };
}

function daysOf(
  store: Store,
  { from, to, window }: AskedDays,
  usualDays: number,
): { readonly from: string; readonly to: string } {
  const last = to ?? latestDay(store) ?? '9999-12-31';
  return { from: from ?? daysBefore(last, (window ?? usualDays) - 1), to: last };
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** What lies right below the division that is asked for; without one, the level that most reports speak of. */
function levelBelow(store: Store, within: string | null): Level {
  if (within === null) return usualLevel(store);
  const { level } = store.get<{ level: Level }>('SELECT level FROM regions WHERE code = :within', {
    within,
  })!;
  return level === 'province' && !MUNICIPALITIES.has(within) ? 'city' : 'county';
}
