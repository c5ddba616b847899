/**
 * What goes to the server, one after the other in the order in which it was decided. While nobody answers, it waits
 * and tries again; what the server refuses is handed back, and never dropped in silence.
 */
import { signal } from '@preact/signals';
import { Unreachable, type Refused } from './api-client.js';

export interface Job {
  /** Sends it; `again` where an earlier try got no answer, so that it may have arrived all the same. */
  readonly send: (again: boolean) => Promise<void>;
  readonly refused: (why: Refused | Error) => void | Promise<void>;
}

export const pending = signal(0);
/** Why what waits can not be sent now; null where nothing is in its way. */
export const away = signal<Unreachable | null>(null);
/** What to do when the last job is done. */
let whenEmpty: () => void = () => undefined;

const RETRY_MS = 2000;
const jobs: Job[] = [];
let running = false;
let wake: (() => void) | null = null;

export function enqueue(job: Job): void {
  jobs.push(job);
  pending.value = jobs.length;
  if (!running) void run();
}

/** Tries at once what waits for a server that did not answer. */
export function retryNow(): void {
  wake?.();
}

async function run(): Promise<void> {
  running = true;
  for (let job = jobs[0]; job; job = jobs[0]) {
    await finish(job);
    jobs.shift();
    pending.value = jobs.length;
  }
  running = false;
  whenEmpty();
}

async function finish(job: Job): Promise<void> {
  for (let again = false; ; again = true) {
    try {
      await job.send(again);
      away.value = null;
      return;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        away.value = null;
        await job.refused(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      away.value = error;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, RETRY_MS);
      });
    }
  }
}

export function startOutbox(emptied: () => void): void {
  whenEmpty = emptied;
  addEventListener('beforeunload', (event) => {
    if (jobs.length > 0) event.preventDefault();
  });
}
