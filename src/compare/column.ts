/** What is known of each region in one series → its cells, ranked among one another, and their sum. */
import { statementKey, type StatedFigure, type StoredDivision } from '../store/index.js';
import type { Account } from './accounts.js';
import { add, NOTHING, rankAmounts, scale, type Amount } from './amount.js';
import type { Question } from './compare.js';
import type { Cell, Gap, Total } from './comparison.js';
import type { Population } from './populations.js';

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
export function columnOf(places: readonly Place[], { figures, perHead, gap }: ColumnContext): Cell[] {
  const filled = places.map(({ region, account }) => {
    if (!account) return null;
    const days = account.statements.map(({ as_of }) => as_of).toSorted();
    const [from, to] = [days[0]!, days.at(-1)!];
    const population = perHead ? perHead.populations.of(region.code, Number(to.slice(0, 4))) : null;
    if (perHead && !population) return { missing: true as const };
    const amount = amountPer(account.amount, population, perHead);
    return { missing: false as const, account, from, to, population, amount };
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
    const { codes, divisions, counted } = parts;
    return { kind: 'rolled-up', ...common, parts: codes, divisions, counted };
  });
}

function amountPer(total: Amount, population: Population | null, perHead: Question['perHead']): Amount {
  return perHead && population ? scale(total, perHead.per / population.value) : total;
}

/** What all rows come to. */
export function totalOf(cells: readonly Cell[]): Total | null {
  const filled = cells.flatMap((cell) => (cell.kind === 'gap' ? [] : [cell.total]));
  if (filled.length === 0) return null;
  const sum = filled.reduce(add, NOTHING);
  const amount = filled.length === cells.length ? sum : { ...sum, upper: null };
  return { amount, counted: filled.length, of: cells.length };
}
