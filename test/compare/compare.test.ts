import { describe, expect, test } from 'vitest';
import { Populations, type Cell, type Comparison } from '../../src/compare/index.js';
import { recordDecision } from '../../src/store/index.js';
import { ask, newDatabase, tell } from './fixtures.js';

/** The only series' cell of each region, in short. */
const cells = ({ rows }: Pick<Comparison, 'rows'>): Record<string, unknown> =>
  Object.fromEntries(rows.map(({ region, cells: [cell] }) => [region.name, shorten(cell!)]));
const shorten = (cell: Cell): unknown =>
  cell.kind === 'gap' ? cell.reason : [cell.kind, cell.amount.value, cell.amount.lower, cell.amount.upper];

const WAITS = { needs_review: true };

describe('a region', () => {
  test('speaks by the greatest total of its report, and by that of the latest state', () => {
    const database = newDatabase();
    tell(database, [['320800', 1200], ['320800', 59169], ['320800', 30]]);
    tell(database, [['320500', 500, { as_of: '2022-02-01' }]]);
    tell(database, [['320500', 800]]);
    expect(cells(ask(database))).toEqual({
      淮安市: ['stated', 59169, 59169, 59169],
      苏州市: ['stated', 800, 800, 800],
    });
  }); // prettier-ignore

  test('speaks by what is most exact of what agrees', () => {
    const database = newDatabase();
    tell(database, [['320800', 6000, { lower: 5000, qualifier: 'under' }]]);
    const [exact] = tell(database, [['320800', 5932]]);
    const { rows, conflicts } = ask(database);
    expect(rows[0]!.cells[0]).toMatchObject({
      ...{ amount: { value: 5932, lower: 5932 }, figures: [exact], contradicted: false },
    });
    expect(conflicts).toEqual([]);
  });

  test('is not told by an event of a later day, and says so where a running count falls', () => {
    const database = newDatabase();
    tell(database, [['320800', 5000, { as_of: '2022-02-01', quote: '截至2月1日累计5000人' }]]);
    tell(database, [['320800', 50]]);
    expect(ask(database).conflicts).toEqual([]);
    tell(database, [['320800', 4000, { quote: '截至3月31日累计4000人' }]]);
    const { conflicts, rows } = ask(database);
    expect(conflicts).toMatchObject([{ kind: 'falls', stated: { value: 5000 }, other: { value: 4000 } }]);
    expect(rows[0]!.cells[0]).toMatchObject({
      ...{ contradicted: true, amount: { value: 5000, lower: 4000, upper: 5000 } },
    });
  });

  test('whose reports disagree about one day has bounds that hold both', () => {
    const database = newDatabase();
    const told = [...tell(database, [['320800', 700]]), ...tell(database, [['320800', 900]])];
    const { conflicts, rows } = ask(database);
    expect(cells({ rows })).toEqual({ 淮安市: ['stated', 900, 700, 900] });
    expect(conflicts).toMatchObject([{ kind: 'disagree', region_name: '淮安市', unit: '人' }]);
    expect(rows[0]!.cells[0]).toMatchObject({ figures: told.toReversed() });
  });

  test('does not speak by a part whose whole waits for review in the same report', () => {
    const database = newDatabase();
    tell(database, [['320800', 300], ['320800', 59169, WAITS]]);
    expect(cells(ask(database))).toEqual({ 淮安市: 'in-review' });
    expect(cells(ask(database, { includeReview: true }))).toEqual({ 淮安市: ['stated', 59169, 59169, 59169] });
  }); // prettier-ignore

  test('is told by what reviewers decided, and not by what they rejected', () => {
    const database = newDatabase();
    const [wrong, right] = tell(database, [['320800', 1e6], ['320800', 100, WAITS]]);
    const by = { who: '王芳', at: '2026-01-02T00:00:00.000Z' };
    const changes = { value: 110, region_code: '320500' };
    recordDecision(database.store, { ...by, figureId: wrong!, action: 'reject' });
    recordDecision(database.store, { ...by, figureId: right!, action: 'correct', changes });
    expect(cells(ask(database))).toEqual({ 苏州市: ['stated', 110, 110, 110], 淮安市: 'not-stated' });
  }); // prettier-ignore

  test('is told once by reposts', () => {
    const database = newDatabase();
    tell(database, [['320500', 7]], { content_hash: 'same' });
    tell(database, [['320500', 7]], { content_hash: 'same' });
    const { rows } = ask(database);
    expect(cells({ rows })).toEqual({ 苏州市: ['stated', 7, 7, 7] });
    expect(rows.flatMap(({ cells: [cell] }) => (cell!.kind === 'gap' ? [] : cell!.figures))).toHaveLength(1);
  });
});

