/**
 * Runs what the documentation marks `test`, and holds what comes out against what it shows.
 * `npx vitest run test/docs --update` writes what comes out into the pages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, runPage } from './run-page.js';
import { decideSamples } from './sample-decisions.js';

/** What they show is no command. */
const TESTED_OTHERWISE = new Set(['schema.md', 'adding-a-format.md']);

const pagesIn = (folder: string): string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.md') && !TESTED_OTHERWISE.has(name))
        .map((name) => `${folder}/${name}`)
    : [];
const PAGES = ['README.md', 'README.zh.md', ...pagesIn('docs'), ...pagesIn('docs/zh')];

// what a page marks `needs=sqlite3` is left out where that shell is missing; here it shows that something was
test.skipIf(spawnSync('sqlite3', ['--version']).error !== undefined)(
  'the shell that pages ask is there',
  () => {
    expect(PAGES.some((path) => readFileSync(join(ROOT, path), 'utf8').includes('needs=sqlite3'))).toBe(true);
  },
);

describe('what the documentation shows is what comes out', () => {
  test.each(PAGES)('%s', async (path) => {
    const { page, failures, ran } = await runPage(path, path.startsWith('docs/') ? decideSamples : undefined);
    expect(failures).toEqual([]);
    expect(ran).toBeGreaterThan(0);
    await expect(page).toMatchFileSnapshot(join(ROOT, path));
  });
});
