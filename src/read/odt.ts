/** OpenDocument text, as LibreOffice, WPS and OnlyOffice write it: a zip of XML, or the same in one XML file. */
import { openDocumentType } from './open-document.js';
import type { Reader } from './reader.js';
import { isZip } from './zip.js';

const TEXT_TYPE = 'application/vnd.oasis.opendocument.text';
/** The root element of a file in one piece has all its namespaces in front of its type. */
const FLAT_START = 8 * 1024;

export const odt: Reader = {
  format: 'odt',
  extensions: ['odt', 'ott', 'fodt'],
  // templates too: their type goes on
  recognises: (bytes) =>
    isZip(bytes) ? (openDocumentType(bytes)?.startsWith(TEXT_TYPE) ?? false) : isFlat(bytes),
  read: async (bytes, limits) => (await import('./odt/read-odt.js')).readOdt(bytes, limits),
};

// Takes '<office:document … office:mimetype="application/vnd.oasis.opendocument.text"', not '<html'.
const FLAT_ROOT = /<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text/;

const isFlat = (bytes: Uint8Array): boolean =>
  FLAT_ROOT.test(new TextDecoder().decode(bytes.subarray(0, FLAT_START)));
