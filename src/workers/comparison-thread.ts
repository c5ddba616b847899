/** What the compare page asks in, JSON out: made in a thread of its own, so that a server goes on answering. */
import { Tinypool } from 'tinypool';
import type { AskComparison } from '../review/comparisons.js';
import { StoreError } from '../store/index.js';
import type { ComparisonReply, ComparisonTask } from './comparison-task.js';

/** The thread ends when it has had nothing to do for so long, and gives its memory back. */
const IDLE_MS = 300_000;

/** One question at a time; the thread starts with the first one. */
export class ComparisonThread {
  readonly #pool = new Tinypool({
    filename: new URL('./comparison-task.js', import.meta.url).href,
    ...{ minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS },
  });

  /** @param path of the database */
  constructor(private readonly path: string) {
    this.#pool.on('error', () => undefined);
  }

  /** @throws {StoreError} what is wrong with the database */
  readonly ask: AskComparison = async (request) => {
    const task: ComparisonTask = { path: this.path, request };
    const reply = (await this.#pool.run(task)) as ComparisonReply;
    if (reply.state === 'failed') throw new StoreError(reply.code, this.path, reply.reason);
    return reply.json;
  };

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
