/** A text in; out its bytes in one of the encodings that offices use, or null where the encoding lacks a character of it. */
import { TextDecoder } from 'node:util';

const UNKNOWN = '\uFFFD';

/** Codes of all characters that `decoder` knows, by character; Node decodes these encodings and does not encode them. */
function codesOf(encoding, codes) {
  const decoder = new TextDecoder(encoding);
  const found = new Map();
  for (const code of codes) {
    const bytes = Uint8Array.from(code);
    const char = decoder.decode(bytes);
    // what is two characters is a lead byte that stands for nothing, and its follower
    if ([...char].length === 1 && char !== UNKNOWN && !found.has(char)) found.set(char, bytes);
  }
  return found;
}

function* between(low, high) {
  for (let byte = low; byte <= high; byte++) yield byte;
}

function* twoBytes(leads, trails) {
  for (const lead of between(...leads)) for (const trail of between(...trails)) yield [lead, trail];
}

function* fourBytes() {
  for (const first of between(0x81, 0x84))
    for (const second of between(0x30, 0x39))
      for (const third of between(0x81, 0xfe))
        for (const fourth of between(0x30, 0x39)) yield [first, second, third, fourth];
}

/** GB18030 of the Basic Multilingual Plane. */
function* gb18030() {
  yield* twoBytes([0x81, 0xfe], [0x40, 0xfe]);
  yield* fourBytes();
}

/** Big5 as it was before Hong Kong added to it, which is what programs write. */
const big5 = () => twoBytes([0xa1, 0xf9], [0x40, 0xfe]);

const CODES = { gb18030, big5 };
const tables = new Map();

function encodeBy(encoding, text) {
  const codes = tables.get(encoding) ?? codesOf(encoding, CODES[encoding]());
  tables.set(encoding, codes);
  const bytes = [];
  for (const char of text) {
    const code = char.codePointAt(0) < 0x80 ? [char.codePointAt(0)] : codes.get(char);
    if (code === undefined) return null;
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

const MARK = '\uFEFF';
const bigEndian = (text) => Buffer.from(text, 'utf16le').swap16();

const ENCODERS = {
  'utf-8 with mark': (text) => Buffer.from(MARK + text, 'utf8'),
  'gb18030': (text) => encodeBy('gb18030', text),
  'big5': (text) => encodeBy('big5', text),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16le with mark': (text) => Buffer.from(MARK + text, 'utf16le'),
  'utf-16be': bigEndian,
  'utf-16be with mark': (text) => bigEndian(MARK + text),
}; // prettier-ignore

export const ENCODINGS = Object.keys(ENCODERS);

/** @param {string} text without a byte order mark */
export const encode = (text, encoding) => ENCODERS[encoding](text);
