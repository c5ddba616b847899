import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Trial {
  readonly files: number;
  readonly kinds: readonly { readonly kind: string; readonly files: number }[];
  readonly checks: readonly { readonly what: string; readonly kept: boolean; readonly found: string }[];
}

const run = (...options: readonly string[]): string =>
  spawnSync(process.execPath, ['bench/hostile.mjs', ...options], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  }).stdout;

test('files that are broken or mean harm leave every promise kept', () => {
  const { files, kinds, checks } = JSON.parse(run('--short', '--format', 'json')) as Trial;
  expect(files).toBeGreaterThanOrEqual(60);
  expect(kinds.filter((kind) => kind.files === 0)).toEqual([]);
  expect(checks.length).toBeGreaterThanOrEqual(8);
  expect(checks.filter(({ kept }) => !kept)).toEqual([]);
}, 300_000);
