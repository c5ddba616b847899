/** A database and what was asked of it → the results, and the figures to list, that files for people are made of. */
import { createRequire } from 'node:module';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { compare, type Level } from '../compare/index.js';
import type { ListedFigures, Results } from '../export/results.js';
import { MOST_ROWS } from '../export/xlsx/sheet.js';
import { say } from '../language/language.js';
import {
  countFigures,
  queryFigures,
  storedIndicators,
  type FigureFilter,
  type Store,
} from '../store/index.js';
import { questionOf } from './compare-question.js';
import { findIndicator, findRegion, parseDate } from './figure-options.js';
import { UsageError } from './usage-error.js';

/** What narrows figures and their comparison, as a person gives it. */
export interface Narrowing {
  readonly db: string;
  readonly indicator?: readonly string[];
  readonly region?: string;
  readonly level?: Level;
  readonly unit?: string;
  readonly item?: string;
  readonly everySeries?: boolean;
  readonly perHead?: string;
  readonly per?: string;
  readonly from?: string;
  readonly to?: string;
  readonly includeReview?: boolean;
  readonly wan?: boolean;
  readonly title?: string;
}

/** The figures that were asked for, and those of them that wait for review. */
export interface Filters {
  readonly figures: FigureFilter;
  readonly waiting: FigureFilter;
}

/** @throws {UsageError} for what the database does not know */
export function filtersOf(store: Store, { indicator, region, from, to, includeReview }: Narrowing): Filters {
  const known = storedIndicators(store);
  const asked: FigureFilter = {
    ...(indicator && { indicators: indicator.map((word) => findIndicator(known, word)) }),
    ...(region !== undefined && { region: findRegion(store, region) }),
    ...(from !== undefined && { from: parseDate('--from', from) }),
    ...(to !== undefined && { to: parseDate('--to', to) }),
  };
  return {
    figures: includeReview ? asked : { ...asked, needsReview: false },
    waiting: { ...asked, needsReview: true },
  };
}

/** @throws {UsageError} for what cannot be compared */
export function resultsOf(store: Store, { waiting }: Filters, options: Narrowing): Results {
  const { region, wan = false, title = null, includeReview, ...asked } = options;
  const question = questionOf(store, {
    ...asked,
    ...(includeReview !== undefined && { includeReview }),
    ...(region !== undefined && { region: [region] }),
  });
  return {
    ...{ title, wan, comparison: compare(store, question) },
    origin: { database: basename(options.db), rules: rulesOf(store), version: programVersion() },
    waiting: includeReview ? 0 : countFigures(store, waiting),
  };
}

const rulesOf = (store: Store): string[] =>
  store
    .all<{ version: string }>(
      'SELECT DISTINCT rule_version AS version FROM documents WHERE superseded_by IS NULL ORDER BY version',
    )
    .map(({ version }) => version);

const programVersion = (): string =>
  (createRequire(import.meta.url)('../../package.json') as { version: string }).version;

/** @throws {UsageError} where no sheet can hold them */
export function listFigures(store: Store, filters: Filters, db: string, out: string): ListedFigures {
  const counts = {
    figures: countFigures(store, filters.figures),
    inReview: countFigures(store, filters.waiting),
  };
  const most = Math.max(counts.figures, counts.inReview);
  if (most >= MOST_ROWS) throw new UsageError(say(TOO_MANY, { most }), say(NARROW));
  const [from, base] = [dirname(resolve(out)), dirname(resolve(db))];
  return {
    figures: queryFigures(store, filters.figures),
    inReview: queryFigures(store, filters.waiting),
    counts,
    names: new Map(storedIndicators(store).map(({ id, name }) => [id, name])),
    linkTo: (file) => relative(from, resolve(base, file)).split(sep).join('/'),
  };
}

const TOO_MANY = {
  en: '{most} figures are more rows than a sheet can have',
  zh: '{most} 条数据超过工作表的行数上限',
};
const NARROW = {
  en: 'narrow them with --indicator, --region, --from or --to, or take --format csv',
  zh: '请用 --indicator、--region、--from、--to 缩小范围，或用 --format csv',
};
