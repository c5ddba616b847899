import { describe, expect, test } from 'vitest';
import type { Attribution, ConfidenceModel, Quantity, RuleMatch, Sentence } from '../../src/model.js';
import { factorsOf, type ScoreInput } from '../../src/score/factors.js';
import { limitOf, score } from '../../src/score/score.js';

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
  direction: 'after',
  support: 2,
  rival: 'none',
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
  clauses: [
    { start: 0, end: 6 },
    { start: 6, end: 12 },
  ],
  cell: null,
};
const attribution: Attribution = {
  region: { code: '320800', name: '淮安市', method: 'title' },
  regionPlace: null,
  asOf: { date: null, method: 'none' },
  asOfPlace: null,
  statistic: 'total',
  item: null,
  flags: [],
};
const words = { before: '到岗', clause: '到岗30名志愿者', lead: '今天，到岗' };
const input: ScoreInput = {
  match,
  opinion: null,
  attribution,
  sentence,
  words,
  noiseInside: false,
  recognition: null,
};
const model = (weights: Record<string, number>, intercept = 2): ConfidenceModel => ({
  intercept,
  weights: new Map(Object.entries(weights)),
  fixed: new Map(),
  reviewBelow: 0.8,
});

describe('the factors of a figure', () => {
  test('name the level and nearness of the cue, the unit and the indicator', () => {
    expect(factorsOf(input)).toEqual([
      'cue-phrase',
      'cue-adjacent',
      'cue-after',
      'unit-people',
      'indicator-volunteers',
    ]);
  });

  test.each<[string, Partial<ScoreInput>, string]>([
    ['a cue some characters away', { match: { ...match, gap: 5 } }, 'cue-near'],
    ['a cue far away', { match: { ...match, gap: 9 } }, 'cue-far'],
    ['a rule that lost by a narrow margin', { match: { ...match, rival: 'close' } }, 'rival-close'],
    ['a single cue', { match: { ...match, support: 1 } }, 'one-cue'],
    ['many cues', { match: { ...match, support: 4 } }, 'many-cues'],
    ['a handful', { match: { ...match, quantity: { ...quantity, value: 3 } } }, 'size-few'],
    ['a great number', { match: { ...match, quantity: { ...quantity, value: 1200 } } }, 'size-thousands'],
    ['what is done', { words: { ...words, clause: '招募志愿者30名' } }, 'says-done'],
    ['what is planned', { words: { ...words, clause: '将派志愿者30名' } }, 'says-planned'],
    ['what is said of one person', { words: { ...words, clause: '她和30名志愿者' } }, 'says-someone'],
    ['a number in quotes', { words: { ...words, lead: '他说：“到岗' } }, 'in-quotes'],
    ['a number in brackets', { words: { ...words, lead: '各队（到岗' } }, 'in-brackets'],
    [
      'a figure without a region',
      { attribution: { ...attribution, region: { code: null, name: null, method: 'none' } } },
      'region-unknown',
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
    [
      'words that speak for the indicator',
      { opinion: { own: 0.9, none: 0.02, other: { indicator: 'personnel', probability: 0.08 } } },
      'context-speaks-for',
    ],
    [
      'words of no figure',
      { opinion: { own: 0.1, none: 0.85, other: { indicator: 'personnel', probability: 0.05 } } },
      'no-figure-surely',
    ],
    [
      'words of another indicator',
      { opinion: { own: 0.3, none: 0.1, other: { indicator: 'personnel', probability: 0.6 } } },
      'other-indicator-rather',
    ],
    ['a figure that no rule found', { match: { ...match, level: 'context', cue: null } }, 'cue-context'],
    ['a mean', { attribution: { ...attribution, statistic: 'average' } }, 'statistic-average'],
  ])('tell of %s', (_, change, factor) => {
    expect(factorsOf({ ...input, ...change })).toContain(factor);
  });

  test('say nothing of words around it where the classifier has not learnt the indicator', () => {
    const factors = factorsOf(input);
    expect(factors.filter((factor) => /^(?:context|no-figure|other-indicator)-/.test(factor))).toEqual([]);
  });

  test('do not take part of another word for one of theirs', () => {
    const clause = '其他公共场所的30名志愿者是将军的同乡';
    const factors = factorsOf({ ...input, words: { ...words, clause } });
    expect(factors.filter((factor) => factor.startsWith('says-'))).toEqual([]);
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

  test('of a proposal stays below what is accepted, however much speaks for it', () => {
    const proposal: ScoreInput = { ...input, match: { ...match, level: 'context', cue: null } };
    const weights = model({ 'cue-context': 5 });
    expect(score(proposal, { ...weights, reviewBelow: 0.8 }).value).toBe(0.799);
    expect(score(proposal, { ...weights, reviewBelow: 0 }).value).toBe(0);
    expect(score(proposal, { ...model({ 'cue-context': -9 }), reviewBelow: 0.8 }).value).toBeLessThan(0.1);
    expect(limitOf(['cue-phrase'], 0.8)).toBe(1);
  });

  test('gives its reasons with the strongest doubt first', () => {
    const { reasons } = score(input, model({ 'unit-people': -1, 'cue-phrase': -3 }));
    expect(reasons.map(({ factor }) => factor)).toEqual([
      'cue-phrase',
      'unit-people',
      'cue-adjacent',
      'cue-after',
      'indicator-volunteers',
    ]);
  });
});

describe('a figure that was recognised in a picture', () => {
  const weights = model({}, 4);
  const alone = { confidence: 0.9, confirmed: false };

  test('goes to review, however sure', () => {
    const { value, reasons } = score(
      { ...input, recognition: { confidence: 0.99, confirmed: false } },
      weights,
    );
    expect(score(input, weights).value).toBe(0.982);
    expect(value).toBe(0.799);
    expect(reasons[0]!.factor).toBe('recognised');
  });

  test('is as sure as its words and what is made of them, where its document confirms it', () => {
    const { value, reasons } = score({ ...input, recognition: { ...alone, confirmed: true } }, weights);
    expect(value).toBeCloseTo(0.982 * 0.9, 2);
    expect(reasons[0]!.factor).toBe('recognised-and-confirmed');
  });

  test('is never sure in words that are not', () => {
    expect(
      score({ ...input, recognition: { confidence: 0.3, confirmed: false } }, weights).value,
    ).toBeCloseTo(0.295, 2);
    expect(score({ ...input, recognition: { confidence: 0, confirmed: true } }, weights).value).toBe(0.001);
  });

  test('has the sum of its reasons, as every figure', () => {
    const { value, reasons } = score({ ...input, recognition: { ...alone, confirmed: true } }, weights);
    const logOdds = reasons.reduce((sum, { weight }) => sum + weight, weights.intercept);
    expect(value).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 3);
  });
});
