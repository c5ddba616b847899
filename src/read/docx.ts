/** The docx format: a zip with a Word document in it, read through mammoth. */
import type { Reader } from './reader.js';
import { zipHolds } from './zip.js';

// The main part of a Word file: takes 'word/document.xml' and 'word/document2.xml', not 'word/fontTable.xml'.
const MAIN_PART = /^word\/document\d*\.xml$/;

export const docx: Reader = {
  format: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  recognises: (bytes) => zipHolds(bytes, (name) => MAIN_PART.test(name), 'word/'),
  read: async (bytes, limits) => (await import('./docx/read-docx.js')).readDocx(bytes, limits),
};
