/** What is wrong with a request → an answer that says so. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { StoreError } from '../store/index.js';
import type { Refusal } from './api.js';
import { NotFound } from './not-found.js';

/** What the schema makes of it. @throws {z.ZodError} where it does not fit */
export const parsed = <Shape extends z.ZodType>(shape: Shape, given: unknown): z.output<Shape> =>
  shape.parse(given);

/** Whatever a route threw, as an answer; of a bug its message, without a stack. */
export function refuse(error: Error, context: Context): Response {
  const answer = (status: 400 | 404 | 409 | 413 | 500 | 503, code: string, message: string): Response =>
    context.json<Refusal>({ error: code, message }, status);
  if (error instanceof z.ZodError) return answer(400, 'invalid', z.prettifyError(error));
  if (error instanceof NotFound) return answer(404, 'not-found', `there is no such ${error.message}`);
  // what context.req.json() says of a body that is none
  if (error instanceof SyntaxError) return answer(400, 'invalid', error.message);
  if (error instanceof HTTPException)
    return answer(error.status === 413 ? 413 : 400, 'invalid', error.message);
  if (error instanceof StoreError) {
    if (error.code === 'unknown-figure') return answer(404, 'not-found', error.message);
    if (error.code === 'decided-meanwhile') return answer(409, error.code, error.message);
    if (error.code === 'invalid-change') return answer(400, 'invalid-change', error.reason);
    return answer(503, error.code, error.message);
  }
  return answer(500, 'bug', `${error.name}: ${error.message}`);
}
