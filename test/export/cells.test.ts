import { expect, test } from 'vitest';
import { formatBounds, formatNumber } from '../../src/export/amounts.js';
import { amount, day } from '../../src/export/sheets/cells.js';

test.each([
  ['2023-12-28', { value: 45288, format: 'date' }],
  ['1900-03-01', { value: 61, format: 'date' }],
  ['1899-01-01', { value: '1899-01-01' }],
  ['去年', { value: '去年' }],
  [null, { value: null }],
])('the day %s is a cell of %j', (iso, cell) => {
  expect(day(iso)).toEqual(cell);
});

test.each([
  [186000, true, 'wan'],
  [27670, true, 'exact-wan'],
  [27670.5, true, 'decimal'],
  [9999, true, 'whole'],
  [186000, false, 'whole'],
  [41.4, true, 'decimal'],
])('of %d, in 万 %s, the format is %s', (value, wan, format) => {
  expect(amount(value, wan)).toEqual({ value, format, look: 'plain' });
});

test.each([
  [186000, '18.6万'],
  [59169, '5.9169万'],
  [9999, '9,999'],
  [134000000, '13,400万'],
])('%d is %s', (value, shown) => {
  expect(formatNumber(value, true)).toBe(shown);
});

test.each([
  [5000, 6000, '5,000–6,000'],
  [100000, null, '≥100,000'],
  [null, 6000, '≤6,000'],
  [7, 7, null],
  [null, null, null],
])('bounds of %s and %s are shown as %s', (lower, upper, shown) => {
  expect(formatBounds({ value: null, lower, upper }, false)).toBe(shown);
});
