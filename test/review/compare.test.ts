import { describe, expect, test } from 'vitest';
import type {
  CellAnswer, CompareAnswer, ConflictsAnswer, QuotedFigures, TrendsAnswer,
} from '../../src/review/compare-api.js'; // prettier-ignore
import { newReview, type Review } from './fixtures.js';

const report = (city: string, day: string, volunteers: string): string =>
  `共青团${city}委员会疫情防控志愿服务情况汇报\n截至${day}，全市共招募青年志愿者${volunteers}名，累计服务4.2万小时。`;

const TEXTS = {
  'suzhou.txt': report('苏州市', '2022年3月31日', '8600'),
  'huaian.txt': report('淮安市', '2022年3月31日', '近6000'),
  'huaian-again.txt': report('淮安市', '2022年3月31日', '3100'),
  'nanjing-before.txt': report('南京市', '2021年3月31日', '1200'),
  'wuxi.txt': '共青团无锡市委员会情况汇报\n截至2022年3月31日，全市走访慰问86户。',
};
const QUESTION = '/compare?indicator=volunteers&level=city&region=320000';

const review = (): Review => newReview(TEXTS);
const ask = async <Answer>(from: Review, path: string): Promise<Answer> => {
  const { status, body } = await from.get(path);
  expect(status).toBe(200);
  return body as Answer;
};
const cellsOf = ({ rows }: CompareAnswer) =>
  Object.fromEntries(rows.map(({ name, cells }) => [name, cells[0]]));

describe('a comparison', () => {
  test('gives amounts with bounds and ranks, and reasons where there is none', async () => {
    const answer = await ask<CompareAnswer>(review(), QUESTION);
    expect(answer).toMatchObject({
      ...{ level: 'city', within: { code: '320000', name: '江苏省' }, latest: '2022-03-31', conflicts: 1 },
      ...{ from: '2021-12-30', to: '2022-03-31' },
      series: [{ indicator: 'volunteers', unit: '人', item: null }],
    });
    const cells = cellsOf(answer);
    expect(cells['苏州市']).toMatchObject({ value: 8600, rank: [1, 1] });
    expect(cells['淮安市']).toMatchObject({
      value: 6000,
      lower: 3100,
      upper: 6000,
      figures: 2,
      contradicted: true,
    });
    expect(cells['南京市']).toEqual({ gap: 'other-date', detail: '2021-03-31' });
    expect(cells['无锡市']).toEqual({ gap: 'not-stated' });
    expect(cells['徐州市']).toEqual({ gap: 'no-report' });
    expect(answer.totals).toMatchObject([{ counted: 2, of: 13 }]);
    // the figures come with the cell
    expect(JSON.stringify(answer)).not.toContain('招募');
  });

  test('without a question is about the core indicators, the usual level and the last quarter', async () => {
    const answer = await ask<CompareAnswer>(review(), '/compare');
    expect(answer).toMatchObject({ level: 'city', within: null, from: '2021-12-30' });
    expect(answer.series.map(({ indicator }) => indicator)).toContain('volunteers');
    expect(answer.rows.map(({ name }) => name)).toEqual(['南京市', '无锡市', '苏州市', '淮安市']);
  });

  test('of more days, of all units, and with what waits for review', async () => {
    const from = review();
    const wide = await ask<CompareAnswer>(from, `${QUESTION}&window=3650`);
    expect(cellsOf(wide)['南京市']).toMatchObject({ value: 1200 });
    const between = await ask<CompareAnswer>(from, `${QUESTION}&from=2021-01-01&to=2021-12-31`);
    expect(between).toMatchObject({ from: '2021-01-01', to: '2021-12-31' });
    expect(cellsOf(between)['苏州市']).toEqual({ gap: 'other-date', detail: '2022-03-31' });
    expect((await ask<CompareAnswer>(from, `${QUESTION}&unit=名`)).series).toEqual([]);
    expect((await from.get(`${QUESTION}&review=1&every=1`)).status).toBe(200);
  });

  test('of a sum tells how much of what lies below goes in', async () => {
    const answer = await ask<CompareAnswer>(review(), '/compare?indicator=volunteers&level=province');
    expect(cellsOf(answer)['江苏省']).toMatchObject({ sum: [2, 13], figures: 3 });
  });

  test('knows a decision at once', async () => {
    const from = review();
    const before = await ask<CellAnswer>(from, `/compare/cell?${QUESTION.split('?')[1]!}&at=320500&series=0`);
    const { figure_id: id } = before.figures[0]!;
    const changes = { value: 8700 };
    await from.post('/decisions', { action: 'correct', figures: [{ id, standing: null }], changes });
    expect(cellsOf(await ask<CompareAnswer>(from, QUESTION))['苏州市']).toMatchObject({ value: 8700 });
  });

  test('of an empty database is empty', async () => {
    const answer = await ask<CompareAnswer>(newReview({}), '/compare');
    expect(answer).toMatchObject({ rows: [], series: [], conflicts: 0, latest: null });
  });
});

