/** Calls to the review server: arguments in, its answer out, or a `Refused` or `Unreachable` that says why not. */
import type {
  AdditionRequest, DecisionRequest, DecisionResponse, Derivation, DocumentDetail, DocumentPage, DocumentPart, Facets, FigureDetail,
  FigurePage,
  Language, OtherMarks, QueueFilter, QueuePage, ReadPlace, Refusal, RegionHits, SearchResult, Session, UnplacedDecisions, Words,
} from '../../api.js'; // prettier-ignore
import { filterParameters } from '../logic/route.js';

/** The server answered and said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

type Query = URLSearchParams | Readonly<Record<string, string | number | undefined>>;

async function call(path: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(`/api/${path}`, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable();
  });
  const body: unknown = await answer
    .text()
    .then(parse)
    .catch(() => null);
  if (answer.ok) return body;
  const refusal = body as Partial<Refusal> | null;
  throw new Refused(answer.status, refusal?.error ?? '', refusal?.message ?? `HTTP ${answer.status}`);
}

/**
 * Signs that turn the direction of writing round, and digits with it: 123 would be read as 321. What is shown in their
 * place is as long, so that offsets stay.
 */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const parse = (json: string): unknown => JSON.parse(json.replace(TURNING, '\uFFFD'));

function get(path: string, query: Query = {}, signal?: AbortSignal): Promise<unknown> {
  const pairs =
    query instanceof URLSearchParams
      ? query
      : new URLSearchParams(
          Object.entries(query).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, String(value)]],
          ),
        );
  const text = pairs.toString();
  return call(text ? `${path}?${text}` : path, signal ? { signal } : {});
}

/** Started anew, with another link (401), or its database in use by another program (503): it will take it later. */
const NOT_NOW: readonly number[] = [401, 503];

/** @throws {Unreachable} also where the server can not take it now: nothing is lost by waiting */
async function post(path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  try {
    return await call(path, { method: 'POST', headers, body: JSON.stringify(body) });
  } catch (error) {
    if (error instanceof Refused && NOT_NOW.includes(error.status)) throw new Unreachable();
    throw error;
  }
}

const id = encodeURIComponent;

export const api = {
  session: () => get('session') as Promise<Session>,
  words: (language: Language) => get('words', { language }) as Promise<Words>,
  queue: (filter: QueueFilter, limit: number, after?: string) => {
    const query = filterParameters(filter);
    query.set('limit', String(limit));
    if (after) query.set('after', after);
    return get('queue', query) as Promise<QueuePage>;
  },
  facets: (filter: QueueFilter) => get('facets', filterParameters(filter)) as Promise<Facets>,
  figure: (figure: string) => get(`figures/${id(figure)}`) as Promise<FigureDetail>,
  derivation: (figure: string, language: Language) =>
    get(`figures/${id(figure)}/derivation`, { language }) as Promise<Derivation>,
  page: (figure: string) => get(`figures/${id(figure)}/page`) as Promise<FigurePage>,
  fileOf: (document: string) => `/api/documents/${id(document)}/file`,
  decide: (request: DecisionRequest) => post('decisions', request) as Promise<DecisionResponse>,
  undo: () => post('undo', {}) as Promise<DecisionResponse>,
  add: (request: AdditionRequest) => post('additions', request) as Promise<DecisionResponse>,
  place: (document: string, start: number, end: number) =>
    get('places', { document, start, end }) as Promise<ReadPlace>,
  documents: (query: { q?: string; status?: string; after?: string; limit: number }, signal?: AbortSignal) =>
    get('documents', query, signal) as Promise<DocumentPage>,
  document: (document: string, language: Language, at: number) =>
    get(`documents/${id(document)}`, { language, at }) as Promise<DocumentDetail>,
  part: (document: string, at: number) =>
    get(`documents/${id(document)}/parts`, { at }) as Promise<DocumentPart>,
  others: (document: string, at: number) =>
    get(`documents/${id(document)}/others`, { at }) as Promise<OtherMarks>,
  search: (q: string, signal?: AbortSignal) => get('search', { q }, signal) as Promise<SearchResult>,
  regions: (q: string, signal?: AbortSignal) => get('regions', { q }, signal) as Promise<RegionHits>,
  unplaced: () => get('unplaced') as Promise<UnplacedDecisions>,
};
