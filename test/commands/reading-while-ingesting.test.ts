import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeRegions } from '../../bench/make-regions.mjs';
import { compare, type Question } from '../../src/compare/index.js';
import { GROUNDING_CHECK, openStore, queryFigures, StoreError, type Store } from '../../src/store/index.js';
import { folderOf, huibao, start } from './huibao.js';

const QUESTION: Question = {
  ...{ indicators: ['volunteers', 'money'], level: 'county' as const, within: null },
  ...{ from: '2022-01-01', to: '2022-12-31', includeReview: true },
};

interface State {
  readonly documents: number;
  readonly figures: number;
  readonly displaced: number;
  readonly stated: number;
}

/** All of it from one state of the database; null before it has its tables. */
function stateOf(db: string): State | null {
  let store: Store;
  try {
    store = openStore(db, { readonly: true });
  } catch (error) {
    if (error instanceof StoreError && ['missing', 'empty'].includes(error.code)) return null;
    throw error;
  }
  try {
    return store.reading(() => ({
      documents: store.get<{ n: number }>('SELECT count(*) AS n FROM documents')!.n,
      figures: [...queryFigures(store, {})].length,
      displaced: Object.values(store.get<Record<string, number>>(GROUNDING_CHECK)!)[0]!,
      stated: compare(store, QUESTION).rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind !== 'gap')).length,
    }));
  } finally {
    store.close();
  }
} // prettier-ignore

it('a database is read from the first document to the last while another process fills it', async () => {
  const { reports } = makeRegions(3);
  const folder = folderOf({});
  mkdirSync(join(folder, 'reports'));
  for (const { file, text } of reports) writeFileSync(join(folder, 'reports', file), text);
  const db = join(folder, 'huibao.sqlite');
  const ingest = start(['ingest', 'reports', '--db', db], { cwd: folder });
  const states: State[] = [];
  while (ingest.process.exitCode === null) {
    const state = stateOf(db);
    if (state !== null) states.push(state);
    await setTimeout(20);
  }
  expect((await ingest.ended).code).toBe(0);
  const last = stateOf(db)!;
  expect(last).toMatchObject({ documents: reports.length, displaced: 0 });
  const between = states.filter(({ documents }) => documents > 0 && documents < last.documents);
  expect(between.length).toBeGreaterThan(1);
  for (const [i, state] of states.entries()) {
    const before = states[i - 1];
    expect(state.displaced).toBe(0);
    expect(state.documents).toBeGreaterThanOrEqual(before?.documents ?? 0);
    expect(state.stated).toBeLessThanOrEqual(last.stated);
  }
  const { code, stdout } = await huibao(['compare', '--db', db, '-i', 'volunteers', '--format', 'csv']);
  expect([code, stdout.split('\n').length > 10]).toEqual([0, true]);
});
