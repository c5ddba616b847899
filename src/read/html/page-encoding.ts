/** Takes the bytes of a web page; gives its text: by byte-order mark, by what it says of itself where that reads well, else as it reads best. */
import { decodeText, qualityOf, type Decoded } from '../encoding.js';

/** A page names its encoding near its start. */
const HEAD = 4096;
const SAMPLE = 64 * 1024;
/** A declared encoding may read a little worse than another: Big5 pages of rare characters. */
const TOLERANCE = 0.15;

// takes charset=gb2312, charset="utf-8" and encoding="GBK" of an XML declaration; leaves accept-charset
const DECLARED = /(?<!accept-)(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})/i;

/**
 * @param label what an envelope (MIME) says; the page's own word comes first
 */
export function decodePage(bytes: Uint8Array, label: string | null = null): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return decodeText(bytes);
  const sample = foreignBytes(bytes);
  if (sample.length === 0) return decodeAs(bytes, 'utf-8');
  const best = decodeText(sample);
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const declared = knownEncoding(DECLARED.exec(head)?.[1] ?? null) ?? knownEncoding(label);
  if (declared === null || declared === best.encoding || best.encoding === 'utf-8')
    return decodeAs(bytes, best.encoding.startsWith('utf-16') ? 'gb18030' : best.encoding);
  const said = decodeAs(sample, declared);
  const readsWell = said.replaced <= best.replaced + 2 && said.quality >= best.quality - TOLERANCE;
  return decodeAs(bytes, readsWell || best.encoding.startsWith('utf-16') ? declared : best.encoding);
}

/** UTF-16, by its mark or by the zeros beside `<`; null for others. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return {
    text,
    encoding,
    replaced: text.split('\uFFFD').length - 1,
    quality: qualityOf(text.slice(0, SAMPLE)),
  };
}

/** The name that `TextDecoder` knows; null for an unknown one, and for Latin ones, which Chinese pages carry by mistake. */
function knownEncoding(label: string | null): string | null {
  if (label === null) return null;
  try {
    const { encoding } = new TextDecoder(label);
    if (encoding === 'gbk') return 'gb18030';
    return encoding.startsWith('windows-125') ||
      encoding.startsWith('iso-8859') ||
      encoding.startsWith('utf-16')
      ? null
      : encoding;
  } catch {
    return null;
  }
}

/** The lines with a byte outside of ASCII: markup would make every encoding look alike. */
function foreignBytes(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < SAMPLE;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const first = firstForeign(bytes, start, end);
    if (first < end) {
      // a whole page on one line: from its first character on
      const line = bytes.subarray(first, Math.min(end, first + SAMPLE - size));
      lines.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}

function firstForeign(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! < 0x80) at += 1;
  return at;
}
