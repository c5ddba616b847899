/** Comparisons and trends: what is asked for by address in, JSON out. */
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { LEVELS, WHENEVER } from '../compare/index.js';
import type { Store } from '../store/index.js';
import type { CompareQuery, QuotedFigures } from './compare-api.js';
import type { ComparisonRequest } from './comparisons.js';
import { NotFound } from './not-found.js';
import type { ReviewOptions } from './options.js';
import { quotedFigures } from './quoted.js';
import { parsed } from './refusal.js';

const word = z.string().min(1).max(100);
const code = z.string().regex(/^\d{6}$/, 'six digits');
const yes = z
  .literal('1')
  .optional()
  .transform((given) => given === '1');

const QUERY = z
  .object({
    indicator: z.array(word).max(100).default([]),
    level: z.enum(LEVELS).optional(),
    region: code.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    window: z.coerce.number().int().min(1).max(WHENEVER).optional(),
    review: yes,
    every: yes,
    unit: word.optional(),
    item: word.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'from is after to')
  .refine(({ from, window }) => from === undefined || window === undefined, 'from or window, not both');
const CELL = z.object({ at: code, series: z.coerce.number().int().min(0).max(1000) });
/** More lines than that nobody tells apart. */
const OVER = z.object({ over: z.array(code).min(1).max(12) });
const IDS = z.object({ id: z.array(word).min(1).max(100) });

export function compareRoutes(options: ReviewOptions): Hono {
  const { store, askComparison } = options;
  const routes = new Hono();
  const answer = async (context: Context, request: ComparisonRequest): Promise<Response> => {
    const json = await askComparison(request);
    if (json === null) throw new NotFound('cell');
    return context.body(json, 200, { 'content-type': 'application/json' });
  };
  routes.get(
    '/compare',
    async (context) => await answer(context, { what: 'regions', query: queryOf(store, context) }),
  );
  routes.get(
    '/compare/conflicts',
    async (context) => await answer(context, { what: 'conflicts', query: queryOf(store, context) }),
  );
  routes.get('/compare/cell', async (context) => {
    const cell = parsed(CELL, context.req.query());
    return await answer(context, { what: 'cell', query: queryOf(store, context), ...cell });
  });
  routes.get('/compare/figures', (context) => {
    const { id } = parsed(IDS, context.req.queries());
    return context.json<QuotedFigures>(quotedFigures(store, id));
  });
  routes.get('/trends', async (context) => {
    const { over } = parsed(OVER, context.req.queries());
    for (const each of over) checkRegion(store, each);
    return await answer(context, { what: 'trends', query: queryOf(store, context), over });
  });
  return routes;
}

/** @throws {NotFound} for an indicator or a region that the database does not know */
function queryOf(store: Store, { req }: Context): CompareQuery {
  const query = parsed(QUERY, { ...req.query(), indicator: req.queries('indicator') });
  for (const id of query.indicator)
    if (!store.get('SELECT 1 FROM indicators WHERE id = :id', { id })) throw new NotFound('indicator');
  if (query.region !== undefined) checkRegion(store, query.region);
  return query;
}

function checkRegion(store: Store, region: string): void {
  if (!store.get('SELECT 1 FROM regions WHERE code = :region', { region })) throw new NotFound('region');
}
