import { describe, expect, it } from 'vitest';
import {
  decisionsOf,
  queryFigures,
  recordAddition,
  recordDecision,
  reviewQueue,
  saveDocument,
  StoreError,
  summary,
  unplacedDecisions,
  type Changes,
  type DecisionToRecord,
  type Store,
} from '../../src/store/index.js';
import { documentOf, figureAt, newStore, reportOf, saveFigure, sha256 } from './fixtures.js';

const TEXT = '淮安市招募志愿者1200名，发放口罩300个。';

function decide(
  store: Store,
  figureId: string,
  action: DecisionToRecord['action'],
  changes?: Changes,
): number {
  const at = '2026-01-02T00:00:00.000Z';
  return recordDecision(store, { figureId, who: '王芳', at, action, ...(changes ? { changes } : {}) });
}

const values = (store: Store): (number | null)[] => [...queryFigures(store)].map((figure) => figure.value);

describe('decisions', () => {
  it('cannot be changed, deleted or replaced', () => {
    const fixture = newStore();
    const { figure } = saveFigure(fixture, TEXT, '1200', 1200);
    decide(fixture.store, figure.figure_id, 'accept');
    decide(fixture.store, figure.figure_id, 'undo');
    const refused = /append-only/;
    expect(() => fixture.store.run("UPDATE decisions SET who = 'x'")).toThrow(refused);
    expect(() => fixture.store.run('DELETE FROM decisions')).toThrow(refused);
    expect(() => fixture.store.run('INSERT OR REPLACE INTO decisions SELECT * FROM decisions')).toThrow(
      refused,
    );
    expect(decisionsOf(fixture.store, figure.figure_id)).toHaveLength(2);
  });

  it('keep the words around the figure, so that its place can be found again', () => {
    const fixture = newStore();
    const text = `😀${'前'.repeat(40)}招募志愿者1200名${'后'.repeat(40)}`;
    const { figure } = saveFigure(fixture, text, '1200', 1200);
    decide(fixture.store, figure.figure_id, 'accept');
    expect(decisionsOf(fixture.store, figure.figure_id)).toMatchObject([
      {
        document_id: sha256(text),
        start: 46,
        end: 50,
        exact: '1200',
        prefix: '前'.repeat(27) + '招募志愿者',
        suffix: '名' + '后'.repeat(31),
        indicator: 'volunteers',
      },
    ]);
    const short = saveFigure(fixture, '有12名', '12', 12).figure;
    decide(fixture.store, short.figure_id, 'accept');
    expect(decisionsOf(fixture.store, short.figure_id)).toMatchObject([{ prefix: '有', suffix: '名' }]);
  });

  it('take a figure out of the queue, in order of doubt', () => {
    const fixture = newStore();
    const doubtful = [0.4, 0.2, 0.3].map(
      (confidence, index) =>
        saveFigure(fixture, `第${index}队有9名`, '9', 9, { confidence, needs_review: true }).figure.figure_id,
    );
    const queue = (): string[] => [...reviewQueue(fixture.store)].map((figure) => figure.figure_id);
    expect(queue()).toEqual([doubtful[1], doubtful[2], doubtful[0]]);
    decide(fixture.store, doubtful[1]!, 'accept');
    decide(fixture.store, doubtful[0]!, 'reject');
    expect(queue()).toEqual([doubtful[2]]);
    expect([...queryFigures(fixture.store, { needsReview: true })]).toHaveLength(1);
    decide(fixture.store, doubtful[1]!, 'undo');
    expect(queue()).toEqual([doubtful[1], doubtful[2]]);
    expect(summary(fixture.store)).toMatchObject({ needReview: 2, decisions: 3 });
  });

  it('correct what they name and nothing else', () => {
    const fixture = newStore();
    const { figure } = saveFigure(fixture, TEXT, '1200', 1200, { qualifier: 'over', upper: null });
    decide(fixture.store, figure.figure_id, 'correct', {
      indicator: 'volunteer_visits',
      unit: '人次',
      region_code: '320500',
      as_of: null,
      statistic: 'daily',
    });
    expect([...queryFigures(fixture.store)]).toMatchObject([
      {
        indicator: 'volunteer_visits',
        unit: '人次',
        region_code: '320500',
        region_name: '苏州市',
        as_of: null,
        statistic: 'daily',
        value: 1200,
        upper: null,
        qualifier: 'over',
        decision: 'correct',
        decided_by: '王芳',
      },
    ]);
    expect([
      ...queryFigures(fixture.store, { indicators: ['volunteer_visits'], region: '320500' }),
    ]).toHaveLength(1);
    expect([...queryFigures(fixture.store, { indicators: ['volunteers'] })]).toHaveLength(0);
  });

  it('take a plain value as exact', () => {
    const fixture = newStore();
    const { figure } = saveFigure(fixture, TEXT, '1200', 1200, { qualifier: 'over', upper: null });
    decide(fixture.store, figure.figure_id, 'correct', { value: 1300 });
    expect([...queryFigures(fixture.store)]).toMatchObject([
      { value: 1300, lower: 1300, upper: 1300, qualifier: 'exact' },
    ]);
  });

  it('add up, and are taken back one by one', () => {
    const fixture = newStore();
    const { store } = fixture;
    const id = saveFigure(fixture, TEXT, '1200', 1200).figure.figure_id;
    const state = (): unknown[] =>
      [...queryFigures(store)].map(({ value, region_code, decision }) => [value, region_code, decision]);
    decide(store, id, 'correct', { value: 1300 });
    decide(store, id, 'correct', { region_code: '320826' });
    decide(store, id, 'accept');
    expect(state()).toEqual([[1300, '320826', 'accept']]);
    decide(store, id, 'reject');
    expect(state()).toEqual([]);
    decide(store, id, 'undo');
    expect(state()).toEqual([[1300, '320826', 'accept']]);
    decide(store, id, 'undo');
    decide(store, id, 'undo');
    expect(state()).toEqual([[1300, '320800', 'correct']]);
    decide(store, id, 'undo');
    expect(state()).toEqual([[1200, '320800', null]]);
    expect(() => decide(store, id, 'undo')).toThrow(
      expect.objectContaining({ code: 'nothing-to-undo' }) as Error,
    );
  });

  it('survive that their document is extracted again, and that the figure is gone meanwhile', () => {
    const fixture = newStore();
    const { store, run } = fixture;
    const { figure } = saveFigure(fixture, TEXT, '1200', 1200);
    decide(store, figure.figure_id, 'correct', { value: 1300 });
    saveDocument(store, documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200)], { ruleVersion: 'v2' }));
    expect(values(store)).toEqual([1300]);
    saveDocument(store, documentOf(run, TEXT, [], { ruleVersion: 'v3' }));
    expect(values(store)).toEqual([]);
    expect([...unplacedDecisions(store)]).toMatchObject([
      { figure_id: figure.figure_id, changes: { value: 1300 } },
    ]);
    saveDocument(store, documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200)], { ruleVersion: 'v4' }));
    expect(values(store)).toEqual([1300]);
    expect([...unplacedDecisions(store)]).toEqual([]);
  });

  it('keep a reviewed report in front of its reposts', () => {
    const { store, run } = newStore();
    const texts = ['甲：志愿者70名', '乙：志愿者70名'].sort((a, b) => (sha256(a) < sha256(b) ? 1 : -1));
    const save = (text: string): void => {
      const reports = [reportOf(text, { content_hash: 'same' })];
      saveDocument(store, documentOf(run, text, [figureAt(text, '70', 70)], { reports }));
    };
    save(texts[0]!);
    decide(store, figureAt(texts[0]!, '70', 70).figure_id, 'correct', { value: 71 });
    save(texts[1]!);
    expect(values(store)).toEqual([71]);
  });

  it('are refused with all that is wrong with them', () => {
    const fixture = newStore();
    const { figure } = saveFigure(fixture, TEXT, '1200', 1200);
    const reason = (action: DecisionToRecord['action'], changes?: Changes): string => {
      try {
        decide(fixture.store, figure.figure_id, action, changes);
      } catch (error) {
        if (error instanceof StoreError) return error.reason;
      }
      return '';
    };
    expect(reason('correct')).toBe('nothing is corrected');
    expect(reason('accept', { value: 3 })).toBe('accept takes no corrections');
    expect(
      reason('correct', {
        indicator: 'x',
        region_code: '1',
        lower: 2,
        upper: 1,
        value: NaN,
        as_of: '2022-02-30',
      }),
    ).toBe(
      'there is no indicator x; there is no region 1; 2022-02-30 is not a date (YYYY-MM-DD, from 1900 to 2199); ' +
        'upper is below the lower bound; value is not a number',
    );
    expect(() => decide(fixture.store, 'no-such', 'accept')).toThrow(
      expect.objectContaining({ code: 'unknown-figure' }) as Error,
    );
    expect(decisionsOf(fixture.store, figure.figure_id)).toEqual([]);
  });
});

