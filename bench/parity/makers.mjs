/** The ways in which a report is made into a file of another format, each by itself; what can make none here says why. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { zipSync } from 'fflate';
import { Converter } from 'opencc-js';
import { OFD_STYLES, writeOfd } from '../../test/read/files/hand-made-ofd.mjs';
import { encode, ENCODINGS } from './encodings.mjs';
import { htmlOf, stretchesOf } from './html-file.mjs';
import { letterOf, mhtOf } from './mail.mjs';
import { convert, hasOffice } from './office.mjs';
import { hasChromium, printPages } from './printing.mjs';

/**
 * @typedef {object} Maker
 * @property {string} name format and producer, as the table has it
 * @property {string} extension of its files: a reader of that extension has to be there
 * @property {string | null} program that it starts; null where it needs none
 * @property {() => string | null} lacks what it needs and is not installed
 * @property {(text: string) => string | null} textOf the report that is made into a file, null where this one cannot be;
 *   its figures as UTF-8 text are those to find again
 * @property {(texts: Map<string, string>, folder: string) => Map<string, string> | Promise<Map<string, string>>} make
 *   texts by name in, paths by the same names out
 */

const mapValues = (map, change) => new Map([...map].map(([name, value]) => [name, change(value, name)]));

/** A maker that needs no program: bytes of each report by itself. */
const written = (name, extension, bytesOf, textOf = (text) => text) => ({
  name,
  extension,
  program: null,
  lacks: () => null,
  textOf,
  make: (texts, folder) =>
    mapValues(texts, (text, report) => {
      const path = join(folder, `${report}.${extension}`);
      writeFileSync(path, bytesOf(text, report));
      return path;
    }),
});

const noOffice = () => (hasOffice() ? null : 'LibreOffice (soffice; SOFFICE names it)');
const noChromium = () => (hasChromium() ? null : 'Chromium (CHROMIUM names it)');

const pagesOf = (texts, folder) => {
  const pages = join(folder, 'pages');
  mkdirSync(pages, { recursive: true });
  return mapValues(texts, (text, name) => {
    const path = join(pages, `${name}.html`);
    writeFileSync(path, htmlOf(text));
    return path;
  });
};

/** LibreOffice makes a docx of a page, and anything else of that, so that what it writes is a document and no page. */
const byOffice = (extension, filter) => ({
  name: `${extension} by LibreOffice`,
  extension,
  program: 'LibreOffice',
  lacks: noOffice,
  textOf: (text) => text,
  make: (texts, folder) => {
    const pages = pagesOf(texts, folder);
    const names = [...texts.keys()];
    const typed = convert([...pages.values()], 'docx:MS Word 2007 XML', join(folder, 'typed'));
    const made = extension === 'docx' ? typed : convert(typed, `${extension}:${filter}`, folder);
    return new Map(names.map((name, i) => [name, made[i]]));
  },
});

const byChromium = (name, furniture) => ({
  name,
  extension: 'pdf',
  program: 'Chromium',
  lacks: noChromium,
  textOf: (text) => text,
  make: (texts, folder) =>
    printPages(
      mapValues(texts, (text, report) => htmlOf(text, report)),
      folder,
      { furniture },
    ),
});

const toTraditional = Converter({ from: 'cn', to: 't' });

const inEncoding = (encoding) =>
  written(
    `text in ${encoding}`,
    'txt',
    (text) => encode(text, encoding),
    (text) => {
      const typed = encoding === 'big5' ? toTraditional(text) : text;
      return encode(typed, encoding) === null ? null : typed;
    },
  );

/** Only reports with a table are ever a sheet; what stands around it is a row of one cell. */
const tabular = (text) => (stretchesOf(text).some(({ rows }) => rows) ? text : null);
const gridOf = (text) => stretchesOf(text).flatMap(({ rows, line }) => rows ?? [[line]]);
const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function workbookOf(text, bookType) {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(gridOf(text)), '汇报');
  return xlsx.write(book, { type: 'buffer', bookType });
}

const sheet = (bookType) =>
  written(`${bookType} by SheetJS`, bookType, (text) => workbookOf(text, bookType), tabular);

/** Every row has as many commas, as spreadsheet programs write it. */
function csvOf(text) {
  const rows = gridOf(text);
  const width = Math.max(...rows.map((row) => row.length));
  return rows
    .map((row) => Array.from({ length: width }, (_, i) => quoted(row[i] ?? '')).join(','))
    .join('\r\n');
}

/** As converters of word files lay it out, word processors, and converters from PDF. */
const inOfd = (style) =>
  written(`ofd, a text object a ${style}`, 'ofd', (text) => {
    const blocks = stretchesOf(text).map(({ rows, line }) =>
      rows ? { rows } : { text: line, indent: true },
    );
    const filled = blocks.filter(({ rows, text: line }) => rows ?? line.trim() !== '');
    return writeOfd(filled, { style, size: 12 });
  });

/** A line becomes a paragraph; the first row of a table its header, as Markdown wants one. */
const markdownOf = (text) =>
  stretchesOf(text)
    .map(({ rows, line }) => {
      if (!rows) return line;
      const [header, ...others] = rows.map((row) => `| ${row.join(' | ')} |`);
      return [header, `|${' --- |'.repeat(rows[0].length)}`, ...others].join('\n');
    })
    .join('\n\n');

/** @type {readonly Maker[]} */
export const MAKERS = [
  ...ENCODINGS.map(inEncoding),
  byOffice('docx'),
  byOffice('doc', 'MS Word 97'),
  byOffice('rtf', 'Rich Text Format'),
  byOffice('odt', 'writer8'),
  byOffice('html', 'HTML (StarWriter)'),
  written('html of the project', 'html', (text, name) => htmlOf(text, name)),
  byOffice('pdf', 'writer_pdf_Export'),
  byChromium('pdf by Chromium', false),
  byChromium('pdf by Chromium, with its margins', true),
  ...OFD_STYLES.map(inOfd),
  written('md', 'md', markdownOf),
  sheet('xlsx'),
  sheet('xls'),
  written('csv', 'csv', csvOf, tabular),
  written('mht', 'mht', (text, name) => mhtOf(htmlOf(text, name))),
  written('eml', 'eml', letterOf),
  written('zip', 'zip', (text) => zipSync({ 'report.txt': Buffer.from(text) })),
];
