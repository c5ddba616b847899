import { describe, expect, it } from 'vitest';
import type { FigureRecord } from '../../src/model.js';
import { figureId } from '../../src/text/figure-id.js';
import {
  carryDecisions,
  decisionsOf,
  findDisagreements,
  finishRun,
  judgedByReviewers,
  queryFigures,
  recordAct,
  recordAddition,
  recordDecision,
  saveDocument,
  undoLast,
  unplacedDecisions,
  type Changes,
  type Store,
} from '../../src/store/index.js';
import { documentOf, figureAt, newStore, type Fixture } from './fixtures.js';

const OLD = '淮安市招募志愿者1200名，发放口罩300个。';
const NEW = `工作汇报（修订）\n${OLD}`;
const AT = '2026-01-02T00:00:00.000Z';

/** Saves a text as what `a.txt` holds now. */
function save(fixture: Fixture, text: string, figures: readonly FigureRecord[]): void {
  saveDocument(fixture.store, documentOf(fixture.run, text, figures, { file: 'a.txt' }));
}
/** With the id that extraction gives it. */
const identified = (figure: FigureRecord): FigureRecord => ({
  ...figure,
  figure_id: figureId(figure.document_id, figure.start, figure.end, figure.indicator),
});
const volunteers = (text: string, changes: Partial<FigureRecord> = {}): FigureRecord =>
  identified(figureAt(text, '1200', 1200, { needs_review: true, ...changes }));
const masks = (text: string): FigureRecord =>
  identified(figureAt(text, '300', 300, { indicator: 'supplies', unit: '个', item: '口罩' }));

function decide(
  store: Store,
  figure: FigureRecord,
  action: 'accept' | 'correct' | 'reject',
  changes?: Changes,
): void {
  recordDecision(store, {
    figureId: figure.figure_id,
    who: '王芳',
    at: AT,
    action,
    note: '核',
    ...(changes && { changes }),
  });
}
const current = (store: Store) =>
  [...queryFigures(store)].map(({ indicator, value, exact, decision, decided_by }) => ({
    indicator,
    value,
    exact,
    decision,
    decided_by,
  }));

