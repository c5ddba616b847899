/**
 * Options in; out a folder of synthetic reports, the same bytes for the same seed.
 *
 *     node bench/make-corpus.mjs [--docx 1000] [--txt 1000] [--pdf 300] [--seed 1] [--out FOLDER]
 */
import console from 'node:console';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { encodeDocx } from './corpus/docx-file.mjs';
import { encodePdf } from './corpus/pdf-file.mjs';
import { createRandom } from './corpus/random.mjs';
import { createReport, linesOf } from './corpus/report.mjs';
import { encodeText } from './corpus/text-file.mjs';

export const FORMATS = ['docx', 'txt', 'pdf'];

/** Raised with every change of what is generated, so that no old folder is used again. */
const VERSION = 1;

/** Of ten text files, so many in each encoding. */
const TEXT_ENCODINGS = [
  'utf-8',
  'utf-8',
  'utf-8',
  'utf-8',
  'utf-8',
  'utf-8-bom',
  'gb18030',
  'gb18030',
  'gb18030',
  'utf-16le',
];

const ENCODE = {
  docx: (report) => encodeDocx(report),
  txt: (report, i) => encodeText(linesOf(report), TEXT_ENCODINGS[i % TEXT_ENCODINGS.length]),
  pdf: (report) => encodePdf(report),
};

/**
 * @typedef {{ docx: number, txt: number, pdf: number, seed: number }} CorpusSize
 * @typedef {Record<'docx' | 'txt' | 'pdf', { folder: string, documents: number, characters: number }>} Corpus
 */

/** Writes the corpus, or finds the one that is there. @returns {Corpus} */
export function makeCorpus(size, out = defaultFolder(size)) {
  const manifest = join(out, 'corpus.json');
  const wanted = JSON.stringify({ version: VERSION, ...size });
  if (existsSync(manifest)) {
    const found = JSON.parse(readFileSync(manifest, 'utf8'));
    if (JSON.stringify(found.made) === wanted) return withFolders(found.corpus, out);
  }
  if (existsSync(out) && !existsSync(manifest)) throw new Error(`${out} is there and holds no corpus`);
  rmSync(out, { recursive: true, force: true });
  const corpus = Object.fromEntries(FORMATS.map((format, i) => [format, writeFormat(format, size, out, i)]));
  writeFileSync(manifest, JSON.stringify({ made: JSON.parse(wanted), corpus }));
  return withFolders(corpus, out);
}

const defaultFolder = ({ docx, txt, pdf, seed }) =>
  join(tmpdir(), `huibao-bench-${VERSION}-${seed}-${docx}-${txt}-${pdf}`);

const withFolders = (corpus, out) =>
  Object.fromEntries(FORMATS.map((format) => [format, { ...corpus[format], folder: join(out, format) }]));

/** Each format has reports of its own: what repeats would be skipped or marked as a repost. */
function writeFormat(format, size, out, index) {
  const folder = join(out, format);
  mkdirSync(folder, { recursive: true });
  const random = createRandom(size.seed * 1000 + index);
  let characters = 0;
  for (let i = 0; i < size[format]; i++) {
    const report = createReport(random);
    characters += linesOf(report).join('\n').length;
    writeFileSync(
      join(folder, `report-${String(i + 1).padStart(5, '0')}.${format}`),
      ENCODE[format](report, i),
    );
  }
  return { documents: size[format], characters };
}

/** The options that this and the other scripts take. */
export const SIZE_OPTIONS = {
  docx: { type: 'string', default: '1000' },
  txt: { type: 'string', default: '1000' },
  pdf: { type: 'string', default: '300' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
};

/** @returns {CorpusSize} */
export function sizeOf(values) {
  const entries = [...FORMATS, 'seed'].map((name) => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 0)
      throw new Error(`--${name} takes a whole number, not ${values[name]}`);
    return [name, number];
  });
  return Object.fromEntries(entries);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: SIZE_OPTIONS });
  const corpus = makeCorpus(sizeOf(values), values.out);
  for (const format of FORMATS) {
    const { folder, documents, characters } = corpus[format];
    console.log(
      `${documents} ${format}, ${Math.round(characters / Math.max(1, documents))} characters each: ${folder}`,
    );
  }
}
