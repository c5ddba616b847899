/** The review server: requests in, the page and its JSON out. Listens nowhere by itself. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { findDisagreements, unplacedDecisions, type Store } from '../store/index.js';
import { QUALIFIERS, STATISTICS } from '../model.js';
import type { Session } from './api.js';
import { compareRoutes } from './compare-routes.js';
import { decisionRoutes } from './decisions.js';
import { documentRoutes } from './documents.js';
import { figureRoutes, LANGUAGE } from './figures.js';
import { guard, headers } from './guard.js';
import { NotFound } from './not-found.js';
import type { ReviewOptions } from './options.js';
import { pageRoutes, pdfResource } from './pages.js';
import { parsed, refuse } from './refusal.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};
// What the build names its files: takes index-Bx3_a.js; must not take ../x.js or a/b.js.
const ASSET = /^[\w-]+(?:\.[\w-]+)*\.(?:m?js|css|svg|json)$/;
// What the page has something to show for: takes /, /compare and /documents/ID; must not take /nowhere.
const PAGE_PATH = /^\/(?:documents(?:\/[^/]+)?|search|compare|unplaced)?\/?$/;

export function createReviewApp(options: ReviewOptions): Hono {
  const app = new Hono();
  app.use(headers());
  app.use(guard(options));
  app.route('/api', apiRoutes(options));
  app.get('/assets/:name', async (context) => {
    const name = context.req.param('name');
    if (!ASSET.test(name)) return context.notFound();
    return await file(join(options.page, 'assets', name), { 'cache-control': 'max-age=31536000, immutable' });
  });
  app.get('/pdfjs/:folder{cmaps|standard_fonts}/:name', async (context) => {
    const { folder, name } = context.req.param();
    const bytes = await pdfResource(options, folder === 'cmaps' ? 'cmaps' : 'standard_fonts', name);
    return bytes === null
      ? context.notFound()
      : context.body(bytes, 200, { 'cache-control': 'max-age=86400' });
  });
  app.get(
    '/:name{[\\w-]+\\.(?:svg|js)}',
    async (context) =>
      await file(join(options.page, context.req.param('name')), { 'cache-control': 'no-cache' }),
  );
  app.get('*', async (context) => {
    // the page comes for any other address too, and leads to the open figures
    const status = PAGE_PATH.test(context.req.path) ? 200 : 404;
    return await file(join(options.page, 'index.html'), { 'cache-control': 'no-cache' }, status);
  });
  app.onError(refuse);
  return app;
}

function apiRoutes(options: ReviewOptions): Hono {
  const api = new Hono();
  api.use(async (context, next) => {
    options.store.checkFile();
    await next();
    context.header('cache-control', 'no-store');
    // what was saved into a file that went meanwhile is lost
    options.store.checkFile();
  });
  api.get('/session', (context) => context.json<Session>(sessionOf(options)));
  api.get('/words', (context) => context.json(options.words(parsed(LANGUAGE, context.req.query()).language)));
  api.route('/', figureRoutes(options));
  api.route('/', decisionRoutes(options));
  api.route('/', pageRoutes(options));
  api.route('/', documentRoutes(options));
  api.route('/', compareRoutes(options));
  api.all('*', () => {
    throw new NotFound('address');
  });
  return api;
}

async function file(
  path: string,
  more: Readonly<Record<string, string>>,
  status: 200 | 404 = 200,
): Promise<Response> {
  try {
    const body = new Uint8Array(await readFile(path));
    return new Response(body, {
      status,
      headers: { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...more },
    });
  } catch (error) {
    if (['ENOENT', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return new Response('not found', { status: 404 });
    throw error;
  }
}

const COUNTABLE = z.array(z.string());

function sessionOf({ store, reviewer, version }: ReviewOptions): Session {
  const indicators = store
    .all<{ id: string; name: string; core: number; units: string }>(
      'SELECT id, name, core, units FROM indicators ORDER BY id',
    )
    .map(
      ({ id, name, core, units }) =>
        [id, { name, core: core === 1, units: COUNTABLE.parse(JSON.parse(units)) }] as const,
    );
  return {
    version,
    reviewer,
    database: store.path.split(/[\\/]/).at(-1) ?? store.path,
    indicators: Object.fromEntries(indicators),
    units: unitsOf(store),
    qualifiers: QUALIFIERS,
    statistics: STATISTICS,
    unplaced: [...unplacedDecisions(store)].length,
    disagreements: new Set(findDisagreements(store).map(({ figure_id }) => figure_id)).size,
  };
}

const unitsOf = (store: Store): string[] =>
  store.all<{ id: string }>('SELECT id FROM units ORDER BY id').map(({ id }) => id);
