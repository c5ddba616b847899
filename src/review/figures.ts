/** The queue and its figures: what is asked for by address in, JSON out. */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  decisionsOf, findDisagreements, figuresWithin, reportsOf, reviewedFigures, type ReviewedFigure, type Store,
} from '../store/index.js'; // prettier-ignore
import { CodePointIndex } from '../text/span.js';
import type { Derivation, Facets, FigureDetail, Highlight, QueuePage } from './api.js';
import { NotFound } from './not-found.js';
import type { ReviewOptions } from './options.js';
import { parsed } from './refusal.js';
import { figureMarks, listed, otherMarks, stretchOf, within, type Window } from './shown.js';

/** Code points shown on either side of a figure of a long document. */
const SHOWN = 10_000;

const text = z.string().min(1).max(200).optional();
const FILTER = z.object({
  status: z.enum(['open', 'sure', 'decided', 'disputed', 'all']).default('open'),
  indicator: text,
  region: text,
  document: text,
  rule: text,
  reason: text,
});
const PAGE = FILTER.extend({ after: text, limit: z.coerce.number().int().min(1).max(500).default(50) });
export const LANGUAGE = z.object({ language: z.enum(['zh', 'en']).default('zh') });

/** Numbers with names, for facets. */
interface Names {
  readonly indicator: (id: string) => string;
  readonly region: (code: string) => string;
  readonly document: (id: string) => string;
}

function namesIn(store: Store): Names {
  const one = (sql: string, value: string): string =>
    store.get<{ name: string }>(sql, { value })?.name ?? value;
  return {
    indicator: (value) => one('SELECT name FROM indicators WHERE id = :value', value),
    region: (value) => one('SELECT name FROM regions WHERE code = :value', value),
    document: (value) => one('SELECT file AS name FROM documents WHERE id = :value', value),
  };
}

export function figureRoutes(options: ReviewOptions): Hono {
  const { store, order } = options;
  const names = namesIn(store);
  const same = (value: string): string => value;
  const routes = new Hono();
  routes.get('/queue', (context) => {
    order.refresh();
    const { after, limit, ...filter } = parsed(PAGE, context.req.query());
    const ids = order.page(filter, { after, limit: limit + 1 });
    const figures = reviewedFigures(store, ids.slice(0, limit)).map(listed);
    return context.json<QueuePage>({ ...order.progress(filter), figures, more: ids.length > limit });
  });
  routes.get('/facets', (context) => {
    const filter = parsed(FILTER, context.req.query());
    const facet = (
      of: 'indicator' | 'region' | 'document' | 'rule' | 'reason',
      name: (value: string) => string,
    ) => order.facet(of, filter).map(({ value, count }) => ({ value, count, name: name(value) }));
    return context.json<Facets>({
      indicators: facet('indicator', names.indicator),
      regions: facet('region', names.region),
      documents: facet('document', names.document),
      rules: facet('rule', same),
      reasons: facet('reason', same),
    });
  });
  routes.get('/figures/:id', (context) => context.json(detailOf(options, context.req.param('id'))));
  routes.get('/figures/:id/derivation', async (context) => {
    const { language } = parsed(LANGUAGE, context.req.query());
    return context.json(await derivationOf(options, context.req.param('id'), language));
  });
  return routes;
}

function reviewed(store: Store, id: string): ReviewedFigure {
  const [one] = reviewedFigures(store, [id]);
  if (!one) throw new NotFound('figure');
  return one;
}

/** The part of the document's text that is shown with a figure. */
function windowAround(
  store: Store,
  { found }: ReviewedFigure,
): Window & { readonly cut: FigureDetail['cut']; readonly format: string; readonly offset: number } {
  const start = Math.max(0, found.start - SHOWN);
  const row = store.get<{ front: string; text: string; length: number; format: string }>(
    `SELECT substr(text, 1, :start) AS front, substr(text, :start + 1, :length) AS text, length(text) AS length, format
     FROM documents WHERE id = :id`,
    { id: found.document_id, start, length: found.end - start + SHOWN },
  )!;
  return {
    text: row.text,
    start,
    offset: row.front.length,
    format: row.format,
    codePoints: new CodePointIndex(row.text),
    cut: { start: start > 0, end: found.end + SHOWN < row.length },
  };
}

function detailOf({ store, order }: ReviewOptions, id: string): FigureDetail {
  const one = reviewed(store, id);
  const { found } = one;
  const window = windowAround(store, one);
  const { text, offset, cut, format } = window;
  const decisions = decisionsOf(store, id);
  const report = reportsOf(store, found.document_id)[found.report];
  return {
    found,
    current: listed(one),
    decisions,
    standing: one.decision?.id ?? null,
    disagreement: findDisagreements(store, { figureId: id }).length > 0,
    left_out: one.left_out,
    document: {
      id: found.document_id,
      file: found.file,
      format,
      title: report?.title ?? null,
      region: report?.region_name ?? null,
      date: report?.date ?? null,
    },
    text,
    offset,
    cut,
    highlights: [{ kind: 'number', ...within(window, found)! }],
    marks: figureMarks(figuresWithin(store, found.document_id, stretchOf(window)), window),
    alike: order.alike(id),
  };
}

async function derivationOf(options: ReviewOptions, id: string, language: 'zh' | 'en'): Promise<Derivation> {
  const { store, ask, formatDerivation, words } = options;
  const one = reviewed(store, id);
  const { found } = one;
  const window = windowAround(store, one);
  const [derived, others] = await Promise.all([
    ask(found.document_id, 'derivation', id),
    ask(found.document_id, 'others', stretchOf(window)),
  ]);
  const explanation = derived?.explanation ?? null;
  const vocabulary = words(language);
  return {
    text: explanation === null ? '' : formatDerivation(explanation, found.file, language),
    highlights: (derived?.highlights ?? []).flatMap(({ kind, start, end }): Highlight[] => {
      const place = within(window, { start, end });
      return place === null ? [] : [{ kind, ...place }];
    }),
    marks: otherMarks(others ?? [], window),
    factors: (explanation?.confidence.factors ?? []).map(({ factor, weight }) => ({
      factor,
      weight,
      words: vocabulary[factor] ?? factor,
    })),
  };
}
