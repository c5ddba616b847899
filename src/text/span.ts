/** Makes and compares spans, and turns UTF-16 offsets of a text into code point offsets and back. */
import type { NormalizedSpan, SourceSpan, Span } from '../model.js';

const checked = (start: number, end: number): { start: number; end: number } => {
  if (!(start >= 0 && end >= start)) throw new RangeError(`not a span: [${start}, ${end})`);
  return { start, end };
};

/** A span of a document's text; throws RangeError unless 0 ≤ start ≤ end. */
export const sourceSpan = (start: number, end: number): SourceSpan => checked(start, end);

/** A span of a normalised text; throws RangeError unless 0 ≤ start ≤ end. */
export const normalizedSpan = (start: number, end: number): NormalizedSpan => checked(start, end);

/** True where every character of `inner` is in `outer`; an empty span is held at either end too. */
export const contains = <S extends Span>(outer: S, inner: S): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True where both share a character; empty spans overlap nothing. */
export const overlaps = <S extends Span>(a: S, b: S): boolean =>
  Math.max(a.start, b.start) < Math.min(a.end, b.end);

/** The characters of a span. */
export const sliceSpan = (text: string, span: Span): string => text.slice(span.start, span.end);

// takes 𬶍 (a surrogate pair); leaves 莲 and a lone half
const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Offsets of one text in UTF-16 code units and in code points. Costs one scan to make; asking is free
 * without astral characters and O(log n) in their number with them.
 */
export class CodePointIndex {
  /** Starts of the surrogate pairs. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    const pairs: number[] = [];
    for (const match of text.matchAll(SURROGATE_PAIR)) pairs.push(match.index);
    this.#pairs = pairs;
  }

  /** Code point offset of a UTF-16 offset; one inside a pair counts as the pair's start. */
  toCodePoint(offset: number): number {
    const pairs = this.#pairs;
    if (pairs.length === 0) return offset;
    return offset - countBelow(pairs.length, (i) => pairs[i]! < offset);
  }

  /** UTF-16 offset of a code point offset. */
  toCodeUnit(codePoint: number): number {
    const pairs = this.#pairs;
    if (pairs.length === 0) return codePoint;
    // the i-th pair is code point number pairs[i] - i
    return codePoint + countBelow(pairs.length, (i) => pairs[i]! - i < codePoint);
  }
}

/** How many of 0..length-1 satisfy a condition that holds for a first stretch only; O(log n). */
export function countBelow(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
