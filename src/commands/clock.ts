/** The one place where commands look at the clock. */
export interface Clock {
  /** ISO time, in UTC. */
  now(): string;
  /** Milliseconds that only ever go forward. */
  elapsed(): number;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
};
