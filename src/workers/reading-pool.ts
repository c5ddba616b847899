/** Files → results, read in processes of their own: a file that hangs or breaks one costs one diagnostic. */
import { serialize } from 'node:v8';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic, RuleSet } from '../model.js';
import {
  failed,
  pack,
  type FileToRead,
  type PackedResult,
  type PackedRules,
  type ReadTask,
} from './file-result.js';
import type { ListedMember, ListTask } from './list-members.js';
import type { FileLimits } from './read-bytes.js';
import { WorkerProcess, type Outcome, type ProcessLimits } from './worker-process.js';

export interface PoolLimits extends ProcessLimits {
  /** How many processes. */
  readonly workers: number;
  readonly file: FileLimits;
}

/** Compiles to a form that all workers take: loading the files anew would take each of them a third of a second. */
export const packRules = (ruleSet: RuleSet): PackedRules => serialize(ruleSet);

/** Small files go to a worker by the handful: to wake it, and to be woken by it, costs as much as half a page of text. */
const GROUP_FILES = 4;
const GROUP_BYTES = 256 * 1024;

/** A file that has broken so many workers is not tried again. */
export const ATTEMPTS = 2;

/** What goes with tasks that need no rules. */
const NOTHING = new Uint8Array();

const TASK = new URL('./task.js', import.meta.url);

const filesOf = (task: unknown): readonly FileToRead[] =>
  (task as Partial<ReadTask> | undefined)?.files ?? [];

interface Waiting {
  readonly file: FileToRead;
  readonly rules: PackedRules;
  readonly resolve: (result: PackedResult) => void;
  readonly reject: (error: unknown) => void;
}

/** A file that may hold others. */
interface Unlisted {
  readonly path: string;
  readonly resolve: (listed: ListedMember[] | Diagnostic) => void;
  readonly reject: (error: unknown) => void;
}

/** What became of a task that was begun. */
type Ended = Exclude<Outcome, { state: 'unstarted' }>;

/** A worker's place: another worker takes it when one is lost. */
interface Place {
  worker: WorkerProcess;
  /** Of its lanes. */
  busy: number;
}

/**
 * A way to a place. Each place has two, so that a worker finds its next files there when it has read the last: this
 * thread may be busy with saving.
 */
interface Lane {
  readonly place: Place;
}

const LANES = 2;

/** Holds the processes; they start at once, so that they are ready when the rules are. */
export class ReadingPool {
  readonly #places: Place[];
  readonly #free: Lane[];
  readonly #waiting: Waiting[] = [];
  readonly #unlisted: Unlisted[] = [];
  #isClosed = false;

  /** @param task the module that reads; another one for tests */
  constructor(
    private readonly limits: PoolLimits,
    private readonly task = TASK,
  ) {
    this.#places = Array.from({ length: limits.workers }, () => ({ worker: this.#start(), busy: 0 }));
    this.#free = Array.from({ length: LANES }, () => this.#places.map((place) => ({ place }))).flat();
  }

