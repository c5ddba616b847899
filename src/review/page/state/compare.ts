/** Where the compare page goes from where it is: another question, another view, a cell opened or closed. */
import type { CompareQuery } from '../../compare-api.js';
import { USUAL, type CompareRoute, type Open } from '../logic/compare-route.js';
import { navigate } from './navigation.js';

/** Another question is answered by other columns: the order and the drawn one are as usual again. */
export const withQuery = (route: CompareRoute, changes: Partial<CompareQuery>): CompareRoute => ({
  ...route,
  ...{ query: { ...route.query, ...changes }, sort: USUAL.sort, of: USUAL.of, open: null },
});

export const askFor = (route: CompareRoute, changes: Partial<CompareQuery>): void =>
  navigate(withQuery(route, changes));

export const opening = (route: CompareRoute, open: Open): CompareRoute => ({ ...route, open });

/** The focus goes back to where it was opened from, once that is on screen again. */
export function closeOpen(route: CompareRoute): void {
  const { open } = route;
  navigate({ ...route, open: null });
  if (!open) return;
  const id = openerId(open);
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** Id of the element that opens it. */
export const openerId = (open: Open): string =>
  'cell' in open ? `cell-${open.cell.at}-${open.cell.series}` : `figures-${open.figures[0]!}`;
