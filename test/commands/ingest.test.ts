import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { APPLICATION_ID } from '../../src/store/index.js';
import {
  ask,
  CLI,
  contentOf,
  folderOf,
  folderOfReports,
  huibao,
  sampleReports,
  start,
  ungrounded,
} from './huibao.js';

const REPORT = '全市团组织共招募青年志愿者25719名。\n';
const CUT_SHORT = Buffer.concat([
  Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1'),
  Buffer.from('word/document.xml'),
]);

const figureIds = (database: string): unknown =>
  ask(database, 'SELECT figure_id FROM figures ORDER BY figure_id');
const lastRun = (database: string): { status: string; rule_version: string } =>
  ask<{ status: string; rule_version: string }>(
    database,
    'SELECT * FROM runs ORDER BY started_at DESC, id DESC',
  )[0]!;

/** Waits until a run has saved so many documents. */
async function saved(database: string, count: number): Promise<void> {
  for (;;) {
    await delay(10);
    try {
      if (ask<{ n: number }>(database, 'SELECT count(*) AS n FROM documents')[0]!.n >= count) return;
    } catch {
      // Not there yet, or without tables yet.
    }
  }
}

describe('a second run', () => {
  test('reads the scans that an earlier one was told to leave, and reads them once', async () => {
    const scan = readFileSync(new URL('../read/files/head.png', import.meta.url));
    const folder = folderOf({ 'scan.png': scan, 'report.txt': REPORT });
    const database = join(folderOf(), 'a.sqlite');
    const run = async (...options: string[]): Promise<string> =>
      (await huibao(['ingest', folder, '--db', database, ...options])).stderr;
    const figures = (): number => ask<{ n: number }>(database, 'SELECT count(*) AS n FROM figures')[0]!.n;
    expect(await run('--no-ocr')).toContain('2 documents read, 0 unchanged');
    expect(figures()).toBe(1);
    expect(ask(database, "SELECT params FROM diagnostics WHERE code = 'pages-left-unread'")).toHaveLength(1);
    expect(await run('--no-ocr')).toContain('0 documents read, 2 unchanged');
    expect(await run()).toContain('1 documents read, 1 unchanged');
    expect(figures()).toBe(5);
    expect(await run()).toContain('0 documents read, 2 unchanged');
    expect(await run('--no-ocr')).toContain('0 documents read, 2 unchanged');
    expect(figures()).toBe(5);
    expect(ask(database, "SELECT json_extract(options, '$.ocr') AS ocr FROM runs ORDER BY id")).toEqual(
      [0, 0, 1, 1, 0].map((ocr) => ({ ocr })),
    );
  }, 240_000);

  test('skips unchanged bytes, and keeps the ids of a renamed file', async () => {
    const folder = folderOf(
      Object.fromEntries(Object.entries(sampleReports()).map(([name, text]) => [`${name}.txt`, text])),
    );
    const database = join(folderOf(), 'a.sqlite');
    const first = await huibao(['ingest', folder, '--db', database]);
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toMatch(/(\d+) documents read, 0 unchanged, 0 failed/);
    expect(ungrounded(database)).toBe(0);
    const ids = figureIds(database);

    renameSync(join(folder, 'library-annual-data.txt'), join(folder, 'renamed.txt'));
    const second = await huibao(['ingest', folder, '--db', database]);
    expect(second.stderr).toMatch(/0 documents read, (\d+) unchanged, 0 failed/);
    expect(figureIds(database)).toEqual(ids);
    const named = ask<{ file: string }>(
      database,
      "SELECT file FROM documents WHERE file LIKE '%renamed.txt'",
    );
    expect(named).toHaveLength(1);
    expect(lastRun(database).status).toBe('done');
  });

  test('reads a changed file again, and its old figures are no longer current', async () => {
    const folder = folderOf({ 'a.txt': REPORT });
    await huibao(['ingest', '.'], { cwd: folder });
    writeFileSync(join(folder, 'a.txt'), REPORT.replace('25719', '25720'));
    const second = await huibao(['ingest', '.'], { cwd: folder });
    expect(second.stderr).toContain('1 documents read, 0 unchanged');
    const values = ask(join(folder, 'huibao.sqlite'), 'SELECT value FROM current_figures');
    expect(values).toEqual([{ value: 25720 }]);
  });

  test('extracts again when the rules have changed', async () => {
    const folder = folderOf({ 'a.txt': `${REPORT}同时发放雨伞3200把。\n` });
    const rules = folderOf({
      'indicators/umbrellas.yml': `id: umbrellas
name: 雨伞数
core: false
units: [把]
priority: 9
cues:
  - before: 发放雨伞$
examples:
  - { text: 发放雨伞30把。, expect: { at: '30', value: 30 } }
  - { text: 向居民发放雨伞1200把。, expect: { at: '1200', value: 1200 } }
counter_examples:
  - { text: 撑起雨伞两把。, why: nothing is handed out }
`,
    });
    const database = join(folder, 'huibao.sqlite');
    await huibao(['ingest', '.'], { cwd: folder });
    const before = lastRun(database).rule_version;
    const second = await huibao(['ingest', '.', '--rules', rules], { cwd: folder });
    expect(second.stderr).toContain('1 documents read, 0 unchanged');
    expect(lastRun(database).rule_version).not.toBe(before);
    expect(ask(database, "SELECT value FROM figures WHERE indicator = 'umbrellas'")).toEqual([
      { value: 3200 },
    ]);
    expect(ungrounded(database)).toBe(0);
  });

  test('tries again what failed', async () => {
    const folder = folderOf({ 'a.txt': '' });
    const database = join(folder, 'huibao.sqlite');
    for (let run = 0; run < 2; run++) {
      const { code, stderr } = await huibao(['ingest', '.'], { cwd: folder });
      expect(code).toBe(1);
      expect(stderr).toContain('a.txt: the file is empty (0 bytes)');
      expect(stderr).toContain('0 documents read, 0 unchanged, 1 failed');
    }
    writeFileSync(join(folder, 'a.txt'), REPORT);
    expect((await huibao(['ingest', '.'], { cwd: folder })).code).toBe(0);
    expect(ask(database, 'SELECT status FROM documents WHERE superseded_by IS NULL')).toEqual([
      { status: 'ok' },
    ]);
  });
});

