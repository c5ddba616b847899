import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/registry.js';
import { isNestedDeeper } from '../../src/read/xml.js';
import { cellsOf, codes, docxFile, paragraph, read } from './support.js';

describe('a file that asks for more than there is', () => {
  test('as docx with elements inside one another without end is refused at once', async () => {
    const deep = (count: number): Uint8Array =>
      docxFile(`${'<w:sdt>'.repeat(count)}${paragraph('汇报')}${'</w:sdt>'.repeat(count)}`);
    const { document, diagnostics } = await readDocument(deep(100_000), 'a.docx');
    expect(document).toBeNull();
    expect(diagnostics.map(({ code, params }) => [code, params['reason']])).toEqual([
      ['document-damaged', 'word/document.xml is nested too deep'],
    ]);
  });

  test('as rtf may have more cells in a row than a call takes arguments', async () => {
    const cells = 150_000;
    const rtf = `{\\rtf1\\ansi\\trowd\\intbl ${'1\\cell '.repeat(cells)}\\row}`;
    expect(cellsOf(await read(new TextEncoder().encode(rtf), 'a.rtf'))).toHaveLength(cells);
  });

  test('as text of nothing but digits is read', async () => {
    expect(await codes(new TextEncoder().encode(`招募志愿者${'1'.repeat(1_000_000)}名。`), 'a.txt')).toEqual(
      [],
    );
  });
});

test.each([
  ['<a><b/><c x=">"/></a>', 1, false],
  ['<a><b></b><b></b></a>', 2, false],
  ['<a><b><c/></b></a>', 1, true],
  ['<?xml version="1.0"?><a y=\'/>\'><b>', 1, true],
])('the depth of %s', (xml, most, deeper) => {
  expect(isNestedDeeper(xml, most)).toBe(deeper);
});
