/** A segmented text → one hash for each report, equal for reposts that differ only in page chrome. */
import { hash } from 'node:crypto';
import type { Segments } from './model.js';

// takes punctuation, blanks and line breaks; leaves 字, 9, a (simple ranges: Unicode classes cost three times as much)
const NO_WORDS = /[^0-9A-Za-z\u3400-\u9fff\ud800-\udfff]+/g;

/** Hashes the words of each report's sentences, furniture left out; in the order of the reports. */
export function hashReports(text: string, segments: Segments): string[] {
  const parts = segments.reports.map((): string[] => []);
  for (const { span, kind, report } of segments.sentences) {
    if (kind !== 'furniture') parts[report]?.push(text.slice(span.start, span.end));
  }
  return parts.map((sentences) => hash('sha256', sentences.join('').replace(NO_WORDS, '')).slice(0, 32));
}
