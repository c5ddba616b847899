import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Trial {
  readonly files: number;
  readonly kinds: readonly { readonly kind: string; readonly files: number }[];
  readonly checks: readonly { readonly what: string; readonly kept: boolean; readonly found: string }[];
}

test('files that are broken or mean harm leave every promise kept', () => {
  const printed = execFileSync(process.execPath, ['bench/hostile.mjs', '--short', '--format', 'json'], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  const { files, kinds, checks } = JSON.parse(printed) as Trial;
  expect(files).toBeGreaterThanOrEqual(60);
  expect(kinds.filter((kind) => kind.files === 0)).toEqual([]);
  expect(checks.length).toBeGreaterThanOrEqual(7);
  expect(checks.filter(({ kept }) => !kept)).toEqual([]);
});
