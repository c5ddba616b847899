/** Markdown: text like any other, so that the name decides; read without its signs. */
import { diagnose } from '../diagnostics.js';
import { decodeText } from './encoding.js';
import { markdownParts } from './markdown/blocks.js';
import type { Reader, ReadResult } from './reader.js';
import { buildDocument, cleanText, documentId, inTextOrder } from './source-document.js';
import { txt } from './txt.js';
import { withTypedTables } from './typed-tables.js';

const EXTENSIONS = ['md', 'markdown'];

export const markdown: Reader = {
  format: 'markdown',
  extensions: EXTENSIONS,
  recognises: (bytes, extension) => EXTENSIONS.includes(extension) && txt.recognises(bytes, extension),
  read: (bytes) => Promise.resolve(readMarkdown(bytes)),
};

function readMarkdown(bytes: Uint8Array): ReadResult {
  const { text, encoding, replaced } = decodeText(bytes);
  const { parts, properties } = markdownParts(cleanText(text));
  const document = buildDocument(
    { id: documentId(bytes), format: 'markdown', encoding, properties },
    withTypedTables(inTextOrder(parts), { typed: true }),
  );
  const diagnostics = [
    ...(replaced > 0 ? [diagnose('encoding-doubtful', { encoding, replaced })] : []),
    ...(document.blocks.length === 0 ? [diagnose('document-without-text', { format: 'markdown' })] : []),
  ];
  return { document, diagnostics };
}
