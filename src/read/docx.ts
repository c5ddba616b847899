/** The docx format: a zip with a Word document in it, read through mammoth. */
import type { Reader } from './reader.js';
import { zipNames } from './zip.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

// The main part of a Word file: takes 'word/document.xml' and 'word/document2.xml', not 'word/fontTable.xml'.
const MAIN_PART = /^word\/document\d*\.xml$/;

export const docx: Reader = {
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  recognises: (bytes) => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!file.subarray(0, 4).equals(ZIP)) return false;
    const names = zipNames(bytes);
    // Cut short or locked: what is left of the names has to do.
    return names === null ? file.includes('word/') : names.some((name) => MAIN_PART.test(name));
  },
  read: async (bytes, limits) => (await import('./docx/read-docx.js')).readDocx(bytes, limits),
};
