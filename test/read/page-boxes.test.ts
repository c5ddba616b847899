import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../src/model.js';
import { pageBoxes } from '../../src/read/page-boxes.js';
import { readDocument } from '../../src/read/registry.js';
import { sourceSpan } from '../../src/text/span.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const PDFS = readdirSync(FIXTURES).filter((name) => existsSync(resolve(FIXTURES, name, 'input.pdf')));

async function read(name: string): Promise<SourceDocument> {
  const path = resolve(FIXTURES, name, 'input.pdf');
  return (await readDocument(readFileSync(path), path)).document!;
}
const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');

describe.each(PDFS)('%s', (name) => {
  test('every line says which characters of the text are printed there', async () => {
    const { text, layout } = await read(name);
    expect(layout!.lines.length).toBeGreaterThan(3);
    let last = 0;
    for (const { start, end, runs } of layout!.lines) {
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
      const printed = withoutBlanks(runs.map((run) => run.text).join(''));
      expect(printed).toBe(withoutBlanks(text.slice(start, end)));
    }
  });

  test('every number is boxed on its page', async () => {
    const document = await read(name);
    const { text, pages, layout } = document;
    for (const { index, 0: digits } of text.matchAll(/\d[\d.,]*/g)) {
      const boxes = pageBoxes(document, sourceSpan(index, index + digits.length));
      expect([digits, boxes.length]).not.toEqual([digits, 0]);
      for (const { page, left, right, top, bottom } of boxes) {
        const { width, height } = layout!.pages[page - 1]!;
        expect(left).toBeLessThan(right);
        expect(Math.min(left, top, width - right, height - bottom)).toBeGreaterThanOrEqual(0);
      }
      expect(boxes[0]!.page).toBe(pages.findLast(({ start }) => start <= index)!.page);
    }
  });
});

describe('a box', () => {
  const line = (start: number, text: string, left: number, top: number, page = 1) => ({
    start,
    end: start + text.length,
    page,
    top,
    bottom: top + 10,
    runs: [{ text, left, right: left + 10 * text.length }],
  });
  // 募集1200 and 名志愿者 are printed on two lines, the second one on the next page
  const document = {
    text: '募集 1200名志愿者',
    layout: {
      lines: [{ ...line(0, '募集1200', 50, 700), end: 7 }, line(7, '名志愿者', 50, 60, 2)],
      pages: [],
    },
  };

  test('holds the characters and no others, by their widths', () => {
    const [box, ...others] = pageBoxes(document, sourceSpan(3, 7));
    expect(others).toEqual([]);
    // two ideographs of an em and four digits of about half share 60 points
    expect(box).toMatchObject({ page: 1, top: 700, bottom: 710 });
    expect(box!.right).toBeCloseTo(110);
    expect(box!.left).toBeGreaterThan(50 + 60 * 0.4);
    expect(box!.left).toBeLessThan(50 + 60 * 0.6);
  });

  test('is one for each line that is touched', () => {
    expect(pageBoxes(document, sourceSpan(3, 8)).map(({ page, left }) => [page, Math.round(left)])).toEqual([
      [1, 79],
      [2, 50],
    ]);
    expect(pageBoxes(document, sourceSpan(2, 3))).toEqual([]);
  });

  test('is nowhere where the document does not know', () => {
    expect(pageBoxes({ text: '1200' }, sourceSpan(0, 4))).toEqual([]);
  });
});
