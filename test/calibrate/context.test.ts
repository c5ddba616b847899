import { describe, expect, test } from 'vitest';
import {
  formatContextObservations,
  parseContextObservations,
  settle,
  type ContextObservation,
} from '../../src/calibrate/context-observations.js';
import { formatContext, trainContext } from '../../src/calibrate/train-context.js';
import { buildContextModel, readContextModel } from '../../src/ruleset/context-model.js';

/** Forty documents: 小时 behind 服务 are hours, behind 开放 nothing; a word of its own in each document. */
const OBSERVATIONS: readonly ContextObservation[] = Array.from({ length: 40 }, (_, i) => [
  { group: `document ${i}`, stated: 'service_hours', features: ['u小时', 'B服务', `c独${i}`] },
  { group: `document ${i}`, stated: 'none', features: ['u小时', 'B开放'] },
]).flat();

const scoreOf = (features: readonly string[], stated: string): number => {
  const trained = trainContext(OBSERVATIONS);
  const place = trained.classes.indexOf(stated);
  const weightOf = (feature: string): number => {
    const pairs = trained.features[feature]!;
    const at = pairs.findIndex((one, i) => i % 2 === 0 && one === place);
    return at < 0 ? 0 : pairs[at + 1]!;
  };
  return features.reduce((sum, feature) => sum + weightOf(feature), 0);
};

describe('learning contexts', () => {
  test('words that tell classes apart get weights for one and against the other', () => {
    expect(scoreOf(['B服务'], 'service_hours')).toBeGreaterThan(scoreOf(['B服务'], 'none'));
    expect(scoreOf(['B开放'], 'none')).toBeGreaterThan(scoreOf(['B开放'], 'service_hours'));
  });

  test('the order of the observations does not matter', () => {
    expect(trainContext(OBSERVATIONS.toReversed())).toEqual(trainContext(OBSERVATIONS));
  });

  test('what fewer than four documents say is not learnt', () => {
    expect(Object.keys(trainContext(OBSERVATIONS).features).sort()).toEqual(['B开放', 'B服务', 'u小时']);
  });

  test('the file that is written is the model that is read', () => {
    const trained = trainContext(OBSERVATIONS);
    const file = { layer: 0, name: 'context.json', file: 'context.json', text: formatContext(trained) };
    const problems: never[] = [];
    expect(readContextModel([file], problems)).toEqual(buildContextModel(trained));
    expect(problems).toEqual([]);
  });
});

describe('a file of context observations', () => {
  const text = formatContextObservations(OBSERVATIONS);

  test('holds no document and no word that only one has, and reads back', () => {
    expect(text).not.toContain('document');
    expect(text).not.toContain('独');
    const read = parseContextObservations(text, 'saved.jsonl', new Set(['service_hours']));
    const told = (all: readonly ContextObservation[]) =>
      settle(all)
        .map(({ stated, features }) => [stated, features.join(' ')].join(' '))
        .sort();
    expect(told(read)).toEqual(told(OBSERVATIONS));
    expect(formatContextObservations(read)).toBe(text);
    expect(trainContext(read)).toEqual(trainContext(OBSERVATIONS));
  });

  test.each([
    ['nothing', '', 'a.jsonl:1'],
    ['no head', '[0,1,0]\n', 'a.jsonl:1'],
    ['a class that the head does not name', '{"stated":["none"],"features":["u人"]}\n[0,1,0]\n', 'a.jsonl:2'],
    [
      'a feature that the head does not name',
      '{"stated":["none"],"features":["u人"]}\n[0,0,0]\n[0,0,1]\n',
      'a.jsonl:3',
    ],
    ['a row that is none', '{"stated":["none"],"features":["u人"]}\n[0]\n', 'a.jsonl:2'],
  ])('that holds %s is refused with its line', (_, content, place) => {
    expect(() => parseContextObservations(content, 'a.jsonl', new Set(['service_hours']))).toThrow(place);
  });
});
