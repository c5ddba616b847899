/** How figures came about: worked out anew by the server, fetched ahead with their details, kept a while. */
import { useEffect, useState } from 'preact/hooks';
import type { Derivation, Language } from '../../api.js';
import { api } from './api-client.js';
import type { Loaded } from './details.js';
import { language } from './language.js';

const KEPT = 60;
const known = new Map<string, Promise<Derivation>>();
const ready = new Map<string, Derivation>();

const keyOf = (figure: string, tongue: Language): string => `${tongue} ${figure}`;

function fetchDerivation(figure: string, tongue: Language): Promise<Derivation> {
  const key = keyOf(figure, tongue);
  const running = known.get(key);
  if (running) return running;
  const asked = api.derivation(figure, tongue);
  known.set(key, asked);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
    ready.delete(oldest);
  }
  asked.then(
    (derivation) => known.get(key) === asked && ready.set(key, derivation),
    () => known.delete(key),
  );
  return asked;
}

export function prefetchDerivations(figures: readonly string[]): void {
  for (const figure of figures) fetchDerivation(figure, language.peek()).catch(() => undefined);
}

/** The derivation of the figure on screen; at once where it is known. */
export function useDerivation(figure: string): Loaded<Derivation> {
  const { value: tongue } = language;
  const key = keyOf(figure, tongue);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly loaded: Loaded<Derivation> } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    const arrive = (loaded: Loaded<Derivation>): void => {
      if (isWanted) setAnswer({ key, loaded });
    };
    fetchDerivation(figure, tongue).then(
      (value) => arrive({ state: 'ready', value }),
      (error: unknown) => arrive({ state: 'failed', error }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  const value = ready.get(key);
  if (value) return { state: 'ready', value };
  return answer?.key === key ? answer.loaded : { state: 'loading' };
}
