import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CodePointIndex,
  contains,
  normalizedSpan,
  overlaps,
  sliceSpan,
  sourceSpan,
} from '../../src/text/span.js';

describe('spans', () => {
  it('refuse to run backwards or below zero', () => {
    expect(() => sourceSpan(3, 2)).toThrow(RangeError);
    expect(() => normalizedSpan(-1, 2)).toThrow(RangeError);
  });
  it('hold themselves and what is inside, and overlap only where they share a character', () => {
    expect(contains(sourceSpan(2, 5), sourceSpan(2, 5))).toBe(true);
    expect(contains(sourceSpan(2, 5), sourceSpan(4, 6))).toBe(false);
    expect(overlaps(sourceSpan(2, 5), sourceSpan(4, 6))).toBe(true);
    expect(overlaps(sourceSpan(2, 5), sourceSpan(5, 6))).toBe(false);
    expect(overlaps(sourceSpan(2, 5), sourceSpan(3, 3))).toBe(false);
    expect(sliceSpan('招募32人', sourceSpan(2, 4))).toBe('32');
  });
});

describe('code point offsets', () => {
  it('count a pair of surrogates once', () => {
    const index = new CodePointIndex('𬶍莲街道5人');
    expect(index.toCodePoint(5)).toBe(4);
    expect(index.toCodeUnit(4)).toBe(5);
  });
  it('agree with counting the characters of what stands before', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('人', '𬶍', 'a') }), (text) => {
        const index = new CodePointIndex(text);
        let codeUnit = 0;
        Array.from(text).forEach((char, codePoint) => {
          expect(index.toCodePoint(codeUnit)).toBe(codePoint);
          expect(index.toCodeUnit(codePoint)).toBe(codeUnit);
          codeUnit += char.length;
        });
        expect(index.toCodePoint(text.length)).toBe(Array.from(text).length);
      }),
    );
  });
});
