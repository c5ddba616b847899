import { describe, expect, test } from 'vitest';
import {
  changesOf,
  edited,
  faultsOf,
  formOf,
  isTakenAsExact,
  statedNumber,
  type Draft,
  type Form,
} from '../../../src/review/page/logic/correction.js';
import { parseDate } from '../../../src/review/page/logic/dates.js';
import { formatShare, parseNumber } from '../../../src/review/page/logic/numbers.js';
import { formatBounds, formatValue } from '../../../src/review/page/logic/format-figure.js';

const OPENED = formOf({
  ...{ value: 6000, lower: 5000, upper: 6000, qualifier: 'under', redacted: false },
  ...{ unit: '人', indicator: 'volunteers', item: null },
  ...{ statistic: 'total', region_code: '510100', region_name: '成都市', as_of: '2022-03-31' },
});
const EXACT = {
  ...({ value: 300, lower: 300, upper: 300, qualifier: 'exact', item: null } as const),
  ...({ unit: '人', indicator: 'volunteers', statistic: 'total' } as const),
  ...{ region_code: null, region_name: null, as_of: null },
};
/** The form after one edit after the other. */
const type = (...edits: Partial<Draft>[]): Form => edits.reduce(edited, OPENED);
const changes = (...edits: Partial<Draft>[]) => changesOf(type(...edits));

describe('a correction', () => {
  test.each<[Partial<Draft>[], object]>([
    [[{ value: '6,100' }], { value: 6100, lower: 6100, upper: 6100, qualifier: 'exact' }],
    [[{ value: '6100' }, { qualifier: 'over' }], { value: 6100, lower: 6100, upper: null, qualifier: 'over' }],
    [[{ qualifier: 'under' }, { value: '7000' }], { value: 7000, lower: 6000, upper: 7000, qualifier: 'under' }],
    [[{ qualifier: 'about' }], { value: 6000, lower: 5500, upper: 6500, qualifier: 'about' }],
    [[{ qualifier: 'range' }], { value: null, lower: 5000, upper: 6000, qualifier: 'range' }],
    [[{ value: '' }], { value: null, lower: 5000, upper: 6000, qualifier: 'range' }],
    [[{ qualifier: 'vague' }, { lower: '2万' }, { upper: '9万' }], { value: null, lower: 20000, upper: 90000, qualifier: 'vague' }],
    [[{ qualifier: 'range' }, { value: '80' }], { value: 80, lower: 80, upper: 80, qualifier: 'exact' }],
    [[{ lower: '5500' }], { value: 6000, lower: 5500, upper: 6000, qualifier: 'under' }],
    [[{ upper: '7000' }], { value: 6000, lower: 5000, upper: 7000, qualifier: 'about' }],
    [[{ lower: '6000' }], { value: 6000, lower: 6000, upper: 6000, qualifier: 'exact' }],
  ])('%j: what is saved stands in the form, bounds and hedge too', (edits, number) => {
    const form = type(...edits);
    expect(changesOf(form)).toEqual(number);
    expect(statedNumber(form)).toMatchObject(number);
    expect(faultsOf(form)).toEqual({});
  }); // prettier-ignore

  test('of what was typed back to what it was changes nothing', () => {
    expect(changes({ value: '7' }, { value: '6000' }, { item: ' ' })).toEqual({});
    expect(changes({ value: '6,000', as_of: '2022年3月31日' })).toMatchObject({});
  });

  test('can empty what may be empty', () => {
    expect(changes({ region_code: '', region_name: '' }, { as_of: '' })).toEqual({
      region_code: null,
      as_of: null,
    });
  });

  test('of an exact number to a range begins without bounds', () => {
    const exact = formOf({ ...EXACT, redacted: false });
    const form = edited(exact, { qualifier: 'range' });
    expect(form.draft).toMatchObject({ value: '', lower: '', upper: '' });
    expect(faultsOf(form)).toEqual({ lower: 'faultNoBounds', upper: 'faultNoBounds' });
  });

  test('does not depend on the hedges that were passed on the way to one', () => {
    const over = formOf({ ...EXACT, value: 970, lower: 970, upper: 980, qualifier: 'over', redacted: false });
    const chosen = (...hedges: Draft['qualifier'][]): Draft =>
      hedges.reduce<Form>((form, qualifier) => edited(form, { qualifier }), over).draft;
    expect(chosen('under', 'about', 'range')).toEqual(chosen('range'));
    expect(chosen('range')).toMatchObject({ value: '', lower: '970', upper: '980' });
    expect(chosen('range', 'vague', 'exact')).toMatchObject({ value: '970', lower: '970', upper: '970' });
    expect(chosen('about', 'over')).toEqual(over.draft);
    const blank = formOf({ ...EXACT, value: null, lower: null, upper: null, redacted: true });
    const read = edited(edited(edited(blank, { value: '25' }), { qualifier: 'about' }), {
      qualifier: 'range',
    });
    expect(read.draft).toMatchObject({ value: '', lower: '', upper: '' });
    const cleared = edited(edited(over, { value: '-5' }), { value: '' });
    expect(cleared.draft).toMatchObject({ value: '', lower: '', upper: '' });
    expect(isTakenAsExact(cleared)).toBe(false);
  });

  test('of a number that was blanked out says that it no longer is', () => {
    const blank = formOf({ ...EXACT, value: null, lower: null, upper: null, redacted: true });
    expect(faultsOf(blank)).toEqual({});
    expect(changesOf(edited(blank, { value: '12' }))).toEqual({
      ...{ value: 12, lower: 12, upper: 12, qualifier: 'exact', redacted: false },
    });
    expect(changesOf(edited(edited(blank, { value: '12' }), { value: '' }))).toEqual({});
  });

  test.each<[Partial<Draft>, object]>([
    [{ value: 'many' }, { value: 'faultNumber' }],
    [{ value: '3-5万' }, { value: 'faultNumber' }],
    [{ value: '-5' }, { value: 'faultNegative', lower: 'faultNegative', upper: 'faultNegative' }],
    [{ upper: '1亿亿亿' }, { upper: 'faultNumber' }],
    [{ lower: '7000' }, { upper: 'faultBounds' }],
    [{ lower: '6500', upper: '7000' }, { value: 'faultOutside' }],
    [{ as_of: '2022-02-30' }, { as_of: 'faultDate' }],
    [{ as_of: '9999-01-01' }, { as_of: 'faultDate' }],
    [{ region_code: '', region_name: '成都' }, { region_code: 'faultRegion' }],
    [{ unit: ' ' }, { unit: 'faultUnit' }],
    [{}, {}],
  ])('%j is told what is wrong', (fields, faults) => {
    expect(faultsOf(type(fields))).toEqual(faults);
  });

  test('without any number is told so', () => {
    expect(faultsOf(edited(formOf({ ...EXACT, redacted: false }), { value: '' }))).toEqual({
      value: 'faultNoNumber',
    });
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
