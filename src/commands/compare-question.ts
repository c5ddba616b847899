/** What is asked for on the command line → the question that a comparison answers, or a usage error. */
import {
  comparisonQuestion,
  trendQuestion as trendQuestionOf,
  WHENEVER,
  type Asked,
  type AskedDays,
  type Level,
  type Question,
  type TrendQuestion,
} from '../compare/index.js';
import { say } from '../language/language.js';
import { storedIndicators, type Store } from '../store/index.js';
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

/** @throws {UsageError} for what can not be asked */
export function questionOf(store: Store, options: ComparisonOptions): Question {
  const { region: regions = [], level, perHead, per = '10000' } = options;
  if (options.per !== undefined && perHead === undefined)
    throw new UsageError(say({ en: '--per goes with --per-head', zh: '--per 须与 --per-head 同用' }));
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
    ...inOrder(comparisonQuestion(store, { ...asked(store, options), within, level })),
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
  return inOrder(
    trendQuestionOf(store, {
      ...asked(store, options),
      regions: regions.map((word) => findRegion(store, word)),
    }),
  );
}

function asked(store: Store, options: ComparisonOptions): Asked {
  const { indicator, unit, item, everySeries, includeReview } = options;
  const known = storedIndicators(store);
  return {
    indicators: indicator?.map((word) => findIndicator(known, word)),
    ...{ unit, item, every: everySeries, includeReview, ...daysAsked(options) },
  };
}

function daysAsked({ from, to, window }: ComparisonOptions): AskedDays {
  if (from !== undefined && window !== undefined)
    throw new UsageError(
      say({ en: 'give --from or --window, not both', zh: '--from 与 --window 只能给一个' }),
    );
  return {
    from: from === undefined ? undefined : parseDate('--from', from),
    to: to === undefined ? undefined : parseDate('--to', to),
    window:
      window === undefined
        ? undefined
        : parseNumber('--window', window, { min: 1, max: WHENEVER, whole: true }),
  };
}

/** @throws {UsageError} where the first day comes after the last one */
function inOrder<Days extends { readonly from: string; readonly to: string }>(question: Days): Days {
  const { from: first, to: last } = question;
  if (first <= last) return question;
  throw new UsageError(
    say({ en: '--from {first} is after {last}', zh: '--from {first} 晚于 {last}' }, { first, last }),
  );
}
