import { describe, expect, test } from 'vitest';
import { bodyOf, fixture, pageAt, read, texts } from './support.js';

/** One report: typed as text, as docx by hand, saved and printed by LibreOffice, laid out without fonts, as Markdown and OFD. */
const FILES = [
  'report-typed.docx',
  'report.docx',
  'report.odt',
  'report.md',
  'report.pdf',
  'report-stsong.pdf',
  'report.ofd',
];

describe('the same report in every format', () => {
  test.each(FILES)('%s has the paragraphs of the typed text', async (name) => {
    const typed = await read(fixture('report.txt'), 'report.txt');
    expect(bodyOf(await read(fixture(name), name))).toEqual(bodyOf(typed));
  });

  test.each(FILES)('%s has the cells of the typed table in their places', async (name) => {
    const typed = await read(fixture('report.txt'), 'report.txt');
    const document = await read(fixture(name), name);
    const cells = document.blocks.map((block) => block.cell).filter((cell) => cell !== null);
    expect(cells).toEqual(typed.blocks.map((block) => block.cell).filter((cell) => cell !== null));
    expect(cells.filter((cell) => cell.header)).toHaveLength(4);
  });

  test.each(['report-typed.docx', 'report.docx', 'report.odt', 'report.md', 'report.pdf'])(
    '%s keeps its footnote behind the body, and no mark in it',
    async (name) => {
      const document = await read(fixture(name), name);
      const [note] = texts(document, 'footnote');
      expect(note?.replace(/\s/g, '')).toBe('资金数据由市青年基金会提供，含物资折价213.4万元。');
      expect(document.text).toContain('867.25万元。各地推进情况见下表。\n');
    },
  );

  test.each(['report.docx', 'report-typed.docx', 'report.odt'])(
    '%s knows the levels of its headings',
    async (name) => {
      const document = await read(fixture(name), name);
      const headings = document.blocks.filter((block) => block.kind === 'heading');
      expect(headings.map((block) => block.level)).toEqual([null, 1, 2, 2, 1, 1]);
    },
  );

  test.each(['report.pdf', 'report-stsong.pdf', 'report.ofd'])(
    '%s keeps its headers and page numbers apart',
    async (name) => {
      const document = await read(fixture(name), name);
      const furniture = texts(document, 'furniture');
      expect(furniture.filter((text) => text === '云岭市志愿服务工作简报')).toHaveLength(2);
      expect(furniture).toHaveLength(4);
      expect(document.blocks.slice(-4).every((block) => block.kind === 'furniture')).toBe(true);
    },
  );

  test.each(['report.pdf', 'report-stsong.pdf', 'report.ofd'])(
    '%s tells the page in the middle of a paragraph',
    async (name) => {
      const document = await read(fixture(name), name);
      const across = document.blocks.find((block) =>
        document.text.startsWith('从分布情况看', block.span.start),
      )!;
      expect(pageAt(document, across.span.start)).toBe(1);
      expect(pageAt(document, across.span.end - 1)).toBe(2);
      const start = document.pages.find((mark) => mark.page === 2)!.start;
      expect(start).toBeGreaterThan(across.span.start);
      expect(start).toBeLessThan(across.span.end);
    },
  );
});
