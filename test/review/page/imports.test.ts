import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const PAGE = resolve(import.meta.dirname, '../../../src/review/page');
const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

// takes `import { a } from './b.js'` over several lines; must not take an import of types
const IMPORT = /^import (?!type\b)[^;]*?'(\.[^']+)'/gm;

test.each(files)(
  '%s takes nothing but types from outside the page, which a browser could not run',
  (file) => {
    const text = readFileSync(join(PAGE, file), 'utf8');
    const targets = [...text.matchAll(IMPORT)].map(([, target]) =>
      resolve(dirname(join(PAGE, file)), target!),
    );
    expect(targets.filter((target) => !target.startsWith(PAGE))).toEqual([]);
  },
);

const AS_MARKUP = /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(/;

test.each(files)('%s puts text in as text', (file) => {
  expect(readFileSync(join(PAGE, file), 'utf8')).not.toMatch(AS_MARKUP);
});
