/** Things that come one by one → the same, with pauses in which signals are heard. */
import { setImmediate } from 'node:timers/promises';

const PAUSE_EVERY = 1000;

export async function* paced<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ % PAUSE_EVERY === 0) await setImmediate();
    yield item;
  }
}
