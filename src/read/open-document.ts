/** Takes the bytes of a zip; gives the media type that an OpenDocument file (ODF 1.2 part 3) says it is of. */
import { SAFE_LIMITS } from './reader.js';
import { openZip, zipNames } from './zip.js';

/** What a writer packs first and stores as it is (3.3): its text, in clear. */
const TYPE_ENTRY = 'mimetype';
/** The list of what is packed (3.2), with the type of the whole. */
const MANIFEST = 'META-INF/manifest.xml';
const NAMING = [TYPE_ENTRY, MANIFEST];
const LARGEST_NAMING = 1024 * 1024;
const START = 256;

// The type as it stands at the start of the file: takes 'mimetypeapplication/vnd.oasis.opendocument.text' of '…textPK\x03\x04'.
const FIRST_ENTRY = /mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/;
// What the manifest says of the whole: takes '<manifest:file-entry manifest:full-path="/" manifest:version="1.3" …/>'.
const WHOLE = /<[^<>]*\sfull-path="\/"[^<>]*>|<[^<>]*:full-path="\/"[^<>]*>/;
// takes 'application/vnd.oasis.opendocument.text' of 'manifest:media-type="application/vnd.oasis.opendocument.text"'
const MEDIA_TYPE = /media-type="([^"]*)"/;

/** Null where it says nothing, or is no OpenDocument file. Of a file that is cut short, what it begins with has to do. */
export function openDocumentType(bytes: Uint8Array): string | null {
  const [, first = null] = FIRST_ENTRY.exec(Buffer.from(bytes.subarray(0, START)).toString('latin1')) ?? [];
  if (first !== null) return first;
  const names = zipNames(bytes);
  const naming = NAMING.find((name) => names?.includes(name));
  if (naming === undefined) return null;
  try {
    const limits = { ...SAFE_LIMITS, unpackedBytes: LARGEST_NAMING };
    const said = new TextDecoder().decode(openZip(bytes, limits, (name) => name !== naming).read(naming));
    if (naming === TYPE_ENTRY) return said.trim();
    return MEDIA_TYPE.exec(WHOLE.exec(said)?.[0] ?? '')?.[1] ?? null;
  } catch {
    return null;
  }
}
