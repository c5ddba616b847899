/** Calls to the review server: arguments in, its answer out, or a `Refused` or `Unreachable` that says why not. */
import type {
  AdditionRequest, DecisionRequest, DecisionResponse, Derivation, DocumentDetail, DocumentPage, DocumentPart, Facets, FigureDetail,
  FigurePage,
  Language, OtherMarks, QueueFilter, QueuePage, ReadPlace, Refusal, RegionHits, SearchResult, Session, UnplacedDecisions, Words,
} from '../../api.js'; // prettier-ignore
import type {
  CellAnswer, CompareAnswer, CompareQuery, ConflictsAnswer, QuotedFigures, TrendsAnswer,
} from '../../compare-api.js'; // prettier-ignore
import { queryParameters, type OpenCell } from '../logic/compare-route.js';
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

/**
 * Why nothing is taken now: nobody is there, the server was started anew with another link, another program writes to the
 * database, its file is gone, or it can not be written.
 */
export type Away = 'stopped' | 'needsLink' | 'locked' | 'replaced' | 'unwritable';

/** Nothing is answered now; later it may be, and waiting loses nothing. */
export class Unreachable extends Error {
  constructor(
    readonly why: Away,
    message = '',
  ) {
    super(message);
  }
}

/** What only waits is told from what is refused by its status. */
function awayOf(status: number, code: string): Away | null {
  if (status === 401) return 'needsLink';
  if (status !== 503) return null;
  return code === 'locked' || code === 'replaced' ? code : 'unwritable';
}

type Query = URLSearchParams | Readonly<Record<string, string | number | undefined>>;

async function call(path: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(`/api/${path}`, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable('stopped');
  });
  const body: unknown = await answer
    .text()
    .then(parse)
    .catch(() => null);
  if (answer.ok) return body;
  const { error = '', message = `HTTP ${answer.status}` } = (body ?? {}) as Partial<Refusal>;
  const away = awayOf(answer.status, error);
  throw away ? new Unreachable(away, message) : new Refused(answer.status, error, message);
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

function post(path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

const id = encodeURIComponent;

const withMore = (query: CompareQuery, more: readonly [string, string][]): URLSearchParams =>
  new URLSearchParams([...queryParameters(query), ...more]);

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
  compare: (query: CompareQuery, signal?: AbortSignal) =>
    get('compare', queryParameters(query), signal) as Promise<CompareAnswer>,
  cell: (query: CompareQuery, { at, series }: OpenCell, signal?: AbortSignal) =>
    get(
      'compare/cell',
      withMore(query, [
        ['at', at],
        ['series', String(series)],
      ]),
      signal,
    ) as Promise<CellAnswer>,
  conflicts: (query: CompareQuery, signal?: AbortSignal) =>
    get('compare/conflicts', queryParameters(query), signal) as Promise<ConflictsAnswer>,
  quoted: (ids: readonly string[], signal?: AbortSignal) =>
    get(
      'compare/figures',
      new URLSearchParams(ids.map((each) => ['id', each])),
      signal,
    ) as Promise<QuotedFigures>,
  trends: (query: CompareQuery, over: readonly string[], signal?: AbortSignal) =>
    get(
      'trends',
      withMore(
        query,
        over.map((code): [string, string] => ['over', code]),
      ),
      signal,
    ) as Promise<TrendsAnswer>,
  unplaced: () => get('unplaced') as Promise<UnplacedDecisions>,
};
