import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './run-page.js';

const PAGES = [
  'README.md',
  'README.zh.md',
  ...['docs', 'docs/zh'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

/** What a page links to or shows, outside of its code. */
const targetsOf = (page: string): string[] => {
  const text = page.replace(/^```[\s\S]*?^```$/gm, '');
  // takes ](schema.md#a) and src="docs/a.png"
  return [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, image]) => (link ?? image)!);
};

/** As the usual sites make it of a heading: small letters, blanks to hyphens, no punctuation. */
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each(PAGES)('%s leads somewhere with every link', (path) => {
  const page = readFileSync(join(ROOT, path), 'utf8');
  const missing = targetsOf(page).filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const full = file === '' ? join(ROOT, path) : join(ROOT, dirname(path), file);
    if (!existsSync(full)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(full, 'utf8')).includes(anchor);
  });
  expect(missing).toEqual([]);
});
