/** What a reviewer does, as it comes from the page, in; rows of decisions out. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import {
  recordAct,
  recordAddition,
  reviewedFigures,
  StoreError,
  undoLast,
  type Store,
} from '../store/index.js';
import { QUALIFIERS, STATISTICS } from '../model.js';
import type { DecisionResponse } from './api.js';
import { NotFound } from './not-found.js';
import type { ReviewOptions } from './options.js';
import { parsed } from './refusal.js';
import { whenFree } from './when-free.js';

/** No request needs more. */
const MOST_BYTES = 256 * 1024;

const maybe = z.exactOptional;
const number = z.number().nullable();
const indicator = z.string().max(100);
const unit = z.string().min(1).max(20);
const REST = {
  item: maybe(z.string().max(100).nullable()),
  value: maybe(number),
  lower: maybe(number),
  upper: maybe(number),
  qualifier: maybe(z.enum(QUALIFIERS)),
  statistic: maybe(z.enum(STATISTICS)),
  redacted: maybe(z.boolean()),
  region_code: maybe(z.string().max(6).nullable()),
  as_of: maybe(z.string().max(10).nullable()),
};
const NOTE = z.string().trim().max(1000).optional();
const DECISION = z.strictObject({
  action: z.enum(['accept', 'correct', 'reject']),
  figures: z
    .array(z.strictObject({ id: z.string(), standing: z.number().int().nullable() }))
    .min(1)
    .max(500),
  changes: z.strictObject({ indicator: maybe(indicator), unit: maybe(unit), ...REST }).optional(),
  note: NOTE,
});
const place = z.number().int().min(0);
const ADDITION = z.strictObject({
  document: z.string(),
  start: place,
  end: place,
  figure: z.strictObject({ indicator, unit, ...REST }),
  note: NOTE,
});
const PLACE = z.object({
  document: z.string(),
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(0),
});

export function decisionRoutes(options: ReviewOptions): Hono {
  const { store, order, reviewer: who, now, ask } = options;
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MOST_BYTES }));
  routes.post('/decisions', async (context) => {
    const { action, figures, changes, note } = parsed(DECISION, await context.req.json());
    await whenFree(() => recordAct(store, { figures, action, changes, note, who, at: now() }));
    return context.json<DecisionResponse>({ figures: figures.map(({ id }) => id), undone: null });
  });
  routes.post('/undo', async (context) => {
    const undone = await whenFree(() => undoLast(store, { who, at: now() }));
    if (undone?.action === 'add') undone.figures.forEach((figure) => order.forget(figure));
    return context.json<DecisionResponse>({
      figures: undone?.figures ?? [],
      undone: undone?.action ?? null,
    });
  });
  routes.get('/places', async (context) => {
    const { document, start, end } = parsed(PLACE, context.req.query());
    return context.json(known(await ask(document, 'place', { start, end })));
  });
  routes.post('/additions', async (context) => {
    const { document, start, end, figure, note } = parsed(ADDITION, await context.req.json());
    const record = known(await ask(document, 'addition', { start, end }, figure));
    refuseKnown(store, record.figure_id);
    await whenFree(() => recordAddition(store, { figure: record, who, at: now(), note: note ?? null }));
    order.include(record.figure_id);
    return context.json<DecisionResponse>({ figures: [record.figure_id], undone: null });
  });
  return routes;
}

/** A figure that is there already is decided on, not added: somebody may have done so meanwhile. */
function refuseKnown(store: Store, figureId: string): void {
  if (reviewedFigures(store, [figureId]).length > 0)
    throw new StoreError('decided-meanwhile', store.path, figureId);
}

function known<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new NotFound('document');
  return answer;
}
