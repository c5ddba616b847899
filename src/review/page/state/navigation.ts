/** Where the page is, and how it gets elsewhere: the address bar and the `route` signal are always the same. */
import { signal } from '@preact/signals';
import { formatRoute, parseRoute, type Route } from '../logic/route.js';
import { closeDialog } from './dialogs.js';

export const route = signal<Route>(parseRoute(location));

/** As a step that the browser's back button takes back; or in place of the current one. */
export function navigate(to: Route, how: 'push' | 'replace' = 'push'): void {
  const address = formatRoute(to);
  if (address === location.pathname + location.search + location.hash) how = 'replace';
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  route.value = to;
}

/** The queue's figure, its filter kept; from elsewhere, among those to review. */
export function showFigure(figure: string, how: 'push' | 'replace' = 'push'): void {
  const { value } = route;
  const filter = value.page === 'queue' ? value.filter : { status: 'open' as const };
  navigate({ page: 'queue', filter, figure }, how);
}

/** Back and forward lead away from what a dialog was about. */
function follow(): void {
  closeDialog();
  route.value = parseRoute(location);
}

/** Takes over links to the page itself, so that nothing is loaded anew. */
function takeLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || link.target !== '') return;
  event.preventDefault();
  navigate(parseRoute(link));
}

export function startNavigation(): void {
  addEventListener('popstate', follow);
  document.addEventListener('click', takeLink);
}
