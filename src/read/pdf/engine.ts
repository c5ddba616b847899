/** Takes a PDF's bytes; gives its pages one by one: where its text stands and, when asked, its drawing operators. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { PDFParse } from 'pdf-parse';
import type { Matrix } from '../page/matrix.js';

/** A text item of pdf.js: `transform` places its baseline's start, in PDF user space. */
export interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** Operators of a page, as pdf.js lists them: numbers that `OPS` names, and their arguments. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface EnginePage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getTextContent(): Promise<{ items: readonly (TextItem | { readonly type: string })[] }>;
  getOperatorList(options: { annotationMode: number }): Promise<Operators>;
  cleanup(): void;
}

interface EngineDocument {
  readonly numPages: number;
  getPage(number: number): Promise<EnginePage>;
  getMetadata(): Promise<{ info: Readonly<Record<string, unknown>> }>;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From PDF user space to the page as it is shown: origin at the top left, y downwards. */
  readonly transform: Matrix;
  readonly items: readonly TextItem[];
  /** Lists the page's operators; costs about as much as the text, so only for pages that look tabular. */
  operators(): Promise<Operators>;
}

export interface Pdf {
  readonly pageCount: number;
  readonly info: Readonly<Record<string, unknown>>;
  page(number: number): Promise<Page>;
}

/**
 * Where pdf.js keeps the character maps of fonts that are not embedded. It has to be a plain path with
 * a trailing slash: a URL or a missing directory would give empty text without an error, so a map is
 * looked up here, which throws where it is not installed.
 */
export function engineFolders(): { readonly cMapUrl: string; readonly standardFontDataUrl: string } {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('pdfjs-dist/package.json'));
  const cMapUrl = dirname(require.resolve('pdfjs-dist/cmaps/GBK-EUC-H.bcmap'));
  return { cMapUrl: `${cMapUrl}/`, standardFontDataUrl: `${root}/standard_fonts/` };
}

/**
 * Pretends to take fonts. When pdf.js has nobody to give a font to, it compiles each glyph of a page to a
 * path before it lists the page's operators, which took four fifths of the time of a page with a table.
 */
const FONT_TAKER = {
  createElement: () => ({ sheet: { insertRule: () => 0, cssRules: [] }, remove: () => undefined }),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
};

/** AnnotationMode.DISABLE of pdf.js: notes and form fields draw no table. */
const WITHOUT_ANNOTATIONS = 0;

/** Opens a PDF, lets `use` read it, and frees it whatever happens. `bytes` stay as they were. */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: Pdf) => Promise<T>): Promise<T> {
  const parser = new PDFParse({
    // A copy: the engine takes its input away from the caller.
    data: new Uint8Array(bytes),
    ...engineFolders(),
    cMapPacked: true,
    isEvalSupported: false,
    verbosity: 0,
    disableFontFace: false,
    ownerDocument: FONT_TAKER as never,
  });
  try {
    // `load` is private in the typings only; the public methods give no positions.
    const document = await (parser as unknown as { load(): Promise<EngineDocument> }).load();
    const { info } = await document.getMetadata();
    return await use({ pageCount: document.numPages, info, page: (number) => readPage(document, number) });
  } finally {
    await parser.destroy();
  }
}

async function readPage(document: EngineDocument, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  return {
    number,
    width,
    height,
    transform: transform as unknown as Matrix,
    items: items.filter((item): item is TextItem => 'str' in item),
    operators: async () => {
      const operators = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
      page.cleanup();
      return operators;
    },
  };
}
