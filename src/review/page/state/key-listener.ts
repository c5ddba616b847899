/** Keys pressed anywhere → what they do, on the review and, as far as it makes sense, on the other pages. */
import { actionOf, type Action } from '../logic/keys.js';
import { perform } from './actions.js';
import { closeDialog, dialog } from './dialogs.js';
import { route } from './navigation.js';

const FIELDS = 'input, select, textarea, [contenteditable], [role="combobox"]';
const CONTROLS = 'a[href], button, summary, label, [role="button"], [role="option"]';
const ANYWHERE: readonly Action[] = ['search', 'compare', 'help', 'undo', 'add'];

export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    // An open dialog has keys of its own. The browser tells late that it has closed one.
    const isStale = dialog.peek() !== null && document.querySelector('dialog[open]') === null;
    if (event.defaultPrevented || (dialog.peek() !== null && !isStale)) return;
    const from = event.target instanceof Element ? event.target : document.body;
    const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat } = event;
    const inField = from.closest(FIELDS) !== null;
    const onControl = from.closest(CONTROLS) !== null;
    const action = actionOf({
      ...{ key, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat },
      ...{ inField, onControl },
    });
    if (!action || (route.peek().page !== 'queue' && !ANYWHERE.includes(action))) return;
    event.preventDefault();
    if (isStale) {
      closeDialog();
      setTimeout(() => perform(action));
    } else perform(action);
  });
}
