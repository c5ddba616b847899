/** Draws pages of PDFs with pdf.js, which is loaded when the first one is asked for; one document is kept open. */
import { signal } from '@preact/signals';
import type { PDFDocumentProxy } from 'pdfjs-dist';

export const ZOOMS: readonly number[] = [1, 1.5, 2, 3];
/** How many times as wide as there is room for a page is drawn; stays so from figure to figure. */
export const zoom = signal(1);

export interface DrawnPage {
  /** Of the page, in points. */
  readonly width: number;
  readonly height: number;
  /** How many the document has. */
  readonly pages: number;
}

interface Opened {
  readonly url: string;
  readonly document: Promise<PDFDocumentProxy>;
}

let opened: Opened | null = null;

function open(url: string): Promise<PDFDocumentProxy> {
  if (opened?.url === url) return opened.document;
  close();
  const document = load(url);
  opened = { url, document };
  return document;
}

async function load(url: string): Promise<PDFDocumentProxy> {
  const [pdfjs, { default: worker }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker;
  return await pdfjs.getDocument({
    url,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    // what the page's security policy forbids, and nothing here needs
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
  }).promise;
}

function close(): void {
  opened?.document.then((document) => void document.loadingTask.destroy()).catch(() => undefined);
  opened = null;
}

/** As many dots as the screen shows, and no more than a few megabytes of them. */
const MOST_DOTS = 6_000_000;

/** Draws a page (from 1) as wide as the canvas is on screen. */
export async function drawPage(
  url: string,
  number: number,
  canvas: HTMLCanvasElement,
  stop: AbortSignal,
): Promise<DrawnPage> {
  try {
    const document = await open(url);
    const page = await document.getPage(number);
    const whole = page.getViewport({ scale: 1 });
    const drawn = { width: whole.width, height: whole.height, pages: document.numPages };
    if (stop.aborted) return drawn;
    const wanted = (canvas.clientWidth * devicePixelRatio) / whole.width;
    const scale = Math.min(wanted, Math.sqrt(MOST_DOTS / (whole.width * whole.height)));
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const drawing = page.render({ canvas, viewport });
    stop.addEventListener('abort', () => drawing.cancel(), { once: true });
    await drawing.promise;
    return drawn;
  } catch (error) {
    if (!stop.aborted) close();
    throw error;
  }
}
