/** The rtf format, which some programs name .doc. */
import type { Reader } from './reader.js';

const START = Buffer.from('{\\rtf', 'latin1');

export const rtf: Reader = {
  format: 'rtf',
  extensions: ['rtf'],
  recognises: (bytes) => Buffer.from(bytes.subarray(0, START.length)).equals(START),
  read: async (bytes) => (await import('./rtf/read-rtf.js')).readRtf(bytes),
};
