/** Items → results in the same order, with a bounded number of them under way or waiting. */

/** So many items may be under way or waiting for an earlier one, and so many bytes of files. */
const MAX_AHEAD = 24;
const MAX_BYTES_AHEAD = 64 * 1024 * 1024;

interface Started<Result> {
  readonly bytes: number;
  readonly result: Promise<Result>;
}

/**
 * Starts items as places fall free, and gives their results in the order of the items, so that memory
 * stays flat and the order does not depend on which result comes first. Ends early on `signal`.
 */
export async function* inOrder<Item extends { readonly bytes: number }, Result>(
  items: Iterable<Item>,
  start: (item: Item) => Promise<Result>,
  signal: AbortSignal | null = null,
): AsyncGenerator<Result, void, undefined> {
  const ahead: Started<Result>[] = [];
  let bytesAhead = 0;
  for (const item of items) {
    while (ahead.length >= MAX_AHEAD || (ahead.length > 0 && bytesAhead + item.bytes > MAX_BYTES_AHEAD)) {
      const first = ahead.shift()!;
      const next = await unlessStopped(first.result, signal);
      if (!next) return;
      bytesAhead -= first.bytes;
      yield next.result;
    }
    if (signal?.aborted) return;
    const result = start(item);
    // It is thrown when its turn comes.
    result.catch(() => undefined);
    ahead.push({ bytes: item.bytes, result });
    bytesAhead += item.bytes;
  }
  for (const { result } of ahead) {
    const next = await unlessStopped(result, signal);
    if (!next) return;
    yield next.result;
  }
}

/** Waits for a result; null at once when the signal comes first. */
function unlessStopped<Result>(
  waited: Promise<Result>,
  signal: AbortSignal | null,
): Promise<{ readonly result: Result } | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
    waited
      .then((result) => resolve({ result }), reject)
      .finally(() => signal?.removeEventListener('abort', stop));
  });
}
