/** What a question is asked by and how → its answer as it stands: the one before stays until the next has come. */
import { useEffect, useState } from 'preact/hooks';
import type { Loaded } from './details.js';

export interface Asked<Value> {
  readonly answer: Loaded<Value>;
  /** The answer belongs to an earlier question. */
  readonly isLate: boolean;
  readonly retry: () => void;
}

/** @param key another one for another question */
export function useAnswer<Value>(key: string, ask: (signal: AbortSignal) => Promise<Value>): Asked<Value> {
  const [last, setLast] = useState<{ readonly key: string | null; readonly answer: Loaded<Value> }>({
    key: null,
    answer: { state: 'loading' },
  });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    ask(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setLast({ key, answer: { state: 'ready', value } });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setLast({ key, answer: { state: 'failed', error } });
      },
    );
    return () => abort.abort();
  }, [key, tries]);
  const retry = (): void => {
    setLast({ key: null, answer: { state: 'loading' } });
    setTries(tries + 1);
  };
  return { answer: last.answer, isLate: last.key !== key, retry };
}
