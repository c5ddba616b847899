/** Takes a PDF's bytes; gives its pages as pictures, for those that hold no text. */
import { createCanvas } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { LONGEST } from '../ocr/engine.js';
import type { GreyImage } from '../ocr/grey-image.js';
import { engineFolders } from './engine.js';

/** Characters of 12 points are 40 pixels high at this resolution; large pages are drawn with fewer. */
const DOTS_PER_POINT = 240 / 72;
const MOST_PIXELS = 20_000_000;
/** Pictures inside the PDF that are larger are left out: A3 at 600 dpi has 70 million pixels. */
const LARGEST_PICTURE = 100_000_000;

export interface PagePicture {
  readonly image: GreyImage;
  /** Points per pixel. */
  readonly points: number;
}

export interface PagePictures {
  /** @param number from 1 */
  draw(number: number): Promise<PagePicture>;
  close(): Promise<void>;
}

interface DrawingPage {
  getViewport(options: { scale: number }): { width: number; height: number };
  render(options: Record<string, unknown>): { promise: Promise<void> };
  cleanup(): void;
}

interface DrawingDocument {
  getPage(number: number): Promise<DrawingPage>;
}

/**
 * Opens a PDF a second time, to draw it: reading text makes do without the shapes of its fonts.
 * `bytes` stay as they were.
 */
export async function openPagePictures(bytes: Uint8Array): Promise<PagePictures> {
  const require = createRequire(import.meta.url);
  const parser = new PDFParse({
    data: new Uint8Array(bytes),
    ...engineFolders(),
    // What decodes JPEG 2000.
    wasmUrl: `${dirname(require.resolve('pdfjs-dist/wasm/openjpeg.wasm'))}/`,
    cMapPacked: true,
    isEvalSupported: false,
    verbosity: 0,
    maxImageSize: LARGEST_PICTURE,
  });
  const document = await (parser as unknown as { load(): Promise<DrawingDocument> }).load();
  return {
    draw: async (number) => await draw(await document.getPage(number)),
    close: async () => await parser.destroy(),
  };
}

async function draw(page: DrawingPage): Promise<PagePicture> {
  const { width, height } = page.getViewport({ scale: 1 });
  const most = Math.min(Math.sqrt(MOST_PIXELS / (width * height)), LONGEST / Math.max(width, height));
  const scale = Math.min(DOTS_PER_POINT, most);
  const canvas = createCanvas(
    Math.max(1, Math.floor(width * scale)),
    Math.max(1, Math.floor(height * scale)),
  );
  const canvasContext = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext, viewport: page.getViewport({ scale }) }).promise;
  page.cleanup();
  const { data } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
  const grey = new Uint8Array(canvas.width * canvas.height);
  // Luma of ITU-R BT.601.
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4)
    grey[at] = 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!;
  return { image: { width: canvas.width, height: canvas.height, grey }, points: 1 / scale };
}
