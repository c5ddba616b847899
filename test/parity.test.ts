import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Tables, wrapped lines, page chrome, blanked-out numbers, traditional characters. */
const CASES =
  'fire-shanggao,charity-donation-table,scraped-news-yichang,redactions-zhoukou,taiwan-county-yunlin';

interface Compared {
  readonly results: readonly {
    readonly name: string;
    readonly same: number;
    readonly missing: readonly unknown[];
    readonly extra: readonly unknown[];
  }[];
  readonly skipped: readonly string[];
}

const compare = (...options: readonly string[]): Compared =>
  JSON.parse(
    execFileSync(process.execPath, ['bench/parity.mjs', '--cases', CASES, '--format', 'json', ...options], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  ) as Compared;

describe('the same figures whatever the format', () => {
  test('in every encoding of text', () => {
    const { results } = compare('--only', 'text in');
    expect(results.map(({ name }) => name)).toContain('text in gb18030');
    expect(results.flatMap(({ missing, extra }) => [...missing, ...extra])).toEqual([]);
    expect(Math.max(...results.map(({ same }) => same))).toBeGreaterThan(100);
  });

  test('as a page that a browser prints, and in all that needs no other program', () => {
    const { results, skipped } = compare(
      '--only',
      'by Chromium,of the project,md,by SheetJS,csv,mht,eml,zip',
    );
    expect(results.map(({ name }) => name)).toContain('pdf by Chromium, with its margins');
    for (const reason of skipped) expect(reason).toMatch(/nothing reads \.\w+ yet$/);
  });

  test('a run that compares nothing does not pass', () => {
    const { status, stderr } = spawnSync(process.execPath, ['bench/parity.mjs', '--only', 'no such format'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toBe('');
  });
});
