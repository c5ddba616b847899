/** The page's address ↔ what it shows, both ways, so that a link leads back to the same filter and figure. */
import type { QueueFilter, Status } from '../../api.js';
import { formatCompareRoute, parseCompareRoute, type CompareRoute } from './compare-route.js';

export type Route =
  | { readonly page: 'queue'; readonly filter: QueueFilter; readonly figure: string | null }
  | { readonly page: 'documents'; readonly q: string; readonly status: string }
  | { readonly page: 'document'; readonly id: string; readonly place: Place | null }
  | { readonly page: 'search'; readonly q: string }
  | CompareRoute
  | { readonly page: 'unplaced' };

/** UTF-16 offsets into a document's text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export const FILTER_FIELDS = ['indicator', 'region', 'document', 'rule', 'reason'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];
export const STATUSES: readonly Status[] = ['open', 'sure', 'decided', 'disputed', 'all'];
export const ALL_OPEN: Route = { page: 'queue', filter: { status: 'open' }, figure: null };

/** What a filter looks like in an address, here and in the server's; empty parts are left out. */
export function filterParameters(filter: QueueFilter): URLSearchParams {
  const parameters = new URLSearchParams({ status: filter.status });
  for (const field of FILTER_FIELDS) if (filter[field]) parameters.set(field, filter[field]);
  return parameters;
}

export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'queue':
      return `/?${filterParameters(route.filter)}${route.figure ? `#figure=${encodeURIComponent(route.figure)}` : ''}`;
    case 'documents':
      return withQuery('/documents', { q: route.q, status: route.status });
    case 'document': {
      const place = route.place ? `#place=${route.place.start}-${route.place.end}` : '';
      return `/documents/${encodeURIComponent(route.id)}${place}`;
    }
    case 'search':
      return withQuery('/search', { q: route.q });
    case 'compare':
      return formatCompareRoute(route);
    case 'unplaced':
      return '/unplaced';
  }
}

/** An address that is none of the page's leads to the open figures. */
export function parseRoute(address: Pick<URL, 'pathname' | 'search' | 'hash'>): Route {
  const query = new URLSearchParams(address.search);
  const hash = new URLSearchParams(address.hash.replace(/^#/, ''));
  const q = query.get('q') ?? '';
  const [first = '', second] = address.pathname.split('/').slice(1);
  if (first === 'documents' && second)
    return { page: 'document', id: decoded(second), place: parsePlace(hash.get('place')) };
  if (first === 'documents') return { page: 'documents', q, status: query.get('status') ?? '' };
  if (first === 'search') return { page: 'search', q };
  if (first === 'compare') return parseCompareRoute(query, hash);
  if (first === 'unplaced') return { page: 'unplaced' };
  return { page: 'queue', filter: parseFilter(query), figure: hash.get('figure') };
}

function parseFilter(query: URLSearchParams): QueueFilter {
  const fields = FILTER_FIELDS.map((field) => [field, query.get(field)] as const);
  return {
    status: STATUSES.find((status) => status === query.get('status')) ?? 'open',
    ...Object.fromEntries(fields.filter(([, value]) => value)),
  };
}

/** An address that somebody cut short names nothing, and is no reason to show nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Takes 12-40; must not take 12 or 40-. */
const PLACE = /^(\d{1,9})-(\d{1,9})$/;

function parsePlace(text: string | null): Place | null {
  const [, start, end] = PLACE.exec(text ?? '') ?? [];
  return start && end && Number(start) <= Number(end) ? { start: Number(start), end: Number(end) } : null;
}

function withQuery(path: string, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();
  return query ? `${path}?${query}` : path;
}
