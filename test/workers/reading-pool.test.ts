import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { builtInRules, loadRuleSet } from '../../src/ruleset/index.js';
import type { FileToRead, PackedRules, PoolLimits } from '../../src/workers/index.js';

// The built one: processes run JavaScript.
const { packRules, ReadingPool, SAFE_FILE_LIMITS, unpack } = (await import(
  new URL('../../dist/workers/index.js', import.meta.url).href
)) as typeof import('../../src/workers/index.js');

const LIMITS: PoolLimits = { workers: 2, seconds: 60, silence: 60, megabytes: 1024, file: SAFE_FILE_LIMITS };
const BAD_TASK = new URL('./bad-task.mjs', import.meta.url);
let rules: PackedRules;

beforeAll(() => {
  rules = packRules(loadRuleSet([builtInRules()], { checkExamples: false }));
});

function files(texts: readonly string[]): FileToRead[] {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return texts.map((text, i) => {
    const path = join(folder, `${i}.txt`);
    writeFileSync(path, text);
    return { path, member: [], file: `${i}.txt`, bytes: Buffer.byteLength(text) };
  });
}

async function readAll(some: readonly FileToRead[], limits: Partial<PoolLimits> = {}, task?: URL) {
  const pool = new ReadingPool({ ...LIMITS, ...limits }, task);
  onTestFinished(() => pool.close());
  return await Promise.all(some.map(async (file) => unpack(await pool.read(file, rules))));
}

/** Which process was tried with which file, in order. */
function triedOn([file]: readonly FileToRead[]): { file: string; process: string }[] {
  const tried = join(file!.path, '../tried');
  if (!existsSync(tried)) return [];
  return readFileSync(tried, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ file: line.split(' ')[0]!, process: line.split(' ')[1]! }));
}

const codesOf = (results: Awaited<ReturnType<typeof readAll>>): (string | undefined)[] =>
  results.map(({ diagnostics }) => diagnostics[0]?.code);

describe('reports', () => {
  it('are read each to its own result', async () => {
    const texts = Array.from({ length: 50 }, (_, i) => `全市共招募志愿者${i + 100}名。`);
    const results = await readAll(files(texts));
    expect(results.map(({ file }) => file)).toEqual(texts.map((_, i) => `${i}.txt`));
    expect(results.map(({ figures }) => figures.map(({ value }) => value))).toEqual(
      texts.map((_, i) => [i + 100]),
    );
  });

  it('lose no neighbour that breaks its process', async () => {
    // so much memory that the small files pass and the long one does not
    const long = '志愿者5名，'.repeat(30_000);
    const texts = [5, 6, 0, 7, 8, 9, 4, 3].map((n) => (n === 0 ? long : `志愿者${n}名。`));
    const some = files(texts).map((file) => ({ ...file, bytes: 1 }));
    const results = await readAll(some, { workers: 1, megabytes: 48 });
    expect(codesOf(results).map((code) => code === 'document-crashed')).toEqual(
      texts.map((text) => text === long),
    );
    expect(results.map(({ figures }) => figures.length)).toEqual(
      texts.map((text) => (text === long ? 0 : 1)),
    );
  });

  it('are with a worker before it needs them: it goes on while this thread is busy', async () => {
    const pool = new ReadingPool({ ...LIMITS, workers: 1 }, BAD_TASK);
    onTestFinished(() => pool.close());
    const some = files(['work', ...Array<string>(11).fill('nothing')]);
    const reading = Promise.all(some.map((file) => pool.read(file, rules)));
    while (triedOn(some).length === 0) await delay(5);
    for (const end = performance.now() + 4000; performance.now() < end;);
    expect(triedOn(some)).toHaveLength(2);
    expect(await reading).toHaveLength(12);
  });

  it('are left to a fresh process by one that holds too much', async () => {
    const some = files(['hold', ...Array<string>(11).fill('nothing')]);
    const results = await readAll(some, { workers: 1, megabytes: 512 }, BAD_TASK);
    expect(codesOf(results)).toEqual(some.map(() => undefined));
    // what was on its way to the first process is read there
    expect(triedOn(some).map(({ process }) => process === triedOn(some)[0]!.process)).toEqual(
      some.map((_, i) => i < 2),
    );
  });

  it('are refused where they are larger than may be', async () => {
    const file = { ...SAFE_FILE_LIMITS, bytes: 100 };
    const results = await readAll(files(['志愿者5名。', '志愿者5名。'.repeat(10)]), { file });
    expect(results.map(({ document }) => document === null)).toEqual([false, true]);
    expect(codesOf(results)[1]).toBe('document-too-large');
  });
});

