/** A segmented text and where its figures stand → for each report what tells that another one repeats it. */
import { hash } from 'node:crypto';
import type { Segments } from './model.js';

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

// takes punctuation, blanks and line breaks; leaves 字, 9, a (simple ranges: Unicode classes cost three times as much)
const NO_WORDS = /[^0-9A-Za-z\u3400-\u9fff\ud800-\udfff]+/g;

/**
 * Fingerprints in the order of the reports.
 * @param figureSentences indexes into `segments.sentences`, ascending; one may stand several times
 */
export function fingerprintReports(
  text: string,
  segments: Segments,
  figureSentences: readonly number[],
): ReportFingerprint[] {
  const words = segments.reports.map((): string[] => []);
  const stated = segments.reports.map((): string[] => []);
  let next = 0;
  segments.sentences.forEach(({ span, kind, report }, index) => {
    if (kind === 'furniture') return;
    const sentence = text.slice(span.start, span.end).replace(NO_WORDS, '');
    words[report]?.push(sentence);
    if (figureSentences[next] !== index) return;
    while (figureSentences[next] === index) next++;
    stated[report]?.push(sentence);
  });
  return words.map((sentences, report) => ({
    contentHash: hash('sha256', sentences.join('')).slice(0, 32),
    sketch: sketchOf(stated[report]!),
  }));
}

function sketchOf(sentences: readonly string[]): Uint32Array {
  const hashes = new Uint32Array(
    sentences.reduce((total, { length }) => total + Math.max(1, length - SHINGLE + 1), 0),
  );
  let count = 0;
  for (const sentence of sentences) {
    // a rolling hash: each shingle costs two multiplications, however long it is
    let value = 0;
    for (let at = 0; at < sentence.length; at++) {
      if (at >= SHINGLE) value = (value - Math.imul(sentence.charCodeAt(at - SHINGLE), OUTGOING)) | 0;
      value = (Math.imul(value, BASE) + sentence.charCodeAt(at)) | 0;
      if (at >= SHINGLE - 1) hashes[count++] = mix(value);
    }
    if (sentence.length < SHINGLE) hashes[count++] = mix(value);
  }
  const sorted = hashes.subarray(0, count).sort();
  return sorted.filter((hash, i) => hash !== sorted[i - 1]).slice(0, KEPT);
}

const BASE = 0x01000193;
/** BASE to the power of SHINGLE - 1: what the character that leaves has been multiplied by. */
const OUTGOING = Array.from({ length: SHINGLE - 1 }).reduce((power: number) => Math.imul(power, BASE), 1);

/** So that the smallest hashes are a fair sample. */
function mix(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
