/** The PDF format, read through pdf-parse (pdf.js) and put together again from where its glyphs stand. */
import type { Reader } from './reader.js';

/** The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1). */
const HEADER_WITHIN = 1024;

export const pdf: Reader = {
  format: 'pdf',
  extensions: ['pdf'],
  recognises: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN)).includes('%PDF-'),
  read: async (bytes, limits) => (await import('./pdf/read-pdf.js')).readPdf(bytes, limits),
};

/**
 * Whether PDFs whose Chinese fonts are not embedded can be read here. False means that the character
 * maps are not found, and that such PDFs would come out empty without an error.
 */
export const pdfSelfTest = async (): Promise<boolean> => (await import('./pdf/self-test.js')).pdfSelfTest();