describe('a file that is saved anew', () => {
  it('keeps what was accepted, corrected and rejected in it', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD), masks(OLD)]);
    decide(store, volunteers(OLD), 'correct', { value: 1300 });
    decide(store, masks(OLD), 'reject');
    save(fixture, NEW, [volunteers(NEW), masks(NEW)]);
    expect(current(store).map(({ decision }) => decision)).toEqual([null, null]);
    expect(carryDecisions(store)).toEqual({ carried: 2, unplaced: 0 });
    expect(current(store)).toEqual([
      { indicator: 'volunteers', value: 1300, exact: '1200', decision: 'correct', decided_by: '王芳' },
    ]);
    expect(decisionsOf(store, volunteers(NEW).figure_id)).toMatchObject([
      { who: '王芳', at: AT, note: '核' },
    ]);
    expect([...unplacedDecisions(store)]).toEqual([]);
    // nothing more is to be done
    expect(carryDecisions(store)).toEqual({ carried: 0, unplaced: 0 });
  });

  it('keeps them over several changes, and through the end of a run', () => {
    const fixture = newStore();
    const { store, run } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'accept');
    save(fixture, NEW, [volunteers(NEW)]);
    const newest = `${NEW}\n完`;
    save(fixture, newest, [volunteers(newest)]);
    finishRun(store, run, { finishedAt: AT, status: 'done', counts: {} });
    expect(current(store)).toMatchObject([{ decision: 'accept' }]);
  });

  it('keeps a figure that was added, and one that was accepted and that the rules miss now', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'accept');
    recordAddition(store, { figure: masks(OLD), who: '李明', at: AT });
    save(fixture, NEW, []);
    expect(carryDecisions(store)).toEqual({ carried: 2, unplaced: 0 });
    expect(current(store)).toEqual([
      { indicator: 'volunteers', value: 1200, exact: '1200', decision: 'add', decided_by: '王芳' },
      { indicator: 'supplies', value: 300, exact: '300', decision: 'add', decided_by: '李明' },
    ]);
    // and they are carried on
    const newest = `${NEW}\n完`;
    save(fixture, newest, [volunteers(newest)]);
    expect(carryDecisions(store)).toEqual({ carried: 2, unplaced: 0 });
    expect(current(store).map(({ value, decision }) => [value, decision])).toEqual([
      [1200, 'correct'],
      [300, 'add'],
    ]);
  });

  it('does not guess between two places', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'accept');
    const twice = `${OLD}\n${OLD}`;
    save(fixture, twice, [volunteers(twice)]);
    expect(carryDecisions(store)).toEqual({ carried: 0, unplaced: 1 });
    expect([...unplacedDecisions(store)]).toMatchObject([{ action: 'accept', exact: '1200' }]);
    expect(current(store)).toMatchObject([{ decision: null }]);
  });

  it('leaves alone what somebody has decided there', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'accept');
    save(fixture, NEW, [volunteers(NEW)]);
    recordDecision(store, {
      figureId: volunteers(NEW).figure_id,
      who: '李明',
      at: AT,
      action: 'correct',
      changes: { value: 7 },
    });
    expect(carryDecisions(store)).toEqual({ carried: 0, unplaced: 1 });
    expect(current(store)).toMatchObject([{ value: 7, decided_by: '李明' }]);
  });

  it('can be taken back where it stands now', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD), masks(OLD)]);
    const figures = [volunteers(OLD), masks(OLD)].map(({ figure_id }) => ({ id: figure_id, standing: null }));
    recordAct(store, { figures, who: '王芳', at: AT, action: 'accept' });
    save(fixture, NEW, [volunteers(NEW), masks(NEW)]);
    carryDecisions(store);
    recordAct(store, {
      figures: [{ id: masks(NEW).figure_id, standing: decisionsOf(store, masks(NEW).figure_id)[0]!.id }],
      who: '王芳',
      at: '2026-01-03T00:00:00.000Z',
      action: 'reject',
    });
    const undo = () => undoLast(store, { who: '王芳', at: '2026-01-04T00:00:00.000Z' });
    expect(undo()).toMatchObject({ action: 'reject', figures: [masks(NEW).figure_id] });
    expect(undo()?.figures.toSorted()).toEqual(
      expect.arrayContaining([volunteers(NEW).figure_id, masks(NEW).figure_id]),
    );
    expect(current(store).map(({ decision }) => decision)).toEqual([null, null]);
    expect(carryDecisions(store)).toEqual({ carried: 0, unplaced: 0 });
  });
});

