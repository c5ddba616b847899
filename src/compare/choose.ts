/** All that reports state of one region in one series in → the statement that speaks for the region, and what contradicts it. */
import type { Statement } from '../store/index.js';
import { areApart, hull, isBelow, sizeOf, widthOf, type Amount } from './amount.js';

/**
 * Of two statements of one region only one can be right. `disagree`: for the same day. `falls`: what is said to run (累计,
 * 截至) stands lower at a later day.
 */
export type Contradiction = 'disagree' | 'falls';

export interface Choice {
  readonly statement: Statement;
  /** As stated; where something contradicts it, with bounds that hold both. */
  readonly amount: Amount;
  readonly contradictions: readonly { readonly kind: Contradiction; readonly statement: Statement }[];
  /** A greater number of the same report that waits for review: the one that is sure is a part of it, likely. */
  readonly isPart: boolean;
}

/** Whether a statement is said of a count that runs on. */
export type IsRunning = (statement: Statement) => boolean;

const isSameReport = (a: Statement, b: Statement): boolean =>
  a.document_id === b.document_id && a.report === b.report;

/** The greatest first; of equal ones the later, then the more exact; never as they came into the database. */
const byGreatness = (a: Statement, b: Statement): number =>
  sizeOf(b) - sizeOf(a) ||
  compareText(b.as_of, a.as_of) ||
  byExactness(a, b) ||
  compareText(a.document_id, b.document_id) ||
  a.report - b.report;

/** What is open is never subtracted from what is open. */
const byExactness = (a: Amount, b: Amount): number => {
  const [width, other] = [widthOf(a), widthOf(b)];
  if (width !== other) return width < other ? -1 : 1;
  return (b.lower ?? 0) - (a.lower ?? 0);
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The greatest total speaks for the region: what is smaller is a part of it, an event, or an earlier state. Of those for the
 * same day or later that agree with it, the most exact one is taken (近6000 and 5932: 5932). Null where there is none.
 */
export function chooseStatement(
  statements: readonly Statement[],
  waiting: readonly Statement[],
  isRunning: IsRunning,
): Choice | null {
  const [greatest] = statements.toSorted(byGreatness);
  if (!greatest) return null;
  const later = statements.filter(({ as_of }) => as_of >= greatest.as_of);
  const [statement = greatest] = later
    .filter((other) => !areApart(other, greatest))
    .toSorted((a, b) => byExactness(a, b) || byGreatness(a, b));
  const contradictions = later.flatMap((other) => {
    const kind = contradictionOf(greatest, other, isRunning);
    return kind === null ? [] : [{ kind, statement: other }];
  });
  const bounds = contradictions.reduce((all, each) => hull({ ...all, value: null }, each.statement), {
    lower: statement.lower,
    upper: statement.upper,
  });
  return {
    statement,
    amount: { value: statement.value, ...bounds },
    contradictions,
    isPart: waiting.some(
      (other) =>
        isSameReport(other, statement) && other.as_of >= statement.as_of && isBelow(statement, other),
    ),
  };
}

/** What speaks against another statement of the same day or a later one; null: nothing. */
export function contradictionOf(
  greatest: Statement,
  other: Statement,
  isRunning: IsRunning,
): Contradiction | null {
  if (isSameReport(greatest, other) || !isBelow(other, greatest)) return null;
  if (other.as_of === greatest.as_of) return 'disagree';
  const isSameYear = other.as_of.slice(0, 4) === greatest.as_of.slice(0, 4);
  return isSameYear && isRunning(greatest) && isRunning(other) ? 'falls' : null;
}