describe('a figure that a reviewer adds', () => {
  it('takes no decision any more once it was taken back', () => {
    const fixture = newStore();
    const { store } = fixture;
    saveFigure(fixture, TEXT, '1200', 1200);
    const figure = figureAt(TEXT, '300', 300, { indicator: 'supplies', unit: '个' });
    recordAddition(store, { figure, who: '王芳', at: '2026-01-02T00:00:00.000Z' });
    decide(store, figure.figure_id, 'accept');
    decide(store, figure.figure_id, 'undo');
    decide(store, figure.figure_id, 'undo');
    expect(() => decide(store, figure.figure_id, 'accept')).toThrow(/there is no figure/);
    expect([...unplacedDecisions(store)]).toEqual([]);
  });

  it('counts until it is rejected or undone, and outlives extraction', () => {
    const fixture = newStore();
    const { store, run } = fixture;
    saveFigure(fixture, TEXT, '1200', 1200);
    const figure = figureAt(TEXT, '300', 300, { indicator: 'supplies', unit: '个', item: '口罩' });
    recordAddition(store, { figure, who: '王芳', at: '2026-01-02T00:00:00.000Z' });
    saveDocument(store, documentOf(run, TEXT, [figureAt(TEXT, '1200', 1200)]));
    const added = [...queryFigures(store, { indicators: ['supplies'] })];
    expect(added).toMatchObject([
      { figure_id: figure.figure_id, value: 300, item: '口罩', quote: TEXT, exact: '300', decision: 'add' },
    ]);
    expect([...unplacedDecisions(store)]).toEqual([]);
    decide(store, figure.figure_id, 'correct', { value: 320 });
    expect(values(store)).toEqual([1200, 320]);
    decide(store, figure.figure_id, 'reject');
    expect(values(store)).toEqual([1200]);
    decide(store, figure.figure_id, 'undo');
    decide(store, figure.figure_id, 'undo');
    expect(values(store)).toEqual([1200, 300]);
    decide(store, figure.figure_id, 'undo');
    expect(values(store)).toEqual([1200]);
  });

  it('is the same figure when the rules find it later', () => {
    const fixture = newStore();
    const figure = figureAt(TEXT, '1200', 1200);
    saveDocument(fixture.store, documentOf(fixture.run, TEXT));
    recordAddition(fixture.store, { figure, who: '王芳', at: '2026-01-02T00:00:00.000Z' });
    saveFigure(fixture, TEXT, '1200', 1200);
    expect(values(fixture.store)).toEqual([1200]);
  });
});
