/** The printed page that a figure stands on: where it is boxed, the PDF that it is drawn from, and what pdf.js needs for that. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { OpenFile } from '../read/members.js';
import { SAFE_LIMITS } from '../read/reader.js';
import { documentId } from '../read/source-document.js';
import { listDocuments, reviewedFigures } from '../store/index.js';
import type { FigurePage } from './api.js';
import type { ReviewOptions } from './options.js';
import { NotFound } from './not-found.js';

/** Of PDFs alone: nothing else is drawn, and nothing else is given out. */
export function pageRoutes(options: ReviewOptions): Hono {
  const routes = new Hono();
  routes.get('/figures/:id/page', async (context) =>
    context.json(await figurePage(options, context.req.param('id'))),
  );
  routes.get('/documents/:id/file', async (context) => {
    const bytes = await pdfOf(options, context.req.param('id'));
    return context.body(bytes, 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="document.pdf"',
    });
  });
  return routes;
}

async function figurePage({ store, ask }: ReviewOptions, id: string): Promise<FigurePage> {
  const [figure] = reviewedFigures(store, [id]);
  if (!figure) throw new NotFound('figure');
  const { document_id, start, end } = figure.found;
  const page = await ask(document_id, 'page', { start, end });
  if (page === null) throw new NotFound('page');
  return page;
}

async function pdfOf({ store, ask }: ReviewOptions, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const [document] = listDocuments(store, { id });
  const file = document?.format === 'pdf' ? await ask(id, 'file') : null;
  if (file === null) throw new NotFound('page');
  const outer = await readFile(file.path);
  const bytes = await new OpenFile(outer, file.path, SAFE_LIMITS).bytesAt(file.member);
  // it may have been replaced since it was read
  if (bytes === null || documentId(bytes) !== id) throw new NotFound('page');
  return new Uint8Array(bytes);
}

// takes GBK-EUC-H.bcmap and FoxitSerif.pfb; must not take ../package.json
const RESOURCE = /^[\w-]+\.(?:bcmap|pfb|ttf)$/;

/** A character map or a font that is installed with pdf.js; null where there is none of that name. */
export async function pdfResource(
  { pdfjs }: ReviewOptions,
  folder: 'cmaps' | 'standard_fonts',
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!RESOURCE.test(name)) return null;
  try {
    return new Uint8Array(await readFile(join(pdfjs, folder, name)));
  } catch {
    return null;
  }
}
