/** A stream of bytes in; out its text, whole or line by line, decoded by what its start tells. */
import { decodeText } from '../read/encoding.js';

/** How much of the start is looked at to tell the encoding. */
const SAMPLE = 64 * 1024;
const LINE_FEED = 0x0a;

/**
 * UTF-8 wherever the start is valid UTF-8: a line may be too short to weigh encodings against one
 * another. A character that the sample cuts in two does not count.
 */
function encodingOf(start: Uint8Array): string {
  const sample = start.subarray(0, SAMPLE);
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    strict.decode(sample, { stream: true });
    return 'utf-8';
  } catch {
    const whole = sample.lastIndexOf(LINE_FEED) + 1;
    return decodeText(whole > 0 ? sample.subarray(0, whole) : sample).encoding;
  }
}

async function* decode(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of stream) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** The text of a stream, whole, with lines ended by `\n` alone. */
export async function readText(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: string[] = [];
  for await (const part of decode(stream)) parts.push(part);
  return parts.join('').replaceAll('\r\n', '\n');
}

/** Each line as it comes, without its line end; an empty last line is none. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // pieces of the line that is not complete yet: adding to one string would flatten it at each search
  let pieces: string[] = [];
  for await (const part of decode(stream)) {
    let from = 0;
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', from)) {
      pieces.push(part.slice(from, at));
      yield withoutReturn(pieces.join(''));
      pieces = [];
      from = at + 1;
    }
    if (from < part.length) pieces.push(part.slice(from));
  }
  if (pieces.length > 0) yield withoutReturn(pieces.join(''));
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
