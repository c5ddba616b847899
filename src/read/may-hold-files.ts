/** Takes the first bytes of a file; says whether it may hold other files: cheap, and wrong only for office documents that begin unusually. */
import { mail } from './mail.js';

/** So many bytes are enough. */
export const START_BYTES = 4096;

/** Where the name of a zip's first entry stands, and its length (APPNOTE 4.3.7). */
const NAME_LENGTH = 26;
const NAME = 30;

// The first entries of office documents: takes '[Content_Types].xml', 'word/document.xml' and 'mimetype', not '汇报.docx'.
const OFFICE =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/|mimetype|OFD\.xml|Doc_\d)/;

export function mayHoldFiles(start: Uint8Array): boolean {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  if (bytes.length < NAME || bytes.toString('latin1', 0, 4) !== 'PK\x03\x04')
    return mail.recognises(bytes, '');
  const length = bytes.readUInt16LE(NAME_LENGTH);
  return !OFFICE.test(bytes.toString('latin1', NAME, NAME + length));
}
