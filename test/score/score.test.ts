import { describe, expect, test } from 'vitest';
import type { Attribution, ConfidenceModel, Quantity, RuleMatch, Sentence } from '../../src/model.js';
import { factorsOf, score, type ScoreInput } from '../../src/score/score.js';

const quantity: Quantity = {
  span: { start: 4, end: 6 },
  phrase: { start: 4, end: 7 },
  value: 30,
  lower: 30,
  upper: 30,
  qualifier: 'exact',
  unit: '人',
  unitText: '名',
  redacted: false,
  flags: [],
};
const match: RuleMatch = {
  quantity,
  sentence: 0,
  rule: 'volunteers',
  indicator: 'volunteers',
  level: 'phrase',
  gap: 0,
  cue: { start: 7, end: 10 },
  unit: '人',
  unitSupplied: false,
  losers: [],
};
const sentence: Sentence = {
  span: { start: 0, end: 12 },
  kind: 'body',
  report: 0,
  section: 0,
  paragraph: 1,
  clauses: [],
  cell: null,
};
const attribution: Attribution = {
  region: { code: null, name: null, method: 'none' },
  asOf: { date: null, method: 'none' },
  statistic: 'total',
  item: null,
  flags: [],
};
const input: ScoreInput = { match, attribution, sentence, noiseInside: false };
const model = (weights: Record<string, number>, intercept = 2): ConfidenceModel => ({
  intercept,
  weights: new Map(Object.entries(weights)),
  reviewBelow: 0.8,
});

describe('the factors of a figure', () => {
  test('name the level and nearness of the cue, the unit and the indicator', () => {
    expect(factorsOf(input)).toEqual(['cue-phrase', 'cue-adjacent', 'unit-people', 'indicator-volunteers']);
  });

  test.each<[string, Partial<ScoreInput>, string]>([
    ['a cue some characters away', { match: { ...match, gap: 5 } }, 'cue-near'],
    ['a cue far away', { match: { ...match, gap: 9 } }, 'cue-far'],
    [
      'one rule that lost by a narrow margin',
      { match: { ...match, losers: [{ rule: 'a', why: 'tie' }] } },
      'rival',
    ],
    ['a unit that the rule supplied', { match: { ...match, unitSupplied: true } }, 'unit-supplied'],
    [
      'a number that was left without its noun',
      { match: { ...match, level: 'sentence', cue: null } },
      'carried-on',
    ],
    ['noise inside the number', { noiseInside: true }, 'noise-inside'],
    [
      'what the recogniser flagged',
      { match: { ...match, quantity: { ...quantity, flags: ['year-like'] } } },
      'year-like',
    ],
    [
      'a vague number',
      { match: { ...match, quantity: { ...quantity, qualifier: 'vague' } } },
      'qualifier-vague',
    ],
    ['a headline', { sentence: { ...sentence, kind: 'heading' } }, 'in-heading'],
    ['a mean', { attribution: { ...attribution, statistic: 'average' } }, 'statistic-average'],
  ])('tell of %s', (_, change, factor) => {
    expect(factorsOf({ ...input, ...change })).toContain(factor);
  });

  test('do not count rules that had no cue as rivals', () => {
    const losers = [
      { rule: 'a', why: 'no cue' },
      { rule: 'b', why: 'not: after 家属' },
    ];
    expect(factorsOf({ ...input, match: { ...match, losers } })).not.toContain('rival');
  });
});

describe('confidence', () => {
  test('is the logistic of the intercept and the weights of what holds', () => {
    expect(score(input, model({ 'cue-adjacent': 1, 'cue-far': -9 })).value).toBe(0.953);
  });

  test('falls with each doubt', () => {
    const weights = model({ 'noise-inside': -2 });
    expect(score({ ...input, noiseInside: true }, weights).value).toBeLessThan(score(input, weights).value);
  });

  test('gives its reasons with the strongest doubt first', () => {
    const { reasons } = score(input, model({ 'unit-people': -1, 'cue-phrase': -3 }));
    expect(reasons.map(({ factor }) => factor)).toEqual([
      'cue-phrase',
      'unit-people',
      'cue-adjacent',
      'indicator-volunteers',
    ]);
  });
});
