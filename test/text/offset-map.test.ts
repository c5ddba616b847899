import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/model.js';
import { applyEdits, Rewriting } from '../../src/text/offset-map.js';
import { contains, normalizedSpan, sourceSpan } from '../../src/text/span.js';

const through = (source: string, ...passes: Edit[][]) => {
  const rewriting = new Rewriting(source);
  passes.forEach((edits, i) => rewriting.apply(`pass ${i}`, edits));
  return rewriting.finish();
};
const edit = (start: number, end: number, replacement = ''): Edit => ({ start, end, replacement });

describe('applying edits', () => {
  it('replaces and removes in one go', () => {
    expect(applyEdits('志愿 者５人', [edit(2, 3), edit(4, 5, '5')])).toBe('志愿者5人');
  });
  it('refuses edits that overlap, run backwards, reach beyond the text or take nothing', () => {
    for (const edits of [
      [edit(0, 2), edit(1, 3)],
      [edit(2, 3), edit(0, 1)],
      [edit(2, 9)],
      [edit(1, 1, '加')],
    ]) {
      expect(() => applyEdits('志愿者', edits)).toThrow(RangeError);
    }
  });
});

describe('leading a span back', () => {
  it('takes a replacement of the same length character by character', () => {
    expect(through('約３２人', [edit(0, 3, '约32')]).toSource(normalizedSpan(1, 2))).toEqual(
      sourceSpan(1, 2),
    );
  });
  it('gives the whole range for a replacement of another length', () => {
    const text = through('共㎡地', [edit(1, 2, 'm2')]);
    expect(text.toSource(normalizedSpan(2, 3))).toEqual(sourceSpan(1, 2));
  });
  it('holds what was removed in the middle, and leaves out what was removed at the ends', () => {
    const text = through('一萬(wàn)六千(qiān)人', [edit(2, 7), edit(9, 15)]);
    expect(text.text).toBe('一萬六千人');
    expect(text.toSource(normalizedSpan(0, 4))).toEqual(sourceSpan(0, 9));
    expect(text.toSource(normalizedSpan(2, 4))).toEqual(sourceSpan(7, 9));
  });
  it('joins a number that a page number had cut', () => {
    const text = through('45000\n3、余元', [edit(5, 8)]);
    expect(text.toSource(normalizedSpan(0, 6))).toEqual(sourceSpan(0, 9));
    expect(text.toSource(normalizedSpan(0, 5))).toEqual(sourceSpan(0, 5));
  });
  it('says what is left of a source span, nothing where all was removed', () => {
    const text = through('應(yīng)對', [edit(1, 7)]);
    expect(text.fromSource(sourceSpan(1, 7))).toEqual(normalizedSpan(1, 1));
    expect(text.fromSource(sourceSpan(0, 8))).toEqual(normalizedSpan(0, 2));
  });
});

/** Random passes, each with edits that fit the text that the one before leaves. */
const rewritten = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('人', '5', 'a', ' ', '𬶍'), maxLength: 30 }),
    fc.array(fc.infiniteStream(fc.nat({ max: 6 })), { maxLength: 4 }),
  )
  .map(([source, streams]) => {
    const rewriting = new Rewriting(source);
    const passes: Edit[][] = [];
    for (const stream of streams) {
      const next = (): number => stream.next().value as number;
      const edits: Edit[] = [];
      for (let at = next(); at < rewriting.text.length;) {
        const end = Math.min(rewriting.text.length, at + 1 + (next() % 3));
        edits.push(edit(at, end, '甲乙丙'.slice(0, next() % 4)));
        at = end + next();
      }
      passes.push(edits);
      rewriting.apply('random', edits);
    }
    return { source, passes, text: rewriting.finish() };
  });
const spanIn = (length: number, [a, b]: readonly [number, number]) => {
  const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
  return { start, end };
};
const ends = fc.tuple(fc.nat(), fc.nat());

describe('maps of random edits', () => {
  it('lead every span of the result to a source span that still holds it', () => {
    fc.assert(
      fc.property(rewritten, ends, ({ source, text }, pair) => {
        const span = spanIn(text.text.length, pair);
        const back = text.toSource(span);
        expect(back.end).toBeLessThanOrEqual(source.length);
        if (span.end > span.start) expect(contains(text.fromSource(back), span)).toBe(true);
      }),
    );
  });
  it('lead what is left of a source span back into no less than what is left of it', () => {
    fc.assert(
      fc.property(rewritten, ends, ({ source, text }, pair) => {
        const left = text.fromSource(spanIn(source.length, pair));
        // where nothing is left there is only a place, and any place beside the removed range is as good
        if (left.end > left.start) expect(contains(text.fromSource(text.toSource(left)), left)).toBe(true);
      }),
    );
  });
  it('are monotone: a span inside another leads back inside it', () => {
    fc.assert(
      fc.property(rewritten, ends, ends, ({ text }, outer, inner) => {
        const a = spanIn(text.text.length, outer);
        const within = spanIn(a.end - a.start, inner);
        const b = { start: a.start + within.start, end: a.start + within.end };
        if (b.end > b.start) expect(contains(text.toSource(a), text.toSource(b))).toBe(true);
      }),
    );
  });
  it('give the same through all passes at once as through each in turn', () => {
    fc.assert(
      fc.property(rewritten, ends, ({ source, passes, text }, pair) => {
        const span = spanIn(text.text.length, pair);
        const texts = passes.reduce((all, edits) => [...all, applyEdits(all.at(-1)!, edits)], [source]);
        expect(texts.at(-1)).toBe(text.text);
        let at = span;
        passes
          .toReversed()
          .forEach((edits, i) => (at = through(texts[passes.length - 1 - i]!, edits).toSource(at)));
        expect(text.toSource(span)).toEqual(at);
      }),
    );
  });
});
