/** Takes the names of a zip's entries as bytes; gives them as text: UTF-8 where the zip says so, else what they read best as, GBK mostly. */
import { crc32 } from 'node:zlib';
import { decodeText } from './encoding.js';

export interface RawName {
  readonly bytes: Uint8Array;
  /** The zip says that the name is UTF-8 (APPNOTE 4.4.4, bit 11). */
  readonly isUtf8: boolean;
  /** The entry's extra fields. */
  readonly extra: Uint8Array;
}

const UNICODE_PATH = 0x7075;

/** The names in their order; with `/` between folders. */
export function decodeNames(names: readonly RawName[]): string[] {
  // Together, since one name alone is too short to tell by.
  const others = names.filter((name) => !isPlain(name));
  const encoding = others.length === 0 ? 'utf-8' : decodeText(joined(others)).encoding;
  return names.map((name) => {
    const text = unicodePath(name) ?? new TextDecoder(isPlain(name) ? 'utf-8' : encoding).decode(name.bytes);
    return text.replaceAll('\\', '/');
  });
}

/** UTF-8 by its mark, or ASCII. */
const isPlain = ({ bytes, isUtf8 }: RawName): boolean => isUtf8 || bytes.every((byte) => byte < 0x80);

function joined(names: readonly RawName[]): Uint8Array {
  return Buffer.concat(names.flatMap(({ bytes }) => [bytes, Buffer.from('\n')]));
}

/** The name that Info-ZIP keeps beside the old one (APPNOTE 4.6.9), where it belongs to it. */
function unicodePath({ bytes, extra }: RawName): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== UNICODE_PATH || size < 5 || at + 4 + size > extra.length) continue;
    if (view.getUint32(at + 5, true) !== crc32(bytes)) return null;
    return new TextDecoder().decode(extra.subarray(at + 9, at + 4 + size));
  }
  return null;
}
