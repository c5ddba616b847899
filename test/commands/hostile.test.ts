import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderOf, huibao, ungrounded } from './huibao.js';

/** C0 controls but line break and tab, and C1. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;

describe('a text that means harm', () => {
  test('without a stop is cut into sentences, and the database stays small', async () => {
    const folder = folderOf({ 'a.txt': '志愿者1人'.repeat(8000) });
    const db = join(folder, 'huibao.sqlite');
    expect((await huibao(['ingest', 'a.txt'], { cwd: folder })).code).toBe(0);
    expect(
      ask<{ longest: number }>(db, 'SELECT max(length(quote)) AS longest FROM figures')[0]!.longest,
    ).toBeLessThan(1000);
    expect(statSync(db).size).toBeLessThan(40_000_000);
    expect(ungrounded(db)).toBe(0);
  });

  test('with colons only costs time in proportion to its length', async () => {
    const folder = folderOf({ 'short.txt': '{"a":1}'.repeat(4000), 'long.txt': '{"a":1}'.repeat(40_000) });
    const seconds = async (file: string): Promise<number> => {
      const begun = performance.now();
      await huibao(['extract', file, '--format', 'jsonl'], { cwd: folder });
      return (performance.now() - begun) / 1000;
    };
    expect(await seconds('long.txt')).toBeLessThan(12 * (await seconds('short.txt')));
  });

  test('never commands the terminal, in its words or in its name', async () => {
    const folder = folderOf({ 'e\x1b[31mvil\x07.txt': '招募志愿者\x1b[2J320名\b\b。\n' });
    const runs = await Promise.all([
      huibao(['extract', '.'], { cwd: folder }),
      huibao(['explain', 'e\x1b[31mvil\x07.txt', '--at', '320'], { cwd: folder }),
      huibao(['ingest', '.'], { cwd: folder }),
    ]);
    for (const { stdout, stderr } of runs) {
      expect(stdout).not.toMatch(CONTROLS);
      expect(stderr).not.toMatch(CONTROLS);
    }
  });
});

describe('a piece of a number that cannot be read whole', () => {
  test.each(['12345678901234567890.123元', '3万亿亿亿人', '3至99999999999999999999999万人'])(
    'is no figure: %s',
    async (number) => {
      const { stdout } = await huibao(['quantities', `募集善款${number}。`, '--format', 'jsonl']);
      expect((JSON.parse(stdout) as { quantities: unknown[] }).quantities).toEqual([]);
    },
  );

  test('or may be one, goes to review', async () => {
    const folder = folderOf({ 'a.txt': '募集善款1,2345,67元。' });
    const { stdout } = await huibao(['extract', 'a.txt', '--format', 'jsonl'], { cwd: folder });
    const figures = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { needs_review: boolean });
    expect(figures.every(({ needs_review }) => needs_review)).toBe(true);
  });
});

describe('use that would go wrong in silence', () => {
  test.each([
    ['an empty path', ['ingest', '']],
    ['an empty name of the database', ['ingest', '.', '--db', '']],
  ])('%s is refused', async (_, args) => {
    const folder = folderOf({ 'a.txt': '招募志愿者320名。' });
    const { code, stderr } = await huibao(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^huibao: /);
  });

  test('aliases that unfold without end are a fault of the rule file', async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'r/indicators'), { recursive: true });
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i++) {
      const [name, before] = ['abcdefghij'[i]!, 'abcdefghij'[i - 1]!];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    writeFileSync(join(folder, 'r/indicators/bomb.yml'), bomb.join('\n'));
    const { code, stderr } = await huibao(['rules', 'check', 'r'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('bomb.yml:1:1');
    expect(stderr).not.toContain('    at ');
  });
});
