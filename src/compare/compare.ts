/** A question in → regions × series out, of current figures only: like with like, each cell with its figures or the reason for the gap. */
import {
  figuresBehind,
  findStatements,
  statementKey,
  storedDivisions,
  storedIndicators,
  type StatedFigure,
  type Statement,
  type Store,
  type StoredDivision,
} from '../store/index.js';
import { Accounts, type Clash } from './accounts.js';
import type { Amount } from './amount.js';
import { columnOf, totalOf } from './column.js';
import type { Comparison, Conflict, Gap } from './comparison.js';
import { Divisions, type Level } from './divisions.js';
import { explainGaps, reportedIn } from './gaps.js';
import { Ledger } from './ledger.js';
import type { Populations } from './populations.js';
import { runningOf } from './running.js';
import { selectSeries, type SeriesChoice } from './select-series.js';

export interface Question extends SeriesChoice {
  /** Ids, in the order of the columns. */
  readonly indicators: readonly string[];
  readonly level: Level;
  /** A code: only what lies in it, all of it; null: all regions of which there is something to tell. */
  readonly within: string | null;
  /** First and last ISO date for which a number may hold. */
  readonly from: string;
  readonly to: string;
  /** Takes what waits for review too. */
  readonly includeReview?: boolean | undefined;
  readonly perHead?: { readonly populations: Populations; readonly per: number } | undefined;
}

/** Reads the whole of it from one state of the database. */
export function compare(store: Store, question: Question): Comparison {
  return store.reading(() => compareNow(store, question));
}

function compareNow(store: Store, question: Question): Comparison {
  const { level, from, to, includeReview = false, perHead } = question;
  const divisions = new Divisions(storedDivisions(store));
  const within = question.within === null ? null : divisions.presentCode(question.within);
  const scope = within === null ? null : new Set(Array.from(divisions.treeOf(within), ({ code }) => code));
  const statements = divisions
    .inPresentCodes(findStatements(store, question), placeOf)
    .filter(({ region_code }) => scope === null || scope.has(region_code));
  const names = indicatorNames(store, question.indicators);
  const { series, others, statementsOf } = selectSeries(statements, names, question);
  const isRunning = runningOf(store);
  const accounts = series.map(
    (each) => new Accounts(new Ledger(statementsOf(each), includeReview, isRunning), divisions),
  );
  const hasReport = reportedIn(store, divisions);
  const regions = [...divisions.onLevel(level, within)].filter(
    ({ code }) => within !== null || hasReport(code) || accounts.some((each) => each.of(code) !== null),
  );
  const clashes = accounts.map((each) => each.clashes());
  const places = accounts.map((each) => regions.map((region) => ({ region, account: each.of(region.code) })));
  const figures = figuresBehind(store, [
    ...places.flat().flatMap(({ account }) => (account ? [...account.statements, ...account.against] : [])),
    ...clashes.flat().flatMap(({ stated, others: more }) => [stated, ...more]),
  ]);
  const gapOf = explainGaps(
    store,
    question,
    places.flatMap((column, i) =>
      column.flatMap(({ region, account }) => (account ? [] : [{ region: region.code, series: series[i]! }])),
    ),
  );
  const columns = places.map((column, i) => {
    const gap = (region: string): Gap =>
      gapOf(region, series[i]!, { isWaiting: accounts[i]!.isWaiting(region), hasReport: hasReport(region) });
    return columnOf(column, { figures, perHead, gap });
  });
  return {
    level,
    from,
    to,
    includesReview: includeReview,
    per: perHead?.per ?? null,
    series,
    otherSeries: others,
    within: within === null ? null : pick(divisions.get(within)!),
    rows: regions.map((region, i) => ({ region, cells: columns.map((column) => column[i]!) })),
    // of numbers per head there is no sum
    totals: columns.map((column) => (perHead ? null : totalOf(column))),
    conflicts: clashes.flat().map((clash) => conflictOf(clash, divisions, figures)),
    sources: new Map(Array.from(figures.values(), (figure) => [figure.figure_id, figure])),
  };
}

/** Where and of what something is stated. */
export const placeOf = ({ indicator, unit, item, region_code }: Statement): string =>
  [indicator, unit, item, region_code].join('\n');

const pick = ({ code, name }: StoredDivision): Pick<StoredDivision, 'code' | 'name'> => ({ code, name });

/** Names of indicators by id, in the order of the ids. */
export function indicatorNames(store: Store, ids: readonly string[]): Map<string, string> {
  const names = new Map(storedIndicators(store).map(({ id, name }) => [id, name]));
  return new Map(ids.map((id) => [id, names.get(id) ?? id]));
}

function conflictOf(
  clash: Clash,
  divisions: Divisions,
  figures: ReadonlyMap<string, StatedFigure>,
): Conflict {
  const { kind, region, stated, other, others } = clash;
  const amount = ({ value, lower, upper }: Amount): Amount => ({ value, lower, upper });
  const idOf = (statement: Statement): string => figures.get(statementKey(statement))!.figure_id;
  const { indicator, unit, item } = stated;
  return {
    kind,
    indicator,
    unit,
    item,
    region_code: region,
    region_name: divisions.get(region)?.name ?? region,
    stated: amount(stated),
    stated_figure: idOf(stated),
    stated_as_of: stated.as_of,
    other: amount(other),
    other_figures: others.map(idOf),
    other_as_of: others
      .map(({ as_of }) => as_of)
      .toSorted()
      .at(-1)!,
  };
}
