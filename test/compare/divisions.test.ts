import { describe, expect, test } from 'vitest';
import { Divisions } from '../../src/compare/divisions.js';
import { comparisonQuestion } from '../../src/compare/index.js';
import { newDatabase } from './fixtures.js';

const division = (code: string, heir: string | null = null) => ({
  ...{ code, name: code, level: 'county' as const, parent: null, heir },
});

describe('statements of divisions that have been merged', () => {
  const divisions = new Divisions([division('110101'), division('110103', '110101'), division('110102')]);
  const codesOf = (codes: readonly string[]): string[] =>
    divisions
      .inPresentCodes(
        codes.map((region_code) => ({ region_code })),
        ({ region_code }) => region_code,
      )
      .map(({ region_code }) => region_code);

  test('stand for the one that goes on, where that states nothing itself', () => {
    expect(codesOf(['110103', '110102'])).toEqual(['110101', '110102']);
  });

  test('are no second number of the one that goes on', () => {
    expect(codesOf(['110103', '110101'])).toEqual(['110101']);
  });
});

test.each([
  ['110000', 'county'],
  ['320000', 'city'],
  ['320800', 'county'],
])('what lies below %s is compared on the level %s', (within, level) => {
  expect(comparisonQuestion(newDatabase().store, { within }).level).toBe(level);
});
