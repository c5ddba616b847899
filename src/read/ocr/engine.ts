/**
 * Takes a page's picture; gives the rows of words on it. Tesseract, as tesseract.js packs it for WebAssembly, runs in
 * the thread that reads: it ends with it, and there is nothing in it that could reach the network.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { signOfLife } from '../sign-of-life.js';
import type { Box, GreyImage } from './grey-image.js';

export interface RecognisedWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly bbox: Box;
  readonly symbols: readonly { readonly text: string; readonly confidence: number; readonly bbox: Box }[];
}

/** What stands on one line, left to right. */
export interface RecognisedRow {
  readonly bbox: Box;
  readonly words: readonly RecognisedWord[];
}

/** How the text of a page lies, as it is seen before any of it is read. */
export interface TextLie {
  /** Of the rows: how many pixels they rise with each to the right. */
  readonly slope: number;
  /** The heights of the rows, ascenders and all; none where no text is seen. */
  readonly rowHeights: readonly number[];
}

export interface OcrEngine {
  look(image: GreyImage): TextLie;
  /** Text in columns, whose layout has to be found. */
  recogniseColumns(image: GreyImage): RecognisedRow[];
  /** Text all of whose lines run from the left to the right: most pages, or a table's cell. */
  recognise(image: GreyImage): RecognisedRow[];
}

interface Api {
  Init(path: null, language: string, mode: number, config: null): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exif: number, angle: number): number;
  AnalyseLayout(): unknown;
  GetGradient(): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  Clear(): void;
}

interface Core {
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => Api;
  destroy(object: unknown): void;
}

type StartCore = (options: Record<string, unknown>) => Promise<Core>;

/** The build for any processor with SIMD: that for relaxed SIMD may read differently on another processor. */
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm.js';
const LANGUAGE = 'chi_sim';
/** Of the two trained models the one with a third fewer errors; numbers are read alike. It costs 150 MB and a third more time. */
const MODEL = '@tesseract.js-data/chi_sim/4.0.0/chi_sim.traineddata.gz';
/** The longest side that Tesseract takes, in pixels. */
export const LONGEST = 32_000;
/** OEM_LSTM_ONLY. */
const LSTM = 1;

/**
 * Page segmentation: fully automatic, and one block. Automatic, Tesseract now and then tears justified lines apart and
 * loses pieces of them (7.7 against 1.7 % of characters wrong, over six reports in two fonts).
 */
const [AUTOMATIC, BLOCK] = ['3', '6'];

const VARIABLES: Readonly<Record<string, string>> = {
  preserve_interword_spaces: '1',
  // Words of one page must not change how the next one is read.
  tessedit_enable_doc_dict: '0',
};

let engine: Promise<OcrEngine> | null = null;

/** The engine of this thread; started when it is first asked for, and anew after it broke. */
export async function ocrEngine(): Promise<OcrEngine> {
  engine ??= startEngine();
  try {
    return await engine;
  } catch (error) {
    engine = null;
    throw error;
  }
}

async function startEngine(): Promise<OcrEngine> {
  const require = createRequire(import.meta.url);
  const startCore = require(CORE) as StartCore;
  const silent = (): void => undefined;
  const core = await startCore({ TesseractProgress: signOfLife, print: silent, printErr: silent });
  core.FS.writeFile(`${LANGUAGE}.traineddata`, gunzipSync(readFileSync(require.resolve(MODEL))));
  const api = new core.TessBaseAPI();
  if (api.Init(null, LANGUAGE, LSTM, null) !== 0)
    throw new Error('the trained model of Tesseract is damaged');
  core.FS.unlink(`${LANGUAGE}.traineddata`);
  for (const [name, value] of Object.entries(VARIABLES)) api.SetVariable(name, value);
  return {
    look: (image) => withImage(core, api, image, AUTOMATIC, () => look(core, api)),
    recogniseColumns: (image) => withImage(core, api, image, AUTOMATIC, () => recognise(api)),
    recognise: (image) => withImage(core, api, image, BLOCK, () => recognise(api)),
  };
}

/** Gives the picture to Tesseract, as a portable grey map, and takes it away again. */
function withImage<T>(
  core: Core,
  api: Api,
  { width, height, grey }: GreyImage,
  layout: string,
  use: () => T,
): T {
  if (Math.max(width, height) > LONGEST) throw new Error('Tesseract takes no picture of this size');
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  try {
    api.SetVariable('tessedit_pageseg_mode', layout);
    core.FS.writeFile('/input', Buffer.concat([head, grey]));
    if (api.SetImageFile(1, 0) !== 0) throw new Error('Tesseract takes no picture of this size');
    core.FS.unlink('/input');
    const result = use();
    api.Clear();
    return result;
  } catch (error) {
    // An abort leaves its memory in no state to go on with.
    engine = null;
    throw error;
  }
}

interface Line {
  readonly bbox: Box;
  readonly rowAttributes: { readonly rowHeight: number };
  readonly words?: readonly RecognisedWord[] | null;
}

interface Layout {
  readonly blocks?:
    readonly { readonly paragraphs?: readonly { readonly lines: readonly Line[] }[] | null }[] | null;
}

const linesOf = (api: Api): Line[] =>
  ((JSON.parse(api.GetJSONText()) as Layout).blocks ?? []).flatMap((block) =>
    (block.paragraphs ?? []).flatMap((paragraph) => [...paragraph.lines]),
  );

function look(core: Core, api: Api): TextLie {
  const iterator = api.AnalyseLayout();
  const rowHeights = linesOf(api).map((line) => line.rowAttributes.rowHeight);
  const slope = api.GetGradient();
  core.destroy(iterator);
  return { slope, rowHeights };
}

function recognise(api: Api): RecognisedRow[] {
  api.Recognize(null);
  return linesOf(api).flatMap(({ bbox, words }) => {
    const own = (words ?? []).filter((word) => word.text.trim() !== '');
    return own.length > 0 ? [{ bbox, words: own }] : [];
  });
}
