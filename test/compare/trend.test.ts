import { expect, test } from 'vitest';
import { trendsOf } from '../../src/compare/index.js';
import { newDatabase, tell } from './fixtures.js';

test('a region over time: the greatest total of each day, what is stated again, what disagrees', () => {
  const database = newDatabase();
  tell(database, [['320800', 40, { as_of: '2022-01-31' }], ['320800', 5, { as_of: '2022-01-31' }]]);
  tell(database, [['320800', 40, { as_of: '2022-02-28' }]]);
  tell(database, [['320800', 90], ['320826', 7]]);
  tell(database, [['320800', 80]]);
  const asked = { indicators: ['volunteers'], regions: ['320800'], from: '2022-01-01', to: '2022-12-31' };
  const { trends, sources } = trendsOf(database.store, asked);
  expect(trends.map(({ region }) => region.name)).toEqual(['淮安市']);
  expect(
    trends[0]!.points.map(({ as_of, amount, repeats, contradicted }) => [as_of, amount.value, amount.lower, repeats, contradicted]),
  ).toEqual([
    ['2022-01-31', 40, 40, false, false],
    ['2022-02-28', 40, 40, true, false],
    ['2022-03-31', 90, 80, false, true],
  ]);
  expect(trends[0]!.points.flatMap(({ figures }) => figures).every((id) => sources.has(id))).toBe(true);
}); // prettier-ignore

test('of one region: the series that is stated most often, not the one whose name comes first', () => {
  const database = newDatabase();
  const goods = (item: string, as_of: string) => ({ indicator: 'supplies', unit: '个', item, as_of });
  tell(database, [['320800', 10, goods('口罩', '2022-01-31')], ['320800', 4, goods('儿童口罩', '2022-01-31')]]);
  tell(database, [['320800', 30, goods('口罩', '2022-02-28')]]);
  const asked = { indicators: ['supplies'], regions: ['320800'], from: '2022-01-01', to: '2022-12-31' };
  const { trends } = trendsOf(database.store, asked);
  expect(trends.map(({ series, points }) => [series.item, points.length])).toEqual([['口罩', 2]]);
}); // prettier-ignore

test('a count that runs on and stands lower than before in its year falls', () => {
  const database = newDatabase();
  const runs = (as_of: string) => ({ as_of, quote: `截至${as_of}累计` });
  tell(database, [['320800', 40, runs('2022-01-31')]]);
  tell(database, [['320800', 30, runs('2022-02-28')]]);
  tell(database, [['320800', 35, { as_of: '2022-03-31', quote: '本月' }]]);
  const asked = { indicators: ['volunteers'], regions: ['320800'], from: '2022-01-01', to: '2022-12-31' };
  const [trend] = trendsOf(database.store, asked).trends;
  expect(trend!.points.map(({ falls }) => falls)).toEqual([false, true, false]);
});
