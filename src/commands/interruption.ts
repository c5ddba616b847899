/** Ctrl-C and SIGTERM → a signal to stop in good order; a second time ends the program at once. */

/** As a shell counts a program that was ended by Ctrl-C. */
export const INTERRUPTED = 130;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs `work` with a signal that is aborted by Ctrl-C. */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  const onSignal = (): void => {
    // SQLite undoes a transaction that was not finished.
    if (stop.signal.aborted) process.exit(INTERRUPTED);
    stop.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}
