import { expect, test } from 'vitest';
import { indexTerms } from '../../src/store/words.js';

test.each([
  ['digits', '1'],
  ['Han', '志'],
  ['Han beyond the basic plane', '𬶍'],
  ['Han across line breaks', '志\n'],
])('a word without end in %s breaks no run', (_, unit) => {
  expect(indexTerms(unit.repeat(6_000_000)).length).toBeGreaterThan(6_000_000);
});

test('words of any length that occurs are one word', () => {
  const long = 'a'.repeat(100_000);
  expect(indexTerms(`志\n愿 ${long}`)).toBe(`志愿 愿 ${long} `);
});
