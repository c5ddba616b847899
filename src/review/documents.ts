/** Documents, search, regions: what is asked for by address in, JSON out. */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  countDocuments, diagnosticsOf, figuresWithin, findRegions, findStoredDocument, listDocuments, queryFigures, reportsOf,
  reviewedFigures, searchDocuments, unplacedDecisions,
} from '../store/index.js'; // prettier-ignore
import { CodePointIndex } from '../text/span.js';
import type { DocumentDetail, DocumentPage, RegionHits, SearchResult, UnplacedDecisions } from './api.js';
import { LANGUAGE } from './figures.js';
import type { ReviewOptions } from './options.js';
import { NotFound, parsed } from './refusal.js';
import { figureMarks, listed, otherMarks, within, type Window } from './shown.js';

const LIST = z.object({
  q: z.string().max(200).default(''),
  status: z.enum(['ok', 'empty', 'failed']).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const SEARCH = z.object({ q: z.string().max(200).default('') });

/** Places, and figures whose sentence holds the words; enough to see whether there is what one looks for. */
const FOUND = 50;

export function documentRoutes(options: ReviewOptions): Hono {
  const { store } = options;
  const routes = new Hono();
  routes.get('/documents', (context) => {
    const { q, status, after, limit } = parsed(LIST, context.req.query());
    const filter = { file: q === '' ? undefined : q, status };
    const documents = listDocuments(store, filter, { after, limit: limit + 1 });
    return context.json<DocumentPage>({
      total: countDocuments(store, filter),
      documents: documents.slice(0, limit),
      more: documents.length > limit,
    });
  });
  routes.get('/documents/:id', async (context) => {
    const { language } = parsed(LANGUAGE, context.req.query());
    return context.json(await documentDetail(options, context.req.param('id'), language));
  });
  routes.get('/search', (context) => {
    const { q } = parsed(SEARCH, context.req.query());
    const words = q.trim();
    // one more than is shown tells whether there are more
    const limit = FOUND + 1;
    const hits = words === '' ? [] : searchDocuments(store, words, { limit });
    const figures = words === '' ? [] : [...queryFigures(store, { text: words, limit })];
    const ids = figures.slice(0, FOUND).map(({ figure_id }) => figure_id);
    return context.json<SearchResult>({
      hits: hits.slice(0, FOUND),
      figures: reviewedFigures(store, ids).map(listed),
      more: { hits: hits.length > FOUND, figures: figures.length > FOUND },
    });
  });
  routes.get('/regions', (context) => {
    const { q } = parsed(SEARCH, context.req.query());
    return context.json<RegionHits>(findRegions(store, q));
  });
  routes.get('/unplaced', (context) => {
    const file = (id: string): string | null => findStoredDocument(store, id)?.file ?? null;
    return context.json<UnplacedDecisions>(
      [...unplacedDecisions(store)].map((one) => ({ ...one, file: file(one.document_id) })),
    );
  });
  return routes;
}

async function documentDetail(
  { store, readAgain, describe }: ReviewOptions,
  id: string,
  language: 'zh' | 'en',
): Promise<DocumentDetail> {
  const [summary] = listDocuments(store, { id });
  const stored = findStoredDocument(store, id);
  if (!summary || !stored) throw new NotFound('document');
  const { text } = stored;
  const window: Window = { text, start: 0, codePoints: new CodePointIndex(text) };
  const figures = figuresWithin(store, id, { start: 0, end: Infinity });
  const read = text === '' ? null : await readAgain(id);
  const place = ({ start, end }: { readonly start: number | null; readonly end: number | null }) =>
    (start === null || end === null ? null : within(window, { start, end })) ?? { start: null, end: null };
  return {
    ...summary,
    text,
    reports_in_it: reportsOf(store, id).map(({ title, issuer, region_name, date, start, end, repost_of }) => ({
      title, issuer, region_name, date, repost_of, start: window.codePoints.toCodeUnit(start), end: window.codePoints.toCodeUnit(end),
    })), // prettier-ignore
    figures_in_it: figures.map(listed),
    marks: [...figureMarks(figures, window), ...(read ? otherMarks(read.explainer, window) : [])],
    diagnostics_of_it: [...diagnosticsOf(store, { documentId: id })].map((one) => ({
      code: one.code, severity: one.severity, ...describe(one, language), ...place(one),
    })), // prettier-ignore
  };
}
