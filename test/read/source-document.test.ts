import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDocument, inTextOrder, type Part } from '../../src/read/source-document.js';
import { expectSound } from './support.js';

const head = { id: 'x', format: 'txt' };
const anyText = fc.string({
  unit: fc.constantFrom('志', '愿', '1', ' ', '\n', '\r', '\0', '\uD83D', '😀', 'a'),
});
const anyPart = fc.record({
  kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'footnote' as const, 'furniture' as const),
  pieces: fc.array(fc.record({ text: anyText, page: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

/** A part whose text is the pieces', each on its page. */
function partOf({ kind, pieces }: { kind: Part['kind']; pieces: { text: string; page: number }[] }): Part {
  let offset = 0;
  const pages = pieces.map(({ text, page }) => {
    const start = { offset, page };
    offset += text.length;
    return start;
  });
  return { kind, text: pieces.map((piece) => piece.text).join(''), pages };
}

describe('the text of a document', () => {
  test('is clean, and its blocks lie in it in order, whatever the parts hold', () => {
    fc.assert(
      fc.property(fc.array(anyPart), (specs) => {
        const document = buildDocument(head, specs.map(partOf));
        expect(document.text).not.toMatch(/[\0\r]|\p{Surrogate}/u);
        let end = -1;
        for (const { span } of document.blocks) {
          expect(span.start).toBeGreaterThan(end);
          expect(document.text.slice(span.start, span.end).trim()).not.toBe('');
          end = span.end;
        }
        const starts = document.pages.map((mark) => mark.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  test('holds the pieces on the pages that they came from', () => {
    const document = buildDocument(head, [
      {
        kind: 'paragraph',
        text: '一\r\n二三',
        pages: [
          { offset: 0, page: 1 },
          { offset: 4, page: 2 },
        ],
      },
      { kind: 'paragraph', text: '四', pages: [{ offset: 0, page: 2 }] },
    ]);
    expect(document.text).toBe('一\n二三\n四');
    expect(document.pages).toEqual([
      { start: 0, page: 1 },
      { start: 3, page: 2 },
    ]);
    expectSound(document);
  });

  test('is body, footnotes, text boxes, furniture, in this order', () => {
    const kinds = ['furniture', 'textbox', 'paragraph', 'footnote', 'heading'] as const;
    const parts = inTextOrder(kinds.map((kind) => ({ kind, text: kind })));
    expect(parts.map((part) => part.kind)).toEqual([
      'paragraph',
      'heading',
      'footnote',
      'textbox',
      'furniture',
    ]);
  });
});
