/** Regions and indicators in → what each region states for one day after the other. */
import {
  figuresBehind,
  findStatements,
  statementKey,
  storedDivisions,
  type Statement,
  type Store,
} from '../store/index.js';
import { indicatorNames, placeOf, type Question } from './compare.js';
import { chooseStatement, contradictionOf, type Choice, type IsRunning } from './choose.js';
import type { Trend, TrendPoint, Trends } from './comparison.js';
import { Divisions } from './divisions.js';
import { runningOf } from './running.js';
import { selectSeries } from './select-series.js';

export interface TrendQuestion extends Omit<Question, 'level' | 'within' | 'perHead'> {
  /** Codes. */
  readonly regions: readonly string[];
}

/** Only what the regions themselves state: what lies below them is stated for other days. */
export function trendsOf(store: Store, question: TrendQuestion): Trends {
  return store.reading(() => trendsNow(store, question));
}

function trendsNow(store: Store, question: TrendQuestion): Trends {
  const { from, to, includeReview = false } = question;
  const divisions = new Divisions(storedDivisions(store));
  const regions = [...new Set(question.regions.map((code) => divisions.presentCode(code)))];
  const asked = new Set(regions);
  const statements = divisions
    .inPresentCodes(findStatements(store, question), (each) => `${each.as_of}\n${placeOf(each)}`)
    .filter(({ region_code, needs_review }) => asked.has(region_code) && (includeReview || !needs_review));
  const names = indicatorNames(store, question.indicators);
  const { series, others, statementsOf } = selectSeries(statements, names, question);
  const isRunning = runningOf(store);
  const chosen = regions.flatMap((code) =>
    series.map((each) => ({
      region: divisions.get(code)!,
      series: each,
      choices: choicesByDay(
        statementsOf(each).filter(({ region_code }) => region_code === code),
        (day) => chooseStatement(day, [], isRunning),
      ),
    })),
  );
  const figures = figuresBehind(
    store,
    chosen.flatMap(({ choices }) => choices.flatMap(behind)),
  );
  const idOf = (statement: Statement): string => figures.get(statementKey(statement))!.figure_id;
  const trends = chosen
    .filter(({ choices }) => choices.length > 0)
    .map(({ choices, ...each }): Trend => ({ ...each, points: pointsOf(choices, idOf, isRunning) }));
  const sources = new Map(Array.from(figures.values(), (figure) => [figure.figure_id, figure]));
  return { from, to, includesReview: includeReview, trends, otherSeries: others, sources };
}

const behind = ({ statement, contradictions }: Choice): Statement[] => [
  statement,
  ...contradictions.map((each) => each.statement),
];

function choicesByDay(
  statements: readonly Statement[],
  choose: (day: readonly Statement[]) => Choice | null,
): Choice[] {
  const days = [...new Set(statements.map(({ as_of }) => as_of))].toSorted();
  return days.flatMap((day) => choose(statements.filter(({ as_of }) => as_of === day)) ?? []);
}

function pointsOf(
  choices: readonly Choice[],
  idOf: (statement: Statement) => string,
  isRunning: IsRunning,
): TrendPoint[] {
  return choices.map((choice, i) => {
    const before = choices[i - 1]?.statement;
    const { statement, amount, contradictions } = choice;
    return {
      as_of: statement.as_of,
      amount,
      figures: behind(choice).map(idOf),
      contradicted: contradictions.length > 0,
      repeats:
        before !== undefined &&
        (['value', 'lower', 'upper'] as const).every((part) => before[part] === statement[part]),
      falls: choices
        .slice(0, i)
        .some((earlier) => contradictionOf(earlier.statement, statement, isRunning) === 'falls'),
    };
  });
}
