/** Web pages: saved from a browser, exported by a site or an office program, often under the name of an office format. */
import { isPage } from './html/recognise.js';
import type { Reader } from './reader.js';

export const html: Reader = {
  format: 'html',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  recognises: (bytes) => isPage(bytes),
  read: async (bytes, limits) => (await import('./html/read-html.js')).readHtml(bytes, limits),
};
