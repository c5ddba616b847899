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
  | { readonly state: 'broken'; readonly reason: string };

const MEGABYTE = 1024 * 1024;
/** Node, the parsers and the rules, before anything is read. */
const PROGRAM_BYTES = 192 * MEGABYTE;
/** Enough of stderr to know why a process ended. */
const LAST_WORDS = 4096;
const LAST_WAIT_MS = 1000;
const START_MS = 120_000;

/** One task at a time. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  /** False where it does not. */
  readonly #started: Promise<boolean>;
  #given: Uint8Array | null = null;
  #task: { readonly time: TimeLimit; readonly settle: (outcome: Outcome) => void } | null = null;
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

  /** How long the task at hand has been running, in milliseconds; null between tasks. */
  get elapsed(): number | null {
    return this.#task?.time.elapsed ?? null;
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
    return await new Promise<Outcome>((resolve) => {
      const time = new TimeLimit(this.limits, (limit) => {
        this.#settle({ state: 'late', limit, part: time.part });
        void this.end();
      });
      this.#task = { time, settle: resolve };
      if (this.#given !== given) this.#send({ given });
      this.#given = given;
      this.#send({ call, task });
      if (this.#isOver) this.#settle({ state: 'broken', reason: this.#reason(null, null) });
    });
  }

  /** Ends the process, whatever it is doing. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#child.kill('SIGKILL');
    // a process that waits for a broken disk ends when the system lets it
    await Promise.race([this.#exited, delay(LAST_WAIT_MS, null, { ref: false })]);
  }

  #settle(outcome: Outcome): void {
    this.#task?.time.stop();
    this.#task?.settle(outcome);
    this.#task = null;
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
      // the last whole line: takes 2 of "1\n2\n"
      const [, part] = /(\d+)\n$/.exec(beats) ?? [];
      this.#task?.time.sign(part === undefined ? this.#task.time.part : Number(part));
    });
  }

  #hear(report: Report): void {
    if (report.state === 'ready') return;
    if (report.state === 'done') this.#bytes = report.bytes;
    this.#settle(report);
  }

  #over(reason: string): void {
    this.#isOver = true;
    this.#settle({ state: 'broken', reason });
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
