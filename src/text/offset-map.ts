/** Edits in, the edited text out, with a map that leads every span through all passes back to its source. */
import type { Edit, NormalizedSpan, NormalizedText, SourceSpan, Span } from '../model.js';
import { countBelow, normalizedSpan, sourceSpan } from './span.js';

/** Applies sorted, non-overlapping edits. Throws RangeError on others, and on edits that take nothing. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, replacement } of edits) {
    if (!(start >= position && end > start && end <= text.length)) {
      throw new RangeError(`edit [${start}, ${end}) behind ${position} in a text of ${text.length}`);
    }
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}

/**
 * Positions before and after one pass. A replacement as long as what it replaces goes character by
 * character and needs no entry; any other belongs as a whole to the whole range.
 */
export class OffsetMap {
  /** Of each edit that changes the length: its range before the pass and the one after it. */
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #count: number;

  constructor(edits: readonly Edit[]) {
    const changing = edits.filter((edit) => edit.end - edit.start !== edit.replacement.length);
    this.#count = changing.length;
    this.#before = new Int32Array(2 * changing.length);
    this.#after = new Int32Array(2 * changing.length);
    let shift = 0;
    changing.forEach(({ start, end, replacement }, i) => {
      this.#before.set([start, end], 2 * i);
      this.#after.set([start + shift, start + shift + replacement.length], 2 * i);
      shift += replacement.length - (end - start);
    });
  }

  /** The smallest span before the pass that holds every character behind `span`. */
  toBefore(span: Span): Span {
    return this.#map(this.#after, this.#before, span);
  }

  /** What the pass left of `span`; empty where it removed all of it. */
  toAfter(span: Span): Span {
    return this.#map(this.#before, this.#after, span);
  }

  #map(from: Int32Array, to: Int32Array, span: Span): Span {
    if (this.#count === 0) return span;
    if (span.start === span.end) {
      const at = span.start === 0 ? 0 : this.#range(from, to, span.start - 1).end;
      return { start: at, end: at };
    }
    const start = this.#range(from, to, span.start).start;
    return { start, end: Math.max(start, this.#range(from, to, span.end - 1).end) };
  }

  /** The range that the character at `offset` comes from or went to. */
  #range(from: Int32Array, to: Int32Array, offset: number): Span {
    const index = countBelow(this.#count, (i) => from[2 * i]! <= offset) - 1;
    if (index < 0) return { start: offset, end: offset + 1 };
    // a removal leaves an empty range, which holds no character: what stands there comes behind it
    if (offset < from[2 * index + 1]!) return { start: to[2 * index]!, end: to[2 * index + 1]! };
    const start = offset - from[2 * index + 1]! + to[2 * index + 1]!;
    return { start, end: start + 1 };
  }
}

/** A text on its way through the passes. */
export class Rewriting {
  readonly #maps: OffsetMap[] = [];
  readonly #passes: { readonly pass: string; readonly edits: readonly Edit[] }[] = [];
  #text: string;

  constructor(source: string) {
    this.#text = source;
  }

  /** The text as the passes so far left it. */
  get text(): string {
    return this.#text;
  }

  /** Applies what a pass found in `text`; no edits, no cost. */
  apply(pass: string, edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.#text = applyEdits(this.#text, edits);
    this.#maps.push(new OffsetMap(edits));
    this.#passes.push({ pass, edits });
  }

  /** Where a source span stands now. */
  fromSource(span: Span): Span {
    let at = span;
    for (const map of this.#maps) at = map.toAfter(at);
    return at;
  }

  finish(): NormalizedText {
    const maps = [...this.#maps];
    return {
      text: this.#text,
      passes: [...this.#passes],
      toSource: (span: NormalizedSpan): SourceSpan => {
        let at: Span = span;
        for (let i = maps.length - 1; i >= 0; i--) at = maps[i]!.toBefore(at);
        return sourceSpan(at.start, at.end);
      },
      fromSource: (span: SourceSpan): NormalizedSpan => {
        let at: Span = span;
        for (const map of maps) at = map.toAfter(at);
        return normalizedSpan(at.start, at.end);
      },
    };
  }
}
