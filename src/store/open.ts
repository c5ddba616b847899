/** Opens the database file at a path, made ready to use: a path comes in, a Store or a StoreError goes out. */
import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError, toStoreError } from './errors.js';
import { CREATE_FACET_INDEXES, lacksFacetIndexes } from './facet-indexes.js';
import { APPLICATION_ID, migrate, SCHEMA_VERSION } from './migrations/index.js';
import { Store } from './store.js';

/** How to open a database. */
export interface OpenOptions {
  /** Never write, not even to bring an older schema up to date. */
  readonly readonly?: boolean;
  /** Make the file where it does not exist. */
  readonly create?: boolean;
  /** How long to wait for another program's lock, in milliseconds; 5000 unless given. */
  readonly busyTimeout?: number;
}

/**
 * Opens a huibao database, and brings its schema up to date unless it is opened for reading only.
 * A file that is not ours is never changed.
 *
 * @throws {StoreError} missing, folder-missing, not-a-file, not-a-database, empty, foreign, newer,
 *   older, locked, read-only, no-access, disk-full, disk-error, damaged
 */
export function openStore(path: string, options: OpenOptions = {}): Store {
  const { readonly = false, create = false, busyTimeout = 5000 } = options;
  // SQLite would keep everything in a temporary file
  if (path.trim() === '') throw new StoreError('not-a-file', path);
  checkPath(path, create && !readonly);
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly, fileMustExist: readonly || !create, timeout: busyTimeout });
    prepare(database, path, { readonly, create });
    return new Store(database, path, readonly);
  } catch (error) {
    database?.close();
    throw toStoreError(error, path);
  }
}

/** SQLite says "unable to open database file" for all of these; people need to know which. */
function checkPath(path: string, create: boolean): void {
  try {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file && !file.isFile()) throw new StoreError('not-a-file', path);
    if (file) return;
    if (!statSync(dirname(resolve(path)), { throwIfNoEntry: false })?.isDirectory())
      throw new StoreError('folder-missing', path);
    if (!create) throw new StoreError('missing', path);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    throw code === 'ENOTDIR' ? new StoreError('folder-missing', path) : toStoreError(error, path);
  }
}

function prepare(
  database: Database.Database,
  path: string,
  { readonly, create }: { readonly readonly: boolean; readonly create: boolean },
): void {
  const version = checkOwner(database, path, create && !readonly);
  if (version > SCHEMA_VERSION)
    throw new StoreError('newer', path, `schema ${version}, this one knows ${SCHEMA_VERSION}`);
  if (readonly && version < SCHEMA_VERSION)
    throw new StoreError('older', path, `schema ${version}, this one needs ${SCHEMA_VERSION}`);
  database.pragma('foreign_keys = ON');
  if (readonly) return;
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  // 64 MiB: a checkpoint waits for the disk, and the default comes every few dozen documents.
  database.pragma('wal_autocheckpoint = 16384');
  // 4 MiB: a larger cache makes the memory of a long run grow and saves no time.
  database.pragma('cache_size = -4096');
  if (version < SCHEMA_VERSION) migrate(database);
  if (lacksFacetIndexes(database)) database.exec(CREATE_FACET_INDEXES);
}

/** The schema version of a database that is ours, or that is empty and may become ours. */
function checkOwner(database: Database.Database, path: string, create: boolean): number {
  const read = (sql: string): number => database.prepare(sql).pluck().get() as number;
  const objects = read('SELECT count(*) FROM sqlite_schema');
  const owner = read('PRAGMA application_id');
  if (owner !== APPLICATION_ID && (objects > 0 || owner !== 0)) throw new StoreError('foreign', path);
  if (objects === 0 && !create) throw new StoreError('empty', path);
  return read('PRAGMA user_version');
}
