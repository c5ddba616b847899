/** The statements of a series in → of each region its own total, or, where it states none, the sum of those below it; never both. */
import type { Statement } from '../store/index.js';
import { add, hull, NOTHING, type Amount } from './amount.js';
import type { Choice, Contradiction } from './choose.js';
import type { Divisions } from './divisions.js';
import type { Ledger } from './ledger.js';

/** What is known of a region in a series. */
export interface Account {
  readonly amount: Amount;
  /** The statements that go in. */
  readonly statements: readonly Statement[];
  /** Those that contradict one of them, and those of divisions that come to more. */
  readonly against: readonly Statement[];
  /** Null: the region's own total. */
  readonly parts: {
    readonly codes: readonly string[];
    readonly divisions: number;
    readonly counted: number;
  } | null;
}

/** Two statements of one region that cannot both be right; `parts`: those below it come to more than it states. */
export interface Clash {
  readonly kind: Contradiction | 'parts';
  readonly region: string;
  readonly stated: Statement;
  readonly other: Amount;
  readonly others: readonly Statement[];
}

export class Accounts {
  readonly #accounts = new Map<string, Account | null>();
  readonly #sums = new Map<string, Account | null>();
  readonly #greaterParts = new Map<string, Pick<Account, 'amount' | 'statements'> | null>();
  /** Regions of which, or of something below which, something is stated. */
  readonly #told: ReadonlySet<string>;

  constructor(
    private readonly ledger: Ledger,
    private readonly divisions: Divisions,
  ) {
    this.#told = divisions.withAbove(ledger.regions());
  }

  /** Null where neither the region nor anything below it states the series. */
  of(region: string): Account | null {
    return memo(this.#accounts, region, () => this.#ownOf(region) ?? this.#sumBelow(region));
  }

  /** Something there, or below, waits for review. */
  isWaiting(region: string): boolean {
    if (!this.#told.has(region)) return false;
    if (this.ledger.isWaiting(region)) return true;
    return this.divisions.childrenOf(region).some(({ code }) => this.isWaiting(code));
  }

  /** What contradicts what, region by region. */
  clashes(): Clash[] {
    return [...this.#told].toSorted().flatMap((region) => this.#clashesOf(region));
  }

  #ownOf(region: string): Account | null {
    const choice = this.ledger.choiceOf(region);
    if (!choice || choice.isPart) return null;
    const against = choice.contradictions.map(({ statement }) => statement);
    const parts = this.#greaterPartsOf(region, choice);
    return {
      amount: parts ? { ...choice.amount, ...hull(choice.amount, parts.amount) } : choice.amount,
      statements: [choice.statement],
      against: [...against, ...(parts?.statements ?? [])],
      parts: null,
    };
  }

  /** What the divisions right below come to; open above where one of them states nothing or only a part. */
  #sumBelow(region: string): Account | null {
    return memo(this.#sums, region, () => {
      if (!this.#told.has(region)) return null;
      const children = this.divisions.childrenOf(region);
      const known = children.flatMap(({ code }) => {
        const account = this.of(code);
        return account ? [{ code, account }] : [];
      });
      if (known.length === 0) return null;
      const sum = known.reduce((all, { account }) => add(all, account.amount), NOTHING);
      return {
        amount: known.length === children.length ? sum : { ...sum, upper: null },
        statements: known.flatMap(({ account }) => account.statements),
        against: known.flatMap(({ account }) => account.against),
        parts: {
          codes: known.flatMap(({ code, account }) => account.parts?.codes ?? [code]),
          divisions: children.length,
          counted: known.length,
        },
      };
    });
  }

  #clashesOf(region: string): Clash[] {
    const choice = this.ledger.choiceOf(region);
    if (!choice || choice.isPart) return [];
    const { statement: stated, contradictions } = choice;
    const clashes: Clash[] = contradictions.map(({ kind, statement }) => ({
      ...{ kind, region, stated, other: statement, others: [statement] },
    }));
    const below = this.#greaterPartsOf(region, choice);
    if (below) clashes.push({ kind: 'parts', region, stated, other: below.amount, others: below.statements });
    return clashes;
  }

  /** What lies below a region, where that comes to more than its total can be. */
  #greaterPartsOf(
    region: string,
    { statement, amount: { upper } }: Choice,
  ): Pick<Account, 'amount' | 'statements'> | null {
    return memo(this.#greaterParts, region, () => {
      if (upper === null) return null;
      const below = this.#partsOf(region, statement.as_of);
      return below && (below.amount.lower ?? 0) > upper ? below : null;
    });
  }

  /** What lies right below and is stated for the day or earlier in its year: what a total of that day must hold. */
  #partsOf(region: string, day: string): Pick<Account, 'amount' | 'statements'> | null {
    const held = this.divisions.childrenOf(region).flatMap(({ code }) => this.of(code) ?? []);
    const parts = held.filter(({ statements }) =>
      statements.every(({ as_of }) => as_of <= day && as_of.slice(0, 4) === day.slice(0, 4)),
    );
    if (parts.length === 0) return null;
    const sum = parts.reduce((all, { amount }) => add(all, amount), NOTHING);
    return { amount: { ...sum, upper: null }, statements: parts.flatMap(({ statements }) => statements) };
  }
}

function memo<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}
