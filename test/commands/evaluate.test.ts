import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/evaluate/evaluate.js';
import { folderOf, huibao } from './huibao.js';

const TEXT = '全市招募志愿者300名，募集善款5万元。\n';
const gold = (...rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const VOLUNTEERS = {
  indicator: 'volunteers',
  value: 300,
  lower: 300,
  upper: 300,
  qualifier: 'exact',
  unit: '人',
  start: 7,
  end: 10,
};
const MONEY = {
  indicator: 'money',
  value: 50000,
  lower: 50000,
  upper: 50000,
  qualifier: 'exact',
  unit: '元',
  start: 16,
  end: 18,
};
const SITES = { indicator: 'sites', value: 3, lower: 3, upper: 3, unit: '个', start: 20, end: 21 }; // prettier-ignore

async function evaluate(cwd: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await huibao(['evaluate', ...args, '--format', 'json'], { cwd });
  return {
    code,
    stderr,
    result: (stdout === '' ? null : JSON.parse(stdout)) as (Evaluation & { unlabelled: number }) | null,
  };
}

const counts = (result: Evaluation | null) => result && [result.all.tp, result.all.fp, result.all.fn];

describe('evaluate', () => {
  test('finds the documents beside the gold files', async () => {
    const folder = folderOf({
      'a.txt': TEXT,
      'a.jsonl': gold(VOLUNTEERS, MONEY),
      'b.txt': TEXT,
      'b.jsonl': gold(VOLUNTEERS),
    });
    const { code, result } = await evaluate(folder, '.');
    expect(code).toBe(0);
    expect(counts(result)).toEqual([3, 1, 0]);
    expect(result).toMatchObject({
      documents: 2,
      unlabelled: 0,
      core: { tp: 3 },
      attributes: { unit: 1, statistic: null },
    });
  });

  test('matches documents elsewhere by their names, and passes over those without gold', async () => {
    const folder = folderOf({
      'gold/a.jsonl': gold(VOLUNTEERS, MONEY),
      'docs/x/a.txt': TEXT,
      'docs/c.txt': TEXT,
    });
    const { result, stderr } = await evaluate(folder, 'gold', 'docs');
    expect(counts(result)).toEqual([2, 0, 0]);
    expect(result?.unlabelled).toBe(1);
    expect(stderr).toContain('1 documents or figures have no gold file');
  });

  test('takes folders with input and expected', async () => {
    const folder = folderOf({
      'f/one/input.txt': TEXT,
      'f/one/expected.jsonl': gold(VOLUNTEERS, MONEY),
      'f/README.md': 'x',
    });
    expect(counts((await evaluate(folder, 'f')).result)).toEqual([2, 0, 0]);
    expect(counts((await evaluate(folder, 'f/one/expected.jsonl')).result)).toEqual([2, 0, 0]);
  });

  test('gives the same for figures that were extracted before', async () => {
    const folder = folderOf({ 'a.txt': TEXT, 'a.jsonl': gold(VOLUNTEERS, { ...MONEY, value: 4 }, SITES) });
    const extracted = await huibao(['extract', 'a.txt', '--format', 'jsonl'], { cwd: folder });
    const { 'figures.jsonl': figures } = { 'figures.jsonl': extracted.stdout };
    const other = folderOf({
      'figures.jsonl': figures,
      'a.jsonl': gold(VOLUNTEERS, { ...MONEY, value: 4 }, SITES),
    });
    const direct = await evaluate(folder, 'a.jsonl', 'a.txt');
    const before = await evaluate(other, 'a.jsonl', '--figures', 'figures.jsonl');
    expect(before.result).toEqual(direct.result);
    expect(counts(direct.result)).toEqual([1, 1, 2]);
  });

  test('prints tables for people, with the errors where asked for, the same every time', async () => {
    const folder = folderOf({ 'a.txt': TEXT, 'a.jsonl': gold(VOLUNTEERS, SITES) });
    const run = () => huibao(['evaluate', 'a.jsonl', '--errors'], { cwd: folder });
    const { stdout, code } = await run();
    expect(code).toBe(0);
    expect(stdout).toMatch(/volunteers +100\.0 +100\.0 +100\.0 +1 +0 +0/);
    expect(stdout).toMatch(/missed +a +20 +sites +3个 +nothing/);
    expect(stdout).toMatch(/false alarm +a +16 +money +nothing +50000元/);
    expect((await run()).stdout).toBe(stdout);
  });

  test('counts the core by the rules of the user too', async () => {
    const folder = folderOf({ 'a.txt': TEXT, 'a.jsonl': gold(SITES) });
    const { result } = await evaluate(folder, 'a.jsonl');
    expect(result?.all.fn).toBe(1);
    expect(result?.core.fn).toBe(0);
  });
});

describe('what is missing or wrong', () => {
  test('a document that is missing or cannot be read counts as missed, and the command ends with 1', async () => {
    const folder = folderOf({
      'a.txt': TEXT,
      'a.jsonl': gold(VOLUNTEERS, MONEY),
      'b.jsonl': gold(VOLUNTEERS),
      'c.txt': '',
      'c.jsonl': gold(MONEY),
    });
    const { code, result, stderr } = await evaluate(folder, '.');
    expect(code).toBe(1);
    expect(counts(result)).toEqual([2, 0, 2]);
    expect(stderr).toContain('b.jsonl has no document');
    expect(stderr).toContain('c.txt: the file is empty');
  });

  test('every fault of the gold files is listed, and nothing is read', async () => {
    const folder = folderOf({
      'a.txt': TEXT,
      'a.jsonl': `${gold(VOLUNTEERS)}{"indicator":\n`,
      'b.jsonl': gold({ ...MONEY, indicator: 'gold' }),
    });
    const { code, stderr, result } = await evaluate(folder, '.');
    expect({ code, result }).toEqual({ code: 2, result: null });
    expect(stderr).toContain('2 faults in the gold files');
    expect(stderr).toContain('a.jsonl:2: not JSON');
    expect(stderr).toContain('b.jsonl:1: no rule file has the indicator gold');
  });

  test.each([
    [['nowhere'], 'nowhere does not exist'],
    [['empty'], 'holds no gold file'],
    [['a.jsonl', 'nowhere'], 'nowhere'],
    [['a.jsonl', '--accept', '2'], '--accept takes a number from 0 to 1'],
    [['a.jsonl', 'a.txt', '--figures', 'x'], 'not both'],
    [['a.jsonl', '--figures', 'nowhere'], 'nowhere cannot be read'],
    [['a.jsonl', '--figures', 'a.txt'], 'a.txt:1: not JSON'],
    [['a.jsonl', 'docs'], 'no document belongs to a gold file'],
    [['a.jsonl', 'a.txt', 'twice'], 'more than one document'],
    [[], 'missing required argument'],
  ])('%j ends with 2 and says why', async (args, message) => {
    const folder = folderOf({
      'a.txt': TEXT,
      'a.jsonl': gold(VOLUNTEERS),
      'empty/x.txt': TEXT,
      'docs/z.txt': TEXT,
      'twice/a.txt': TEXT,
    });
    const { code, stderr, stdout } = await huibao(['evaluate', ...args], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
