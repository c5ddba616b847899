import { describe, expect, it } from 'vitest';
import type { FigureRecord } from '../../src/model.js';
import {
  checkHealth,
  countFigures,
  findConflicts,
  finishRun,
  openStore,
  queryFigures,
  rebuildTextIndex,
  recordDecision,
  regionTotals,
  saveDocument,
  type FigureFilter,
  type Store,
} from '../../src/store/index.js';
import { figureQuery } from '../../src/store/query-figures.js';
import { closing, documentOf, figureAt, newStore, reportOf, saveFigure } from './fixtures.js';

const AT = '2026-01-02T00:00:00.000Z';
const values = (store: Store, filter: FigureFilter): (number | null)[] =>
  [...queryFigures(store, filter)].map((figure) => figure.value);

describe('asking for figures', () => {
  const regions = ['320000', '320800', '320826', '320500', '429004', '110101', '659001'];

  it.each([
    ['320000', ['320000', '320800', '320826', '320500']],
    ['320800', ['320800', '320826']],
    ['320826', ['320826']],
    ['110000', ['110101']],
    ['420000', ['429004', '659001']],
    ['999900', []],
  ])('takes region %s with the divisions below it', (region, expected) => {
    const fixture = newStore();
    for (const code of [...regions, null])
      saveFigure(fixture, `${code ?? '某地'}有志愿者5名`, '5', 5, { region_code: code, region_name: null });
    const found = [...queryFigures(fixture.store, { region })].map((figure) => figure.region_code);
    expect(found.sort()).toEqual([...expected].sort());
    expect(countFigures(fixture.store, { region })).toBe(expected.length);
  });

  it('takes every condition together, in the order asked for, page by page', () => {
    const fixture = newStore();
    [0.9, 0.1, 0.5, 0.7].forEach((confidence, index) =>
      saveFigure(fixture, `第${index}批志愿者${index}1名`, `${index}1`, index * 10 + 1, {
        confidence,
        as_of: index === 3 ? null : `2022-0${index + 1}-15`,
        statistic: index === 2 ? 'daily' : 'total',
      }),
    );
    const { store } = fixture;
    expect(values(store, { order: 'doubt' })).toEqual([11, 21, 31, 1]);
    expect(values(store, { order: 'value', limit: 2, offset: 1 })).toEqual([21, 11]);
    expect(values(store, { from: '2022-02-15', to: '2022-03-15', order: 'value' })).toEqual([21, 11]);
    expect(values(store, { minConfidence: 0.5, maxConfidence: 0.7, order: 'doubt' })).toEqual([21, 31]);
    expect(values(store, { statistic: 'daily' })).toEqual([21]);
    expect(values(store, { indicators: ['posts'] })).toEqual([]);
    expect(values(store, { text: '第2批 志愿者' })).toEqual([21]);
    expect(values(store, { text: '批志' })).toHaveLength(4);
    finishRun(store, fixture.run, { finishedAt: AT, status: 'done', counts: {} });
    expect(values(store, { text: '第2批 志愿者' })).toEqual([21]);
    expect(values(store, { text: '没有' })).toEqual([]);
  });

  it('gives rows as they are asked for, and lets other questions be asked meanwhile', () => {
    const fixture = newStore();
    for (const index of [1, 2, 3]) saveFigure(fixture, `第${index}批志愿者9名`, '9', 9);
    const first = queryFigures(fixture.store);
    first.next();
    expect([...queryFigures(fixture.store)]).toHaveLength(3);
    first.return(undefined);
    saveFigure(fixture, '又一批9名', '9', 9);
  });

  it.each<[FigureFilter, string]>([
    [{ indicators: ['volunteers'] }, 'figures_to_compare'],
    [{ region: '320800' }, 'figures_by_region'],
    [{ indicators: ['volunteers'], region: '320800' }, 'figures_to_compare'],
    [{ from: '2022-01-01', to: '2022-02-01' }, 'figures_by_date'],
    [{ statistic: 'daily' }, 'figures_by_statistic'],
    [{ unit: '人' }, 'figures_by_unit'],
    [{ maxConfidence: 0.1 }, 'figures_by_confidence'],
    [{ documentId: 'x' }, 'figures_by_place'],
  ])('uses an index for %j', (filter, index) => {
    const { store } = newStore();
    const { sql, parameters } = figureQuery(filter);
    const plan = store.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT * FROM current_figures ${sql}`,
      parameters,
    );
    const steps = plan.map((step) => step.detail);
    expect(steps.join('\n')).toContain(`SEARCH f USING INDEX ${index}`);
    expect(steps.filter((step) => /^SCAN f\b/.test(step))).toEqual([]);
  });

  it('reads the review queue in the order of its index', () => {
    const { store } = newStore();
    const plan = store.all<{ detail: string }>('EXPLAIN QUERY PLAN SELECT * FROM review_queue');
    const steps = plan.map((step) => step.detail).join('\n');
    expect(steps).toContain('figures_to_review');
    expect(steps).not.toContain('TEMP B-TREE');
  });
});

describe('region totals', () => {
  it('are the greatest that a report states for the latest date, each unit for itself, and never a sum', () => {
    const fixture = newStore();
    const save = (text: string, value: number, changes: Parameters<typeof saveFigure>[4]): FigureRecord =>
      saveFigure(fixture, text, String(value), value, changes).figure;
    save('一月志愿者900名', 900, { as_of: '2022-01-31' });
    const first = save('三月志愿者1000名', 1000, {});
    save('三月又有志愿者200名', 200, { upper: null, qualifier: 'over' });
    const again = save('重复：三月志愿者1000名', 1000, {});
    const thousand = [first, again].toSorted((a, b) => (a.figure_id < b.figure_id ? -1 : 1))[0]!;
    save('三月志愿者70人次', 70, { unit: '人次' });
    save('每天志愿者50名', 50, { statistic: 'daily' });
    save('涟水志愿者8名', 8, { region_code: '320826' });
    save('某地志愿者6名', 6, { region_code: null });
    expect([...regionTotals(fixture.store)]).toEqual([
      {
        ...{ indicator: 'volunteers', region_code: '320800', region_name: '淮安市', unit: '人', item: null },
        ...{ as_of: '2022-03-31', value: 1000, lower: 1000, upper: 1000, statements: 2 },
        ...{ figure_id: thousand.figure_id, file: expect.any(String) as string },
      },
      expect.objectContaining({ region_code: '320800', unit: '人次', value: 70, upper: 70 }),
      expect.objectContaining({ region_code: '320826', unit: '人', value: 8, statements: 1 }),
    ]);
    expect([...regionTotals(fixture.store, { indicator: 'posts' })]).toEqual([]);
  });

  it('keep goods apart, and take no blanked numbers and none whose report waits for review', () => {
    const fixture = newStore();
    const goods = { indicator: 'supplies', unit: '个' };
    saveFigure(fixture, '口罩数百个', '数百', null, { ...goods, item: '口罩', lower: 200, upper: 900 });
    saveFigure(fixture, '口罩300个', '300', 300, { ...goods, item: '口罩' });
    saveFigure(fixture, '面包0.1个', '0.1', 0.1, { ...goods, item: '面包' });
    saveFigure(fixture, '面包0.2个', '0.2', 0.2, { ...goods, item: '面包' });
    saveFigure(fixture, '面包X个', 'X', null, { ...goods, item: '面包', redacted: true });
    expect([...regionTotals(fixture.store)]).toMatchObject([
      { item: '口罩', value: null, lower: 200, upper: 900, statements: 2 },
      { item: '面包', value: 0.2, lower: 0.2, statements: 2 },
    ]);
  });

  it('leave out a report whose greatest total waits for review', () => {
    const fixture = newStore();
    const doubtful = { needs_review: true, reasons: ['one-cue'] as const };
    const text = '志愿者320名，其中党员30名';
    const figures = [figureAt(text, '320', 320, doubtful), figureAt(text, '30', 30)];
    saveDocument(fixture.store, documentOf(fixture.run, text, figures));
    expect([...regionTotals(fixture.store)]).toEqual([]);
    saveFigure(fixture, '志愿者40名', '40', 40);
    expect([...regionTotals(fixture.store)]).toMatchObject([{ value: 40, statements: 1 }]);
  });
});

describe('conflicts', () => {
  it('are totals of one region and date that cannot both be right', () => {
    const fixture = newStore();
    const a = saveFigure(fixture, '甲报：志愿者1200名', '1200', 1200).figure;
    const b = saveFigure(fixture, '乙报：志愿者1500名', '1500', 1500).figure;
    saveFigure(fixture, '丙报：志愿者超1200名', '1200', 1200, {
      upper: null,
      qualifier: 'over',
      region_code: '320500',
    });
    saveFigure(fixture, '丁报：志愿者1300名', '1300', 1300, { region_code: '320500' });
    saveFigure(fixture, '戊报：志愿者7名', '7', 7, { as_of: '2022-04-01' });
    saveFigure(fixture, '己报：志愿者8名', '8', 8, { unit: '人次' });
    const conflicts = [...findConflicts(fixture.store)];
    expect(conflicts).toHaveLength(1);
    const { figure_a, figure_b, quote_a, quote_b } = conflicts[0]!;
    expect([figure_a, figure_b].sort()).toEqual([a.figure_id, b.figure_id].sort());
    expect([quote_a, quote_b].sort()).toEqual([a.quote, b.quote].sort());
  });

  it('compare what reports say as a whole, not the parts of it, and heed corrections', () => {
    const { store, run } = newStore();
    const whole = '志愿者1200名，其中学生300名';
    saveDocument(store, documentOf(run, whole, [figureAt(whole, '1200', 1200), figureAt(whole, '300', 300)]));
    const other = '共有志愿者1100名';
    const figure = figureAt(other, '1100', 1100);
    saveDocument(store, documentOf(run, other, [figure]));
    expect([...findConflicts(store)].map((conflict) => [conflict.value_a, conflict.value_b].sort())).toEqual([
      [1100, 1200],
    ]);
    recordDecision(store, {
      ...{ figureId: figure.figure_id, who: '王芳', at: AT },
      ...{ action: 'correct', changes: { value: 1200 } },
    });
    expect([...findConflicts(store)]).toEqual([]);
  });

  it('do not arise between a report and its repost', () => {
    const { store, run } = newStore();
    for (const [text, value] of [
      ['甲：志愿者10名', 10],
      ['乙：志愿者12名', 12],
    ] as const) {
      const reports = [reportOf(text, { content_hash: 'same' })];
      saveDocument(store, documentOf(run, text, [figureAt(text, String(value), value)], { reports }));
    }
    expect([...findConflicts(store)]).toEqual([]);
  });
});

describe('the health of a database', () => {
  const failing = (store: Store): string[] =>
    checkHealth(store)
      .filter((check) => !check.ok)
      .map((check) => `${check.check}: ${check.detail}`);

  it('is good after work, for writers and readers', () => {
    const fixture = newStore();
    saveFigure(fixture, '志愿者1200名', '1200', 1200);
    finishRun(fixture.store, fixture.run, { finishedAt: AT, status: 'done', counts: {} });
    expect(failing(fixture.store)).toEqual([]);
    expect(failing(closing(openStore(fixture.path, { readonly: true })))).toEqual([]);
  });

  it('names what is wrong, and the text index can be built anew', () => {
    const fixture = newStore();
    const { store, run } = fixture;
    saveFigure(fixture, '志愿者1200名', '1200', 1200);
    finishRun(store, run, { finishedAt: AT, status: 'done', counts: {} });
    store.run("UPDATE figures SET exact = '1300'");
    store.execute("PRAGMA foreign_keys = OFF; UPDATE figures SET unit = '斤'; PRAGMA foreign_keys = ON");
    store.run("INSERT INTO document_words (document_words) VALUES ('delete-all')");
    expect(failing(store)).toEqual([
      'foreign-keys: 1 rows: figures → units',
      'grounding: 1 figures do not stand where they say',
      'text-index: 1 documents are missing from the text index',
    ]);
    rebuildTextIndex(store);
    expect(failing(store)).toHaveLength(2);
  });
});
