import { expect, it } from 'vitest';
import {
  findDisagreements,
  recordDecision,
  undoLast,
  type Changes,
  type Store,
} from '../../src/store/index.js';
import { newStore, saveFigure } from './fixtures.js';

let clock = 0;
function decide(
  store: Store,
  figureId: string,
  who: string,
  action: 'accept' | 'correct' | 'reject',
  changes?: Changes,
): void {
  clock += 1;
  const at = new Date(Date.UTC(2026, 0, 2) + 1000 * clock).toISOString();
  recordDecision(store, { figureId, who, at, action, ...(changes && { changes }) });
}
const opinions = (store: Store): string[] =>
  findDisagreements(store).map(
    ({ earlier, later }) => `${earlier.who} ${earlier.action}, ${later.who} ${later.action}`,
  );

it('two people disagree where what they hold comes to different things, and not where it comes to the same', () => {
  const fixture = newStore();
  const { store } = fixture;
  const id = saveFigure(fixture, '淮安市招募志愿者1200名', '1200', 1200).figure.figure_id;
  decide(store, id, '王芳', 'accept');
  decide(store, id, '李明', 'accept');
  expect(opinions(store)).toEqual([]);
  decide(store, id, '李明', 'correct', { value: 1300 });
  expect(opinions(store)).toEqual(['王芳 accept, 李明 correct']);
  // an acceptance of what the other one has corrected agrees with it
  decide(store, id, '王芳', 'accept');
  expect(opinions(store)).toEqual([]);
  decide(store, id, '王芳', 'reject');
  expect(opinions(store)).toEqual(['李明 correct, 王芳 reject']);
  expect(findDisagreements(store, { figureId: id })[0]).toMatchObject({
    earlier: { changes: { value: 1300, upper: 1300 }, note: null },
  });
  expect(findDisagreements(store, { figureId: 'another' })).toEqual([]);
});

it('what is taken back is held no longer, and corrections are the same in whatever order', () => {
  const fixture = newStore();
  const { store } = fixture;
  const id = saveFigure(fixture, '淮安市招募志愿者1200名', '1200', 1200).figure.figure_id;
  decide(store, id, '王芳', 'correct', { statistic: 'daily', as_of: '2022-01-01' });
  decide(store, id, '李明', 'reject');
  expect(opinions(store)).toHaveLength(1);
  undoLast(store, { who: '李明', at: '2026-02-01T00:00:00.000Z' });
  expect(opinions(store)).toEqual([]);
  undoLast(store, { who: '王芳', at: '2026-02-01T00:00:00.000Z' });
  decide(store, id, '王芳', 'correct', { as_of: '2022-01-01', statistic: 'daily' });
  decide(store, id, '李明', 'correct', { statistic: 'daily' });
  expect(opinions(store)).toEqual([]);
});
