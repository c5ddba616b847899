/** Signs of life of a task in; the limit that it breaks, when it breaks one, out. */

export interface TimeLimits {
  /** For one file. */
  readonly seconds: number;
  /** Without a sign of life. */
  readonly silence: number;
}

export type BrokenLimit = keyof TimeLimits;

const TICK_MS = 100;
/** A tick counts for no more: what this thread itself was busy with, or slept through, is not the task's time. */
const LONGEST_TICK_MS = 3 * TICK_MS;

/** Runs from its making until it is stopped, or until a limit is broken. */
export class TimeLimit {
  #total = 0;
  #silent = 0;
  #part = 0;
  #last = performance.now();
  readonly #timer: NodeJS.Timeout;

  constructor(limits: TimeLimits, onBroken: (limit: BrokenLimit) => void) {
    this.#timer = setInterval(() => {
      this.#count();
      const broken =
        this.#total > limits.seconds * 1000
          ? 'seconds'
          : this.#silent > limits.silence * 1000
            ? 'silence'
            : null;
      if (!broken) return;
      this.stop();
      onBroken(broken);
    }, TICK_MS);
  }

  /** In milliseconds, of the part that it is at. */
  get elapsed(): number {
    return this.#total;
  }

  /** The part of the task that it was last known to be at. */
  get part(): number {
    return this.#part;
  }

  /** It lives, and is at this part; each part has the whole time to itself. */
  sign(part: number): void {
    if (part !== this.#part) this.#total = 0;
    this.#part = part;
    this.#silent = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #count(): void {
    const now = performance.now();
    const passed = Math.min(now - this.#last, LONGEST_TICK_MS);
    this.#total += passed;
    this.#silent += passed;
    this.#last = now;
  }
}
