/** A dialog over the page: takes focus and selection and gives them back; Escape and a click beside it close it. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { closeDialog } from '../state/dialogs.js';
import { t } from '../state/language.js';
import { keepSelection } from '../state/selection.js';

interface Props {
  readonly title: string;
  readonly look?: 'small' | 'large' | 'drawer';
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ComponentChildren;
}

export function Dialog({ title, look = 'small', onKeyDown, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const { current: box } = element;
    const before = document.activeElement;
    const restoreSelection = keepSelection();
    box?.showModal();
    box?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      box?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      restoreSelection();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={`dialog dialog-${look}`}
      aria-labelledby={heading}
      onClose={({ currentTarget }) => {
        // The browser tells late: by now this one may be gone and the next one open.
        if (currentTarget.isConnected) closeDialog();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) closeDialog();
      }}
      onKeyDown={(event) => {
        // The browser would close it first and tell later, and a key pressed in between would be lost.
        if (event.key === 'Escape' && !event.isComposing) {
          event.preventDefault();
          closeDialog();
        } else onKeyDown?.(event);
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="icon" aria-label={t('close')} onClick={closeDialog}>
            ×
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
