/** Documents, search, regions: what is asked for by address in, JSON out. */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  countDocuments, diagnosticsOf, figuresWithin, findRegions, findStoredDocument, listDocuments, queryFigures, reportsOf,
  reviewedFigures, searchDocuments, unplacedDecisions, type Store,
} from '../store/index.js'; // prettier-ignore
import { CodePointIndex } from '../text/span.js';
import type {
  DocumentDetail, DocumentPage, DocumentPart, OtherMarks, RegionHits, SearchResult, UnplacedDecisions,
} from './api.js'; // prettier-ignore
import { LANGUAGE } from './figures.js';
import { NotFound } from './not-found.js';
import type { ReviewOptions } from './options.js';
import { partAt } from './parts.js';
import { parsed } from './refusal.js';
import { figureMarks, listed, otherMarks, stretchOf, type Window } from './shown.js';

const LIST = z.object({
  q: z.string().max(200).default(''),
  status: z.enum(['ok', 'empty', 'failed']).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const AT = z.object({ at: z.coerce.number().int().min(0).default(0) });
const SEARCH = z.object({ q: z.string().max(200).default('') });

/** Places, and figures whose sentence holds the words; enough to see whether there is what one looks for. */
const FOUND = 50;

/** Reports and diagnostics of a document that are listed; no report that was seen comes near. */
const LISTED = 300;

export function documentRoutes(options: ReviewOptions): Hono {
  const { store, ask } = options;
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
  routes.get('/documents/:id', (context) => {
    const asked = parsed(LANGUAGE.extend(AT.shape), context.req.query());
    return context.json(documentDetail(options, context.req.param('id'), asked));
  });
  routes.get('/documents/:id/parts', (context) => {
    const { at } = parsed(AT, context.req.query());
    return context.json<DocumentPart>(partOf(store, wholeOf(store, context.req.param('id')), at));
  });
  routes.get('/documents/:id/others', async (context) => {
    const { at } = parsed(AT, context.req.query());
    const whole = wholeOf(store, context.req.param('id'));
    const window = windowAt(whole, at);
    const others = window.text === '' ? [] : await ask(whole.id, 'others', stretchOf(window));
    return context.json<OtherMarks>(otherMarks(others ?? [], window));
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

/** A document of the database with its text, to find places in. */
interface Whole {
  readonly id: string;
  readonly text: string;
  readonly codePoints: CodePointIndex;
}

function wholeOf(store: Store, id: string): Whole {
  const stored = findStoredDocument(store, id);
  if (!stored) throw new NotFound('document');
  return { id, text: stored.text, codePoints: new CodePointIndex(stored.text) };
}

/** The part of a text that holds a place of it, in UTF-16 code units. */
function windowAt({ text, codePoints }: Whole, at: number): Window & { readonly offset: number } {
  const { start, end } = partAt(text, at);
  const part = text.slice(start, end);
  return {
    text: part,
    offset: start,
    start: codePoints.toCodePoint(start),
    codePoints: new CodePointIndex(part),
  };
}

function partOf(store: Store, whole: Whole, at: number): DocumentPart {
  const window = windowAt(whole, at);
  const { text, offset, start } = window;
  const figures = figuresWithin(store, whole.id, stretchOf(window));
  return {
    text,
    offset,
    cut: { start: offset > 0, end: offset + text.length < whole.text.length },
    marks: figureMarks(figures, window),
    // one that a cut goes through is listed where it begins
    figures: figures.filter(({ found }) => found.start >= start).map(listed),
  };
}

function documentDetail(
  { store, describe }: ReviewOptions,
  id: string,
  { language, at }: { readonly language: 'zh' | 'en'; readonly at: number },
): DocumentDetail {
  const [summary] = listDocuments(store, { id });
  if (!summary) throw new NotFound('document');
  const whole = wholeOf(store, id);
  const unit = (place: number): number => whole.codePoints.toCodeUnit(place);
  return {
    ...summary,
    part: partOf(store, whole, at),
    length: whole.text.length,
    reports_in_it: reportsOf(store, id)
      .slice(0, LISTED)
      .map(({ title, issuer, region_name, date, start, end, repost_of }) => ({
        title, issuer, region_name, date, repost_of, start: unit(start), end: unit(end),
      })), // prettier-ignore
    diagnostics_of_it: first(LISTED, diagnosticsOf(store, { documentId: id })).map((one) => ({
      code: one.code,
      severity: one.severity,
      ...describe(one, language),
      start: one.start === null ? null : unit(one.start),
      end: one.end === null ? null : unit(one.end),
    })),
  };
}

function first<Item>(count: number, items: Iterable<Item>): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (found.length === count) break;
    found.push(item);
  }
  return found;
}
