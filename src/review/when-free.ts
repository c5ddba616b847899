/** Work on the database in; its result once no other program holds the lock, without holding up the other requests. */
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../store/index.js';

/** SQLite waits for a lock without letting anything else run: this long at most while the page is served. */
export const BUSY_MS = 20;
/** Between two tries, and all of them together. */
const PAUSE_MS = 30;
const PATIENCE_MS = 5000;

/** @throws {StoreError} locked, where it stays so for five seconds, and what `work` throws */
export async function whenFree<Result>(work: () => Result): Promise<Result> {
  for (let tries = Math.ceil(PATIENCE_MS / (BUSY_MS + PAUSE_MS)); ; tries -= 1) {
    try {
      return work();
    } catch (error) {
      const locked = error instanceof StoreError && error.code === 'locked';
      if (!locked || tries <= 0) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
