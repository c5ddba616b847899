/** The zip of files: it has no text of its own; what it holds is read file by file. */
import { foreignFormat } from './foreign-format.js';
import type { Reader } from './reader.js';

export const archive: Reader = {
  format: 'zip',
  extensions: ['zip'],
  recognises: (bytes) => {
    const found = foreignFormat(bytes);
    return found?.name === 'zip' && found.state === 'unknown';
  },
  read: async (bytes, limits) => (await import('./archive/read-archive.js')).readArchive(bytes, limits),
  members: async (bytes, limits) => (await import('./archive/read-archive.js')).archiveMembers(bytes, limits),
};
