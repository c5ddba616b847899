import { describe, expect, test } from 'vitest';
import { dayAxis, dayOf } from '../../src/picture/options/days.js';
import { axisFor, formatNumber } from '../../src/picture/options/numbers.js';
import { spread } from '../../src/picture/options/spread.js';
import { widthOf, wrap } from '../../src/picture/options/text-width.js';

describe('an axis of numbers', () => {
  test.each([
    [0, 1, 1],
    [7, 8, 2],
    [0.3, 0.3, 0.05],
    [6200, 8000, 2000],
    [21_000, 25_000, 5000],
    [1e12, 1e12, 2e11],
  ])('up to %d ends at %d, by steps of %d', (most, max, interval) => {
    expect(axisFor(most)).toEqual({ max, interval });
  });

  test('has fewer steps where there is little room', () => {
    expect(axisFor(1e12, 2)).toEqual({ max: 1e12, interval: 5e11 });
    expect(axisFor(6200, 3)).toEqual({ max: 7500, interval: 2500 });
  });

  test('is counted in 万, 亿 and 万亿 in Chinese', () => {
    const shown = [9999, 15_000, 2.5e8, 3e12].map((number) => [
      formatNumber(number, 'zh'),
      formatNumber(number, 'en'),
    ]);
    expect(shown).toEqual([
      ['9,999', '9,999'],
      ['1.5万', '15,000'],
      ['2.5亿', '250 million'],
      ['3万亿', '3 trillion'],
    ]);
  });
});

describe('an axis of time', () => {
  const ticksOf = (from: string, to: string, room: number): string[] => {
    const { ticks, format } = dayAxis([from, to], room);
    return ticks.map(format);
  };

  test('of one day has the days beside it', () => {
    expect(ticksOf('2022-03-10', '2022-03-10', 8)).toEqual(['2022-03-09', '2022-03-10', '2022-03-11']);
  });

  test('has days, months or years, as there is room', () => {
    expect(ticksOf('2022-01-10', '2022-03-10', 5)).toEqual([
      '2022-01-15', '2022-01-29', '2022-02-12', '2022-02-26',
    ]); // prettier-ignore
    expect(ticksOf('2021-11-20', '2022-05-20', 7)).toEqual([
      '2021-12', '2022-01', '2022-02', '2022-03', '2022-04', '2022-05',
    ]); // prettier-ignore
    expect(ticksOf('2003-02-01', '2022-03-10', 5)).toEqual(['2005', '2010', '2015', '2020']);
    expect(ticksOf('1822-02-01', '2022-03-10', 4)).toEqual(['1850', '1900', '1950', '2000']);
  });

  test('holds all days, and never more words than there is room for', () => {
    for (const days of [0, 1, 9, 40, 100, 400, 2000, 60_000])
      for (const room of [3, 5, 9]) {
        const last = dayOf(Date.UTC(1850, 0, 1 + days));
        const { min, max, ticks } = dayAxis(['1850-01-01', last], room);
        expect(min).toBeLessThan(Date.UTC(1850, 0, 1));
        expect(max).toBeGreaterThan(Date.parse(last));
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(room);
      }
  });
});

describe('labels at the ends of lines', () => {
  test('stay where they have room', () => {
    expect(spread([10, 80, 40], { distance: 16, bottom: 100 })).toEqual([10, 80, 40]);
  });

  test('keep a distance and their order, and end at the bottom', () => {
    expect(spread([98, 99, 20, 97], { distance: 16, bottom: 100 })).toEqual([84, 100, 20, 68]);
    expect(spread([50, 50], { distance: 16, bottom: 100 })).toEqual([50, 66]);
  });
});

describe('text', () => {
  test('is wider in Han characters and capitals', () => {
    const widths = ['ill', 'abc', 'ABC', '汉字的'].map((text) => widthOf(text, 12));
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widthOf('汉字', 20)).toBeGreaterThanOrEqual(40);
  });

  test('breaks within a word that is longer than a line', () => {
    expect(wrap('abcdefghij klm', 4)).toEqual(['abcd', 'efgh', 'ij', 'klm']);
    const lines = wrap('甲乙 '.repeat(30) + 'x'.repeat(90), 120, (text) => widthOf(text, 12));
    for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(120);
    expect(lines.join('').replace(/ /g, '')).toBe('甲乙'.repeat(30) + 'x'.repeat(90));
  });
});
