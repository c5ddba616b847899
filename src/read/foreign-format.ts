/** Takes bytes; gives the name of the format that their first bytes announce, where it is none we read. */

/** A format known by its signature, and whether it is locked. */
export interface ForeignFormat {
  readonly name: string;
  readonly state: 'unknown' | 'encrypted' | 'damaged';
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Signatures at the start of a file; OLE and zip containers are looked into below. */
const SIGNATURES: readonly (readonly [signature: Buffer, name: string])[] = [
  [latin('{\\rtf'), 'RTF'],
  [latin('\x89PNG'), 'PNG'],
  [latin('\xff\xd8\xff'), 'JPEG'],
  [latin('GIF8'), 'GIF'],
  [latin('BM'), 'BMP'],
  [latin('II*\0'), 'TIFF'],
  [latin('MM\0*'), 'TIFF'],
  [latin('RIFF'), 'RIFF (WebP, AVI, WAV)'],
  [latin('\x1f\x8b'), 'gzip'],
  [latin('Rar!'), 'RAR'],
  [latin('7z\xbc\xaf'), '7z'],
  [latin('\x7fELF'), 'ELF'],
  [latin('MZ'), 'EXE'],
  [latin('SQLite format 3\0'), 'SQLite'],
  [latin('%!PS'), 'PostScript'],
];

/** Streams of OLE files, by the name that the directory keeps in UTF-16. */
const OLE_STREAMS: readonly (readonly [stream: string, name: string])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
];

/** Names that stand in clear in a zip's directory. */
const ZIP_ENTRIES: readonly (readonly [entry: string, name: string])[] = [
  ['xl/workbook', 'xlsx'],
  ['ppt/presentation', 'pptx'],
  ['OFD.xml', 'OFD'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'OpenDocument'],
];

const OLE = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
const ZIP = latin('PK\x03\x04');
const ZIP_END = latin('PK\x05\x06');

/** The announced format, or null where the signature is unknown (which is what text has). */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(file, OLE)) return oleFormat(file);
  if (startsWith(file, ZIP)) return zipFormat(file);
  const known = SIGNATURES.find(
    ([signature]) => startsWith(file, signature) && !isShortWord(file, signature),
  );
  if (known) return { name: known[1], state: 'unknown' };
  return isMarkup(file) ? { name: 'HTML', state: 'unknown' } : null;
}

const startsWith = (file: Buffer, signature: Buffer): boolean =>
  file.subarray(0, signature.length).equals(signature);

/** `BM` and `MZ` may begin a text in Latin letters; binary files have a NUL near them. */
const isShortWord = (file: Buffer, signature: Buffer): boolean =>
  signature.length === 2 && signature[0]! < 0x80 && signature[0]! > 0x20 && !file.subarray(0, 64).includes(0);

function oleFormat(file: Buffer): ForeignFormat {
  const holds = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return { name: 'docx', state: 'encrypted' };
  const known = OLE_STREAMS.find(([stream]) => holds(stream));
  return { name: known?.[1] ?? 'OLE', state: 'unknown' };
}

function zipFormat(file: Buffer): ForeignFormat {
  const known = ZIP_ENTRIES.find(([entry]) => file.includes(entry));
  if (known) return { name: known[1], state: 'unknown' };
  return { name: 'zip', state: file.includes(ZIP_END) ? 'unknown' : 'damaged' };
}

// The start of a page: takes '<!DOCTYPE html>' and '<html lang="zh">', not '<1000人'.
const MARKUP = /^\uFEFF?\s*<(?:!doctype\s+html|html[\s>]|\?xml\s)/i;
const isMarkup = (file: Buffer): boolean => MARKUP.test(file.subarray(0, 256).toString('utf8'));
