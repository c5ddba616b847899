/** What is asked for on the command line → the question that a comparison answers, or a usage error. */
import type { Level, Question, TrendQuestion } from '../compare/index.js';
import { say } from '../language/language.js';
import { latestDay, storedIndicators, usualLevel, type Store } from '../store/index.js';
import { findIndicator, findRegion, parseDate } from './figure-options.js';
import { readPopulations } from './read-populations.js';
import { parseNumber, UsageError } from './usage-error.js';

export interface ComparisonOptions {
  readonly db: string;
  readonly indicator?: readonly string[];
  readonly unit?: string;
  readonly item?: string;
  readonly everySeries?: boolean;
  readonly level?: Level;
  readonly region?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly window?: string;
  readonly includeReview?: boolean;
  readonly perHead?: string;
  readonly per?: string;
}

/** Days that count where `--from` and `--window` are left out: a quarter, so that running totals are of about one time. */
const USUAL_WINDOW = 92;
/** Two centuries: no report is older. */
const WHENEVER = 73_050;

/** @throws {UsageError} for what can not be asked */
export function questionOf(store: Store, options: ComparisonOptions): Question {
  const { region: regions = [], level, perHead, per = '10000' } = options;
  if (regions.length > 1)
    throw new UsageError(
      say({
        en: '--region: one division, except with --show trend',
        zh: '--region 只能给一个地区（--show trend 除外）',
      }),
    );
  const [region] = regions;
  const within = region === undefined ? null : findRegion(store, region);
  return {
    ...commonQuestion(store, options),
    ...daysOf(store, options, USUAL_WINDOW),
    ...{ within, level: level ?? levelOf(store, within) },
    ...(perHead !== undefined && {
      perHead: {
        populations: readPopulations(perHead),
        per: parseNumber('--per', per, { min: 1, max: 1e9 }),
      },
    }),
  };
}

/** Over all time, unless days are asked for. @throws {UsageError} for what can not be asked */
export function trendQuestion(store: Store, options: ComparisonOptions): TrendQuestion {
  const { region: regions = [] } = options;
  if (regions.length === 0)
    throw new UsageError(
      say({
        en: '--show trend needs a --region, or several',
        zh: '--show trend 需要用 --region 给出一个或多个地区',
      }),
    );
  const days = daysOf(store, options, WHENEVER);
  return {
    ...commonQuestion(store, options),
    ...days,
    regions: regions.map((word) => findRegion(store, word)),
  };
}

function commonQuestion(
  store: Store,
  options: ComparisonOptions,
): Omit<Question, 'level' | 'within' | 'from' | 'to'> {
  const { indicator, unit, item, everySeries, includeReview } = options;
  const known = storedIndicators(store);
  const core = known.filter((each) => each.core).map(({ id }) => id);
  return {
    indicators: indicator?.map((word) => findIndicator(known, word)) ?? core,
    ...{ unit, item, every: everySeries, includeReview },
  };
}

/** The days for which numbers are taken: those asked for, else the usual ones up to the latest day known. */
function daysOf(
  store: Store,
  { from, to, window }: ComparisonOptions,
  usualDays: number,
): { readonly from: string; readonly to: string } {
  if (from !== undefined && window !== undefined)
    throw new UsageError(
      say({ en: 'give --from or --window, not both', zh: '--from 与 --window 只能给一个' }),
    );
  const last = to === undefined ? (latestDay(store) ?? '9999-12-31') : parseDate('--to', to);
  if (from !== undefined) {
    const first = parseDate('--from', from);
    if (first > last)
      throw new UsageError(
        say({ en: '--from {first} is after {last}', zh: '--from {first} 晚于 {last}' }, { first, last }),
      );
    return { from: first, to: last };
  }
  const days =
    window === undefined
      ? usualDays
      : parseNumber('--window', window, { min: 1, max: WHENEVER, whole: true });
  return { from: daysBefore(last, days - 1), to: last };
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** What lies right below the division that is asked for; without one, the level that most reports speak of. */
function levelOf(store: Store, within: string | null): Level {
  if (within === null) return usualLevel(store);
  const { level } = store.get<{ level: Level }>('SELECT level FROM regions WHERE code = :within', {
    within,
  })!;
  return level === 'province' ? 'city' : 'county';
}
