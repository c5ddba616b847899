import { describe, expect, test } from 'vitest';
import { pageBoxes } from '../../src/read/page-boxes.js';
import { pdfFile, type Mark } from './files/hand-made-pdf.mjs';
import { cellsOf, docxFile, paragraph, read, texts } from './support.js';

const ROWS = ['季度|接警(起)|出动人次', '一|241|2,830', '二|229|2,615'];
const CELLS = ROWS.flatMap((row, r) => row.split('|').map((text, c) => `${r + 1}:${c + 1} ${text}`));

const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

describe('a table that is typed with rules', () => {
  test('has the same cells in a docx as in a text file', async () => {
    const typed = await read(new TextEncoder().encode(ROWS.join('\n')), 'a.txt');
    const document = await read(docxFile(ROWS.map((row) => paragraph(row)).join('')), 'a.docx');
    expect(cellsOf(typed)).toEqual(CELLS);
    expect(cellsOf(document)).toEqual(CELLS);
    expect(document.text).toBe(ROWS.join('\n'));
  });

  test('of one cell a line has them too', async () => {
    const lines = ['街镇 |', '筹款数（万元） |', '东街 |', '34.17 |', '西街 |', '2.05 |'];
    const document = await read(docxFile(lines.map((line) => paragraph(line)).join('')), 'a.docx');
    expect(cellsOf(document)).toEqual([
      '1:1 街镇', '1:2 筹款数（万元）', '2:1 东街', '2:2 34.17', '3:1 西街', '3:2 2.05',
    ]); // prettier-ignore
  });

  test('stands in order among tables of the format', async () => {
    const own = table([['项目', '数量'], ['口罩', '30']]); // prettier-ignore
    const body = own + ROWS.map((row) => paragraph(row)).join('') + own;
    const document = await read(docxFile(body), 'a.docx');
    const numbers = document.blocks.map(({ cell }) => cell?.table);
    expect(numbers).toEqual([...Array<number>(4).fill(1), ...Array<number>(9).fill(2), ...Array<number>(4).fill(3)]); // prettier-ignore
  });

  test('knows where each of its cells is printed', async () => {
    const marks = ROWS.map((text, index): Mark => ({ text, x: 85, y: 700 - index * 21, size: 12 }));
    const document = await read(new Uint8Array(pdfFile([marks])), 'a.pdf');
    expect(cellsOf(document)).toEqual(CELLS);
    const start = document.text.indexOf('2,615');
    const [box, ...others] = pageBoxes(document, { start, end: start + 5 });
    const [label] = pageBoxes(document, { start: start - 6, end: start - 5 });
    expect(others).toEqual([]);
    expect(box!.top).toBeCloseTo(label!.top, 5);
    expect(box!.left).toBeGreaterThan(label!.right);
  });
});

test('tabs behind list numbers of a word processor make no table', async () => {
  const document = await read(docxFile(paragraph('1.\t扩大队伍。') + paragraph('2.\t规范管理。')), 'a.docx');
  expect(texts(document, 'cell')).toEqual([]);
});