describe('time', () => {
  it('without a sign of life ends what hangs, with or without work, and its neighbours are read', async () => {
    const some = files(['nothing', 'spin', 'nothing', 'wait', 'nothing', 'nothing', 'nothing', 'nothing']);
    const begun = performance.now();
    const results = await readAll(some, { workers: 1, silence: 2 }, BAD_TASK);
    expect(codesOf(results)).toEqual(some.map((_, i) => ([1, 3].includes(i) ? 'document-hangs' : undefined)));
    expect(results[1]!.diagnostics[0]).toMatchObject({ params: { seconds: 2, attempts: 1 } });
    // each is tried once only, though it was one of a group
    expect(triedOn(some).filter(({ file }) => file === '1.txt')).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  it('is not that of a file in front, however long its result is on its way', async () => {
    const some = files(['large', 'spin', 'nothing', 'nothing']);
    const results = await readAll(some, { workers: 1, silence: 2 }, BAD_TASK);
    expect(codesOf(results)).toEqual([undefined, 'document-hangs', undefined, undefined]);
    expect(results[0]!.diagnostics).toEqual(['a'.repeat(20 << 20)]);
  });

  it('in all ends what goes on for ever; what gives signs may be silent for less than that', async () => {
    const some = files(['work', 'work']);
    expect(codesOf(await readAll(some, { silence: 2 }, BAD_TASK))).toEqual([undefined, undefined]);
    const late = await readAll(some, { silence: 2, seconds: 1.5 }, BAD_TASK);
    expect(codesOf(late)).toEqual(['document-timeout', 'document-timeout']);
  });

  it('that this thread spends on something else does not count', async () => {
    const pool = new ReadingPool({ ...LIMITS, silence: 1.5, workers: 1 }, BAD_TASK);
    onTestFinished(() => pool.close());
    const [file] = files(['work']);
    const reading = pool.read(file!, rules);
    await delay(1000);
    for (const end = performance.now() + 2500; performance.now() < end;);
    expect(unpack(await reading).diagnostics).toEqual([]);
  });
});

describe('a file that breaks its process', () => {
  it.each([
    ['exit', 'its parser ended the process (3)'],
    ['abort', 'its parser broke down (SIGABRT)'],
    ['segfault', 'its parser broke down (SIGSEGV)'],
    ['later', 'its parser ended the process (1)'],
    ['heap', 'it needs more than 128 MB of memory'],
    ['buffers', 'it needs more than 128 MB of memory'],
    ['wasm', 'it needs more than 128 MB of memory'],
    ['thread', 'it needs more than 128 MB of memory'],
  ])('by %s is tried twice, in fresh processes, and others are read', async (deed, reason) => {
    const some = files(['nothing', deed, 'nothing']);
    const results = await readAll(some, { workers: 1, megabytes: 128 }, BAD_TASK);
    expect(codesOf(results)).toEqual([undefined, 'document-crashed', undefined]);
    expect(results[1]!.diagnostics[0]!.params).toEqual({
      reason: `${reason} (tried 2 times)`,
      attempts: 2,
    });
    const processes = triedOn(some).flatMap(({ file, process }) => (file === '1.txt' ? [process] : []));
    expect([processes.length, new Set(processes).size]).toEqual([2, 2]);
  });

  it('among small ones is tried twice, its neighbours until they are read', async () => {
    const some = files(['nothing', 'nothing', 'abort', ...Array<string>(13).fill('nothing')]);
    const results = await readAll(some, { workers: 1 }, BAD_TASK);
    expect(codesOf(results)).toEqual(some.map((_, i) => (i === 2 ? 'document-crashed' : undefined)));
    expect(triedOn(some).filter(({ file }) => file === '2.txt')).toHaveLength(2);
  });

  it('that only throws is a fault of the program, and leaves the process as it was', async () => {
    const some = files(['throw', 'nothing']);
    const results = await readAll(some, { workers: 1 }, BAD_TASK);
    expect(results[0]!.diagnostics[0]).toMatchObject({
      code: 'document-crashed',
      params: { reason: 'a bug' },
    });
    expect(new Set(triedOn(some).map(({ process }) => process)).size).toBe(1);
  });
});

it('reading reaches no network, in whatever way and in no thread', async () => {
  let reached = 0;
  const server = createServer((_, response) => {
    reached++;
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const [result] = await readAll(files([`network ${port}`]), {}, BAD_TASK);
  const refused = expect.stringContaining('reading a document must not reach for the network') as unknown;
  expect(result!.diagnostics).toEqual([refused, refused, refused, refused, refused]);
  expect(reached).toBe(0);
});

it('closing ends processes in whatever they do', async () => {
  const pool = new ReadingPool(LIMITS, BAD_TASK);
  const some = files(['spin', 'spin']);
  for (const file of some) void pool.read(file, rules);
  while (triedOn(some).length < 2) await delay(50);
  const begun = performance.now();
  await pool.close();
  expect(performance.now() - begun).toBeLessThan(1000);
  for (const { process: id } of triedOn(some)) expect(() => process.kill(Number(id), 0)).toThrow('ESRCH');
});

it('a module that does not load is no fault of the files', async () => {
  const pool = new ReadingPool(LIMITS, new URL('./none.mjs', import.meta.url));
  onTestFinished(() => pool.close());
  const [file] = files(['nothing']);
  await expect(pool.read(file!, rules)).rejects.toThrow(/does not start/);
});
