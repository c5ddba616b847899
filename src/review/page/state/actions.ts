/** An action of a key or a button → what happens. */
import { signal } from '@preact/signals';
import { USUAL } from '../logic/compare-route.js';
import type { Action } from '../logic/keys.js';
import { decide, step, undo } from './decide.js';
import { detailOf, shown } from './details.js';
import { dialog } from './dialogs.js';
import { t } from './language.js';
import { navigate, route } from './navigation.js';
import { notify } from './notices.js';
import { currentId, finished } from './queue.js';
import { addSelected } from './selection.js';

/** Whether the derivation is folded out; stays so from figure to figure. */
export const derivationOpen = signal(false);

/** Whether the printed page is shown in the place of its text, where there is one; stays so from figure to figure. */
export const printed = signal(false);

export function perform(action: Action): void {
  const figure = route.peek().page === 'queue' && !finished.peek() ? currentId.peek() : null;
  switch (action) {
    case 'accept':
      // Only what the reviewer has seen: not while the figure is still loading.
      if (figure && shown.peek().id === figure && shown.peek().state === 'ready')
        decide([figure], { action: 'accept' });
      return;
    case 'correct':
    case 'reject':
      if (figure && shown.peek().state === 'ready') dialog.value = { name: action, figure };
      return;
    case 'alike':
      if (figure && shown.peek().state === 'ready') showAlike(figure);
      return;
    case 'next':
      void step(1);
      return;
    case 'previous':
      void step(-1);
      return;
    case 'undo':
      undo();
      return;
    case 'add':
      addSelected();
      return;
    case 'printed':
      printed.value = !printed.value;
      return;
    case 'derivation':
      derivationOpen.value = !derivationOpen.value;
      return;
    case 'search':
      if (route.peek().page === 'search')
        document.querySelector<HTMLElement>('input[type="search"]')?.focus();
      else navigate({ page: 'search', q: '' });
      return;
    case 'compare':
      if (route.peek().page !== 'compare') navigate(USUAL);
      return;
    case 'help':
      dialog.value = { name: 'help' };
      return;
  }
}

function showAlike(figure: string): void {
  const others = detailOf(figure)?.alike.filter((id) => id !== figure) ?? [];
  if (others.length > 0) dialog.value = { name: 'alike', figure };
  else notify('info', t('alikeNone'));
}
