import { describe, expect, test } from 'vitest';
import { linkTarget } from '../../src/export/xlsx/package-parts.js';
import { columnName } from '../../src/export/xlsx/sheet-xml.js';
import { MOST_CHARACTERS, MOST_LINKS, type Cell, type Sheet } from '../../src/export/xlsx/sheet.js';
import { writeWorkbook } from '../../src/export/xlsx/workbook.js';
import { cellsIn, partsOf, sheetsIn } from './read-xlsx.js';

const sheet = (rows: readonly (readonly Cell[])[], changes: Partial<Sheet> = {}): Sheet => ({
  ...{ name: '表', widths: [10, 20], frozen: { rows: 1, columns: 1 }, filterAt: 0, rows },
  ...changes,
});

async function bytesOf(...sheets: Sheet[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeWorkbook(sheets, (bytes) => parts.push(bytes.slice()));
  return Buffer.concat(parts);
}

const TEXTS = [
  '=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '<f>1</f>&amp;"\'', ' a\tb\nc ', '_x000D_', 'a\x1b[31mb\r', '𬶍',
]; // prettier-ignore

describe('a workbook', () => {
  test('holds what was written', async () => {
    const rows = [[{ value: '名' }, { value: '数' }], [{ value: null }, { value: 59169.5 }]];
    const parts = partsOf(await bytesOf(sheet(rows), sheet([[{ value: '二' }]], { name: 'A&"B' })));
    expect(sheetsIn(parts)).toEqual([
      { name: '表', rows: [['名', '数'], [null, 59169.5]] },
      { name: 'A&amp;&quot;B', rows: [['二']] },
    ]);
  }); // prettier-ignore

  test('holds text as text, and no formula', async () => {
    const parts = partsOf(await bytesOf(sheet(TEXTS.map((value) => [{ value }]))));
    expect(cellsIn(parts, 1).map(({ value }) => value)).toEqual(TEXTS);
    for (const text of Object.values(parts)) expect(text).not.toMatch(/<f[ >]/);
  });

  test('shows what no XML can hold as unknown', async () => {
    const parts = partsOf(await bytesOf(sheet([[{ value: 'a\0b' }, { value: '\ud800半\uffff' }]])));
    expect(cellsIn(parts, 1).map(({ value }) => value)).toEqual(['a\ufffdb', '\ufffd半\ufffd']);
  });

  test('keeps what looks like a formula text when it is edited', async () => {
    const parts = partsOf(await bytesOf(sheet([[{ value: '=1' }, { value: 'a' }]])));
    expect(cellsIn(parts, 1).map(({ style }) => style.includes('quotePrefix="1"'))).toEqual([true, false]);
  });

  test('gives the same bytes every time, and names no time', async () => {
    const make = (): Promise<Buffer> => bytesOf(sheet([[{ value: 1 }], [{ value: 'a', link: 'b' }]]));
    const bytes = await make();
    expect(await make()).toEqual(bytes);
    // the date of the first part in the zip: 1 January 1980, 0 o'clock
    expect(bytes.readUInt32LE(10)).toBe((1 << 21) | (1 << 16));
  });

  test('freezes, filters and repeats its header, and leaves the footer out of the filter', async () => {
    const rows = ['名', 'a', 'b', '和'].map((value) => [{ value }, { value }]);
    const parts = partsOf(await bytesOf(sheet(rows, { footer: 1 })));
    const xml = parts['xl/worksheets/sheet1.xml']!;
    expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:B3"/>');
    expect(parts['xl/workbook.xml']).toContain("'表'!$A$1:$B$3</definedName>");
    expect(parts['xl/workbook.xml']).toContain("'表'!$1:$1</definedName>");
  }); // prettier-ignore

  test('has no filter where there is nothing to filter', async () => {
    const parts = partsOf(await bytesOf(sheet([[{ value: '名' }]])));
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('autoFilter');
  });

  test('links to files, and to nothing else', async () => {
    const paths = ['../报告 1#2%.docx', 'javascript:alert(1)', 'a&"b.pdf'];
    const parts = partsOf(await bytesOf(sheet(paths.map((link) => [{ value: link, link }]))));
    const xml = parts['xl/worksheets/_rels/sheet1.xml.rels']!;
    expect([...xml.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target)).toEqual([
      '../报告%201%232%25.docx', 'javascript%3Aalert(1)', 'a&amp;%22b.pdf',
    ]); // prettier-ignore
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<hyperlink ref="A3" r:id="rId3"/>');
    expect(linkTarget('C:\\x')).toBe('C%3A%5Cx');
  });

  test('has no more links, and no longer text, than Excel opens', async () => {
    const rows = Array.from({ length: MOST_LINKS + 2 }, () => [{ value: 'f', link: 'f' }]);
    const parts = partsOf(await bytesOf(sheet([[{ value: '长'.repeat(MOST_CHARACTERS + 1) }], ...rows])));
    expect(parts['xl/worksheets/sheet1.xml']!.match(/<hyperlink /g)).toHaveLength(MOST_LINKS);
    expect(cellsIn(parts, 1)[0]!.value).toBe(`${'长'.repeat(MOST_CHARACTERS - 1)}…`);
  });

  test('has every part that it names', async () => {
    const parts = partsOf(await bytesOf(sheet([[{ value: 1 }]]), sheet([], { name: 'B' })));
    const named = [...parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, name]) => name!,
    );
    expect(named.toSorted()).toEqual(
      Object.keys(parts)
        .filter((name) => /^xl\/[^_]*\.xml$/.test(name))
        .toSorted(),
    );
    const targets = [...parts['xl/_rels/workbook.xml.rels']!.matchAll(/Target="([^"]+)"/g)];
    for (const [, target] of targets) expect(parts).toHaveProperty([`xl/${target!}`]);
  });
});

test.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [701, 'ZZ'], [702, 'AAA']])('column %d is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
}); // prettier-ignore
