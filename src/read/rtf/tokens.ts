/** Takes the bytes of an RTF file; gives what stands in it one after the other: groups, control words, bytes of text. */

export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** A byte of text in the encoding of its font. */
  | { readonly kind: 'byte'; readonly byte: number };

const [OPEN, CLOSE, BACKSLASH] = [0x7b, 0x7d, 0x5c];
const [CR, LF, QUOTE, STAR, BLANK, MINUS] = [0x0d, 0x0a, 0x27, 0x2a, 0x20, 0x2d];

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    at += 1;
    if (byte === OPEN) yield { kind: 'open' };
    else if (byte === CLOSE) yield { kind: 'close' };
    else if (byte === BACKSLASH) {
      const { token, end } = control(bytes, at);
      at = end;
      if (token.kind === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0);
      yield token;
    } else if (byte !== CR && byte !== LF) yield { kind: 'byte', byte };
  }
}

/** What follows a backslash: `'e5`, `*`, `par `, `u-1234`. */
function control(bytes: Uint8Array, start: number): { readonly token: Token; readonly end: number } {
  const first = bytes[start] ?? 0;
  if (first === QUOTE) {
    const code = Number.parseInt(Buffer.from(bytes.subarray(start + 1, start + 3)).toString('latin1'), 16);
    return { token: { kind: 'byte', byte: Number.isNaN(code) ? 0x3f : code }, end: start + 3 };
  }
  if (!isLetter(first)) return { token: symbol(first), end: start + 1 };
  let end = start;
  while (end < bytes.length && isLetter(bytes[end]!)) end += 1;
  const name = Buffer.from(bytes.subarray(start, end)).toString('latin1');
  const digits = end + (bytes[end] === MINUS ? 1 : 0);
  let last = digits;
  while (last < bytes.length && isDigit(bytes[last]!)) last += 1;
  const value = last === digits ? null : Number(Buffer.from(bytes.subarray(end, last)).toString('latin1'));
  if (value !== null) end = last;
  return { token: { kind: 'word', name, value }, end: bytes[end] === BLANK ? end + 1 : end };
}

/** `\{`, `\}` and `\\` are themselves; `\~` is a blank, `\_` a hyphen; a line end is a paragraph's. */
function symbol(byte: number): Token {
  if (byte === STAR) return { kind: 'word', name: '*', value: null };
  if (byte === CR || byte === LF) return { kind: 'word', name: 'par', value: null };
  if (byte === 0x7e) return { kind: 'byte', byte: BLANK };
  if (byte === 0x5f) return { kind: 'byte', byte: MINUS };
  if (byte === OPEN || byte === CLOSE || byte === BACKSLASH) return { kind: 'byte', byte };
  return { kind: 'word', name: '', value: null };
}
