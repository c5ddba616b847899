import { describe, expect, test } from 'vitest';
import type { Quantity, RecognisedSpan, RuleMatch } from '../../src/model.js';
import { recognitions, type Statement } from '../../src/score/recognition.js';

interface Given {
  readonly at: number;
  readonly value?: number;
  readonly sentence?: number;
  readonly indicator?: string;
  readonly unit?: string;
  readonly flags?: readonly string[];
  readonly qualifier?: Quantity['qualifier'];
}

/** A number that takes ten characters from `at` on. */
function statement(given: Given): Statement {
  const { at, value = 25719, sentence = at, indicator = 'volunteers', unit = '人', flags = [] } = given;
  const span = { start: at, end: at + 10 };
  const quantity: Quantity = {
    span, phrase: span, value, lower: value, upper: value, qualifier: given.qualifier ?? 'exact', unit,
    unitText: unit, redacted: false, flags,
  }; // prettier-ignore
  const match: RuleMatch = {
    quantity, sentence, rule: indicator, indicator, level: 'phrase', gap: 0, cue: null, direction: 'after', support: 2,
    rival: 'none', unit, unitSupplied: false, losers: [],
  }; // prettier-ignore
  return { match, spans: [span] };
}

/** Words of two characters, all as sure. */
const words = (start: number, end: number, confidence: number): RecognisedSpan[] =>
  Array.from({ length: (end - start) / 2 }, (_, i) => ({
    start: start + 2 * i,
    end: start + 2 * i + 2,
    confidence,
  }));

const confirmed = (given: readonly Given[], recognised: readonly RecognisedSpan[]): (boolean | null)[] =>
  recognitions(given.map(statement), recognised).map((one) => one && one.confirmed);

describe('what was recognised in a picture', () => {
  test('is as sure as its least sure word', () => {
    const recognised = [
      ...words(0, 4, 0.99),
      { start: 4, end: 6, confidence: 0.4 },
      ...words(6, 30, 0.96),
      ...words(40, 44, 0.1),
    ];
    const found = recognitions(
      [statement({ at: 0 }), statement({ at: 20 }), statement({ at: 30 })],
      recognised,
    );
    expect(found.map((one) => one && one.confidence)).toEqual([0.4, 0.96, null]);
  });

  test('is nothing in a document of characters', () => {
    expect(confirmed([{ at: 0 }, { at: 20 }], [])).toEqual([null, null]);
  });

  test('is not confirmed by itself', () => {
    expect(confirmed([{ at: 0 }, { at: 20, value: 862 }], words(0, 40, 0.99))).toEqual([false, false]);
  });
});

describe('a number that is stated twice', () => {
  const both = (other: Partial<Given>, recognised = words(0, 40, 0.97)): (boolean | null)[] =>
    confirmed([{ at: 0 }, { at: 20, ...other }], recognised);

  test('is confirmed', () => {
    expect(both({})).toEqual([true, true]);
  });

  test('is confirmed by characters that are no picture', () => {
    expect(both({}, words(0, 12, 0.97))).toEqual([true, null]);
  });

  test.each<[string, Partial<Given>]>([
    ['another number', { value: 25718 }],
    ['another indicator', { indicator: 'personnel' }],
    ['another unit', { unit: '人次' }],
    ['another hedge', { qualifier: 'over' }],
    ['the same sentence', { sentence: 0 }],
  ])('is not confirmed by %s', (_, other) => {
    expect(both(other)).toEqual([false, false]);
  });

  test('confirms nothing where it was recognised unsurely', () => {
    expect(both({}, [...words(0, 20, 0.97), ...words(20, 40, 0.8)])).toEqual([false, false]);
  });

  test('confirms nothing where it is small or round', () => {
    expect(both({ value: 12 })).toEqual([false, false]);
    expect(confirmed([{ at: 0, value: 1200 }, { at: 20, value: 1200 }], words(0, 40, 0.99))).toEqual([false, false]); // prettier-ignore
  });

  test('confirms nothing where one header gives both their unit', () => {
    const flags = ['header-unit'];
    expect(
      confirmed(
        [
          { at: 0, flags },
          { at: 20, flags },
        ],
        words(0, 40, 0.99),
      ),
    ).toEqual([false, false]);
    expect(confirmed([{ at: 0, flags }, { at: 20 }], words(0, 40, 0.99))).toEqual([true, true]);
  });
});

describe('numbers of a sentence of which one is the sum', () => {
  const values = (...list: number[]): (boolean | null)[] =>
    confirmed(
      list.map((value, i) => ({ at: 20 * i, value, sentence: 1 })),
      words(0, 100, 0.95),
    );

  test('are confirmed', () => {
    expect(values(163, 35, 48, 80)).toEqual([true, true, true, true]);
    expect(values(35.5, 48.2, 83.7, 167.4)).toEqual([true, true, true, true]);
  });

  test('are not where a digit is wrong, or the sum is small', () => {
    expect(values(168, 35, 48, 80)).toEqual([false, false, false, false]);
    expect(values(3, 1, 2)).toEqual([false, false, false]);
    expect(values(163, 163)).toEqual([false, false]);
  });
});
