/** A module's functions, run in a process of its own: tasks go in, results come out; one that hangs, grows or breaks is ended, and costs nothing else. */
import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './process-entry.js';
import { BEATS, TOO_LARGE } from './process-guard.js';
import { TimeLimit, type BrokenLimit, type TimeLimits } from './time-limits.js';

export interface ProcessLimits extends TimeLimits {
  /** Memory of the process, beyond what the program itself takes. */
  readonly megabytes: number;
}

export type Outcome =
  | { readonly state: 'done'; readonly result: unknown }
  | Extract<Report, { state: 'threw' }>
  /** Stopped: it broke this limit, at this part of the task. */
  | { readonly state: 'late'; readonly limit: BrokenLimit; readonly part: number }
  /** The process ended in the middle of it. */
  | { readonly state: 'broken'; readonly reason: string }
  /** The process ended before it came to it. */
  | { readonly state: 'unstarted' };

/** The task that the process is at has a limit of time; those behind it wait. */
interface Task {
  readonly number: number;
  readonly task: unknown;
  readonly settle: (outcome: Outcome) => void;
  time: TimeLimit | null;
}

const MEGABYTE = 1024 * 1024;
/** Node, the parsers and the rules, before anything is read. */
const PROGRAM_BYTES = 192 * MEGABYTE;
/** Enough of stderr to know why a process ended. */
const LAST_WORDS = 4096;
const LAST_WAIT_MS = 1000;
const START_MS = 120_000;

/** One task at a time; the next may be on its way to it meanwhile. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  /** False where it does not. */
  readonly #started: Promise<boolean>;
  #given: Uint8Array | null = null;
  /** The one that it is at, and those that wait. */
  readonly #tasks: Task[] = [];
  readonly #watching: (() => void)[] = [];
  #sent = 0;
  /** The number of the task that the process was last known to be at, and the part of it. */
  #beat: readonly [number, number] = [0, 0];
  #isOver = false;
  #lastWords = '';
  /** That it held after its last task. */
  #bytes = 0;

  /** @param module that exports the functions; it is loaded at once */
  constructor(
    module: URL,
    private readonly limits: ProcessLimits,
  ) {
    const bytes = limits.megabytes * MEGABYTE + PROGRAM_BYTES;
    this.#child = fork(
      fileURLToPath(new URL('./process-entry.js', import.meta.url)),
      [module.href, String(bytes)],
      {
        execArgv: [
          `--max-old-space-size=${limits.megabytes}`,
          `--require=${fileURLToPath(new URL('./no-network.cjs', import.meta.url))}`,
        ],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
        serialization: 'advanced',
      },
    );
    this.#exited = new Promise((resolve) => this.#child.once('exit', resolve).once('error', resolve));
    this.#started = new Promise((resolve) => {
      this.#child.once('message', () => resolve(true));
      this.#child.once('close', () => resolve(false)).once('error', () => resolve(false));
      setTimeout(() => resolve(false), START_MS).unref();
    });
    this.#listen();
  }

  /** Whether it is of no use any longer: it is over, or holds so much that the next task might not find room. */
  get isSpent(): boolean {
    return this.#isOver || this.#bytes > (this.limits.megabytes / 2) * MEGABYTE + PROGRAM_BYTES;
  }

  get isIdle(): boolean {
    return this.#tasks.length === 0;
  }

  /** The task at hand and for how long it has been running, in milliseconds; null between tasks. */
  get current(): { readonly task: unknown; readonly elapsed: number } | null {
    const [first] = this.#tasks;
    return first ? { task: first.task, elapsed: first.time?.elapsed ?? 0 } : null;
  }

  /**
   * Calls a function of the module. After `late` and `broken` the process is over.
   * @param given goes with all tasks, and to the process only once
   * @throws where the process does not even start
   */
  async run(call: string, task: unknown, given: Uint8Array): Promise<Outcome> {
    // its start is no part of the task: it is slow where much else runs
    if (!(await this.#started))
      throw new Error(`a process to read documents does not start: ${this.#lastWords}`);
    return await new Promise<Outcome>((settle) => {
      const number = ++this.#sent;
      this.#tasks.push({ number, task, settle, time: null });
      if (this.#given !== given) this.#send({ given });
      this.#given = given;
      this.#send({ call, task, number });
      if (this.#isOver) this.#over(this.#reason(null, null));
      else this.#begin();
    });
  }

  /** Waits until the task at hand is over. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => this.#watching.push(resolve));
  }

  /** Ends the process, whatever it is doing. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#child.kill('SIGKILL');
    // a process that waits for a broken disk ends when the system lets it
    await Promise.race([this.#exited, delay(LAST_WAIT_MS, null, { ref: false })]);
  }

  /** Time runs for the first task. */
  #begin(): void {
    const [first] = this.#tasks;
    if (!first || first.time) return;
    const time = new TimeLimit(this.limits, (limit) => {
      this.#settle({ state: 'late', limit, part: time.part });
      void this.end();
      this.#over('');
    });
    first.time = time;
    this.#sign();
  }

  /** That it is at a later task than is known here may come before the result of the earlier one. */
  #sign(): void {
    const [first] = this.#tasks;
    const [number, part] = this.#beat;
    if (first?.number === number) first.time?.sign(part);
  }

  #settle(outcome: Outcome): void {
    const first = this.#tasks.shift();
    first?.time?.stop();
    first?.settle(outcome);
    for (const tell of this.#watching.splice(0)) tell();
  }

  #send(order: Order): void {
    // where it is gone, its end tells
    if (this.#child.connected) this.#child.send(order, () => undefined);
  }

  #listen(): void {
    const child = this.#child;
    child.on('message', (report: Report) => this.#hear(report));
    child.on('error', (error) => this.#over(error.message));
    child.on('close', (code, signal) => this.#over(this.#reason(code, signal)));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
    });
    (child.stdio[BEATS] as Readable).setEncoding('utf8').on('data', (beats: string) => {
      // the last whole line: takes 7 and 2 of "7 1\n7 2\n"
      const [, number, part] = /(\d+) (\d+)\n$/.exec(beats) ?? [];
      this.#beat = [Number(number), Number(part)];
      this.#sign();
    });
  }

  #hear(report: Report): void {
    if (report.state === 'ready') return;
    if (report.state === 'done') this.#bytes = report.bytes;
    this.#settle(report);
    this.#begin();
  }

  #over(reason: string): void {
    this.#isOver = true;
    // the tasks behind the first one have not begun
    const first = this.#tasks.at(0)?.time;
    if (first) this.#settle({ state: 'broken', reason });
    while (this.#tasks.length > 0) this.#settle({ state: 'unstarted' });
  }

  /** Why it ended, as far as that can be known. */
  #reason(code: number | null, signal: NodeJS.Signals | null): string {
    // V8 says "JavaScript heap out of memory" before it gives up
    if (this.#lastWords.includes(TOO_LARGE) || this.#lastWords.includes('out of memory'))
      return `it needs more than ${this.limits.megabytes} MB of memory`;
    if (signal === 'SIGKILL') return 'it was killed, as the system does when memory runs out';
    return signal ? `its parser broke down (${signal})` : `its parser ended the process (${code ?? 'early'})`;
  }
}
