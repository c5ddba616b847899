/** Takes the bytes of a text file; gives its lines as paragraphs, and lines of tabs or rules, or of one cell each, as tables. */
import { diagnose } from '../diagnostics.js';
import { decodeText } from './encoding.js';
import { foreignFormat } from './foreign-format.js';
import type { Reader, ReadResult } from './reader.js';
import { buildDocument, cleanText, documentId, type Part } from './source-document.js';
import { withTypedTables } from './typed-tables.js';

/** Below this a character on average speaks against text; Chinese text has 0.6 to 1, Latin text 0.5. */
const MINIMUM_QUALITY = 0.1;
const SNIFF = 16 * 1024;

export const txt: Reader = {
  format: 'txt',
  extensions: ['txt', 'text'],
  recognises: (bytes) =>
    foreignFormat(bytes) === null && decodeText(bytes.subarray(0, SNIFF)).quality >= MINIMUM_QUALITY,
  read: (bytes) => Promise.resolve(readTxt(bytes)),
};

function readTxt(bytes: Uint8Array): ReadResult {
  const { text, encoding, replaced } = decodeText(bytes);
  const document = buildDocument(
    { id: documentId(bytes), format: 'txt', encoding },
    linesToParts(cleanText(text)),
  );
  const diagnostics = [
    ...(replaced > 0 ? [diagnose('encoding-doubtful', { encoding, replaced })] : []),
    ...(document.blocks.length === 0 ? [diagnose('document-without-text', { format: 'txt' })] : []),
  ];
  return { document, diagnostics };
}

/** One part a line; lines that form a table are its cells. */
export const linesToParts = (text: string): Part[] =>
  withTypedTables(
    text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
    { typed: true },
  );
