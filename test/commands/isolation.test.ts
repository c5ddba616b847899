import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, huibao, start, ungrounded } from './huibao.js';

const REPORT = '全市团组织共招募青年志愿者25719名。\n';
/** Takes many seconds behind reading, where nobody gives a sign of life. */
const HANGS = REPORT.repeat(800_000);

interface Row {
  readonly code: string;
  readonly params: string;
}
const diagnosticsOf = (database: string, file: string): Row[] =>
  ask<Row>(
    database,
    `SELECT x.code, x.params FROM diagnostics x JOIN documents d ON d.id = x.document_id WHERE d.file = '${file}'`,
  );
const codesOf = (database: string, file: string): string[] =>
  diagnosticsOf(database, file).map(({ code }) => code);

describe('a document that hangs its reader', () => {
  test('is stopped, tried again by the next run, and then passed over until a limit changes', async () => {
    const folder = folderOf({ 'hangs.txt': HANGS, 'good.txt': REPORT });
    const db = join(folder, 'huibao.sqlite');
    const ingest = (...options: string[]) =>
      huibao(['ingest', '.', '--silence', '2', ...options], { cwd: folder });

    const first = await ingest();
    expect(first.stderr).toContain('hangs.txt: reading made no headway for 2 s and was stopped');
    expect(first.stderr).toContain('1 documents read, 0 unchanged, 1 failed');
    const second = await ingest();
    expect(second.stderr).toContain('hangs.txt: reading made no headway for 2 s and was stopped');
    expect(codesOf(db, 'hangs.txt')).toEqual(['document-hangs']);

    for (let run = 3; run <= 4; run++) {
      const { code, stderr } = await ingest();
      expect(code).toBe(1);
      expect(stderr).toContain(
        'hangs.txt: passed over: it was stopped or failed 2 times: reading made no headway for 2 s and was stopped',
      );
      expect(stderr).toContain('--retry');
      expect(codesOf(db, 'hangs.txt')).toEqual(['document-passed-over']);
    }
    expect((await ingest('--retry')).stderr).toContain('hangs.txt: reading made no headway');
    expect((await ingest('--timeout', '60')).stderr).toContain('hangs.txt: reading made no headway');
    expect(ungrounded(db)).toBe(0);
  }, 300_000);
});

test('a document that needs too much memory is tried twice in one run, and passed over by the next', async () => {
  const folder = folderOf({ 'huge.txt': HANGS, 'good.txt': REPORT });
  const db = join(folder, 'huibao.sqlite');
  const ingest = (memory: string) => huibao(['ingest', '.', '--memory', memory], { cwd: folder });
  const first = await ingest('128');
  expect(first.stderr).toContain(
    'huge.txt: the reader failed: it needs more than 128 MB of memory (tried 2 times)',
  );
  expect(JSON.parse(diagnosticsOf(db, 'huge.txt')[0]!.params)).toMatchObject({ attempts: 2 });
  expect((await ingest('128')).stderr).toContain('huge.txt: passed over');
  expect((await ingest('150')).stderr).toContain('huge.txt: the reader failed');
}, 300_000);

