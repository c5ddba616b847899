import { describe, expect, test } from 'vitest';
import { createContextClassifier } from '../../src/classify/classifier.js';
import { classifyNumbers } from '../../src/classify/classify.js';
import { featureNames, type NumberContext } from '../../src/classify/features.js';
import type { Quantity, Rule, RuleMatch } from '../../src/model.js';
import { buildContextModel, EMPTY_CONTEXT } from '../../src/ruleset/context-model.js';

const windows = { before: '提供服务', after: '，', clause: '提供服务300小时', header: '', section: '' };
const quantity: Quantity = {
  span: { start: 4, end: 7 },
  phrase: { start: 4, end: 9 },
  value: 300,
  lower: 300,
  upper: 300,
  qualifier: 'exact',
  unit: '小时',
  unitText: '小时',
  redacted: false,
  flags: [],
};
const context: NumberContext = { quantity, sentence: { kind: 'body' }, previousUnit: '人', windows };

/** 服务 in front speaks for hours, 岁 in the clause for no figure. */
const classifier = createContextClassifier(
  buildContextModel({
    classes: ['none', 'service_hours', 'tests'],
    intercepts: [8, 0, 0],
    features: { B服务: [1, 120], u小时: [1, 100, 2, 16], c岁: [0, 127], c提供: [] },
  }),
);
const rule = (id: string, units: readonly string[]): Rule => ({
  id,
  name: id,
  core: true,
  description: null,
  priority: 0,
  units: new Set(units),
  unitWhenMissing: null,
  convert: new Map([['小时', '小时']]),
  cues: [],
  not: [],
});
const RULES = [rule('service_hours', ['小时']), rule('volunteers', ['人'])];
const untaken = { quantity, sentence: 0, losers: [{ rule: 'service_hours', why: 'no cue' }], context };
const match: RuleMatch = {
  quantity: { ...quantity, span: { start: 0, end: 2 } },
  sentence: 0,
  rule: 'service_hours',
  indicator: 'service_hours',
  level: 'phrase',
  gap: 0,
  cue: { start: 2, end: 4 },
  direction: 'before',
  support: 1,
  rival: 'none',
  unit: '小时',
  unitSupplied: false,
  losers: [],
};

/** The places of all classes. */
const ALL = [0, 1, 2];

describe('the features of a number', () => {
  const names = featureNames(context);

  test('name what stands right in front, in front, behind and in the clause', () => {
    expect(names).toEqual(
      expect.arrayContaining(['B服务', 'B务', 'b提供', 'A，', 'c小时', 'y小时|服务', 'p人']),
    );
  });

  test('come once each and hold no digit of the text', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /\d/.test(name))).toEqual(['z2小时']);
  });

  test('do not depend on how large a number of its size class is', () => {
    const other = { ...context, quantity: { ...quantity, value: 480, lower: 480, upper: 480 } };
    expect(featureNames(other)).toEqual(names);
  });
});

describe('the classifier', () => {
  test('gives probabilities that add up to one, highest where the words speak for', () => {
    const probabilities = classifier.classify(context, ALL);
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect([...probabilities].indexOf(Math.max(...probabilities))).toBe(1);
  });

  test('counts a feature once, and shares out by the root of how many it knows', () => {
    // three of the four features hold: 120 + 100 sixteenths over √3, against an intercept of 8 sixteenths
    const [none, hours, tests] = classifier.classify(context, ALL);
    expect(Math.log(hours! / none!)).toBeCloseTo(220 / 16 / Math.sqrt(3) - 0.5, 10);
    expect(Math.log(hours! / tests!)).toBeCloseTo(204 / 16 / Math.sqrt(3), 10);
  });

  test('shares all out among the classes that are possible', () => {
    const [none, hours, tests] = classifier.classify(context, [0, 2]);
    expect(hours).toBe(0);
    expect(none! + tests!).toBeCloseTo(1, 12);
  });

  test('says by which words it tells two classes apart', () => {
    const [first, second] = classifier.weigh(context, 1, 2);
    expect(first!.feature).toBe('B服务');
    expect(first!.weight).toBeCloseTo(120 / 16 / Math.sqrt(3), 10);
    expect(second).toMatchObject({ feature: 'u小时' });
  });

  test('knows nothing where it has learnt nothing', () => {
    expect(createContextClassifier(EMPTY_CONTEXT).classify(context, [])).toHaveLength(0);
  });
});

describe('what rules found and did not find', () => {
  const run = (unmatched: (typeof untaken)[], by = classifier) =>
    classifyNumbers({ matches: [match], contexts: [context], unmatched }, by, RULES, () => false);

  test('a match keeps its place and gets an opinion', () => {
    const [found] = run([]).matches;
    expect(found!.match).toBe(match);
    expect(found!.opinion!.own).toBeGreaterThan(0.9);
    expect(found!.opinion!.own + found!.opinion!.none + found!.opinion!.other!.probability).toBeCloseTo(
      1,
      10,
    );
  });

  test('a number that no rule took becomes a figure where its words are those of an indicator', () => {
    const { matches, unmatched } = run([untaken]);
    expect(unmatched).toEqual([]);
    expect(matches.map(({ match: { level } }) => level)).toEqual(['phrase', 'context']);
    expect(matches[1]!.match).toMatchObject({
      indicator: 'service_hours',
      cue: null,
      unit: '小时',
      support: 0,
    });
  });

  test.each([
    [
      'words that speak against it',
      { context: { ...context, windows: { ...windows, before: '', clause: '岁' } } },
    ],
    ['a unit that the indicator does not take', { quantity: { ...quantity, unit: '人' } }],
    ['no unit', { quantity: { ...quantity, unit: null } }],
    ['a number that is blanked out', { quantity: { ...quantity, redacted: true } }],
    ['no rule that takes its unit', { losers: [] }],
  ])('but not with %s', (_, change) => {
    const one = { ...untaken, ...change };
    expect(run([one]).unmatched).toEqual([one]);
  });

  test('nor what an exception of the rule forbids', () => {
    const forbidden = classifyNumbers(
      { matches: [] as RuleMatch[], contexts: [] as NumberContext[], unmatched: [untaken] },
      classifier,
      RULES,
      ({ id }) => id === 'service_hours',
    );
    expect(forbidden.unmatched).toEqual([untaken]);
  });

  test('a match that only goes on with what stood before gives way to what its own words say', () => {
    const carried: RuleMatch = { ...match, rule: 'tests', indicator: 'tests', level: 'sentence', cue: null };
    const { matches } = classifyNumbers(
      { matches: [carried, { ...carried, cue: match.cue }], contexts: [context, context], unmatched: [] },
      classifier,
      [...RULES, rule('tests', ['小时'])],
      () => false,
    );
    expect(matches.map((one) => one.match.indicator)).toEqual(['service_hours', 'tests']);
    expect(matches[0]!.match.losers).toContainEqual({
      rule: 'tests',
      why: expect.stringContaining('goes on with') as string,
    });
  });

  test('an indicator that was not learnt gets no opinion, and without a model nothing is proposed', () => {
    const { matches, unmatched } = run([untaken], createContextClassifier(EMPTY_CONTEXT));
    expect(matches.map(({ opinion }) => opinion)).toEqual([null]);
    expect(unmatched).toEqual([untaken]);
  });
});
