/** Items → results in the same order, with a bounded number of them under way or waiting. */

/** So many items may be under way or waiting for an earlier one, and so many bytes of files. */
const MAX_AHEAD = 32;
const MAX_BYTES_AHEAD = 64 * 1024 * 1024;

interface Started<Result> {
  readonly bytes: number;
  readonly result: Promise<Result>;
  /** Its result, once it is there. */
  come: { readonly result: Result } | null;
}

/**
 * Starts items as places fall free, and gives their results in the order of the items, so that memory
 * stays flat and the order does not depend on which result comes first. All that have come by then are given
 * together, one at least. Ends early on `signal`.
 */
export async function* inOrder<Item extends { readonly bytes: number }, Result>(
  items: Iterable<Item>,
  start: (item: Item) => Promise<Result>,
  signal: AbortSignal | null = null,
): AsyncGenerator<Result[], void, undefined> {
  const ahead: Started<Result>[] = [];
  let bytesAhead = 0;
  for (const item of items) {
    while (ahead.length >= MAX_AHEAD || (ahead.length > 0 && bytesAhead + item.bytes > MAX_BYTES_AHEAD)) {
      if (!(await unlessStopped(ahead[0]!.result, signal))) return;
      const taken = takeCome(ahead);
      for (const { bytes } of taken) bytesAhead -= bytes;
      yield taken.map(({ come }) => come!.result);
    }
    if (signal?.aborted) return;
    ahead.push(started(item.bytes, start(item)));
    bytesAhead += item.bytes;
  }
  while (ahead.length > 0) {
    if (!(await unlessStopped(ahead[0]!.result, signal))) return;
    yield takeCome(ahead).map(({ come }) => come!.result);
  }
}

function started<Result>(bytes: number, result: Promise<Result>): Started<Result> {
  const one: Started<Result> = { bytes, result, come: null };
  // an error is thrown when its turn comes
  result.then(
    (come) => (one.come = { result: come }),
    () => undefined,
  );
  return one;
}

/** Removes from the front what has come. */
function takeCome<Result>(ahead: Started<Result>[]): Started<Result>[] {
  const waited = ahead.findIndex(({ come }) => !come);
  return ahead.splice(0, waited < 0 ? ahead.length : waited);
}

/** Waits for a result; false at once when the signal comes first. */
function unlessStopped(waited: Promise<unknown>, signal: AbortSignal | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(false);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
    waited.then(() => resolve(true), reject).finally(() => signal?.removeEventListener('abort', stop));
  });
}
