import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/workers/index.js';

const items = (count: number, bytes = 1): { readonly index: number; readonly bytes: number }[] =>
  Array.from({ length: count }, (_, index) => ({ index, bytes }));

/** Runs items that take unequal times; gives the results and how many were under way at most. */
async function runAll(count: number, bytes: number): Promise<{ results: number[]; most: number }> {
  let [started, taken, most] = [0, 0, 0];
  const results: number[] = [];
  const work = async ({ index }: { index: number }): Promise<number> => {
    most = Math.max(most, ++started - taken);
    await delay((index * 7) % 5);
    return index;
  };
  for await (const come of inOrder(items(count, bytes), work)) {
    taken += come.length;
    results.push(...come);
  }
  return { results, most };
}

describe('results come in the order of the items', () => {
  test.each([
    ['nothing', 0, 1, 0],
    ['small files: a bounded number ahead', 300, 1, 65],
    ['large files: a bounded size ahead', 40, 20 * 1024 * 1024, 4],
    ['files above the bound: one after the other', 5, 900 * 1024 * 1024, 2],
  ])('%s', async (_, count, bytes, bound) => {
    const { results, most } = await runAll(count, bytes);
    expect(results).toEqual(items(count).map(({ index }) => index));
    expect(most).toBeLessThanOrEqual(bound);
  });
});

test('a signal ends it at once, though an item hangs', async () => {
  const stop = new AbortController();
  const results: number[] = [];
  const hang = ({ index }: { index: number }): Promise<number> =>
    index < 2 ? Promise.resolve(index) : new Promise(() => undefined);
  setTimeout(() => stop.abort(), 20);
  for await (const come of inOrder(items(9), hang, stop.signal)) results.push(...come);
  expect(results).toEqual([0, 1]);
});

test('an error is thrown in its turn, not before', async () => {
  const results: number[] = [];
  const fail = async ({ index }: { index: number }): Promise<number> => {
    await delay(index === 2 ? 0 : 10);
    if (index === 2) throw new Error('a bug');
    return index;
  };
  const run = async (): Promise<void> => {
    for await (const come of inOrder(items(4), fail)) results.push(...come);
  };
  await expect(run()).rejects.toThrow('a bug');
  expect(results).toEqual([0, 1]);
});
