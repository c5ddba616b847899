/** How much room there is: `wide` has three columns, `middle` two, `narrow` one. */
import { signal } from '@preact/signals';

export type Layout = 'wide' | 'middle' | 'narrow';

const WIDE = matchMedia('(min-width: 1100px)');
const MIDDLE = matchMedia('(min-width: 720px)');
const measure = (): Layout => (WIDE.matches ? 'wide' : MIDDLE.matches ? 'middle' : 'narrow');

export const layout = signal<Layout>(measure());

for (const query of [WIDE, MIDDLE]) {
  query.addEventListener('change', () => {
    layout.value = measure();
  });
}
