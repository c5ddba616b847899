import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { builtInRules, loadRuleSet } from '../../src/ruleset/index.js';
import type { FileToRead, PoolLimits, ReadingPool as Pool } from '../../src/workers/index.js';

// The built one: threads run JavaScript.
const { ReadingPool, shareRuleSet, unpack } = (await import(
  new URL('../../dist/workers/index.js', import.meta.url).href
)) as typeof import('../../src/workers/index.js');

const LIMITS: PoolLimits = { threads: 2, seconds: 60, megabytes: 1024 };
let rules: SharedArrayBuffer;
const folders: string[] = [];
const pools: Pool[] = [];

beforeAll(() => {
  rules = shareRuleSet(loadRuleSet([builtInRules()], { checkExamples: false }));
});
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function files(texts: readonly string[]): FileToRead[] {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  folders.push(folder);
  return texts.map((text, i) => {
    const path = join(folder, `${i}.txt`);
    writeFileSync(path, text);
    return { path, member: [], file: `${i}.txt`, bytes: Buffer.byteLength(text) };
  });
}

async function readAll(some: readonly FileToRead[], limits = LIMITS) {
  const pool = new ReadingPool(limits);
  pools.push(pool);
  return Promise.all(some.map(async (file) => unpack(await pool.read(file, rules))));
}

it('gives each of many small files its own result', async () => {
  const texts = Array.from({ length: 50 }, (_, i) => `全市共招募志愿者${i + 100}名。`);
  const results = await readAll(files(texts));
  expect(results.map(({ file }) => file)).toEqual(texts.map((_, i) => `${i}.txt`));
  expect(results.map(({ figures }) => figures.map(({ value }) => value))).toEqual(
    texts.map((_, i) => [i + 100]),
  );
});

it('reads what is not back in time one by one, and says so once for each file', async () => {
  const results = await readAll(files(Array.from({ length: 9 }, () => '志愿者5名。')), {
    ...LIMITS,
    seconds: 0.001,
  });
  expect(results.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual(
    Array.from({ length: 9 }, () => ['document-timeout']),
  );
});

it('loses no neighbour of a file that breaks its worker', async () => {
  // so much memory that the small files pass and the long one does not
  const long = '志愿者5名，'.repeat(30_000);
  const texts = [
    '志愿者5名。',
    '志愿者6名。',
    long,
    '志愿者7名。',
    '志愿者8名。',
    '志愿者9名。',
    '志愿者4名。',
    '志愿者3名。',
  ];
  const some = files(texts).map((file) => ({ ...file, bytes: 1 }));
  const results = await readAll(some, { threads: 1, seconds: 60, megabytes: 48 });
  expect(
    results.map(({ diagnostics }) => diagnostics.some(({ code }) => code === 'document-crashed')),
  ).toEqual(texts.map((text) => text === long));
  expect(results.map(({ figures }) => figures.length)).toEqual(texts.map((text) => (text === long ? 0 : 1)));
});