describe('rules that have changed', () => {
  const again = (fixture: Fixture, figures: readonly FigureRecord[]): void => {
    saveDocument(fixture.store, documentOf(fixture.run, OLD, figures, { file: 'a.txt', ruleVersion: 'v2' }));
  };

  it('and take the number for another indicator are corrected to what a person said', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'correct', { value: 1300 });
    again(fixture, [volunteers(OLD, { indicator: 'volunteer_visits' })]);
    expect(carryDecisions(store)).toEqual({ carried: 1, unplaced: 0 });
    expect(current(store)).toMatchObject([{ indicator: 'volunteers', value: 1300, decision: 'correct' }]);
    // and where they take it for the first one again, all is as it was
    again(fixture, [volunteers(OLD)]);
    expect(carryDecisions(store)).toEqual({ carried: 0, unplaced: 0 });
    expect(current(store)).toMatchObject([{ indicator: 'volunteers', value: 1300, decision: 'correct' }]);
  });

  it('say nothing new where what was rejected is another indicator now', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'reject');
    again(fixture, [volunteers(OLD, { indicator: 'volunteer_visits' })]);
    expect(carryDecisions(store)).toEqual({ carried: 0, unplaced: 1 });
    expect(current(store)).toMatchObject([{ indicator: 'volunteer_visits', decision: null }]);
  });

  it('and find the figure no longer do not lose what was accepted', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD, { region_code: '320800', region_name: '淮安市' })]);
    decide(store, volunteers(OLD), 'accept');
    again(fixture, []);
    expect(carryDecisions(store)).toEqual({ carried: 1, unplaced: 0 });
    expect([...queryFigures(store)]).toMatchObject([
      { value: 1200, region_name: '淮安市', quote: OLD, decision: 'add', decided_by: '王芳' },
    ]);
    // nor is it there twice when they find it again
    again(fixture, [volunteers(OLD, { value: 1300 })]);
    carryDecisions(store);
    expect(current(store)).toMatchObject([{ value: 1200, decided_by: '王芳' }]);
    expect(judgedByReviewers(store)).toMatchObject([{ right: false }]);
    again(fixture, [volunteers(OLD)]);
    expect(judgedByReviewers(store)).toMatchObject([{ right: true }]);
  });

  it('and read another number or region do not change what was accepted', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'accept');
    const changed = {
      value: 12000,
      lower: 12000,
      upper: 12000,
      region_code: '320826',
      region_name: '涟水县',
    };
    again(fixture, [volunteers(OLD, changed)]);
    carryDecisions(store);
    const kept = { value: 1200, lower: 1200, upper: 1200, region_code: '320800', decision: 'correct' };
    expect([...queryFigures(store)]).toMatchObject([kept]);
    // once is enough
    const { length } = decisionsOf(store, volunteers(OLD).figure_id);
    carryDecisions(store);
    expect(decisionsOf(store, volunteers(OLD).figure_id)).toHaveLength(length);
    // taken back, it is what the rules say, and nobody has decided
    undoLast(store, { who: '王芳', at: '2026-01-04T00:00:00.000Z' });
    expect([...queryFigures(store)]).toMatchObject([{ value: 12000, decision: null }]);
    // and read as before again, it is as it was decided
    again(fixture, [volunteers(OLD)]);
    carryDecisions(store);
    expect([...queryFigures(store)]).toMatchObject([{ value: 1200, decision: null }]);
  });

  it('keep the order of what two people decided, and make no disagreement of it', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    const { figure_id: figureId } = volunteers(OLD);
    const act = (who: string, day: number, action: 'accept' | 'reject') =>
      recordDecision(store, { figureId, who, at: `2026-01-0${day}T00:00:00.000Z`, action });
    act('王芳', 2, 'accept');
    act('李明', 3, 'accept');
    again(fixture, [volunteers(OLD, { value: 3 })]);
    carryDecisions(store);
    expect(findDisagreements(store)).toEqual([]);
    expect(current(store)).toMatchObject([{ value: 1200, decided_by: '李明' }]);
    act('李明', 4, 'reject');
    again(fixture, [volunteers(OLD, { value: 4 })]);
    carryDecisions(store);
    expect(current(store)).toEqual([]);
    expect(findDisagreements(store)).toHaveLength(1);
  });

  it('and find what they had lost under another indicator do not count it twice', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'accept');
    again(fixture, []);
    carryDecisions(store);
    const visits = volunteers(OLD, { indicator: 'volunteer_visits' });
    again(fixture, [visits]);
    expect(carryDecisions(store)).toEqual({ carried: 0, unplaced: 0 });
    expect(current(store)).toMatchObject([{ indicator: 'volunteers', value: 1200, decision: 'correct' }]);
    again(fixture, []);
    carryDecisions(store);
    expect(current(store)).toMatchObject([{ indicator: 'volunteers', value: 1200, decision: 'add' }]);
    again(fixture, [volunteers(OLD)]);
    carryDecisions(store);
    expect(current(store)).toMatchObject([{ indicator: 'volunteers', value: 1200, decided_by: '王芳' }]);
    expect([...unplacedDecisions(store)]).toEqual([]);
  });

  it('twice in a row still do not lose what was decided', () => {
    const fixture = newStore();
    const { store } = fixture;
    save(fixture, OLD, [volunteers(OLD)]);
    decide(store, volunteers(OLD), 'correct', { value: 1300 });
    again(fixture, [volunteers(OLD, { indicator: 'volunteer_visits' })]);
    carryDecisions(store);
    again(fixture, []);
    expect(carryDecisions(store)).toEqual({ carried: 1, unplaced: 0 });
    expect(current(store)).toMatchObject([{ indicator: 'volunteers', value: 1300, decision: 'add' }]);
  });
});
