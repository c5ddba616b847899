/** The csv format: text of commas, semicolons or tabs that makes rows, under a name that says so; it is read like a sheet. */
import { decodeText } from './encoding.js';
import type { Reader } from './reader.js';
import { findDelimiter } from './sheet/delimiter.js';
import { cleanText } from './source-document.js';
import { txt } from './txt.js';

const SNIFF = 64 * 1024;
/** Systems export text under the names of workbooks. */
const EXTENSIONS: ReadonlySet<string> = new Set(['csv', 'tsv', 'xls', 'et']);

export const csv: Reader = {
  format: 'csv',
  extensions: ['csv', 'tsv'],
  recognises: (bytes, extension) =>
    EXTENSIONS.has(extension) &&
    txt.recognises(bytes, 'txt') &&
    findDelimiter(cleanText(decodeText(bytes.subarray(0, SNIFF)).text)) !== null,
  read: async (bytes, limits) => (await import('./sheet/read-csv.js')).readCsv(bytes, limits),
};
