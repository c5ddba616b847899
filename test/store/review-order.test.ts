import { describe, expect, it } from 'vitest';
import type { FigureRecord } from '../../src/model.js';
import {
  openStore,
  recordDecision,
  reviewedFigures,
  ReviewOrder,
  saveDocument,
  type ReviewFilter,
  type Store,
} from '../../src/store/index.js';
import { closing, documentOf, figureAt, newStore, reportOf, saveFigure, type Fixture } from './fixtures.js';

const AT = '2026-01-02T00:00:00.000Z';
const OPEN: ReviewFilter = { status: 'open' };

/** A figure on a text of its own. */
function add(fixture: Fixture, value: number, changes: Partial<FigureRecord>): string {
  const text = `第${value}队有${value}名`;
  return saveFigure(fixture, text, String(value), value, { needs_review: true, confidence: 0.5, ...changes })
    .figure.figure_id;
}

const orderOf = (store: Store): ReviewOrder => {
  const order = new ReviewOrder(store);
  order.refresh();
  return order;
};
const page = (order: ReviewOrder, filter: ReviewFilter = OPEN, after?: string): string[] =>
  order.page(filter, { after, limit: 100 });
const accept = (store: Store, figureId: string): number =>
  recordDecision(store, { figureId, who: '王芳', at: AT, action: 'accept' });

describe('the order of review', () => {
  it('is doubt times the share of the total; what is in no total comes last', () => {
    const fixture = newStore();
    const small = add(fixture, 10, { confidence: 0.1 });
    const large = add(fixture, 5000, { confidence: 0.7 });
    const middle = add(fixture, 4000, { confidence: 0.7 });
    const mean = add(fixture, 9000, { confidence: 0.6, statistic: 'average' });
    const blank = add(fixture, 8000, {
      confidence: 0.4,
      redacted: true,
      value: null,
      lower: null,
      upper: null,
    });
    expect(page(orderOf(fixture.store))).toEqual([large, middle, small, blank, mean]);
  });

  it('weighs each indicator and unit by itself', () => {
    const fixture = newStore();
    const most = add(fixture, 900, { confidence: 0.5 });
    const visits = add(fixture, 30, { confidence: 0.5, indicator: 'volunteer_visits', unit: '人次' });
    // all of the visits hang on it
    expect(page(orderOf(fixture.store))).toEqual([most, visits].sort());
    const rest = add(fixture, 100, { confidence: 0.9, needs_review: false });
    const order = orderOf(fixture.store);
    expect(page(order)).toEqual([visits, most]);
    expect(page(order, { status: 'sure' })).toEqual([rest]);
  });

  it('gives little to a unit that is rare for its indicator', () => {
    const fixture = newStore();
    const rare = add(fixture, 2, { indicator: 'supplies', unit: '座' });
    const usual = [600, 300, 150].map((value) => add(fixture, value, { indicator: 'supplies', unit: '件' }));
    expect(page(orderOf(fixture.store))).toEqual([usual[0], rare, ...usual.slice(1)]);
  });

  it('goes on behind a figure, and does not move while decisions are made', () => {
    const fixture = newStore();
    const ids = [3000, 2000, 1000].map((value) => add(fixture, value, {}));
    const order = orderOf(fixture.store);
    expect(page(order, OPEN, ids[0])).toEqual([ids[1], ids[2]]);
    accept(fixture.store, ids[1]!);
    expect(order.refresh()).toBe(false);
    expect(page(order)).toEqual([ids[0], ids[2]]);
    expect(page(order, OPEN, ids[1])).toEqual([ids[2]]);
    expect(page(order, { status: 'decided' })).toEqual([ids[1]]);
    expect(page(order, { status: 'all' })).toEqual(ids);
    expect(order.progress(OPEN)).toEqual({ total: 3, done: 1 });
    expect(order.progress({ status: 'decided' })).toMatchObject({ total: 1 });
  });

  it('is made anew when another process has written', () => {
    const fixture = newStore();
    add(fixture, 3000, {});
    const reader = closing(openStore(fixture.path));
    const order = orderOf(reader);
    expect(page(order)).toHaveLength(1);
    add(fixture, 2000, {});
    expect(order.refresh()).toBe(true);
    expect(page(order)).toHaveLength(2);
  });

  it('leaves reposts and replaced documents out', () => {
    const fixture = newStore();
    const text = '甲：志愿者70名';
    for (const one of [text, '乙：志愿者70名']) {
      const reports = [reportOf(one, { content_hash: 'same' })];
      saveDocument(
        fixture.store,
        documentOf(fixture.run, one, [figureAt(one, '70', 70, { needs_review: true })], { reports }),
      );
    }
    saveDocument(
      fixture.store,
      documentOf(fixture.run, '旧：80名', [figureAt('旧：80名', '80', 80, { needs_review: true })], {
        file: 'a.txt',
      }),
    );
    saveDocument(fixture.store, documentOf(fixture.run, '新：81名', [], { file: 'a.txt' }));
    expect(page(orderOf(fixture.store))).toHaveLength(1);
  });
});

