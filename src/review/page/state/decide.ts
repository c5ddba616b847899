/** What a reviewer decides: shown at once, sent behind, taken back on screen where the server refuses it. */
import { signal } from '@preact/signals';
import type { AdditionRequest, DecisionRequest, FigureDetail, ListedFigure } from '../../api.js';
import { formatValue } from '../logic/format-figure.js';
import { api, Refused } from './api-client.js';
import { detailOf, fetchDetail, renew } from './details.js';
import { dialog } from './dialogs.js';
import { language, t } from './language.js';
import { announce, notify } from './notices.js';
import { enqueue } from './outbox.js';
import { currentId, figures, filter, finished, goTo, neighbour, nextOpen, patch } from './queue.js';
import { indicatorName, session } from './session.js';
import { route, showFigure } from './navigation.js';

export type Decided = Pick<DecisionRequest, 'action' | 'changes' | 'note'>;

/** A decision in one word. */
export const DECIDED = {
  accept: 'decidedAccept',
  correct: 'decidedCorrect',
  reject: 'decidedReject',
  undo: 'decidedUndo',
  add: 'decidedAdd',
} as const;

/** Decisions of this visit that are still on their way, by figure. */
const underway = new Map<string, number>();
/** What was saved in this visit and not taken back, act by act. */
const acts: (readonly string[])[] = [];

/** Counts what changes the marks of a whole document. */
export const documentRevision = signal(0);

export const describe = (figure: ListedFigure): string =>
  `${indicatorName(figure.indicator)} ${formatValue(figure, language.peek())} ${figure.redacted ? '' : figure.unit}`.trim();

const listed = (id: string): ListedFigure | undefined =>
  figures.peek().find(({ figure_id }) => figure_id === id) ?? detailOf(id)?.current;

/** One act on one figure or several alike. */
export function decide(ids: readonly string[], decided: Decided): void {
  const known = ids.map((id) => ({ id, standing: detailOf(id)?.standing ?? null, late: underway.has(id) }));
  const before = new Map(ids.map((id) => [id, listed(id)]));
  const first = ids[0] ? before.get(ids[0]) : undefined;
  const now = {
    ...(decided.changes as Partial<ListedFigure>),
    decision: decided.action,
    decided_by: session.peek()?.reviewer ?? null,
  };
  patch(new Map(ids.map((id) => [id, now])));
  for (const id of ids) underway.set(id, (underway.get(id) ?? 0) + 1);
  enqueue({
    send: async (again) => {
      if (!again || !(await arrived(ids, decided.action))) {
        const sent = await Promise.all(
          known.map(async ({ id, standing, late }) => ({
            id,
            standing: late ? await ownStanding(id, standing) : standing,
          })),
        );
        await api.decide({ ...decided, figures: sent });
      }
      acts.push(ids);
      arrive(ids);
      // The server adds what follows from a change: bounds, the name of a region.
      if (decided.changes) void refresh(ids);
    },
    refused: async (why) => {
      arrive(ids);
      patch(new Map([...before].flatMap(([id, figure]) => (figure ? [[id, figure]] : []))));
      await restore(ids);
      const changed = known.find(({ id, standing }) => (detailOf(id)?.standing ?? standing) !== standing);
      goBack(changed?.id ?? ids[0]!, why);
    },
  });
  const result = { accept: 'didAccept', correct: 'didCorrect', reject: 'didReject' } as const;
  const told =
    ids.length > 1
      ? t('didAcceptMany', { n: ids.length })
      : t(result[decided.action], { what: first ? describe({ ...first, ...now }) : '' });
  notify('info', told, { label: t('undo'), run: undo });
  void moveOn();
}

/** An own decision that came before and was not yet saved when this one was made stands now; nobody else's does. */
async function ownStanding(id: string, known: number | null): Promise<number | null> {
  const { standing, current } = await api.figure(id);
  return standing === null || current.decided_by === session.peek()?.reviewer ? standing : known;
}

async function arrived(ids: readonly string[], action: DecisionRequest['action']): Promise<boolean> {
  const details = await Promise.all(ids.map((id) => api.figure(id)));
  return details.every(
    ({ current }) => current.decision === action && current.decided_by === session.peek()?.reviewer,
  );
}

function arrive(ids: readonly string[]): void {
  for (const id of ids) {
    const left = (underway.get(id) ?? 1) - 1;
    if (left > 0) underway.set(id, left);
    else underway.delete(id);
    renew(id);
  }
}

