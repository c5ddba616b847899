import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf } from './page.js';
import { ROOT } from './run-page.js';

const english = readFileSync(join(ROOT, 'README.md'), 'utf8');
const chinese = readFileSync(join(ROOT, 'README.zh.md'), 'utf8');

/** Numbers outside of code, in order of size; those of names and of examples are in both languages, too. */
const numbersOf = (page: string): string[] =>
  [...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\d[\d,.]*\d|\d/g)].map(([number]) => number).sort();
const pictures = (page: string): string[] => [...page.matchAll(/docs\/[\w-]+\.png/g)].map(([path]) => path);
const headings = (page: string): number => [...page.matchAll(/^## /gm)].length;
const commands = (page: string): string[] =>
  blocksOf(page)
    .filter(({ language }) => language === 'sh' || language === 'sql' || language === 'yaml')
    .map(({ code }) => code.replace(/ +#.*$/gm, ''));
const rows = (page: string): string[] =>
  [...page.matchAll(/^\| (`[^|]+?`)(?=[^|]* \|)/gm)].map(([, name]) => name!);

describe('README.md and README.zh.md say the same', () => {
  test('with the same headings, pictures and commands', () => {
    expect(headings(chinese)).toBe(headings(english));
    expect(pictures(chinese)).toEqual(pictures(english));
    expect(commands(chinese)).toEqual(commands(english));
    expect(rows(chinese).map((row) => row.replaceAll('、', ', '))).toEqual(rows(english));
  });

  test('with the same numbers', () => {
    expect(numbersOf(chinese)).toEqual(numbersOf(english));
  });
});
