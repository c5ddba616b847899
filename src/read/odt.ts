/** OpenDocument text, as LibreOffice, WPS and OnlyOffice write it: a zip of XML, or the same in one XML file. */
import { SAFE_LIMITS, type Reader } from './reader.js';
import { openZip } from './zip.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const TEXT_TYPE = 'application/vnd.oasis.opendocument.text';
/** What a writer packs first and stores as it is (ODF 1.2 part 3, 3.3), so that it stands in clear. */
const FIRST_ENTRY = Buffer.from(`mimetype${TEXT_TYPE}`, 'latin1');
const START = 256;
/** The root element of a file in one piece has all its namespaces in front of its type. */
const FLAT_START = 8 * 1024;
const LARGEST_NAMING_ENTRY = 1024 * 1024;

export const odt: Reader = {
  format: 'odt',
  extensions: ['odt', 'ott', 'fodt'],
  recognises: (bytes) => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!file.subarray(0, ZIP.length).equals(ZIP)) return isFlat(bytes);
    return file.subarray(0, START).includes(FIRST_ENTRY) || namesItself(bytes);
  },
  read: async (bytes, limits) => (await import('./odt/read-odt.js')).readOdt(bytes, limits),
};

// Takes '<office:document … office:mimetype="application/vnd.oasis.opendocument.text"', not '<html'.
const FLAT_ROOT = /<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text/;

const isFlat = (bytes: Uint8Array): boolean =>
  FLAT_ROOT.test(new TextDecoder().decode(bytes.subarray(0, FLAT_START)));

/** A package that was packed again has its type somewhere in it, or only in its manifest. */
function namesItself(bytes: Uint8Array): boolean {
  const entries = ['mimetype', 'META-INF/manifest.xml'];
  try {
    const limits = { ...SAFE_LIMITS, unpackedBytes: LARGEST_NAMING_ENTRY };
    const zip = openZip(bytes, limits, (name) => !entries.includes(name));
    const naming = entries.find((name) => zip.has(name));
    if (naming === undefined || !zip.has('content.xml')) return false;
    return new TextDecoder().decode(zip.read(naming)).includes(TEXT_TYPE);
  } catch {
    return false;
  }
}
