/** A question in → regions × series out, of current figures only: like with like, each cell with its figures or the reason for the gap. */
import {
  figuresBehind,
  findStatements,
  findTraces,
  reportedRegions,
  statementKey,
  storedDivisions,
  type StatedFigure,
  type Store,
  type Statement,
  type StoredDivision,
} from '../store/index.js';
import { Accounts, type Account, type Clash } from './accounts.js';
import { add, NOTHING, rankAmounts, scale, type Amount } from './amount.js';
import type { Cell, Comparison, Conflict, Gap, GapReason, Series, Total } from './comparison.js';
import { Divisions, type Level } from './divisions.js';
import { Ledger } from './ledger.js';
import type { Population, Populations } from './populations.js';
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
  const { level, within, from, to, includeReview = false, perHead } = question;
  const divisions = new Divisions(storedDivisions(store));
  const scope = within === null ? null : new Set(Array.from(divisions.treeOf(within), ({ code }) => code));
  const statements = findStatements(store, question)
    .map((each) => ({ ...each, region_code: divisions.presentCode(each.region_code) }))
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
    ...{
      level,
      from,
      to,
      includesReview: includeReview,
      per: perHead?.per ?? null,
      series,
      otherSeries: others,
    },
    within: within === null ? null : pick(divisions.get(within)!),
    rows: regions.map((region, i) => ({ region, cells: columns.map((column) => column[i]!) })),
    totals: columns.map(totalOf),
    conflicts: clashes.flat().map((clash) => conflictOf(clash, divisions, figures)),
    sources: new Map(Array.from(figures.values(), (figure) => [figure.figure_id, figure])),
  };
}

const pick = ({ code, name }: StoredDivision): Pick<StoredDivision, 'code' | 'name'> => ({ code, name });

export function indicatorNames(store: Store, ids: readonly string[]): Map<string, string> {
  const names = new Map(
    store
      .all<{ id: string; name: string }>('SELECT id, name FROM indicators')
      .map(({ id, name }) => [id, name]),
  );
  return new Map(ids.map((id) => [id, names.get(id) ?? id]));
}

interface Place {
  readonly region: StoredDivision;
  readonly account: Account | null;
}

interface ColumnContext {
  readonly figures: ReadonlyMap<string, StatedFigure>;
  readonly perHead: Question['perHead'];
  readonly gap: (region: string) => Gap;
}

/** The cells of one series, ranked among one another. */
function columnOf(places: readonly Place[], { figures, perHead, gap }: ColumnContext): Cell[] {
  const filled = places.map(({ region, account }) => {
    if (!account) return null;
    const days = account.statements.map(({ as_of }) => as_of).toSorted();
    const [from, to] = [days[0]!, days.at(-1)!];
    const population = perHead ? perHead.populations.of(region.code, Number(to.slice(0, 4))) : null;
    if (perHead && !population) return { missing: true as const };
    return {
      missing: false as const,
      account,
      from,
      to,
      population,
      amount: amountPer(account.amount, population, perHead),
    };
  });
  const ranked = filled.flatMap((each) => (each && !each.missing ? [each] : []));
  const ranks = rankAmounts(ranked.map(({ amount }) => amount));
  const rankOf = new Map(ranked.map((each, i) => [each, ranks[i]!]));
  return places.map(({ region }, i): Cell => {
    const each = filled[i] ?? null;
    if (each === null) return gap(region.code);
    if (each.missing) return { kind: 'gap', reason: 'no-population', detail: null };
    const { account, from, to, population, amount } = each;
    const { parts, statements, against } = account;
    const common = {
      ...{ amount, total: account.amount, rank: rankOf.get(each)!, from, to, population },
      figures: [...statements, ...against].map(
        (statement) => figures.get(statementKey(statement))!.figure_id,
      ),
      contradicted: against.length > 0,
    };
    if (parts === null) return { kind: 'stated', ...common };
    return {
      kind: 'rolled-up',
      ...common,
      parts: parts.codes,
      divisions: parts.divisions,
      counted: parts.counted,
    };
  });
}

function amountPer(total: Amount, population: Population | null, perHead: Question['perHead']): Amount {
  return perHead && population ? scale(total, perHead.per / population.value) : total;
}

/** What all rows come to; of amounts per head there is no sum. */
function totalOf(cells: readonly Cell[]): Total | null {
  const filled = cells.flatMap((cell) => (cell.kind === 'gap' ? [] : [cell.total]));
  if (filled.length === 0) return null;
  const sum = filled.reduce(add, NOTHING);
  const amount = filled.length === cells.length ? sum : { ...sum, upper: null };
  return { amount, counted: filled.length, of: cells.length };
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
    ...{
      kind,
      indicator,
      unit,
      item,
      region_code: region,
      region_name: divisions.get(region)?.name ?? region,
    },
    ...{ stated: amount(stated), stated_figure: idOf(stated), stated_as_of: stated.as_of },
    ...{ other: amount(other), other_figures: others.map(idOf) },
    other_as_of: others
      .map(({ as_of }) => as_of)
      .toSorted()
      .at(-1)!,
  };
}

/** Whether there is a report of a region or of what lies below it. */
function reportedIn(store: Store, divisions: Divisions): (region: string) => boolean {
  const reported = new Set<string>();
  for (const region of reportedRegions(store))
    for (let code: string | null = divisions.presentCode(region); code !== null && !reported.has(code);) {
      reported.add(code);
      code = divisions.get(code)?.parent ?? null;
    }
  return (region) => reported.has(region);
}

/** Why regions have no number in a series, the first reason that holds. */
function explainGaps(
  store: Store,
  question: Question,
  gaps: readonly { readonly region: string; readonly series: Series }[],
): (region: string, series: Series, known: { isWaiting: boolean; hasReport: boolean }) => Gap {
  const traces = findTraces(store, question, gaps);
  const gap = (reason: GapReason, detail: string | null = null): Gap => ({ kind: 'gap', reason, detail });
  return (region, series, { isWaiting, hasReport }) => {
    const { redacted, latest, undated, otherUnit, otherStatistic } = traces(region, series);
    if (redacted) return gap('redacted');
    if (isWaiting) return gap('in-review');
    if (latest !== null) return gap('other-date', latest);
    if (undated) return gap('no-date');
    if (otherUnit !== null) return gap('other-unit', otherUnit);
    if (otherStatistic !== null) return gap('other-statistic', otherStatistic);
    return gap(hasReport ? 'not-stated' : 'no-report');
  };
}