/** To the figure that a refusal concerns; by a button only, where a dialog is open and would be torn away. */
function goBack(id: string, why: Error): void {
  notify('error', whyNot(why, detailOf(id)), { label: t('goThere'), run: () => showFigure(id) });
  if (!dialog.peek()) showFigure(id);
}

/** A refusal in the page's language; where somebody decided meanwhile, who and what. */
function whyNot(why: Error, detail?: FigureDetail): string {
  const status = why instanceof Refused ? why.status : 0;
  if (status === 404) return t('refused', { message: t('notFound') });
  if (status !== 409) return t('refused', { message: why.message });
  const { decision = null, decided_by: who = null } = detail?.current ?? {};
  return detail && decision && who
    ? t('refusedStanding', { who, decided: t(DECIDED[decision]), what: describe(detail.current) })
    : t('refusedChanged');
}

/** What the server has of figures now, whatever is known of them. */
async function restore(ids: readonly string[]): Promise<void> {
  for (const id of ids) renew(id);
  await refresh(ids);
}

/** Details, asked for where they are not known, put into the list; but not over a decision that is still on its way. */
async function refresh(ids: readonly string[]): Promise<void> {
  const details = await Promise.all(ids.map((id) => fetchDetail(id).catch(() => null)));
  const known = details.flatMap((each) => (each ? [each.current] : []));
  patch(new Map(known.filter((each) => !underway.has(each.figure_id)).map((each) => [each.figure_id, each])));
}

/** After a decision: the next one that is open; where decided ones are listed, simply the next. */
async function moveOn(): Promise<void> {
  const from = currentId.peek();
  if (['decided', 'disputed'].includes(filter.peek().status)) {
    const next = await neighbour(1);
    if (next && currentId.peek() === from) arriveAt(next);
    return;
  }
  const next = await nextOpen();
  if (currentId.peek() !== from) return;
  if (!next) {
    finished.value = true;
    announce(t('emptyTitle'));
    return;
  }
  if (next.wrapped) notify('info', t('wrapped'));
  arriveAt(next.figure);
}

export async function step(by: 1 | -1): Promise<void> {
  const next = await neighbour(by);
  if (next) arriveAt(next);
  else notify('info', t(by === 1 ? 'endReached' : 'startReached'));
}

function arriveAt(figure: ListedFigure): void {
  goTo(figure.figure_id, 'replace');
  const n = figures.peek().indexOf(figure) + 1;
  announce(t('nowShowing', { n, what: describe(figure) }));
}

/** To the next figure, where one of these is on screen. */
function leave(ids: readonly string[]): void {
  if (ids.includes(currentId.peek() ?? '')) void moveOn();
}

/** Takes back what was decided last, whatever is on screen, and goes there. */
export function undo(): void {
  enqueue({
    send: async (again) => {
      const last = acts.at(-1)?.[0];
      // An undo whose answer was lost must not take back one act more.
      const isDone = again && last !== undefined && (await api.figure(last)).standing === null;
      const { figures: ids, undone } = isDone
        ? { figures: acts.at(-1)!, undone: 'undo' as const }
        : await api.undo();
      acts.pop();
      if (undone === null || ids.length === 0) {
        notify('info', t('nothingToUndo'));
        return;
      }
      await restore(ids);
      documentRevision.value += 1;
      const action = t(DECIDED[undone]);
      notify('info', t('didUndo', { action, n: ids.length }));
      // what was added is gone: to the next one
      if (undone === 'add') leave(ids);
      else if (ids[0] && listed(ids[0])) showFigure(ids[0]);
    },
    refused: (why) => notify('error', whyNot(why)),
  });
}

/** Adds a missed figure; it is shown once the server has it, in its document where that is on screen. `what` says what is known of it before. */
export function add(request: AdditionRequest, what: string): void {
  enqueue({
    send: async () => {
      const [id] = (await api.add(request)).figures;
      // It is saved, even if it could not be read again.
      const added = id ? await fetchDetail(id).catch(() => null) : null;
      const told = t('didAdd', { what: added ? describe(added.current) : what });
      documentRevision.value += 1;
      const stays = route.peek().page === 'document';
      notify('info', told, id && stays ? { label: t('goThere'), run: () => showFigure(id) } : undefined);
      if (id && !stays) showFigure(id);
    },
    refused: (why) => {
      const isThere = why instanceof Refused && why.status === 409;
      notify('error', isThere ? t('refusedKnown') : whyNot(why));
    },
  });
}
