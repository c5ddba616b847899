/** Details of figures: fetched ahead, kept a while, thrown away when a decision makes them old. */
import { signal } from '@preact/signals';
import type { FigureDetail } from '../../api.js';
import { api } from './api-client.js';
import { prefetchDerivations } from './derivations.js';

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: unknown };

/** The figure on screen. */
export const shown = signal<{ readonly id: string | null } & Loaded<FigureDetail>>({
  id: null,
  state: 'loading',
});

const KEPT = 60;
const ready = new Map<string, FigureDetail>();
const underway = new Map<string, Promise<FigureDetail>>();

/** What is known already, without asking. */
export const detailOf = (id: string): FigureDetail | undefined => ready.get(id);

export function fetchDetail(id: string): Promise<FigureDetail> {
  const known = ready.get(id);
  if (known) return Promise.resolve(known);
  const running = underway.get(id);
  if (running) return running;
  const asked = api.figure(id);
  underway.set(id, asked);
  const finish = (): boolean => underway.get(id) === asked && underway.delete(id);
  return asked.then(
    (detail) => {
      // An answer that a decision overtook shows what was, and is asked for again when it is needed.
      if (finish()) keep(id, detail);
      return detail;
    },
    (error: unknown) => {
      finish();
      throw error;
    },
  );
}

function keep(id: string, detail: FigureDetail): void {
  ready.delete(id);
  ready.set(id, detail);
  for (const oldest of ready.keys()) {
    if (ready.size <= KEPT) break;
    ready.delete(oldest);
  }
}

export function prefetch(ids: readonly string[]): void {
  for (const id of ids) fetchDetail(id).catch(() => undefined);
  prefetchDerivations(ids);
}

/** Forgets a figure; where it is on screen, it is fetched anew behind what is shown. */
export function renew(id: string): void {
  ready.delete(id);
  underway.delete(id);
  if (shown.value.id === id) void show(id, true);
}

/** Brings a figure to the screen: at once where it is known. `null` takes the last one off. */
export async function show(id: string | null, quietly = false): Promise<void> {
  if (id === null) {
    shown.value = { id, state: 'loading' };
    return;
  }
  const known = ready.get(id);
  if (known) {
    shown.value = { id, state: 'ready', value: known };
    return;
  }
  if (!quietly || shown.value.id !== id) shown.value = { id, state: 'loading' };
  try {
    const value = await fetchDetail(id);
    if (shown.value.id === id) shown.value = { id, state: 'ready', value };
  } catch (error) {
    if (shown.value.id === id && !quietly) shown.value = { id, state: 'failed', error };
  }
}