describe('limits', () => {
  test('are kept with the run, with their defaults', async () => {
    const folder = folderOf({ 'a.txt': REPORT });
    await huibao(['ingest', '.', '--max-pages', '7'], { cwd: folder });
    const [run] = ask<{ options: string }>(join(folder, 'huibao.sqlite'), 'SELECT options FROM runs');
    expect(JSON.parse(run!.options)).toEqual({
      ...{ rules: [], concurrency: null, retry: false, ocr: true, files: 1 },
      ...{ timeout: '1800', silence: '60', memory: '1024' },
      ...{ maxSize: '200', maxPages: '7', maxUnpacked: '200', maxRatio: '100' },
    });
  });

  test.each([
    ['--timeout', '0', /--timeout takes a number from 1/],
    ['--silence', 'long', /--silence takes a number from 1/],
    ['--memory', '100', /--memory takes a whole number from 128/],
    ['--max-size', '0', /--max-size takes a whole number from 1/],
    ['--max-pages', '1.5', /--max-pages takes a whole number from 1/],
    ['--max-unpacked', '-1', /--max-unpacked takes a whole number from 1/],
    ['--max-ratio', '', /--max-ratio takes a whole number from 1/],
  ])('%s %j is wrong use', async (option, value, message) => {
    const folder = folderOf({ 'a.txt': REPORT });
    for (const command of ['ingest', 'extract']) {
      const { code, stderr } = await huibao([command, 'a.txt', option, value], { cwd: folder });
      expect([code, message.test(stderr)]).toEqual([2, true]);
    }
  });

  test('reach the readers', async () => {
    const pdf = readFileSync(resolve(import.meta.dirname, '../read/files/report.pdf'));
    const docx = readFileSync(
      resolve(import.meta.dirname, '../../fixtures/youth-league-city-chrome/input.docx'),
    );
    const folder = folderOf({ 'a.txt': `${REPORT}${'x'.repeat(1024 * 1024)}`, 'b.pdf': pdf, 'c.docx': docx });
    const { stderr } = await huibao(['extract', '.', '--max-size', '1', '--max-pages', '1'], { cwd: folder });
    expect(stderr).toContain('a.txt: the file is refused: it has 1 MB, the limit is 1 MB');
    expect(stderr).toMatch(/b\.pdf: the file is refused: /);
    expect(stderr).not.toContain('c.docx');
  });
});

test('Ctrl-C in the middle of a heavy file ends the run at once and in good order', async () => {
  const folder = folderOf({ 'b-hangs.txt': HANGS, 'a.txt': REPORT });
  const db = join(folder, 'huibao.sqlite');
  // how slow this machine is just now
  const begunEmpty = performance.now();
  await promisify(execFile)(process.execPath, ['-e', '0']);
  const empty = performance.now() - begunEmpty;
  const run = start(['ingest', '.', '--concurrency', '1'], { cwd: folder });
  for (;;) {
    await delay(50);
    try {
      if (ask(db, 'SELECT 1 FROM documents').length > 0) break;
    } catch {
      // without tables yet
    }
  }
  await delay(300);
  const begun = performance.now();
  run.process.kill('SIGINT');
  const { code, stderr } = await run.ended;
  expect(performance.now() - begun).toBeLessThan(200 + 5 * empty);
  expect(code).toBe(130);
  expect(stderr).toContain('stopped after 1 of 2 files; those are saved');
  expect(ask(db, 'SELECT status FROM runs')).toEqual([{ status: 'interrupted' }]);
  expect(ask(db, 'SELECT file, status FROM documents')).toEqual([{ file: 'a.txt', status: 'ok' }]);
  expect(ask(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

test.skipIf(process.platform !== 'linux')(
  'processes that read end with the run, however it ends',
  async () => {
    const folder = folderOf({ 'hangs.txt': HANGS, 'also.txt': `${HANGS}。` });
    const run = start(['ingest', '.'], { cwd: folder });
    const id = run.process.pid!;
    const readers = (): number[] =>
      readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    while (readers().length < 2) await delay(50);
    await delay(2000);
    const began = readers();
    run.process.kill('SIGKILL');
    await run.ended;
    const isThere = (reader: number): boolean => {
      try {
        return process.kill(reader, 0);
      } catch {
        return false;
      }
    };
    expect(began.length).toBeGreaterThan(0);
    for (let waited = 0; waited < 100 && began.some(isThere); waited++) await delay(100);
    expect(began.filter(isThere)).toEqual([]);
  },
);

test('runs that are killed end with the database of a run that nobody disturbed', async () => {
  const script = resolve(import.meta.dirname, '../../bench/kill.mjs');
  const size = ['--runs', '5', '--docx', '12', '--txt', '24', '--pdf', '4', '--seed', '3'];
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...size]);
  expect(stdout).toBe('5 runs killed, 0 faults\n');
}, 300_000);
