/** The OFD format (GB/T 33190-2016): a zip of XML that places each text on its page. */
import type { Reader } from './reader.js';
import { zipNames } from './zip.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

// The entry point of a package or the list of what is locked in it: takes 'OFD.xml', not 'word/OFD.xml'.
const ENTRY = /^\/?(?:OFD|Encryptions)\.xml$/i;

export const ofd: Reader = {
  format: 'ofd',
  extensions: ['ofd'],
  recognises: (bytes) => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!file.subarray(0, 4).equals(ZIP)) return false;
    const names = zipNames(bytes);
    // Cut short or locked: what is left of the names has to do.
    return names === null ? file.includes('OFD.xml') : names.some((name) => ENTRY.test(name));
  },
  read: async (bytes, limits) => (await import('./ofd/read-ofd.js')).readOfd(bytes, limits),
};
