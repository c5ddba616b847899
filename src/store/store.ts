/** An open database: takes SQL and parameters, gives rows; every failure of the file comes out as a StoreError. */
import type Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { StoreError, toStoreError } from './errors.js';

/** A value as SQLite binds it. */
export type Bindable = string | number | bigint | Uint8Array | null;

/** Parameters by name (`:name` in the SQL). */
export type Parameters = Readonly<Record<string, Bindable>>;

/**
 * Holds the connection and the statements that were prepared on it. Made by `openStore`; the functions
 * of this folder take it as their first argument. Not for use from several threads.
 */
export class Store {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #file: string | null;

  /**
   * @param path as it was given, for messages
   * @param readonly no function that writes may be called
   */
  constructor(
    database: Database.Database,
    readonly path: string,
    readonly readonly: boolean,
  ) {
    this.#database = database;
    this.#file = fileAt(path);
  }

  /**
   * SQLite goes on writing into a file that was deleted or replaced under it, and all of that would be lost.
   *
   * @throws {StoreError} replaced
   */
  checkFile(): void {
    if (this.#translated(() => fileAt(this.path)) !== this.#file) throw new StoreError('replaced', this.path);
  }

  /** Runs a statement that changes something, with parameters by name or by position; gives the number of rows changed. */
  run(sql: string, parameters: Parameters | readonly Bindable[] = {}): number {
    return this.#translated(() => this.#prepared(sql).run(parameters).changes);
  }

  /** Runs several statements without parameters. */
  execute(sql: string): void {
    this.#translated(() => this.#database.exec(sql));
  }

  /** The first row, or undefined. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the row at the call, as `all` does
  get<Row>(sql: string, parameters: Parameters = {}): Row | undefined {
    return this.#translated(() => this.#prepared(sql).get(parameters) as Row | undefined);
  }

  /** All rows; for results that are small by nature. */
  all<Row>(sql: string, parameters: Parameters = {}): Row[] {
    return this.#translated(() => this.#prepared(sql).all(parameters) as Row[]);
  }

  /**
   * Rows as they are asked for. Until the loop ends or is left, this connection can read and not
   * write: collect the rows first where the loop's body saves something.
   */
  *iterate<Row>(sql: string, parameters: Parameters = {}): Generator<Row, void, undefined> {
    try {
      // A statement of its own: a cached one would be busy when two loops run the same query.
      yield* this.#database.prepare(sql).iterate(parameters) as IterableIterator<Row>;
    } catch (error) {
      throw toStoreError(error, this.path);
    }
  }

  /** Runs `work` in one transaction: all of it is saved, or, when it throws, nothing. */
  transaction<Result>(work: () => Result): Result {
    // Immediate: a transaction that reads first and writes later fails at once when another writer
    // came between, without waiting.
    return this.#translated(() => this.#database.transaction(work).immediate());
  }

  /** Runs `work` over one state of the database, whatever others save meanwhile; it may write temporary tables only. */
  reading<Result>(work: () => Result): Result {
    return this.#translated(() => this.#database.transaction(work).deferred());
  }

  /** How long to wait for another program's lock from now on, in milliseconds. */
  waitAtMost(milliseconds: number): void {
    this.#translated(() => this.#database.pragma(`busy_timeout = ${milliseconds}`));
  }

  /** Ends the connection; a writer leaves the file in one piece, without -wal and -shm beside it. */
  close(): void {
    if (!this.#database.open) return;
    if (!this.readonly) this.#leaveWal();
    this.#statements.clear();
    this.#database.close();
  }

  #leaveWal(): void {
    try {
      // The file then opens from read-only media and shared folders too. Refused while others have it
      // open: the last one to close does it.
      this.#database.pragma('busy_timeout = 0');
      this.#database.pragma('journal_mode = DELETE');
    } catch (error) {
      if (!isBusy(error)) throw toStoreError(error, this.path);
    }
  }

  #prepared(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #translated<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, this.path);
    }
  }
}

/** Tells one file from another of the same name; null where there is none. */
function fileAt(path: string): string | null {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false });
  return file ? `${file.dev} ${file.ino}` : null;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
