/** A thread beside the one that works: tells the parent process that it goes on, and ends the process where it grows too large or its parent is gone. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { readLife } from './life.js';

export interface Guarded {
  readonly life: Int32Array;
  /** Of all the process holds: heap, buffers, WebAssembly, native code. */
  readonly bytes: number;
  /** The parent's id. */
  readonly parent: number;
}

export const BEAT_MS = 100;
/** Where it writes to, beside the channel for messages. */
export const BEATS = 4;
/** Its last words, on stderr. */
export const TOO_LARGE = 'more memory than it may have';

/** The thread that works may hang: nothing but a signal ends it. */
const end = (): void => void process.kill(process.pid, 'SIGKILL');

function watch({ life, bytes, parent }: Guarded): void {
  let told = 0;
  setInterval(() => {
    if (process.ppid !== parent) end();
    if (process.memoryUsage.rss() > bytes) {
      writeSync(2, TOO_LARGE);
      end();
    }
    const { signs, at } = readLife(life);
    if (signs !== told) writeSync(BEATS, `${at}\n`);
    told = signs;
  }, BEAT_MS);
}

if (workerData) watch(workerData as Guarded);
