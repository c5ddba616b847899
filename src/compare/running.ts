/** Statements → whether their sentences say that the count runs on to a day (累计, 截至). */
import { statementKey, type Statement, type Store } from '../store/index.js';

// takes 截至3月31日，累计; must not take 当日新增
const RUNS = /累计|累計|截至|截止/;

/** Looks a sentence up when it is asked for, once: few statements are asked about. */
export function runningOf(store: Store): (statement: Statement) => boolean {
  const known = new Map<string, boolean>();
  return (statement) => {
    const key = statementKey(statement);
    const runs = known.get(key) ?? RUNS.test(quoteOf(store, statement));
    known.set(key, runs);
    return runs;
  };
}

function quoteOf(store: Store, { number, figure_id }: Statement): string {
  const row =
    number === null
      ? store.get<{ quote: string }>('SELECT quote FROM current_figures WHERE figure_id = :figure_id', {
          figure_id,
        })
      : store.get<{ quote: string }>('SELECT quote FROM figures WHERE rowid = :number', { number });
  return row?.quote ?? '';
}
