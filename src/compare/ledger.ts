/** The statements of one series by region: which one speaks for a region, and what waits for review there. */
import type { Statement } from '../store/index.js';
import { chooseStatement, type Choice, type IsRunning } from './choose.js';

interface Entry {
  readonly sure: Statement[];
  readonly waiting: Statement[];
  choice?: Choice | null;
}

export class Ledger {
  readonly #entries = new Map<string, Entry>();

  /** @param includeReview what waits for review counts like the rest */
  constructor(
    statements: readonly Statement[],
    includeReview: boolean,
    private readonly isRunning: IsRunning,
  ) {
    for (const statement of statements) {
      let entry = this.#entries.get(statement.region_code);
      if (!entry) this.#entries.set(statement.region_code, (entry = { sure: [], waiting: [] }));
      (statement.needs_review && !includeReview ? entry.waiting : entry.sure).push(statement);
    }
  }

  /** Codes of the regions of which something is stated. */
  regions(): Iterable<string> {
    return this.#entries.keys();
  }

  choiceOf(region: string): Choice | null {
    const entry = this.#entries.get(region);
    if (!entry) return null;
    entry.choice ??= chooseStatement(entry.sure, entry.waiting, this.isRunning);
    return entry.choice;
  }

  /** Something is stated there that nobody has looked at and that is doubtful. */
  isWaiting(region: string): boolean {
    return (this.#entries.get(region)?.waiting.length ?? 0) > 0;
  }
}
