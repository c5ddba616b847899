import { expect, test } from 'vitest';
import type { ComparedCell, ComparedRow } from '../../../src/review/compare-api.js';
import type { Sort } from '../../../src/review/page/logic/compare-route.js';
import { rowNames } from '../../../src/review/page/logic/row-names.js';
import { sortRows } from '../../../src/review/page/logic/sort-rows.js';

const filled = (
  value: number | null,
  lower: number | null,
  upper: number | null,
  best: number,
): ComparedCell => ({
  ...{ value, lower, upper, rank: [best, best], from: '2022-03-31', to: '2022-03-31', figures: 1 },
});
const gap: ComparedCell = { gap: 'no-report' };
const row = (code: string, ...cells: ComparedCell[]): ComparedRow => ({
  code,
  name: code,
  within: null,
  cells,
});

const ROWS = [
  row('1', gap, filled(3, 3, 3, 3)),
  row('2', filled(20, 20, 20, 2), gap),
  row('3', filled(null, 5, 30, 1), filled(7, 7, 7, 1)),
  row('4', filled(20, 18, 20, 3), filled(7, 7, 7, 1)),
];

test.each<[Sort, string]>([
  [{ by: 'region', order: 'up' }, '1234'],
  [{ by: 'region', order: 'down' }, '4321'],
  // the better rank first where numbers are equal, then the code; gaps last, whatever the order
  [{ by: 0, order: 'down' }, '3241'],
  [{ by: 0, order: 'up' }, '4231'],
  [{ by: 1, order: 'down' }, '3412'],
  [{ by: 1, order: 'up' }, '1342'],
  // a column that is not there
  [{ by: 9, order: 'down' }, '1234'],
])('sorted by %j: %s', (sort, order) => {
  expect(
    sortRows(ROWS, sort)
      .map(({ code }) => code)
      .join(''),
  ).toBe(order);
});

test('regions that share a name are told apart by what they lie in', () => {
  const named = (code: string, name: string, within: string | null): ComparedRow => ({
    code,
    name,
    within,
    cells: [],
  });
  const rows = [
    named('320106', '鼓楼区', '南京市'),
    named('320302', '鼓楼区', '徐州市'),
    named('320500', '苏州市', '江苏省'),
  ];
  expect([...rowNames(rows).values()]).toEqual(['鼓楼区 南京市', '鼓楼区 徐州市', '苏州市']);
});
