/** Which dialog is open; one at a time. */
import { signal } from '@preact/signals';
import type { Place } from '../logic/route.js';

export type OpenDialog =
  | { readonly name: 'correct' | 'reject' | 'alike'; readonly figure: string }
  | { readonly name: 'add'; readonly document: string; readonly place: Place }
  | { readonly name: 'help' | 'queue' };

export const dialog = signal<OpenDialog | null>(null);

export function closeDialog(): void {
  dialog.value = null;
}
