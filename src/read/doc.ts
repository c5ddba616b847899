/** The doc and wps formats: an OLE file with a Word document of 97 to 2003 in it, read through word-extractor. */
import { foreignFormat } from './foreign-format.js';
import type { Reader } from './reader.js';

export const doc: Reader = {
  format: 'doc',
  extensions: ['doc', 'dot', 'wps'],
  recognises: (bytes) => {
    const found = foreignFormat(bytes);
    return found?.name === 'doc' && found.state !== 'encrypted';
  },
  read: async (bytes) => (await import('./doc/read-doc.js')).readDoc(bytes),
};
