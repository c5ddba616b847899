import { expect, it } from 'vitest';
import { beginRun, finishRun, openStore, saveDocument, type Store } from '../../src/store/index.js';
import { closing, documentOf, newStore } from './fixtures.js';

const facetIndexes = (store: Store): number =>
  store.get<{ count: number }>(
    "SELECT count(*) AS count FROM sqlite_schema WHERE type = 'index' AND name LIKE 'figures_by_%'",
  )!.count;

const begin = (store: Store, documents: number) =>
  beginRun(store, { startedAt: '2026-01-02T00:00:00Z', ruleVersion: 'r1', options: {}, documents });
const end = { finishedAt: '2026-01-02T00:01:00Z', status: 'done', counts: {} } as const;

it('are put off while many documents come in, and stand again when the run has ended', () => {
  const { store } = newStore();
  const all = facetIndexes(store);
  expect(all).toBeGreaterThan(6);
  const run = begin(store, 1000);
  expect(facetIndexes(store)).toBeLessThan(all);
  saveDocument(store, documentOf(run, '志愿者5人', []));
  finishRun(store, run, end);
  expect(facetIndexes(store)).toBe(all);
});

it('stay where few documents come in, or no more than are there', () => {
  const { store, run } = newStore();
  const all = facetIndexes(store);
  begin(store, 20);
  expect(facetIndexes(store)).toBe(all);
  for (let i = 0; i < 250; i++)
    saveDocument(store, documentOf(run, `志愿者${i}人`, [], { file: `${i}.txt` }));
  begin(store, 250);
  expect(facetIndexes(store)).toBe(all);
});

it('come back with the next writer where a run was killed', () => {
  const { store } = newStore();
  const all = facetIndexes(store);
  begin(store, 1000);
  store.close();
  expect(facetIndexes(closing(openStore(store.path)))).toBe(all);
});