describe('the filter of the review', () => {
  it('narrows by indicator, region with what lies below it, document, rule and reason', () => {
    const fixture = newStore();
    const a = add(fixture, 400, {
      region_code: '320826',
      reasons: ['cue-far', 'size-tens'],
      rule: 'volunteers@v1',
    });
    const b = add(fixture, 300, { region_code: '420000', reasons: ['cue-far'], rule: 'context@v1' });
    const c = add(fixture, 200, { region_code: null, indicator: 'posts', reasons: [], rule: 'posts@v2' });
    const order = orderOf(fixture.store);
    const found = (filter: Partial<ReviewFilter>): string[] => page(order, { ...OPEN, ...filter });
    expect(found({ indicator: 'posts' })).toEqual([c]);
    expect(found({ region: '320000' })).toEqual([a]);
    expect(found({ region: '320800' })).toEqual([a]);
    expect(found({ region: '320500' })).toEqual([]);
    expect(found({ region: 'none' })).toEqual([c]);
    expect(found({ rule: 'context' })).toEqual([b]);
    expect(found({ reason: 'cue-far' })).toEqual(
      [a, b].sort((x, y) => page(order).indexOf(x) - page(order).indexOf(y)),
    );
    expect(found({ reason: 'cue-far', region: '420000' })).toEqual([b]);
    const figure = reviewedFigures(fixture.store, [a])[0]!.found;
    expect(found({ document: figure.document_id })).toEqual([a]);
    expect(order.progress({ ...OPEN, reason: 'cue-far' })).toEqual({ total: 2, done: 0 });
  });

  it('tells what it can be narrowed to, its own facet left free', () => {
    const fixture = newStore();
    add(fixture, 400, { reasons: ['cue-far', 'size-tens'] });
    add(fixture, 300, { reasons: ['cue-far'] });
    add(fixture, 200, { indicator: 'posts', region_code: null, reasons: [] });
    const order = orderOf(fixture.store);
    expect(order.facet('indicator', { ...OPEN, indicator: 'posts' })).toEqual([
      { value: 'volunteers', count: 2 },
      { value: 'posts', count: 1 },
    ]);
    expect(order.facet('region', OPEN)).toEqual([
      { value: '320800', count: 2 },
      { value: 'none', count: 1 },
    ]);
    expect(order.facet('reason', OPEN)).toEqual([
      { value: 'cue-far', count: 2 },
      { value: 'size-tens', count: 1 },
    ]);
    expect(order.facet('rule', { ...OPEN, indicator: 'posts' })).toHaveLength(1);
  });

  it('finds figures that were found in the same way and still wait, those of the document first', () => {
    const fixture = newStore();
    const like = { reasons: ['cue-far'] };
    const a = add(fixture, 900, like);
    const b = add(fixture, 800, like);
    const c = add(fixture, 700, { reasons: ['cue-far', 'size-tens'] });
    const text = '甲12名，乙13名';
    const [d, e] = ['12', '13'].map((exact) =>
      figureAt(text, exact, Number(exact), { ...like, needs_review: true }),
    ) as [FigureRecord, FigureRecord];
    saveDocument(fixture.store, documentOf(fixture.run, text, [d, e]));
    const order = orderOf(fixture.store);
    expect(order.alike(a)).toEqual([a, b, e.figure_id, d.figure_id]);
    expect(order.alike(d.figure_id)).toEqual([e.figure_id, d.figure_id, a, b]);
    expect(order.alike(c)).toEqual([c]);
    accept(fixture.store, b);
    expect(order.alike(a)).toEqual([a, e.figure_id, d.figure_id]);
  });
});

describe('a figure as a reviewer sees it', () => {
  it('has what was found, what was decided, and what stands around it', () => {
    const fixture = newStore();
    const text = '😀共招募志愿者1200名，人人尽力。';
    const { figure } = saveFigure(fixture, text, '1200', 1200, { confidence: 0.4, needs_review: true });
    const look = () => reviewedFigures(fixture.store, [figure.figure_id, 'gone'])[0]!;
    expect(look()).toMatchObject({
      before: '😀共招募志愿者',
      after: '名，人人尽力。',
      decision: null,
      left_out: null,
    });
    recordDecision(fixture.store, {
      figureId: figure.figure_id,
      who: '王芳',
      at: AT,
      action: 'correct',
      changes: { value: 1300 },
    });
    expect(look()).toMatchObject({
      found: { value: 1200, upper: 1200 },
      current: { value: 1300, upper: 1300 },
      decision: { action: 'correct', who: '王芳' },
    });
    recordDecision(fixture.store, { figureId: figure.figure_id, who: '王芳', at: AT, action: 'reject' });
    expect(look()).toMatchObject({ current: { value: 1200 }, decision: { action: 'reject' } });
  });
});
