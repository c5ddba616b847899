/** The printed page that a figure stands on: where it is boxed, the PDF that it is drawn from, and what pdf.js needs for that. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pageBoxes } from '../read/page-boxes.js';
import { documentId } from '../read/source-document.js';
import { reviewedFigures } from '../store/index.js';
import { CodePointIndex, sourceSpan } from '../text/span.js';
import type { FigurePage } from './api.js';
import type { ReviewOptions } from './options.js';
import { NotFound } from './refusal.js';

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

async function figurePage({ store, readAgain }: ReviewOptions, id: string): Promise<FigurePage> {
  const [figure] = reviewedFigures(store, [id]);
  if (!figure) throw new NotFound('figure');
  const read = await readAgain(figure.found.document_id);
  if (!read?.file) throw new NotFound('page');
  const { document } = read.extraction;
  const codePoints = new CodePointIndex(document.text);
  const { start, end } = figure.found;
  const boxes = pageBoxes(document, sourceSpan(codePoints.toCodeUnit(start), codePoints.toCodeUnit(end)));
  const page = boxes[0]?.page;
  const size = page === undefined ? undefined : document.layout?.pages[page - 1];
  if (page === undefined || size === undefined) throw new NotFound('page');
  return {
    page,
    ...size,
    boxes: boxes
      .filter((box) => box.page === page)
      .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
  };
}

async function pdfOf({ readAgain }: ReviewOptions, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readAgain(id);
  if (!read?.file || read.extraction.document.format !== 'pdf') throw new NotFound('page');
  const bytes = new Uint8Array(await readFile(read.file));
  // it may have been replaced since it was read
  if (documentId(bytes) !== id) throw new NotFound('page');
  return bytes;
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
