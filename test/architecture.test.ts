import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../src');
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split('\\').join('/'));

/** What each part of the source may import of the others; parts that are not named stand on all. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  diagnostics: ['model'],
  text: ['model', 'diagnostics'],
  ...Object.fromEntries(
    ['read', 'normalize', 'segment', 'quantify', 'match', 'classify', 'attribute', 'score'].map((stage) => [
      stage,
      [stage, 'model', 'diagnostics', 'text'],
    ]),
  ),
  'report-fingerprint': ['model', 'text'],
  figure: ['model', 'text'],
  ruleset: ['ruleset', 'model', 'diagnostics', 'text'],
  store: ['store', 'model', 'text'],
  language: ['language', 'model', 'diagnostics'],
  review: ['review', 'store', 'compare', 'picture', 'model', 'read', 'text', 'explain', 'pipeline'],
  compare: ['compare', 'store', 'model'],
  picture: ['picture', 'compare', 'language', 'diagnostics', 'model', 'text'],
  export: ['export', 'compare', 'store', 'model', 'text', 'language'],
  pipeline: [
    'model', 'diagnostics', 'text', 'normalize', 'segment', 'quantify', 'match', 'classify', 'attribute', 'score',
    'figure', 'report-fingerprint',
  ], // prettier-ignore
  evaluate: ['evaluate', 'model'],
  calibrate: ['calibrate', 'classify', 'model'],
  'parse-quantities': ['model', 'text', 'read', 'normalize', 'segment', 'quantify', 'match', 'pipeline'],
  explain: [
    'explain', 'model', 'text', 'segment', 'quantify', 'match', 'classify', 'attribute', 'score', 'pipeline',
  ], // prettier-ignore
};
const STAGES = [
  'normalize',
  'segment',
  'quantify',
  'match',
  'classify',
  'attribute',
  'score',
  'text',
  'model',
  'pipeline',
];
/** What would make a stage depend on more than its input. */
const IMPURE = /^node:(?!crypto)|^(?:fs|path|os|child_process)$/;

const partOf = (file: string): string => file.split('/')[0]!.replace(/\.ts$/, '');

// takes `import { a } from './b.js'`, `export * from '…'` and `import('…')`, not `'from' | 'to'`
const IMPORT = /(?<!')(?:from|import)\s*\(?\s*'([^']+)'/g;

function importsOf(file: string): { target: string; part: string | null }[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, target]) => {
    if (!target!.startsWith('.')) return { target: target!, part: null };
    const path = relative(ROOT, resolve(ROOT, dirname(file), target!))
      .split('\\')
      .join('/');
    return { target: target!, part: partOf(path.replace(/\.js$/, '.ts')) };
  });
}

/** Without `import type`, of which nothing is left in JavaScript. */
function valueImportsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const lasting = text.replace(/^(?:import|export) type [^;]*;/gm, '');
  return [...lasting.matchAll(IMPORT)].map(([, target]) => target!);
}

describe('imports go one way', () => {
  test.each(files.filter((file) => partOf(file) in ALLOWED))('%s imports only what it may', (file) => {
    const part = partOf(file);
    const allowed = new Set([part, ...ALLOWED[part]!]);
    const foreign = importsOf(file).filter(({ part: to }) => to !== null && !allowed.has(to));
    expect(foreign.map(({ target }) => target)).toEqual([]);
  });

  test.each(files.filter((file) => STAGES.includes(partOf(file))))(
    '%s reads no file, clock or console',
    (file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      expect(importsOf(file).filter(({ target }) => IMPURE.test(target))).toEqual([]);
      expect(text).not.toMatch(/\bconsole\.|Date\.now|new Date\(\)|performance\.now|Math\.random|process\./);
    },
  );

  test('what pictures are made of needs no Node, so that a page in a browser can draw them too', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const target of valueImportsOf(file))
        if (target.startsWith('.')) follow(join(dirname(file), target.replace(/\.js$/, '.ts')));
        else packages.add(target);
    };
    files.filter((file) => file.startsWith('picture/options/')).forEach(follow);
    expect(seen).toContain('language/language.ts');
    expect([...packages]).toEqual(['string-width']);
  });

  test('only commands, workers and the command line print or end the process', () => {
    const printing = files.filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return /\bconsole\.|process\.(?:stdout|stderr|exit)/.test(text);
    });
    expect(printing.filter((file) => !['commands', 'cli', 'workers'].includes(partOf(file)))).toEqual([]);
  });
});