describe('a bad document', () => {
  test('costs one diagnostic, and the others are read', async () => {
    const folder = folderOf({
      'empty.docx': '',
      'broken.docx': CUT_SHORT,
      'picture.gif': Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'),
      'good.txt': REPORT,
      'without.txt': '今日天气晴好。\n',
    });
    const { code, stderr } = await huibao(['ingest', '.'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/broken\.docx: .*damaged/);
    expect(stderr).toContain('empty.docx: the file is empty');
    expect(stderr).toMatch(/picture\.gif: not a format that can be read/);
    expect(stderr).toMatch(/without\.txt: no figure was found/);
    expect(stderr).toContain('2 documents read, 0 unchanged, 3 failed; 1 figures found');
    const database = join(folder, 'huibao.sqlite');
    expect(lastRun(database).status).toBe('partial');
    expect(
      ask(database, "SELECT DISTINCT code FROM diagnostics WHERE severity = 'error' ORDER BY code"),
    ).toEqual([{ code: 'document-damaged' }, { code: 'document-empty' }, { code: 'format-unknown' }]);
    expect(ungrounded(database)).toBe(0);
  });

  test('that takes too long is stopped, and one that needs too much memory is given up', async () => {
    const folder = folderOf({
      'good.txt': REPORT,
      'huge.txt': REPORT.repeat(800_000),
      'later.txt': `${REPORT}此外没有。`,
    });
    const late = await huibao(['ingest', '.', '--timeout', '3', '--memory', '2048'], { cwd: folder });
    expect(late.stderr).toContain('huge.txt: reading took longer than 3 s and was stopped');
    expect(late.stderr).toContain('2 documents read, 0 unchanged, 1 failed');
    const large = await huibao(['ingest', '.', '--memory', '128'], { cwd: folder });
    expect(large.stderr).toContain('huge.txt: the reader failed: it needs more than 128 MB of memory');
    expect(large.stderr).toContain('0 documents read, 2 unchanged, 1 failed');
    expect([late.code, large.code]).toEqual([1, 1]);
    expect(ungrounded(join(folder, 'huibao.sqlite'))).toBe(0);
  });
});

describe('a wrong call ends with 2 and leaves no database', () => {
  test.each([
    ['paths that are missing, all named', ['nowhere', '也没有'], /there is no nowhere, 也没有/],
    ['a folder without files', ['hollow'], /there is no file in hollow/],
    ['a number that is none', ['a.txt', '--concurrency', 'many'], /--concurrency takes a whole number/],
    ['a rule directory that is missing', ['a.txt', '--rules', 'no-rules'], /no-rules.*cannot be read/],
    [
      'a database in a missing folder',
      ['a.txt', '--db', 'no/a.sqlite'],
      /the folder of no\/a\.sqlite does not exist/,
    ],
  ])('%s', async (_, args, message) => {
    const folder = folderOf({ 'a.txt': REPORT, 'hollow/.hidden': 'x' });
    const { code, stderr } = await huibao(['ingest', ...args], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(() => readFileSync(join(folder, 'huibao.sqlite'))).toThrow(/ENOENT/);
  });

  test('all faults of the rule files are listed before a document is read', async () => {
    const folder = folderOf({ 'a.txt': REPORT });
    const rules = folderOf({ 'indicators/a.yml': 'id: a\n', 'indicators/b.yml': 'id: [\n' });
    const { code, stderr } = await huibao(['ingest', 'a.txt', '--rules', rules], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.yml:1:1: /);
    expect(stderr).toMatch(/b\.yml:\d+:\d+: /);
  });
});

describe('a database that cannot be used is left as it is', () => {
  const make = (sql: string): { folder: string; database: string } => {
    const folder = folderOf({ 'a.txt': REPORT });
    const database = join(folder, 'x.sqlite');
    new Database(database).exec(sql).close();
    return { folder, database };
  };

  test.each([
    ['of another program', 'CREATE TABLE notes (text)', /a SQLite database of another program/],
    [
      'of a newer huibao',
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 99; CREATE TABLE a (b)`,
      /newer huibao/,
    ],
  ])('%s', async (_, sql, message) => {
    const { folder, database } = make(sql);
    const before = readFileSync(database);
    const { code, stderr } = await huibao(['ingest', 'a.txt', '--db', 'x.sqlite'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  test('that is no database', async () => {
    const folder = folderOf({ 'a.txt': REPORT, 'b.sqlite': 'a shopping list' });
    const { code, stderr } = await huibao(['ingest', 'a.txt', '--db', 'b.sqlite'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('is not a SQLite database');
    expect(readFileSync(join(folder, 'b.sqlite'), 'utf8')).toBe('a shopping list');
  });

  test('that is locked', async () => {
    const folder = folderOf({ 'a.txt': REPORT, 'b.txt': `${REPORT}又及。` });
    await huibao(['ingest', 'a.txt'], { cwd: folder });
    const other = new Database(join(folder, 'huibao.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    const { code, stderr } = await huibao(['ingest', 'b.txt'], { cwd: folder });
    other.exec('ROLLBACK');
    other.close();
    expect(code).toBe(2);
    expect(stderr).toContain('is locked by another program');
  });
});

describe('a run that does not reach its end', () => {
  test('by Ctrl-C keeps what is saved, and the next run goes on', async () => {
    const folder = folderOfReports(240);
    const [whole, stopped] = ['whole.sqlite', 'stopped.sqlite'].map((name) => join(folderOf(), name));
    await huibao(['ingest', folder, '--db', whole!]);
    const run = start(['ingest', folder, '--db', stopped!]);
    await saved(stopped!, 20);
    run.process.kill('SIGINT');
    const { code, stderr } = await run.ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/stopped after \d+ of 240 files; those are saved, and the same command goes on/);
    expect(lastRun(stopped!).status).toBe('interrupted');
    expect(ungrounded(stopped!)).toBe(0);
    const kept = ask<{ n: number }>(stopped!, 'SELECT count(*) AS n FROM documents')[0]!.n;
    const rest = await huibao(['ingest', folder, '--db', stopped!]);
    expect(rest.stderr).toContain(`${240 - kept} documents read, ${kept} unchanged, 0 failed`);
    expect(samePlaces(contentOf(stopped!), folder)).toEqual(samePlaces(contentOf(whole!), folder));
  });

  test('by being killed, five times, ends with the same database', async () => {
    const folder = folderOfReports(240);
    const [whole, killed] = ['whole.sqlite', 'killed.sqlite'].map((name) => join(folderOf(), name));
    await huibao(['ingest', folder, '--db', whole!]);
    let kept = 0;
    for (const [more, pause] of [
      [0, 1],
      [3, 17],
      [31, 5],
      [48, 29],
      [60, 11],
    ] as const) {
      const run = start(['ingest', folder, '--db', killed!]);
      await saved(killed!, kept + more);
      await delay(pause);
      run.process.kill('SIGKILL');
      await run.ended;
      expect(ungrounded(killed!)).toBe(0);
      kept = ask<{ n: number }>(killed!, 'SELECT count(*) AS n FROM documents')[0]!.n;
    }
    const last = await huibao(['ingest', folder, '--db', killed!]);
    expect(last.code).toBe(0);
    expect(ask(killed!, 'SELECT DISTINCT status FROM runs ORDER BY status')).toEqual([
      { status: 'done' },
      { status: 'interrupted' },
    ]);
    expect(samePlaces(contentOf(killed!), folder)).toEqual(samePlaces(contentOf(whole!), folder));
  });

  test.skipIf(process.platform === 'win32')('because the disk is full keeps what is saved', async () => {
    const folder = folderOfReports(120);
    const database = join(folderOf(), 'a.sqlite');
    // No file may grow beyond 1.5 MB: what a full disk looks like from inside.
    const shell = `ulimit -f 3000; trap '' XFSZ; exec "$0" "$@"`;
    const full = spawnSync('sh', ['-c', shell, process.execPath, CLI, 'ingest', folder, '--db', database], {
      encoding: 'utf8',
    });
    expect(full.status).toBe(2);
    expect(full.stderr).toMatch(/stopped after \d+ of 120 files; those are saved/);
    expect(full.stderr).toMatch(/disk/);
    expect(ungrounded(database)).toBe(0);
    const kept = ask<{ n: number }>(database, 'SELECT count(*) AS n FROM documents')[0]!.n;
    const rest = await huibao(['ingest', folder, '--db', database]);
    expect(rest.stderr).toContain(`${120 - kept} documents read, ${kept} unchanged, 0 failed`);
  });

  test('because the database is deleted says so', async () => {
    const folder = folderOfReports(240);
    const database = join(folderOf(), 'a.sqlite');
    const run = start(['ingest', folder, '--db', database]);
    await saved(database, 10);
    unlinkSync(database);
    const { code, stderr } = await run.ended;
    expect(code).toBe(2);
    expect(stderr).toContain('a.sqlite was deleted or replaced while it was in use');
    expect(stderr).not.toContain('those are saved');
  });
});

describe('what is found in a folder', () => {
  test('does not depend on links, and leaves out what is hidden, and the database itself', async () => {
    const folder = folderOf({
      'b/report.txt': REPORT,
      '~$report.docx': 'lock',
      '.DS_Store': 'x',
      'data.jsonl': '{"value": 3}',
    });
    symlinkSync('.', join(folder, 'a'));
    symlinkSync('nowhere', join(folder, 'broken.txt'));
    mkdirSync(join(folder, 'c'));
    symlinkSync('../b/report.txt', join(folder, 'c/again.txt'));
    for (const args of [['.'], ['b', '.'], ['a', '.', 'c/again.txt']]) {
      const { code, stderr } = await huibao(['ingest', ...args], { cwd: folder });
      expect(stderr).toContain('1 files passed over that are no reports by their name (.jsonl)');
      expect(stderr).toContain('broken.txt: cannot be read: it is not there');
      expect(code).toBe(1);
    }
    const files = ask(join(folder, 'huibao.sqlite'), 'SELECT file FROM documents ORDER BY file');
    expect(files).toEqual([{ file: 'b/report.txt' }]);
  });
});

/** The folder has another name in each test, and the database lies elsewhere. */
function samePlaces(content: unknown, folder: string): unknown {
  const name = folder.split('/').at(-1)!;
  return JSON.parse(JSON.stringify(content).replaceAll(new RegExp(`[^"]*${name}/`, 'g'), ''));
}