describe('divisions', () => {
  test('are summed where the region states nothing itself, and never beside its own total', () => {
    const database = newDatabase();
    tell(database, [['320826', 40, { lower: 30, upper: 40, qualifier: 'under' }]]);
    expect(cells(ask(database, { level: 'province' }))).toEqual({ 江苏省: ['rolled-up', 40, 30, null] });
    tell(database, [['320500', 100]]);
    // of two cities both are known; 淮安 by its only county
    expect(cells(ask(database, { level: 'province' }))).toEqual({ 江苏省: ['rolled-up', 140, 130, 140] });
    expect(ask(database, { level: 'province' }).rows[0]!.cells[0]).toMatchObject({
      ...{ parts: ['320500', '320826'], divisions: 2, counted: 2, from: '2022-03-31', to: '2022-03-31' },
    });
    tell(database, [['320000', 150]]);
    expect(cells(ask(database, { level: 'province' }))).toEqual({ 江苏省: ['stated', 150, 150, 150] });
    expect(ask(database, { level: 'province' }).conflicts).toEqual([]);
  });

  test('that come to more than the region states for the day are a conflict', () => {
    const database = newDatabase();
    tell(database, [['320000', 50, { as_of: '2022-03-01' }]]);
    tell(database, [['320500', 100]]);
    // of a later day they may
    expect(ask(database, { level: 'province' }).conflicts).toEqual([]);
    tell(database, [['320000', 60]]);
    expect(ask(database, { level: 'province' }).conflicts).toMatchObject([
      { kind: 'parts', region_name: '江苏省', stated: { value: 60 }, other: { value: 100, upper: null } },
    ]);
    const [cell] = ask(database, { level: 'province' }).rows.find(
      ({ region }) => region.name === '江苏省',
    )!.cells;
    expect(cell).toMatchObject({
      kind: 'stated',
      contradicted: true,
      amount: { value: 60, lower: 60, upper: null },
    });
  });

  test('stand on a level without one inside another', () => {
    const database = newDatabase();
    tell(database, [['110101', 1], ['429004', 2], ['320826', 3], ['420000', 9]]);
    expect(Object.keys(cells(ask(database, { level: 'province' })))).toEqual(['北京市', '江苏省', '湖北省']);
    expect(cells(ask(database))).toEqual({
      北京市: ['rolled-up', 1, 1, 1],
      淮安市: ['rolled-up', 3, 3, 3],
      仙桃市: ['stated', 2, 2, 2],
    });
    const county = ask(database, { level: 'county', within: '320800' });
    expect(Object.keys(cells(county))).toEqual(['涟水县']);
  }); // prettier-ignore
});

