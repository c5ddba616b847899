/** What the page tells in passing: notices on screen, and the same words for screen readers. */
import { signal } from '@preact/signals';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const notices = signal<readonly Notice[]>([]);
/** Read out, not shown: what the eye sees anyhow. */
export const announcement = signal('');

let count = 0;
const SHOWN_MS = 3500;

/** A refusal stays until it is closed; anything else goes by itself, and only the last of it is shown. */
export function notify(kind: Notice['kind'], text: string, action?: Notice['action']): void {
  const id = ++count;
  const errors = notices.value.filter((each) => each.kind === 'error').slice(-3);
  notices.value = [...errors, { id, kind, text, ...(action ? { action } : {}) }];
  if (kind === 'info') setTimeout(() => dismiss(id), SHOWN_MS);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((each) => each.id !== id);
}

export function announce(text: string): void {
  announcement.value = text;
}
