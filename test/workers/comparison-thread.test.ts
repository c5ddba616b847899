import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { CompareAnswer } from '../../src/review/compare-api.js';
import { recordDecision } from '../../src/store/index.js';
import type * as Workers from '../../src/workers/index.js';
import { tell } from '../compare/fixtures.js';
import { newStore } from '../store/fixtures.js';

// workers run what was built
const { ComparisonThread } = (await import(
  new URL('../../dist/workers/index.js', import.meta.url).href
)) as typeof Workers;

function threadOver(path: string): Workers.ComparisonThread {
  const made = new ComparisonThread(path);
  onTestFinished(async () => await made.close());
  return made;
}
const query = { indicator: ['volunteers'], review: false, every: false };

test('compares beside what else goes on, and knows what others save meanwhile', async () => {
  const { store, run, path } = newStore();
  const [id] = tell({ store, run, path }, [['320500', 8600]]);
  const thread = threadOver(path);
  const valueNow = async (): Promise<unknown> => {
    const { rows } = JSON.parse((await thread.ask({ what: 'regions', query }))!) as CompareAnswer;
    return rows.map(({ cells: [cell] }) => cell);
  };
  expect(await valueNow()).toMatchObject([{ value: 8600 }]);
  recordDecision(store, {
    ...{ figureId: id!, action: 'correct', who: '王芳', at: '2026-02-01T00:00:00.000Z' },
    changes: { value: 8700 },
  });
  expect(await valueNow()).toMatchObject([{ value: 8700 }]);
  expect(await thread.ask({ what: 'cell', query, at: '110000', series: 0 })).toBe(null);
});

test('tells what is wrong with the database', async () => {
  const { store, path } = newStore();
  store.close();
  rmSync(path);
  await expect(threadOver(path).ask({ what: 'regions', query })).rejects.toMatchObject({ code: 'missing' });
});
