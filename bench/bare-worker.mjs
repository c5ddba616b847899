/** A worker thread: paths come in, each is read by the bare parser alone; out goes how much text that gave. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);

/** What pdf.js needs for fonts that are not embedded: a plain path that ends with a slash. */
const pdfFolder = `${dirname(require.resolve('pdfjs-dist/package.json'))}/`;

const PARSERS = {
  /** The document tree that huibao starts from too; no HTML is made. */
  async 'mammoth tree'() {
    const { default: mammoth } = await import('mammoth');
    return async (bytes) => {
      let characters = 0;
      const transformDocument = (document) => {
        characters = countText(document);
        return { ...document, children: [] };
      };
      await mammoth.convertToHtml({ buffer: bytes }, { transformDocument });
      return { characters, pages: 0 };
    };
  },
  async 'mammoth raw text'() {
    const { default: mammoth } = await import('mammoth');
    return async (bytes) => {
      const { value } = await mammoth.extractRawText({ buffer: bytes });
      return { characters: value.length, pages: 0 };
    };
  },
  async 'pdf-parse'() {
    const { PDFParse } = await import('pdf-parse');
    return async (bytes) => {
      const parser = new PDFParse({
        data: bytes,
        cMapUrl: `${pdfFolder}cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${pdfFolder}standard_fonts/`,
        isEvalSupported: false,
        verbosity: 0,
      });
      const { text, total } = await parser.getText({ pageJoiner: '' });
      await parser.destroy();
      return { characters: text.length, pages: total };
    };
  },
};

function countText({ value, children = [] }) {
  return children.reduce(
    (sum, child) => sum + countText(child),
    typeof value === 'string' ? value.length : 0,
  );
}

const parse = await PARSERS[workerData.parser]();
parentPort.on('message', async (path) => {
  const done = await parse(readFileSync(path));
  if (done.characters === 0) throw new Error(`${workerData.parser} finds no text in ${path}`);
  parentPort.postMessage(done);
});
parentPort.postMessage('ready');
