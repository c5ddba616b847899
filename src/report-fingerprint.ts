/** A segmented text and where its figures stand → for each report what tells that another one repeats it. */
import { hash } from 'node:crypto';
import type { Segments, Span } from './model.js';

/** What a report can be known by when it is posted again. */
export interface ReportFingerprint {
  /** Equal for reports of the same words, whatever their punctuation and line breaks. */
  readonly contentHash: string;
  /**
   * The smallest hashes of the shingles (runs of `SHINGLE` characters) of the sentences that hold figures, ascending
   * and each once: alike for reports that share those sentences, whatever page chrome stands around them. After
   * Broder, On the resemblance and containment of documents (1997).
   */
  readonly sketch: Uint32Array;
}

/** Characters of a shingle. */
const SHINGLE = 8;
/** Hashes kept: with 128 the share that two texts have in common is told to within 4 percent. */
const KEPT = 128;

/** 1 for the code units that words are of: takes 字, 9, a; leaves punctuation, blanks and line breaks. */
const IN_WORDS = new Uint8Array(0x10000);
for (const [first, last] of ['09', 'AZ', 'az', '\u3400\u9fff', '\ud800\udfff'].map((range) =>
  range.split(''),
))
  IN_WORDS.fill(1, first!.charCodeAt(0), last!.charCodeAt(0) + 1);

/** The code units of a report's words, and where in them the sentences that hold figures stand. */
interface ReportWords {
  readonly units: Uint16Array;
  readonly stated: readonly Span[];
}

/**
 * Fingerprints in the order of the reports.
 * @param figureSentences indexes into `segments.sentences`, ascending; one may stand several times
 */
export function fingerprintReports(
  text: string,
  segments: Segments,
  figureSentences: readonly number[],
): ReportFingerprint[] {
  return readWords(text, segments, figureSentences).map(({ units, stated }) => ({
    contentHash: hash('sha256', toText(units)).slice(0, 32),
    sketch: sketchOf(units, stated),
  }));
}

function readWords(
  text: string,
  { reports, sentences }: Segments,
  figureSentences: readonly number[],
): ReportWords[] {
  const all = new Uint16Array(text.length);
  let end = 0;
  let sentence = 0;
  let next = 0;
  return reports.map((_, report) => {
    const from = end;
    const stated: Span[] = [];
    for (; sentences[sentence]?.report === report; sentence++) {
      const { span, kind } = sentences[sentence]!;
      const start = end;
      if (kind === 'furniture') continue;
      for (let at = span.start; at < span.end; at++) {
        const unit = text.charCodeAt(at);
        if (IN_WORDS[unit] === 1) all[end++] = unit;
      }
      if (figureSentences[next] !== sentence) continue;
      while (figureSentences[next] === sentence) next++;
      stated.push({ start: start - from, end: end - from });
    }
    return { units: all.subarray(from, end), stated };
  });
}

const toText = ({ buffer, byteOffset, byteLength }: Uint16Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');

function sketchOf(units: Uint16Array, sentences: readonly Span[]): Uint32Array {
  const hashes = new Uint32Array(
    sentences.reduce((total, { start, end }) => total + Math.max(1, end - start - SHINGLE + 1), 0),
  );
  let count = 0;
  for (const { start, end } of sentences) {
    // a rolling hash: each shingle costs two multiplications, however long it is
    let value = 0;
    for (let at = start; at < end; at++) {
      if (at >= start + SHINGLE) value = (value - Math.imul(units[at - SHINGLE]!, OUTGOING)) | 0;
      value = (Math.imul(value, BASE) + units[at]!) | 0;
      if (at >= start + SHINGLE - 1) hashes[count++] = mix(value);
    }
    if (end - start < SHINGLE) hashes[count++] = mix(value);
  }
  return smallest(hashes.sort());
}

/** Each once, as many as are kept. */
function smallest(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let i = 0; i < sorted.length && count < KEPT; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
  return sorted.slice(0, count);
}

const BASE = 0x01000193;
/** BASE to the power of SHINGLE - 1: what the character that leaves has been multiplied by. */
const OUTGOING = Array.from({ length: SHINGLE - 1 }).reduce((power: number) => Math.imul(power, BASE), 1);

/** So that the smallest hashes are a fair sample. */
function mix(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
