/** Files → results, read in worker threads: one that hangs or breaks its worker costs one diagnostic. */
import PQueue from 'p-queue';
import { Tinypool } from 'tinypool';
import { serialize } from 'node:v8';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic, RuleSet } from '../model.js';
import type { ListedMember } from './list-members.js';
import { failed, pack, type FileToRead, type PackedResult, type ReadTask } from './file-result.js';

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

/** Small files go to a worker by the handful: to wake it, and to be woken by it, costs as much as half a page of text. */
const GROUP_FILES = 4;
const GROUP_BYTES = 256 * 1024;

interface Waiting {
  readonly file: FileToRead;
  readonly rules: SharedArrayBuffer;
  readonly resolve: (result: PackedResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Holds the threads; they start at once, so that they are ready when the rules are. */
export class ReadingPool {
  readonly #pool: Tinypool;
  readonly #queue: PQueue;
  readonly #waiting: Waiting[] = [];

  constructor(private readonly limits: PoolLimits) {
    this.#pool = new Tinypool({
      filename: new URL('./task.js', import.meta.url).href,
      minThreads: limits.threads,
      maxThreads: limits.threads,
      // Two thirds of the usual young generation: no slower, and memory stays flat over thousands of files.
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
    });
    // A worker that breaks between two files has a successor already.
    this.#pool.on('error', () => undefined);
    // The time limit starts with the task: it may start only when a worker is free.
    this.#queue = new PQueue({ concurrency: limits.threads });
  }

  /** Reads a file; never fails because of the file. */
  read(file: FileToRead, rules: SharedArrayBuffer): Promise<PackedResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, rules, resolve, reject });
      this.#callNext();
    });
  }

  /** One job waits in the queue while files do; each takes a group of them when its turn comes. */
  #callNext(): void {
    if (this.#waiting.length > 0 && this.#queue.size === 0) void this.#queue.add(() => this.#readNext());
  }

  async #readNext(): Promise<void> {
    const group = this.#takeGroup();
    const [first] = group;
    if (!first) return;
    this.#callNext();
    try {
      const files = group.map(({ file }) => file);
      const results = await this.#readGroup(files, first.rules);
      group.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** Those that waited longest: several where they are small, and enough others are left for every thread. */
  #takeGroup(): Waiting[] {
    const waiting = this.#waiting;
    const most = Math.min(GROUP_FILES, Math.ceil(waiting.length / (2 * this.limits.threads)));
    let count = 0;
    for (let bytes = 0; count < most; count++) {
      bytes += waiting[count]!.file.bytes;
      if (count > 0 && bytes > GROUP_BYTES) break;
    }
    return waiting.splice(0, count);
  }

  /** Results in the order of the files. A group that is not back in time or breaks its worker is read one by one. */
  async #readGroup(files: readonly FileToRead[], rules: SharedArrayBuffer): Promise<PackedResult[]> {
    const task: ReadTask = { files, rules };
    const outcome = await this.#run<PackedResult[]>(task);
    if (!('code' in outcome)) return outcome;
    if (files.length === 1) return [pack(failed(files[0]!.file, null, outcome))];
    const results: PackedResult[] = [];
    for (const file of files) results.push(...(await this.#readGroup([file], rules)));
    return results;
  }

  /** The files inside a file; none where it is no container, and a diagnostic where that cannot be told. */
  list(path: string): Promise<ListedMember[] | Diagnostic> {
    return this.#queue.add(() => this.#run<ListedMember[]>(path, 'listMembers'));
  }

  async #run<Result>(task: unknown, name = 'default'): Promise<Result | Diagnostic> {
    const { seconds } = this.limits;
    const timeUp = new AbortController();
    const timer = setTimeout(() => timeUp.abort(), seconds * 1000);
    try {
      return (await this.#pool.run(task, { name, signal: timeUp.signal })) as Result;
    } catch (error) {
      return timeUp.signal.aborted ? diagnose('document-timeout', { seconds }) : this.#crash(error);
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
