/** Lines in; out the bytes of a text file in the encodings that offices use. */
import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'];

/** @param {string[]} lines */
export function encodeText(lines, encoding) {
  const text = `${lines.join('\r\n')}\r\n`;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'gb18030':
      return encodeGb18030(text);
    default:
      throw new Error(`unknown encoding ${encoding}`);
  }
}

/** Two-byte codes by character; Node decodes GB18030 and does not encode it. */
let codes = null;

function encodeGb18030(text) {
  codes ??= readCodes();
  const bytes = [];
  for (const char of text) {
    const point = char.codePointAt(0);
    const code = codes.get(char);
    if (point < 0x80) bytes.push(point);
    else if (code !== undefined) bytes.push(code >> 8, code & 0xff);
    else throw new Error(`no two-byte code for ${char}`);
  }
  return Buffer.from(bytes);
}

function readCodes() {
  const decoder = new TextDecoder('gb18030');
  const found = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Buffer.from([lead, trail]));
      if (char !== '\uFFFD' && !found.has(char)) found.set(char, (lead << 8) | trail);
    }
  }
  return found;
}