  /** Reads a file; never fails because of the file. */
  read(file: FileToRead, rules: PackedRules): Promise<PackedResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, rules, resolve, reject });
      this.#callLane();
    });
  }

  /** The files inside a file; none where it is no container, and a diagnostic where that cannot be told. */
  list(path: string): Promise<ListedMember[] | Diagnostic> {
    return new Promise((resolve, reject) => {
      this.#unlisted.push({ path, resolve, reject });
      this.#callLane();
    });
  }

  /** What has been read for longest, and for how many seconds; null where nothing is. */
  get longest(): { readonly file: string; readonly seconds: number } | null {
    const [first] = this.#places
      .flatMap(({ worker }) => {
        const { task, elapsed = 0 } = worker.current ?? {};
        return filesOf(task).map(({ file }) => ({ file, seconds: elapsed / 1000 }));
      })
      .sort((a, b) => b.seconds - a.seconds);
    return first ?? null;
  }

  /** Ends the processes; files that are still being read give no result. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting.length = 0;
    this.#unlisted.length = 0;
    await Promise.all(this.#places.map(({ worker }) => worker.end()));
  }

  #start(): WorkerProcess {
    return new WorkerProcess(this.task, this.limits);
  }

  #callLane(): void {
    // one whose worker has nothing to do, if there is one
    const at = Math.max(
      0,
      this.#free.findIndex(({ place }) => place.busy === 0),
    );
    const [lane] = this.#free.splice(at, 1);
    if (lane) void this.#serve(lane);
  }

  async #serve(lane: Lane): Promise<void> {
    const { place } = lane;
    place.busy++;
    for (let next; (next = this.#unlisted.shift());) await this.#list(place, next);
    for (let group; (group = this.#takeGroup(place)).length > 0;) {
      try {
        const results = await this.#readGroup(
          place,
          group.map(({ file }) => file),
          group[0]!.rules,
        );
        group.forEach(({ resolve }, i) => resolve(results[i]!));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    place.busy--;
    this.#free.push(lane);
  }

  /**
   * Those that waited longest: several where they are small, and enough others are left for every worker. What waits
   * behind the files that a worker is at is small, and no other worker could be without.
   */
  #takeGroup({ busy }: Place): Waiting[] {
    const waiting = this.#waiting;
    const isSecond = busy > 1;
    if (isSecond && waiting.length < LANES * this.limits.workers) return [];
    const most = Math.min(GROUP_FILES, Math.ceil(waiting.length / (LANES * this.limits.workers)));
    let count = 0;
    for (let bytes = 0; count < most; count++) {
      bytes += waiting[count]!.file.bytes;
      if ((count > 0 || isSecond) && bytes > GROUP_BYTES) break;
    }
    return waiting.splice(0, count);
  }

  /** Results in the order of the files. Of a group that does not come back, each is read alone. */
  async #readGroup(place: Place, files: readonly FileToRead[], rules: PackedRules): Promise<PackedResult[]> {
    const outcome = await this.#run(place, files, rules);
    if (outcome.state === 'done') return outcome.result as PackedResult[];
    const isOwn = (i: number): boolean =>
      outcome.state === 'late' ? outcome.part === i : files.length === 1 && outcome.state === 'threw';
    const results: PackedResult[] = [];
    for (const [i, file] of files.entries()) {
      // time is up for the file that it was at
      const own = isOwn(i) ? outcome : null;
      // any of them may have broken it
      const attempts = outcome.state === 'broken' ? 1 : 0;
      results.push(own ? this.#failed(file, own) : await this.#readAlone(place, file, rules, attempts));
    }
    return results;
  }

  /** @param attempts that broke a worker before */
  async #readAlone(
    place: Place,
    file: FileToRead,
    rules: PackedRules,
    attempts: number,
  ): Promise<PackedResult> {
    const outcome = await this.#run(place, [file], rules);
    if (outcome.state === 'done') return (outcome.result as PackedResult[])[0]!;
    if (outcome.state === 'broken' && attempts + 1 < ATTEMPTS)
      return await this.#readAlone(place, file, rules, attempts + 1);
    return this.#failed(file, outcome);
  }

  async #list(place: Place, { path, resolve, reject }: Unlisted): Promise<void> {
    try {
      const task: ListTask = { path, limits: this.limits.file };
      let outcome = await this.#call(place, 'listMembers', task, NOTHING);
      for (let attempts = 1; outcome.state === 'broken' && attempts < ATTEMPTS; attempts++)
        outcome = await this.#call(place, 'listMembers', task, NOTHING);
      resolve(outcome.state === 'done' ? (outcome.result as ListedMember[]) : this.#diagnosis(outcome));
    } catch (error) {
      reject(error);
    }
  }

  async #run(place: Place, files: readonly FileToRead[], rules: PackedRules): Promise<Ended> {
    const task: ReadTask = { files, limits: this.limits.file };
    return await this.#call(place, 'default', task, rules);
  }

  /** Where the worker ends before it comes to the task, another one gets it. */
  async #call(place: Place, call: string, task: unknown, given: Uint8Array): Promise<Ended> {
    for (;;) {
      const worker = await this.#workerAt(place);
      const outcome = await worker.run(call, task, given);
      if (outcome.state !== 'unstarted') return outcome;
      if (this.#isClosed) return { state: 'threw', name: 'Error', message: 'closed' };
    }
  }

  /** The worker of a place, or another one instead of a spent one that has nothing more to do. */
  async #workerAt(place: Place): Promise<WorkerProcess> {
    while (place.worker.isSpent && !this.#isClosed) {
      const { worker } = place;
      if (!worker.isIdle) await worker.settled();
      else {
        void worker.end();
        place.worker = this.#start();
      }
    }
    return place.worker;
  }

  #failed({ file }: FileToRead, outcome: Exclude<Ended, { state: 'done' }>): PackedResult {
    return pack(failed(file, null, this.#diagnosis(outcome)));
  }

  #diagnosis(outcome: Exclude<Ended, { state: 'done' }>): Diagnostic {
    const { seconds, silence } = this.limits;
    if (outcome.state === 'threw') return diagnose('document-crashed', { reason: outcome.message });
    if (outcome.state === 'broken') {
      const reason = `${outcome.reason} (tried ${ATTEMPTS} times)`;
      return diagnose('document-crashed', { reason, attempts: ATTEMPTS });
    }
    if (outcome.limit === 'silence') return diagnose('document-hangs', { seconds: silence, attempts: 1 });
    return diagnose('document-timeout', { seconds, attempts: 1 });
  }
}
