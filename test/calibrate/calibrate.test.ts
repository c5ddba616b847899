import { describe, expect, test } from 'vitest';
import { crossValidate } from '../../src/calibrate/cross-validate.js';
import {
  formatObservations,
  inOrder,
  parseObservations,
  type Observation,
} from '../../src/calibrate/observations.js';
import { predict, train } from '../../src/calibrate/train.js';

/** A hundred figures a kind: `near` ones are right in 95 of 100, `far` ones in 60, spread over 20 documents. */
const OBSERVATIONS: readonly Observation[] = (
  [
    ['near', 95],
    ['far', 60],
  ] as const
).flatMap(([kind, right]) =>
  Array.from({ length: 100 }, (_, i) => ({
    group: `document ${i % 20}`,
    right: (i * 37) % 100 < right,
    factors: [kind, 'body'],
  })),
);

describe('training', () => {
  test('gives each kind the share of it that is right', () => {
    const model = train(OBSERVATIONS);
    expect(predict(model, ['near', 'body'])).toBeCloseTo(0.95, 1);
    expect(predict(model, ['far', 'body'])).toBeCloseTo(0.6, 1);
    expect(model.weights.get('near')!).toBeGreaterThan(model.weights.get('far')!);
  });

  test('gives the same weights in whatever order the observations come', () => {
    expect(train(OBSERVATIONS.toReversed())).toEqual(train(OBSERVATIONS));
  });

  test('gives no weight to what was hardly ever seen', () => {
    const rare = { group: 'document 3', right: false, factors: ['near', 'seen-once'] };
    expect(train([...OBSERVATIONS, rare]).weights.has('seen-once')).toBe(false);
  });

  test('does not learn from figures that a fixed weight speaks for', () => {
    const doubtful = Array.from({ length: 50 }, (_, i) => ({
      group: `document ${i % 20}`,
      right: false,
      factors: ['near', 'body', 'ocr-digits'],
    }));
    const fixed = new Map([['ocr-digits', -4]]);
    expect(train([...OBSERVATIONS, ...doubtful], fixed)).toEqual(train(OBSERVATIONS, fixed));
  });

  test('refuses where all are right', () => {
    const right = OBSERVATIONS.map((one) => ({ ...one, right: true }));
    expect(() => train(right)).toThrow(RangeError);
  });
});

describe('cross-validation', () => {
  test('tests every figure once, by a model that has not seen its document', () => {
    const tested = crossValidate(OBSERVATIONS, 5, new Map(), () => 1);
    expect(tested).toHaveLength(OBSERVATIONS.length);
    const mean = tested.reduce((sum, { confidence }) => sum + confidence, 0) / tested.length;
    expect(mean).toBeCloseTo(0.775, 1);
  });

  test('a document that is all that speaks for a factor does not speak for itself', () => {
    const own = Array.from({ length: 40 }, () => ({
      group: 'odd',
      right: false,
      factors: ['near', 'body', 'odd'],
    }));
    const tested = crossValidate([...OBSERVATIONS, ...own], 5, new Map(), () => 1);
    const confidences = tested.filter(({ right }) => !right).map(({ confidence }) => confidence);
    expect(confidences.filter((confidence) => confidence > 0.9).length).toBeGreaterThanOrEqual(40);
  });
});

describe('a file of observations', () => {
  test('holds factors and verdicts and nothing else, and reads back', () => {
    const text = formatObservations(OBSERVATIONS);
    expect(text).not.toContain('document');
    const read = parseObservations(text, 'saved.jsonl');
    const told = (all: readonly Observation[]) => inOrder(all).map(({ right, factors }) => [right, factors]);
    expect(told(read)).toEqual(told(OBSERVATIONS));
    expect(new Set(read.map(({ group }) => group)).size).toBe(20);
    expect(formatObservations(read)).toBe(text);
  });

  test.each([
    ['nothing', '', 'a.jsonl:1'],
    ['no head', '[0,1,0]\n', 'a.jsonl:1'],
    ['a verdict that is none', '{"factors":["near"]}\n[0,2,0]\n', 'a.jsonl:2'],
    ['a factor that the head does not name', '{"factors":["near"]}\n[0,1,0]\n[0,1,7]\n', 'a.jsonl:3'],
  ])('that holds %s is refused with its line', (_, text, place) => {
    expect(() => parseObservations(text, 'a.jsonl')).toThrow(place);
  });
});
