import Database from 'better-sqlite3';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  APPLICATION_ID,
  checkHealth,
  decisionsOf,
  openStore,
  queryFigures,
  recordDecision,
  saveDocument,
  SCHEMA_VERSION,
  StoreError,
  type OpenOptions,
} from '../../src/store/index.js';
import { FIRST_SCHEMA } from '../../src/store/migrations/0001-first-schema.js';
import { REPOSTS } from '../../src/store/migrations/0002-reposts.js';
import { REVIEW } from '../../src/store/migrations/0003-review.js';
import { closing, documentOf, newStore, saveFigure, temporaryFolder } from './fixtures.js';

const errorOf = (path: string, options: OpenOptions = {}): StoreError =>
  thrownBy(() => openStore(path, options));

function thrownBy(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('opening a database', () => {
  it('makes a new one that says whose it is and which version it has', () => {
    const { store, path } = newStore();
    store.close();
    const database = new Database(path, { readonly: true });
    expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(Buffer.from(APPLICATION_ID.toString(16), 'hex').toString()).toBe('huib');
    expect(database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    expect(tables).toEqual(
      expect.arrayContaining(
        'documents document_files reports figures decisions diagnostics runs indicators regions units'.split(
          ' ',
        ),
      ),
    );
    database.close();
  });

  it('leaves one file behind, which opens for reading in a folder that cannot be written', () => {
    const { store, path } = newStore();
    store.close();
    expect(readdirSync(dirname(path))).toEqual(['reports.db']);
    chmodSync(dirname(path), 0o555);
    const reader = openStore(path, { readonly: true });
    expect(reader.get('SELECT count(*) AS runs FROM runs')).toEqual({ runs: 1 });
    reader.close();
    chmodSync(dirname(path), 0o755);
  });

  it('lets a reader read while a writer writes', () => {
    const fixture = newStore();
    const reader = closing(openStore(fixture.path, { readonly: true }));
    saveFigure(fixture, '志愿者100名', '100', 100);
    expect(reader.get('SELECT count(*) AS figures FROM figures')).toEqual({ figures: 1 });
  });

  it('keeps what is there when it is opened again', () => {
    const fixture = newStore();
    saveFigure(fixture, '志愿者100名', '100', 100);
    fixture.store.close();
    const again = closing(openStore(fixture.path, { create: true }));
    expect(again.get('SELECT count(*) AS figures FROM figures')).toEqual({ figures: 1 });
    expect(checkHealth(again).every((check) => check.ok)).toBe(true);
  });
});

describe('a file that cannot be opened', () => {
  it('says that there is none', () => {
    const path = join(temporaryFolder(), 'none.db');
    expect(errorOf(path)).toMatchObject({ code: 'missing', path });
    expect(errorOf(path, { readonly: true, create: true }).code).toBe('missing');
    expect(existsSync(path)).toBe(false);
  });

  it('says that its folder is missing, or is a file', () => {
    const folder = temporaryFolder();
    expect(errorOf(join(folder, 'no', 'reports.db'), { create: true }).code).toBe('folder-missing');
    writeFileSync(join(folder, 'file'), '');
    expect(errorOf(join(folder, 'file', 'reports.db'), { create: true }).code).toBe('folder-missing');
  });

  it('refuses a folder', () => {
    expect(errorOf(temporaryFolder(), { create: true }).code).toBe('not-a-file');
  });

  it.each(['short', '一份文字，不是数据库。'.repeat(200)])(
    'refuses a text file and leaves it alone: %#',
    (text) => {
      const path = join(temporaryFolder(), 'report.txt');
      writeFileSync(path, text);
      expect(errorOf(path, { create: true }).code).toBe('not-a-database');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it('fills an empty file only when it may create', () => {
    const path = join(temporaryFolder(), 'reports.db');
    writeFileSync(path, '');
    expect(errorOf(path).code).toBe('empty');
    openStore(path, { create: true }).close();
    openStore(path).close();
  });

  it("refuses another program's database and leaves it alone", () => {
    const path = join(temporaryFolder(), 'other.db');
    const other = new Database(path);
    other.exec('CREATE TABLE notes (id INTEGER)');
    other.close();
    const before = readFileSync(path);
    expect(errorOf(path, { create: true }).code).toBe('foreign');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a newer schema', () => {
    const { store, path } = newStore();
    store.close();
    const database = new Database(path);
    database.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    const error = errorOf(path, { create: true });
    expect(error.code).toBe('newer');
    expect(error.message).toContain(`schema ${SCHEMA_VERSION + 1}`);
  });

  it('brings version 3 up to date, and keeps what was decided on', () => {
    const fixture = newStore();
    const { figure } = saveFigure(fixture, '有1200名', '1200', 1200);
    const figureId = figure.figure_id;
    recordDecision(fixture.store, { figureId, who: '王芳', at: '2026-01-02', action: 'accept' });
    fixture.store.close();
    const path = join(temporaryFolder(), 'old.db');
    const old = new Database(path);
    for (const statements of [FIRST_SCHEMA, REPOSTS, REVIEW]) old.exec(statements);
    old.pragma(`application_id = ${APPLICATION_ID}`);
    old.pragma('user_version = 3');
    old.exec(`ATTACH '${fixture.path}' AS newer`);
    for (const table of ['runs', 'documents', 'indicators', 'regions', 'units', 'reports', 'figures'])
      old.exec(`INSERT INTO ${table} SELECT * FROM newer.${table}`);
    const columns = (old.pragma('table_info(decisions)') as { name: string }[]).map(
      ({ name }) => `"${name}"`,
    );
    old.exec(`INSERT INTO decisions SELECT ${columns.join()} FROM newer.decisions`);
    old.close();
    const store = closing(openStore(path));
    expect(decisionsOf(store, figureId)).toMatchObject([{ action: 'accept', found: { value: 1200 } }]);
    expect(() => store.run("UPDATE decisions SET who = 'x'")).toThrow(/append-only/);
    expect([...queryFigures(store)]).toMatchObject([{ value: 1200, decision: 'accept' }]);
  });

  it('does not bring an older schema up to date for a reader', () => {
    const path = join(temporaryFolder(), 'old.db');
    const database = new Database(path);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.exec('CREATE TABLE early (id INTEGER)');
    database.close();
    expect(errorOf(path, { readonly: true }).code).toBe('older');
  });

  it('says that another program has it locked, after the time to wait', () => {
    const { store, path } = newStore();
    store.close();
    const other = new Database(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const started = performance.now();
    expect(errorOf(path, { busyTimeout: 150 }).code).toBe('locked');
    expect(performance.now() - started).toBeGreaterThan(100);
    other.exec('ROLLBACK');
    other.close();
  });

  it('says that a table of it is damaged', () => {
    const { store, path } = newStore();
    store.close();
    const bytes = readFileSync(path);
    bytes.fill(0x55, 100, 4096);
    writeFileSync(path, bytes);
    expect(errorOf(path).code).toBe('damaged');
  });

  it.runIf(process.platform === 'linux')('says that a place takes no files', () => {
    expect(errorOf('/proc/reports.db', { create: true }).code).toBe('no-access');
  });

  it('says that the file is not ours to write', () => {
    const { store, path } = newStore();
    store.close();
    chmodSync(path, 0o444);
    // root may write everything: look as nobody
    const root = process.getuid?.() === 0;
    if (root) {
      chmodSync(dirname(path), 0o755);
      process.seteuid!(65534);
    }
    try {
      expect(errorOf(path).code).toBe('read-only');
    } finally {
      if (root) process.seteuid!(0);
    }
  });
});

describe('a database that cannot be written', () => {
  it('says that another writer holds it, and saves nothing', () => {
    const { store, path, run } = newStore();
    store.close();
    const writer = closing(openStore(path, { busyTimeout: 50 }));
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(thrownBy(() => saveDocument(writer, documentOf(run, '志愿者'))).code).toBe('locked');
    other.exec('ROLLBACK');
    other.close();
    saveDocument(writer, documentOf(run, '志愿者'));
    expect(writer.get('SELECT count(*) AS documents FROM documents')).toEqual({ documents: 1 });
  });

  it('says that it was opened for reading', () => {
    const { path, run } = newStore();
    const reader = closing(openStore(path, { readonly: true }));
    expect(thrownBy(() => saveDocument(reader, documentOf(run, '志愿者'))).code).toBe('read-only');
  });

  it('says that there is no room, and keeps what was saved before', () => {
    const { store, run } = newStore();
    saveDocument(store, documentOf(run, '志愿者'));
    const { page_count: pages } = store.get<{ page_count: number }>('PRAGMA page_count')!;
    store.execute(`PRAGMA max_page_count = ${pages + 2}`);
    const error = thrownBy(() => saveDocument(store, documentOf(run, '志愿'.repeat(50_000))));
    expect(error.code).toBe('disk-full');
    expect(error.hint).toContain('free some space');
    expect(store.get('SELECT count(*) AS documents FROM documents')).toEqual({ documents: 1 });
  });

  it.runIf(existsSync('/dev/full'))('is told apart from a device', () => {
    expect(errorOf('/dev/full', { create: true }).code).toBe('not-a-file');
  });
});

describe('a store error', () => {
  it('has a sentence and a hint in both languages', () => {
    const error = new StoreError('locked', 'a.db');
    expect(error.message).toBe('a.db is locked by another program');
    expect(error.describe('zh')).toEqual({
      message: 'a.db 正被其他程序锁定',
      hint: '请等待或关闭正在使用它的 huibao 或数据库工具后重试',
    });
    expect(error.describe('en').hint).toBe(error.hint);
  });

  it('takes paths as they are', () => {
    expect(new StoreError('newer', '$&/{reason}.db', 'x').message).toContain('$&/{reason}.db was');
  });
});

it('opens a copy that was made by copying the file', () => {
  const { store, path } = newStore();
  store.close();
  const folder = join(temporaryFolder(), 'copy');
  mkdirSync(folder);
  copyFileSync(path, join(folder, 'copy.db'));
  openStore(join(folder, 'copy.db')).close();
});
