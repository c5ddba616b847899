import { describe, expect, test } from 'vitest';
import {
  changesOf,
  draftOf,
  faultsOf,
  follow,
  type Draft,
  type Field,
} from '../../../src/review/page/logic/correction.js';
import { parseDate } from '../../../src/review/page/logic/dates.js';
import { formatShare, parseNumber } from '../../../src/review/page/logic/numbers.js';
import { formatBounds, formatValue } from '../../../src/review/page/logic/format-figure.js';

const BEFORE = draftOf({
  ...{
    value: 6000,
    lower: 5000,
    upper: 6000,
    qualifier: 'under',
    unit: '人',
    indicator: 'volunteers',
    item: null,
  },
  ...{ statistic: 'total', region_code: '510100', region_name: '成都市', as_of: '2022-03-31' },
});
const type = (fields: Partial<Draft>) => {
  const touched = new Set(Object.keys(fields) as Field[]);
  const draft = { ...BEFORE, ...fields };
  return { changes: changesOf(BEFORE, draft, touched), shown: follow(draft, touched) };
};

describe('a correction', () => {
  test('of the value alone says only the value, and shows it as exact', () => {
    const { changes, shown } = type({ value: '6,100' });
    expect(changes).toEqual({ value: 6100 });
    expect(shown).toMatchObject({ qualifier: 'exact', lower: '6,100', upper: '6,100' });
  });

  test('of value and qualifier leaves the bounds to the server, and shows those that follow', () => {
    const { changes, shown } = type({ value: '6100', qualifier: 'over' });
    expect(changes).toEqual({ value: 6100, qualifier: 'over' });
    expect(shown).toMatchObject({ lower: '6100', upper: '' });
  });

  test('keeps a qualifier that was chosen again for a new value', () => {
    expect(type({ value: '7000', qualifier: 'under' }).changes).toEqual({ value: 7000, qualifier: 'under' });
  });

  test('of a field that was typed back to what it was changes nothing', () => {
    expect(type({ value: '6000', item: '' }).changes).toEqual({});
  });

  test('can empty what may be empty', () => {
    expect(type({ value: '', region_code: '', region_name: '', as_of: '' }).changes).toEqual({
      ...{ value: null, region_code: null, as_of: null },
    });
  });

  test.each<[Partial<Draft>, object]>([
    [{ value: 'many' }, { value: 'faultNumber' }],
    [{ lower: '7000' }, { value: 'faultOutside', upper: 'faultBounds' }],
    [{ value: '4000' }, { value: 'faultOutside' }],
    [{ as_of: '2022-02-30' }, { as_of: 'faultDate' }],
    [{ region_code: '', region_name: '成都' }, { region_code: 'faultRegion' }],
    [{ unit: ' ' }, { unit: 'faultUnit' }],
    [{}, {}],
  ])('%j is told what is wrong', (fields, faults) => {
    expect(faultsOf({ ...BEFORE, ...fields })).toEqual(faults);
  });
});

test.each([
  ['6,000', 6000],
  ['１．１万', 11000],
  ['0.3亿', 30_000_000],
  ['-3', -3],
  ['约6000', null],
  ['1.2.3', null],
  ['', null],
])('%s is typed for %s', (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

test.each([
  ['2022.3.31', '2022-03-31'],
  ['2022年3月31日', '2022-03-31'],
  ['20220331', '2022-03-31'],
  ['2022-02-29', null],
  ['2022-3', null],
])('%s is the date %s', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});

test.each([
  [{ value: 6000, lower: 5000, upper: 6000, redacted: false }, '6,000', '5,000–6,000'],
  [
    { value: 10_000_000, lower: 10_000_000, upper: null, redacted: false },
    '10,000,000',
    '10,000,000 or more',
  ],
  [{ value: null, lower: 200, upper: 900, redacted: false }, '200–900', '200–900'],
  [{ value: null, lower: null, upper: null, redacted: true }, 'blanked out', 'blanked out'],
])('%j is shown as %s, within %s', (figure, value, bounds) => {
  expect([formatValue(figure, 'en'), formatBounds(figure, 'en')]).toEqual([value, bounds]);
});

test('what is not certain is never 100 %', () => {
  expect([0.24, 0.994, 0.9996, 1].map(formatShare)).toEqual(['24 %', '99.4 %', '99.9 %', '100 %']);
});
