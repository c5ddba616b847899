/** Files → results, read in worker threads: one that hangs or breaks its worker costs one diagnostic. */
import PQueue from 'p-queue';
import { Tinypool } from 'tinypool';
import { serialize } from 'node:v8';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic, RuleSet } from '../model.js';
import { failed, type FileResult, type FileToRead, type ReadTask } from './file-result.js';

export interface PoolLimits {
  readonly threads: number;
  /** For one file, the start of a fresh worker included. */
  readonly seconds: number;
  /** Heap of one worker. */
  readonly megabytes: number;
}

/** Compiles to a form that all workers share: loading the files anew would take each of them a third of a second. */
export function shareRuleSet(ruleSet: RuleSet): SharedArrayBuffer {
  const bytes = serialize(ruleSet);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

/** Holds the threads; they start at once, so that they are ready when the rules are. */
export class ReadingPool {
  readonly #pool: Tinypool;
  readonly #queue: PQueue;

  constructor(private readonly limits: PoolLimits) {
    this.#pool = new Tinypool({
      filename: new URL('./task.js', import.meta.url).href,
      minThreads: limits.threads,
      maxThreads: limits.threads,
      // A third of the usual young generation: no slower, and memory stays flat over thousands of files.
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 16 },
    });
    // A worker that breaks between two files has a successor already.
    this.#pool.on('error', () => undefined);
    // The time limit starts with the task: it may start only when a worker is free.
    this.#queue = new PQueue({ concurrency: limits.threads });
  }

  /** Reads a file; never fails because of the file. */
  read({ path, file }: FileToRead, rules: SharedArrayBuffer): Promise<FileResult> {
    return this.#queue.add(() => this.#run({ path, file, rules }));
  }

  async #run(task: ReadTask): Promise<FileResult> {
    const timeUp = new AbortController();
    const timer = setTimeout(() => timeUp.abort(), this.limits.seconds * 1000);
    try {
      return (await this.#pool.run(task, { signal: timeUp.signal })) as FileResult;
    } catch (error) {
      const { seconds } = this.limits;
      const stopped = timeUp.signal.aborted;
      return failed(
        task.file,
        null,
        stopped ? diagnose('document-timeout', { seconds }) : this.#crash(error),
      );
    } finally {
      clearTimeout(timer);
    }
  }

  #crash(error: unknown): Diagnostic {
    const { code, message } = error as NodeJS.ErrnoException;
    const outOfMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
    const reason = outOfMemory ? `it needs more than ${this.limits.megabytes} MB of memory` : message;
    return diagnose('document-crashed', { reason });
  }

  /** Ends the threads; files that are still being read give no result. */
  async close(): Promise<void> {
    // What is added later must not start a new thread.
    this.#queue.pause();
    this.#queue.clear();
    await this.#pool.destroy();
  }
}