describe('a cell', () => {
  const cell = `/compare/cell?${QUESTION.split('?')[1]!}&series=0`;

  test('leads to its sentences, with the number marked in each', async () => {
    const answer = await ask<CellAnswer>(review(), `${cell}&at=320800`);
    expect(answer).toMatchObject({ region: { name: '淮安市' }, cell: { value: 6000 } });
    expect(answer.figures.map(({ file }) => file)).toEqual(['huaian.txt', 'huaian-again.txt']);
    for (const { quote, mark, exact } of answer.figures)
      expect(quote.slice(mark!.start, mark!.end)).toBe(exact);
    expect(answer.figures[0]).toMatchObject({ as_of: '2022-03-31', qualifier: 'under', exact: '6000' });
    expect(answer.conflicts).toMatchObject([
      { kind: 'disagree', other_figures: [answer.figures[1]!.figure_id] },
    ]);
  });

  test('of a number that its sentence has twice is marked where it stands', async () => {
    const text = '共青团苏州市委员会情况汇报\n😀编号86，截至2022年3月31日，全市走访慰问86户，编号86。';
    const path = '/compare/cell?indicator=households&region=320000&review=1&at=320500&series=0';
    const { figures } = await ask<CellAnswer>(newReview({ 'a.txt': text }), path);
    const { quote, mark } = figures[0]!;
    expect(quote.slice(mark!.start)).toMatch(/^86户/);
  });

  test('that is a gap has its reason and no figures', async () => {
    const answer = await ask<CellAnswer>(review(), `${cell}&at=320100`);
    expect(answer).toMatchObject({ cell: { gap: 'other-date' }, figures: [], conflicts: [] });
  });

  test('that the comparison has not is not there', async () => {
    const from = review();
    expect((await from.get(`${cell}&at=110000`)).status).toBe(404);
    expect((await from.get(`${cell.replace('series=0', 'series=9')}&at=320500`)).status).toBe(404);
  });
});

test('conflicts come with both sides, and their figures by id', async () => {
  const from = review();
  const { total, conflicts } = await ask<ConflictsAnswer>(
    from,
    `/compare/conflicts?${QUESTION.split('?')[1]!}`,
  );
  expect([total, conflicts.length]).toEqual([1, 1]);
  expect(conflicts[0]).toMatchObject({ kind: 'disagree', region_name: '淮安市', other: { value: 3100 } });
  const { stated_figure, other_figures } = conflicts[0]!;
  const ids = [stated_figure, ...other_figures];
  const figures = await ask<QuotedFigures>(from, `/compare/figures?${ids.map((id) => `id=${id}`).join('&')}`);
  expect(figures.map(({ exact }) => exact)).toEqual(['6000', '3100']);
});

test('trends go over all time, for the regions that are asked for', async () => {
  const answer = await ask<TrendsAnswer>(
    review(),
    '/trends?indicator=volunteers&over=320500&over=320100&over=320300',
  );
  expect(answer.regions.map(({ name }) => name)).toEqual(['苏州市', '南京市', '徐州市']);
  expect(answer.trends.map(({ region, points }) => [region, points.map(({ as_of }) => as_of)])).toEqual([
    ['320500', ['2022-03-31']],
    ['320100', ['2021-03-31']],
  ]);
});

test.each([
  ['/compare?indicator=nothing', 404],
  ['/compare?region=999999', 404],
  ['/compare?region=x', 400],
  ['/compare?level=village', 400],
  ['/compare?from=2022-02-30', 400],
  ['/compare?from=2022-03-01&to=2022-01-01', 400],
  ['/compare?from=2022-03-01&window=92', 400],
  ['/compare?window=0', 400],
  ['/compare/cell?at=320500', 400],
  ['/compare/figures', 400],
  ['/trends', 400],
  ['/trends?over=999999', 404],
])('%s is refused with %i', async (path, status) => {
  const answer = await newReview({}).get(path);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ error: status === 404 ? 'not-found' : 'invalid' });
});
