/** Light, dark, or what the system says; chosen and remembered. `public/theme.js` sets it before the first paint. */
import { computed, effect, signal } from '@preact/signals';
import { recall, remember } from './memory.js';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const remembered = recall('theme');
export const theme = signal<Theme>(THEMES.find((each) => each === remembered) ?? 'auto');

const DARK = matchMedia('(prefers-color-scheme: dark)');
const prefersDark = signal(DARK.matches);
DARK.addEventListener('change', () => {
  prefersDark.value = DARK.matches;
});

/** Whether the page is dark as it is now. */
export const isDark = computed(() => (theme.value === 'auto' ? prefersDark.value : theme.value === 'dark'));

effect(() => {
  remember('theme', theme.value === 'auto' ? null : theme.value);
  if (theme.value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});
