/** The queue: its pages as they are loaded, where the reviewer is in it, and how far the work has come. */
import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { Facets, ListedFigure, QueueFilter } from '../../api.js';
import { filterParameters } from '../logic/route.js';
import { api } from './api-client.js';
import { prefetch, show } from './details.js';
import { navigate, route } from './navigation.js';

const PAGE = 50;
/** So many before the last one that is loaded, the next page is asked for. */
const AHEAD = 20;
const PREFETCHED = 3;

export const figures = signal<readonly ListedFigure[]>([]);
export const counts = signal({ total: 0, done: 0 });
export const loading = signal(true);
export const queueError = signal<unknown>(null);
export const facets = signal<Facets | null>(null);
/** The last decision left nothing open; until another figure is looked at. */
export const finished = signal(false);
const more = signal(false);
export const hasMore = computed(() => more.value);

const filterKey = computed(() =>
  route.value.page === 'queue' ? filterParameters(route.value.filter).toString() : null,
);
export const filter = computed<QueueFilter>((): QueueFilter =>
  route.value.page === 'queue' ? route.value.filter : { status: 'open' },
);
export const currentId = computed(() => (route.value.page === 'queue' ? route.value.figure : null));
const places = computed(() => new Map(figures.value.map((figure, i) => [figure.figure_id, i])));
/** −1 where a link led to a figure that is not in the list. */
export const position = computed(() => places.value.get(currentId.value ?? '') ?? -1);

let loaded: string | null = null;
/** Counts how often the list was begun anew; an answer to an older list is dropped. */
let generation = 0;
let fetchingMore: Promise<void> | null = null;

export async function loadQueue(): Promise<void> {
  const mine = ++generation;
  const wanted = filter.peek();
  fetchingMore = null;
  batch(() => {
    loading.value = true;
    queueError.value = null;
    facets.value = null;
  });
  try {
    const page = await api.queue(wanted, PAGE);
    if (mine !== generation) return;
    batch(() => {
      figures.value = page.figures;
      counts.value = page;
      more.value = page.more;
      loading.value = false;
    });
    if (currentId.peek() === null && page.figures[0]) goTo(page.figures[0].figure_id, 'replace');
  } catch (error) {
    if (mine !== generation) return;
    batch(() => {
      figures.value = [];
      more.value = false;
      queueError.value = error;
      loading.value = false;
    });
    loaded = null;
    return;
  }
  // The choices of the filter may take longer, and nobody waits for them.
  await loadFacets(mine, wanted);
}

async function loadFacets(mine: number, wanted: QueueFilter): Promise<void> {
  const answer = await api.facets(wanted).catch(() => null);
  if (mine === generation && answer) facets.value = answer;
}

export function loadMore(): Promise<void> {
  const last = figures.peek().at(-1);
  if (!more.peek() || !last) return Promise.resolve();
  const mine = generation;
  fetchingMore ??= api
    .queue(filter.peek(), PAGE, last.figure_id)
    .then(
      (page) => {
        if (mine !== generation) return;
        const known = places.peek();
        figures.value = [...figures.peek(), ...page.figures.filter(({ figure_id }) => !known.has(figure_id))];
        more.value = page.more && page.figures.length > 0;
      },
      () => undefined, // Asked again at the next step.
    )
    .finally(() => {
      if (mine === generation) fetchingMore = null;
    });
  return fetchingMore;
}

export function goTo(figure: string, how: 'push' | 'replace' = 'push'): void {
  navigate({ page: 'queue', filter: filter.peek(), figure }, how);
}

/** The neighbour in the list, decided or not; null at its end. */
export async function neighbour(step: 1 | -1): Promise<ListedFigure | null> {
  const at = position.peek() + step;
  if (at >= figures.peek().length) await loadMore();
  return figures.peek()[at] ?? null;
}

export type NextOpen = { readonly figure: ListedFigure; readonly wrapped: boolean } | null;

/** The next one that nobody has decided, from the current one on and then from the start; null: none is left. */
export async function nextOpen(): Promise<NextOpen> {
  const isOpen = (figure: ListedFigure): boolean =>
    figure.decision === null && figure.figure_id !== currentId.peek();
  const from = position.peek() + 1;
  for (let searched = from; ;) {
    const ahead = figures.peek().slice(searched).find(isOpen);
    if (ahead) return { figure: ahead, wrapped: false };
    searched = figures.peek().length;
    await loadMore();
    if (figures.peek().length === searched) break;
  }
  const skipped = figures.peek().slice(0, from).find(isOpen);
  return skipped ? { figure: skipped, wrapped: true } : null;
}

/** Shows in the list what holds now, and counts it. */
export function patch(changed: ReadonlyMap<string, Partial<ListedFigure>>): void {
  const before = figures.peek();
  figures.value = before.map((figure) => {
    const change = changed.get(figure.figure_id);
    return change ? { ...figure, ...change } : figure;
  });
  const decided = (list: readonly ListedFigure[]): number => list.filter((each) => each.decision).length;
  const { total, done } = counts.peek();
  const now = done + decided(figures.peek()) - decided(before);
  counts.value = { total, done: Math.max(0, Math.min(total, now)) };
}

/** Counts as the server has them, once nothing is underway. */
export async function renewCounts(): Promise<void> {
  const mine = generation;
  const page = await api.queue(filter.peek(), 1).catch(() => null);
  if (page && mine === generation) counts.value = { total: page.total, done: page.done };
}

export function startQueue(): void {
  route.subscribe(() => {
    finished.value = false;
  });
  effect(() => {
    const key = filterKey.value;
    if (key === null || key === loaded) return;
    loaded = key;
    untracked(() => void loadQueue());
  });
  effect(() => {
    if (route.value.page !== 'queue') return;
    const id = currentId.value;
    untracked(() => {
      void show(id);
      if (id === null && !loading.peek() && figures.peek()[0]) goTo(figures.peek()[0]!.figure_id, 'replace');
    });
  });
  effect(() => {
    const at = position.value;
    const ahead = figures.value.slice(at + 1).filter(({ decision }) => decision === null);
    if (at >= figures.value.length - AHEAD && hasMore.value) untracked(() => void loadMore());
    untracked(() => prefetch(ahead.slice(0, PREFETCHED).map(({ figure_id }) => figure_id)));
  });
}
