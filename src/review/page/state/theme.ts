/** Light, dark, or what the system says; chosen and remembered. `public/theme.js` sets it before the first paint. */
import { effect, signal } from '@preact/signals';
import { recall, remember } from './memory.js';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const remembered = recall('theme');
export const theme = signal<Theme>(THEMES.find((each) => each === remembered) ?? 'auto');

effect(() => {
  remember('theme', theme.value === 'auto' ? null : theme.value);
  if (theme.value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});
