/** The OFD format (GB/T 33190-2016): a zip of XML that places each text on its page. */
import type { Reader } from './reader.js';
import { zipHolds } from './zip.js';

// The entry point of a package or the list of what is locked in it: takes 'OFD.xml', not 'word/OFD.xml'.
const ENTRY = /^\/?(?:OFD|Encryptions)\.xml$/i;

export const ofd: Reader = {
  format: 'ofd',
  extensions: ['ofd'],
  recognises: (bytes) => zipHolds(bytes, (name) => ENTRY.test(name), 'OFD.xml'),
  read: async (bytes, limits) => (await import('./ofd/read-ofd.js')).readOfd(bytes, limits),
};
