/** Takes bytes; gives the name of the format that their first bytes announce, where it is none we read. */
import { isZip, zipNames } from './zip.js';

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
  // of Excel 95
  ['Book\0', 'xls'],
];

/** The first entry of an OpenDocument file, uncompressed. */
const MIMETYPE = 'mimetypeapplication/vnd.oasis.opendocument';
/** Where it stands. */
const START = 256;

/** How names in a zip's directory begin, or its first entry. */
const ZIP_ENTRIES: readonly (readonly [entry: string, name: string])[] = [
  ['xl/workbook.bin', 'xlsb'],
  ['xl/workbook', 'xlsx'],
  ['ppt/presentation', 'pptx'],
  ['OFD.xml', 'OFD'],
  ['META-INF/MANIFEST.MF', 'JAR'],
  ['AndroidManifest.xml', 'APK'],
  ['META-INF/container.xml', 'EPUB'],
  ['visio/document', 'vsdx'],
  [`${MIMETYPE}.text`, 'odt'],
  [MIMETYPE, 'OpenDocument'],
];

const OLE = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
/** A zip without files is its end alone. */
const EMPTY_ZIP = latin('PK\x05\x06');

/** The announced format, or null where the signature is unknown (which is what text has). */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(file, OLE)) return oleFormat(file);
  if (isZip(bytes) || startsWith(file, EMPTY_ZIP)) return zipFormat(bytes, file);
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

/** By the names of its directory: what it holds may have names of its own in clear. Of a zip cut short, by any name. */
function zipFormat(bytes: Uint8Array, file: Buffer): ForeignFormat {
  const names = zipNames(bytes);
  const holds = (entry: string): boolean =>
    names === null || entry.startsWith(MIMETYPE)
      ? file.subarray(0, names === null ? undefined : START).includes(entry)
      : names.some((name) => name.startsWith(entry));
  const known = ZIP_ENTRIES.find(([entry]) => holds(entry));
  if (known) return { name: known[1], state: 'unknown' };
  return { name: 'zip', state: names === null ? 'damaged' : 'unknown' };
}

// The start of a page: takes '<!DOCTYPE html>' and '<html lang="zh">', not '<1000人'.
const MARKUP = /^\uFEFF?\s*<(?:!doctype\s+html|html[\s>]|\?xml\s)/i;
const isMarkup = (file: Buffer): boolean => MARKUP.test(file.subarray(0, 256).toString('utf8'));
