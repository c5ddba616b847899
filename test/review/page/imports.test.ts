import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const PAGE = resolve(import.meta.dirname, '../../../src/review/page');
const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

// takes `import { a } from './b.js'` over several lines; must not take an import of types
const IMPORT = /^import (?!type\b)[^;]*?'([^']+)'/gm;

const importsOf = (text: string): string[] => [...text.matchAll(IMPORT)].map(([, target]) => target!);

/** All that a module brings along beside itself and its like: packages and parts of Node. */
function foreignTo(path: string): string[] {
  return importsOf(readFileSync(path, 'utf8')).flatMap((target) =>
    target.startsWith('.') ? foreignTo(resolve(dirname(path), target.replace(/\.js$/, '.ts'))) : [target],
  );
}

test.each(files)('%s takes from outside the page only types, and modules that need no package', (file) => {
  const folder = dirname(join(PAGE, file));
  const outside = importsOf(readFileSync(join(PAGE, file), 'utf8'))
    .filter((target) => target.startsWith('.'))
    .map((target) => resolve(folder, target))
    .filter((target) => !target.startsWith(PAGE))
    .map((target) => target.replace(/\.js$/, '.ts'));
  expect(outside.flatMap(foreignTo)).toEqual([]);
});

const AS_MARKUP = /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(/;

test.each(files)('%s puts text in as text', (file) => {
  expect(readFileSync(join(PAGE, file), 'utf8')).not.toMatch(AS_MARKUP);
});