describe('only like is compared with like', () => {
  test('each indicator in the unit that most regions use; the others are named', () => {
    const database = newDatabase();
    tell(database, [['320800', 10], ['320500', 20]]);
    tell(database, [['320500', 70, { unit: '人次' }]]);
    const { series, otherSeries } = ask(database);
    expect(series).toMatchObject([{ unit: '人', regions: 2 }]);
    expect(otherSeries).toMatchObject([{ unit: '人次', regions: 1 }]);
    expect(cells(ask(database, { unit: '人次' }))).toEqual({ 苏州市: ['stated', 70, 70, 70], 淮安市: 'other-unit' });
    expect(ask(database, { every: true }).series).toHaveLength(2);
  }); // prettier-ignore

  test('the same whatever the order in which reports came', () => {
    const told = [[10_000], [10_000, { lower: 9500, upper: 10_500, qualifier: 'about' }], [9800]] as const;
    const orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]];
    const seen = orders.map((order) => {
      const database = newDatabase();
      for (const i of order) tell(database, [['320800', ...told[i]!]]);
      const { rows, conflicts } = ask(database);
      const [cell] = rows[0]!.cells;
      return [cell!.kind === 'gap' ? null : cell!.amount, conflicts.length];
    });
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(seen[0]).toEqual([{ value: 10_000, lower: 9800, upper: 10_000 }, 1]);
  }); // prettier-ignore

  test('a number that was blanked out for another day, or of other goods, is no reason', () => {
    const blank = { value: null, lower: null, upper: null, redacted: true };
    const database = newDatabase();
    tell(database, [['320500', 20]]);
    tell(database, [['320800', 7, { ...blank, as_of: '2021-03-31' }]]);
    expect(cells(ask(database))['淮安市']).toBe('not-stated');
    tell(database, [['320800', 7, { ...blank, as_of: null }]]);
    expect(cells(ask(database))['淮安市']).toBe('redacted');
    const goods = (item: string) => ({ indicator: 'supplies', unit: '个', item });
    tell(database, [['320500', 5, goods('口罩')]]);
    tell(database, [['320800', 7, { ...blank, ...goods('棉被') }]]);
    expect(cells(ask(database, { indicators: ['supplies'] }))['淮安市']).toBe('not-stated');
  }); // prettier-ignore

  test('goods with the same goods', () => {
    const database = newDatabase();
    const goods = (item: string) => ({ indicator: 'supplies', unit: '个', item });
    tell(database, [['320800', 10, goods('口罩')], ['320500', 20, goods('口罩')], ['320500', 5, goods('帐篷')]]);
    const { series } = ask(database, { indicators: ['supplies'] });
    expect(series).toMatchObject([{ item: '口罩', regions: 2 }]);
    const tents = ask(database, { indicators: ['supplies'], item: '帐篷' });
    expect(cells(tents)).toEqual({ 苏州市: ['stated', 5, 5, 5], 淮安市: 'other-item' });
  }); // prettier-ignore

  test('totals with totals, of the days asked for; each gap says why it is one', () => {
    const database = newDatabase();
    tell(database, [['320500', 20, { statistic: 'daily' }]]);
    tell(database, [['420000', 1, { redacted: true, value: null, lower: null, upper: null }]]);
    tell(database, [['110000', 7, WAITS]]);
    tell(database, [['320826', 3]]);
    expect(cells(ask(database, { within: '320000' }))).toEqual({
      淮安市: ['rolled-up', 3, 3, 3], 苏州市: 'other-statistic',
    });
    expect(cells(ask(database, { level: 'province' }))).toEqual({
      江苏省: ['rolled-up', 3, 3, null], 湖北省: 'redacted', 北京市: 'in-review',
    });
    const beijing = { level: 'county', within: '110000' } as const;
    expect(cells(ask(database, beijing))).toEqual({ 东城区: 'no-report' });
    tell(database, [['110101', 7, { as_of: null }]]);
    expect(cells(ask(database, beijing))).toEqual({ 东城区: 'no-date' });
    tell(database, [['110101', 7, { as_of: '2020-01-01' }]]);
    const old = ask(database, beijing).rows[0]!.cells[0];
    expect(old).toEqual({ kind: 'gap', reason: 'other-date', detail: '2020-01-01' });
  }); // prettier-ignore
});

describe('numbers per head', () => {
  test('are divided by the population of the year, and ranked so', () => {
    const database = newDatabase();
    tell(database, [['320800', 100], ['320500', 200], ['429004', 3]]);
    const populations = new Populations([
      { code: '320800', value: 1000, year: 2020, source: '普查' },
      { code: '320800', value: 9999, year: 2023, source: '年鉴' },
      { code: '320500', value: 4000, year: 2021, source: '年鉴' },
    ]);
    const comparison = ask(database, { perHead: { populations, per: 1000 } });
    expect(cells(comparison)).toEqual({
      淮安市: ['stated', 100, 100, 100], 苏州市: ['stated', 50, 50, 50], 仙桃市: 'no-population',
    });
    expect(comparison.totals).toEqual([null]);
    const huaian = comparison.rows.find(({ region }) => region.code === '320800')!.cells[0]!;
    expect(huaian).toMatchObject({
      rank: { best: 1, worst: 1 }, total: { value: 100 }, population: { year: 2020, source: '普查' },
    });
  }); // prettier-ignore
});

test('a sum over regions has bounds, and is open where a region is missing', () => {
  const database = newDatabase();
  tell(database, [['320800', 10, { upper: null, qualifier: 'over' }], ['320500', 20]]);
  expect(ask(database).totals).toEqual([{ amount: { value: 30, lower: 30, upper: null }, counted: 2, of: 2 }]);
}); // prettier-ignore
