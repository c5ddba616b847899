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

/** A worker's place, and what it is reading. */
interface Place {
  worker: WorkerProcess;
  files: readonly FileToRead[];
}

/** Holds the processes; they start at once, so that they are ready when the rules are. */
export class ReadingPool {
  readonly #places: Place[];
  readonly #free: Place[];
  readonly #waiting: Waiting[] = [];
  readonly #unlisted: Unlisted[] = [];
  #isClosed = false;

  /** @param task the module that reads; another one for tests */
  constructor(
    private readonly limits: PoolLimits,
    private readonly task = TASK,
  ) {
    this.#places = Array.from({ length: limits.workers }, () => ({ worker: this.#start(), files: [] }));
    this.#free = [...this.#places];
  }

  /** Reads a file; never fails because of the file. */
  read(file: FileToRead, rules: PackedRules): Promise<PackedResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, rules, resolve, reject });
      this.#callPlace();
    });
  }

  /** The files inside a file; none where it is no container, and a diagnostic where that cannot be told. */
  list(path: string): Promise<ListedMember[] | Diagnostic> {
    return new Promise((resolve, reject) => {
      this.#unlisted.push({ path, resolve, reject });
      this.#callPlace();
    });
  }

  /** What has been read for longest, and for how many seconds; null where nothing is. */
  get longest(): { readonly file: string; readonly seconds: number } | null {
    const [first] = this.#places
      .flatMap(({ worker, files }) =>
        files.map(({ file }) => ({ file, seconds: (worker.elapsed ?? 0) / 1000 })),
      )
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

  #callPlace(): void {
    const place = this.#free.pop();
    if (place) void this.#serve(place);
  }

  async #serve(place: Place): Promise<void> {
    for (let next; (next = this.#unlisted.shift());) await this.#list(place, next);
    for (let group; (group = this.#takeGroup()).length > 0;) {
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
    this.#free.push(place);
  }

  /** Those that waited longest: several where they are small, and enough others are left for every worker. */
  #takeGroup(): Waiting[] {
    const waiting = this.#waiting;
    const most = Math.min(GROUP_FILES, Math.ceil(waiting.length / (2 * this.limits.workers)));
    let count = 0;
    for (let bytes = 0; count < most; count++) {
      bytes += waiting[count]!.file.bytes;
      if (count > 0 && bytes > GROUP_BYTES) break;
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
      const outcome = await this.#call(place, 'listMembers', task, NOTHING);
      resolve(outcome.state === 'done' ? (outcome.result as ListedMember[]) : this.#diagnosis(outcome));
    } catch (error) {
      reject(error);
    }
  }

  async #run(place: Place, files: readonly FileToRead[], rules: PackedRules): Promise<Outcome> {
    const task: ReadTask = { files, limits: this.limits.file };
    place.files = files;
    const outcome = await this.#call(place, 'default', task, rules);
    place.files = [];
    return outcome;
  }

  #call(place: Place, call: string, task: unknown, given: Uint8Array): Promise<Outcome> {
    if (place.worker.isSpent && !this.#isClosed) {
      void place.worker.end();
      place.worker = this.#start();
    }
    return place.worker.run(call, task, given);
  }

  #failed({ file }: FileToRead, outcome: Exclude<Outcome, { state: 'done' }>): PackedResult {
    return pack(failed(file, null, this.#diagnosis(outcome)));
  }

  #diagnosis(outcome: Exclude<Outcome, { state: 'done' }>): Diagnostic {
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
