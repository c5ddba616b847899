import { describe, expect, test } from 'vitest';
import { parseQuantities, type ParsedQuantities } from '../src/parse-quantities.js';
import { createEngine } from '../src/pipeline.js';
import { builtInRules, loadRuleSet } from '../src/ruleset/index.js';

const engine = createEngine(loadRuleSet([builtInRules()]));

/** Parses, and checks that every number is where it says. */
function read(text: string): ParsedQuantities {
  const parsed = parseQuantities(text, engine);
  const points = Array.from(text);
  for (const { start, end, exact } of [...parsed.quantities, ...parsed.set_aside])
    expect(points.slice(start, end).join('')).toBe(exact);
  return parsed;
}

describe('quantities of a text', () => {
  test('come with value, bounds, hedge and unit at their place', () => {
    expect(read('全市招募志愿者近6000名')).toEqual({
      text: '全市招募志愿者近6000名',
      quantities: [
        { start: 8, end: 12, exact: '6000', value: 6000, lower: 5000, upper: 6000, qualifier: 'under', unit: '人', redacted: false },
      ], // prettier-ignore
      set_aside: [],
    });
  });

  test('may have no unit, be percentages, money or blanked out', () => {
    const { quantities } = read('得票 8526，占17.5%，募集善款8.2万元，志愿者X人');
    expect(quantities.map(({ exact, value, unit, redacted }) => [exact, value, unit, redacted])).toEqual([
      ['8526', 8526, null, false],
      ['17.5', 17.5, '%', false],
      ['8.2万', 82000, '元', false],
      ['X', null, '人', true],
    ]);
  });

  test('are read through full-width digits, traditional characters and annotations, and keep their places', () => {
    const { quantities } = read('𬶍招募志願(yuàn)者５９１６９名，捐款一萬(wàn)六千元');
    expect(quantities.map(({ start, exact, value, unit }) => [start, exact, value, unit])).toEqual([
      [12, '５９１６９', 59169, '人'],
      [21, '一萬(wàn)六千', 16000, '元'],
    ]);
  });

  test('leave dates aside with ISO values', () => {
    const { quantities, set_aside } = read('2021年3月5日，第2天，3月1日至4月1日');
    expect(quantities).toEqual([]);
    expect(set_aside[0]).toEqual({
      start: 0,
      end: 9,
      exact: '2021年3月5日',
      kind: 'date',
      value: '2021-03-05',
    });
  });

  test('leave plans and requirements to the exclusion rules', () => {
    const { quantities, set_aside } = read('已招募志愿者300名，下一步计划再招募500名');
    expect(quantities.map(({ exact }) => exact)).toEqual(['300']);
    expect(set_aside).toEqual([{ start: 19, end: 22, exact: '500', kind: 'plan', value: 500 }]);
  });

  test('are found in linear time', () => {
    const line = '全市招募志愿者近6000名，计划再招募500名，发放口罩3万只。';
    const time = (count: number): number => {
      const begun = performance.now();
      parseQuantities(line.repeat(count), engine);
      return performance.now() - begun;
    };
    time(2000);
    expect(time(20_000)).toBeLessThan(30 * Math.max(time(2000), 10));
  });
});
