import { describe, expect, test } from 'vitest';
import { chooseRegion } from '../../src/attribute/region-model.js';
import { minimise } from '../../src/calibrate/minimise.js';
import {
  formatRegionObservations,
  parseRegionObservations,
  settleRegions,
  type RegionObservation,
} from '../../src/calibrate/region-observations.js';
import { formatRegionModel, testRegion, trainRegion } from '../../src/calibrate/train-region.js';
import { readRegionModel } from '../../src/ruleset/region-model.js';

/** Sixty reports: what the headline names is right in nine of ten, what is named far below in one; a cue of its own in each. */
const OBSERVATIONS: readonly RegionObservation[] = Array.from({ length: 60 }, (_, i) => ({
  group: `document ${String(i).padStart(2, '0')}`,
  candidates: [
    { figures: i % 10 > 0 ? 3 : 0, cues: ['headline', 'named', `alone ${i}`] },
    { figures: i % 10 > 0 ? 0 : 2, cues: ['far', 'named'] },
    { figures: 0, cues: ['none'] },
  ],
}));

describe('learning what reports are about', () => {
  test('cues that tell get weight, and of two candidates the likelier is chosen', () => {
    const model = trainRegion(OBSERVATIONS);
    expect(model.get('headline')!).toBeGreaterThan(model.get('far')!);
    const [one, other] = [new Set(['far', 'named']), new Set(['headline', 'named'])];
    const choice = chooseRegion(
      [
        { code: '110000', cues: one },
        { code: '120000', cues: other },
        { code: null, cues: new Set(['none']) },
      ],
      model,
    );
    expect(choice.best.code).toBe('120000');
    expect(choice.scores.get('120000')! - choice.scores.get('110000')!).toBeGreaterThan(1);
  });

  test('where a model knows nothing, none is chosen', () => {
    const cues = new Set(['headline']);
    expect(
      chooseRegion(
        [
          { code: '110000', cues },
          { code: null, cues },
        ],
        new Map(),
      ).best.code,
    ).toBeNull();
  });

  test('the order of the observations does not matter', () => {
    expect(trainRegion(OBSERVATIONS.toReversed())).toEqual(trainRegion(OBSERVATIONS));
  });

  test('what fewer than five documents have is not learnt', () => {
    expect([...trainRegion(OBSERVATIONS).keys()].filter((cue) => cue.startsWith('alone'))).toEqual([]);
  });

  test('every report is judged once, by a model of the others', () => {
    // 54 reports of three figures, and 6 of two that are about what is named far below
    expect(testRegion(OBSERVATIONS, 5)).toEqual({ reports: 60, figures: 174, right: 162 });
  });

  test('the file that is written is the model that is read', () => {
    const model = trainRegion(OBSERVATIONS);
    const text = formatRegionModel(model);
    const problems: never[] = [];
    expect(readRegionModel([{ layer: 0, name: 'report-region.json', file: 'a', text }], problems)).toEqual(
      model,
    );
    expect(problems).toEqual([]);
  });

  test.each([
    ['no JSON', '{'],
    ['a weight that is no number', '{"weights":{"title":"much"}}'],
    ['an unknown key', '{"weights":{},"bias":1}'],
  ])('a file that is %s is a problem of the rules', (_, text) => {
    const problems: { message: string }[] = [];
    expect(
      readRegionModel([{ layer: 0, name: 'report-region.json', file: 'a', text }], problems as never[]).size,
    ).toBe(0);
    expect(problems[0]!.message).toContain('not a region model');
  });
});

describe('a file of region observations', () => {
  const text = formatRegionObservations(OBSERVATIONS);

  test('names no document, and reads back', () => {
    expect(text).not.toContain('document');
    expect(text).not.toContain('alone');
    const read = parseRegionObservations(text, 'saved.jsonl');
    expect(settleRegions(read).map(({ candidates }) => candidates)).toEqual(
      settleRegions(OBSERVATIONS).map(({ candidates }) => candidates),
    );
    expect(formatRegionObservations(read)).toBe(text);
    expect(trainRegion(read)).toEqual(trainRegion(OBSERVATIONS));
  });

  test.each([
    ['nothing', '', 'a.jsonl:1'],
    ['no head', '[0,[1,0]]\n', 'a.jsonl:1'],
    ['a cue that the head does not name', '{"cues":["title"]}\n[0,[1,0]]\n[0,[1,1]]\n', 'a.jsonl:3'],
    ['a row that is none', '{"cues":["title"]}\n[0,1]\n', 'a.jsonl:2'],
  ])('that holds %s is refused with its line', (_, content, place) => {
    expect(() => parseRegionObservations(content, 'a.jsonl')).toThrow(place);
  });
});

test('L-BFGS finds the least of an ill-conditioned quadratic, and stays at the origin where that is it', () => {
  const scales = [1, 100, 0.01];
  const least = [3, -2, 5];
  const point = minimise(
    (at, gradient) => {
      let value = 0;
      for (let i = 0; i < 3; i++) {
        gradient[i] = scales[i]! * (at[i]! - least[i]!);
        value += (scales[i]! / 2) * (at[i]! - least[i]!) ** 2;
      }
      return value;
    },
    3,
    1e-8,
  );
  for (const [i, value] of least.entries()) expect(point[i]).toBeCloseTo(value, 4);
  const still = minimise((at, gradient) => {
    gradient[0] = 2 * at[0]!;
    return at[0]! ** 2;
  }, 1, 1e-8); // prettier-ignore
  expect([...still]).toEqual([0]);
});
