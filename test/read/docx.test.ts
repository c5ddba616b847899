import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/registry.js';
import { cellsOf, codes, docxFile, listed, paragraph, read, run, texts } from './support.js';

const level = (index: number, format: string, text: string, extra = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, definitionId: number, extra = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${extra}</w:num>`;

async function labels(body: string, numbering: string, styles = ''): Promise<string[]> {
  return texts(await read(docxFile(body, { numbering, styles }), 'a.docx'));
}

describe('automatic numbers', () => {
  const NUMBERING =
    definition(
      0,
      level(0, 'chineseCounting', '%1、'),
      level(1, 'chineseCounting', '（%2）'),
      level(2, 'decimal', '%3.'),
    ) +
    list(1, 0) +
    list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');

  test('read as if they were typed, and start again below a higher level', async () => {
    const body = [[0], [1], [1], [2], [2], [0], [1], [2]].map(([at]) => listed('甲', 1, at)).join('');
    expect(await labels(body, NUMBERING)).toEqual([
      ...['一、甲', '（一）甲', '（二）甲', '1.甲', '2.甲', '二、甲', '（一）甲', '1.甲'],
    ]);
  });

  test('go on over lists of one definition, unless the list starts anew', async () => {
    const body = listed('甲', 1) + paragraph('乙') + listed('丙', 1) + listed('丁', 2) + listed('戊', 2);
    expect(await labels(body, NUMBERING)).toEqual(['一、甲', '乙', '二、丙', '一、丁', '二、戊']);
  });

  test('of a level far beyond what word processors have cost no time', async () => {
    const far = 999_999_999;
    const styles = `<w:style w:type="paragraph" w:styleId="Far"><w:name w:val="Far"/><w:pPr><w:numPr><w:ilvl w:val="${far}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const numbering = definition(0, level(far, 'decimal', '%1.')) + list(1, 0);
    expect(await labels(paragraph('甲', '<w:pStyle w:val="Far"/>'), numbering, styles)).toEqual(['1.甲']);
  });

  test('stand apart from a number that follows', async () => {
    expect(await labels(listed('5万元到账', 1, 2), NUMBERING)).toEqual(['1. 5万元到账']);
  });

  test('count headings by their style, and not paragraphs that switch numbering off', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="章"/><w:basedOn w:val="a1"/></w:style>';
    const numbering =
      definition(4, level(0, 'chineseCountingThousand', '第%1章', '<w:pStyle w:val="a1"/>')) + list(3, 4);
    const body =
      paragraph('总体', '<w:pStyle w:val="a1"/>') +
      paragraph('附言', '<w:pStyle w:val="a1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>') +
      paragraph('成效', '<w:pStyle w:val="a2"/>');
    expect(await labels(body, numbering, styles)).toEqual(['第一章总体', '附言', '第二章成效']);
  });

  test.each([
    ['chineseCountingThousand', 0, '十一'],
    ['chineseCounting', 10, '二十一'],
    ['japaneseCounting', 94, '百五'],
    ['chineseCountingThousand', 94, '一百零五'],
    ['chineseLegalSimplified', 1, '壹拾贰'],
    ['upperLetter', 16, 'AA'],
    ['lowerRoman', 3, 'xiv'],
    ['decimalEnclosedCircle', 0, '⑪'],
    ['ideographTraditional', -1, '癸'],
    ['decimalZero', -2, '09'],
    ['taiwaneseCountingThousand', 1009, '一千零二十'],
  ])('are counted in %s', async (format, offset, expected) => {
    const numbering =
      definition(0, level(0, format, '%1').replace('w:val="1"', `w:val="${11 + offset}"`)) + list(1, 0);
    expect(await labels(listed('：', 1), numbering)).toEqual([`${expected}：`]);
  });

  test('hold the numbers of the levels above', async () => {
    const numbering =
      definition(0, level(0, 'chineseCounting', '%1'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
      list(1, 0);
    expect(await labels(listed('：', 1, 0) + listed('：', 1, 1) + listed('：', 1, 1), numbering)).toEqual([
      '一：',
      '1.1：',
      '1.2：',
    ]);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

  test('keep rows, columns and merged cells', async () => {
    const body = table(
      row(cell('地区', '<w:vMerge w:val="restart"/>'), cell('人数', '<w:gridSpan w:val="2"/>')),
      row(cell('', '<w:vMerge/>'), cell('男'), cell('女')),
      row(cell('东区'), cell('30'), cell('42')),
    );
    const document = await read(docxFile(body), 'a.docx');
    expect(cellsOf(document)).toEqual([
      '1:1 地区',
      '1:2 人数',
      '2:2 男',
      '2:3 女',
      '3:1 东区',
      '3:2 30',
      '3:3 42',
    ]);
    expect(document.text).toBe('地区\t人数\n男\t女\n东区\t30\t42');
    const [first, second] = document.blocks.map((block) => block.cell);
    expect(first).toMatchObject({ table: 1, rowSpan: 2, columnSpan: 1, header: true });
    expect(second).toMatchObject({ columnSpan: 2 });
    expect(document.blocks.map((block) => block.cell!.header)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('of one column are frames around text', async () => {
    const document = await read(
      docxFile(table(row(cell('通报全文'))) + table(row(cell('甲'), cell('乙')))),
      'a.docx',
    );
    expect(texts(document, 'paragraph')).toEqual(['通报全文']);
    expect(document.blocks.map((block) => block.cell?.table)).toEqual([undefined, 1, 1]);
  });

  test('inside cells come behind their row', async () => {
    const inner = table(row(cell('a'), cell('b')));
    const body = table(
      row(`<w:tc>${paragraph('外')}${inner}${paragraph('边')}</w:tc>`, cell('右')),
      row(cell('下'), cell('角')),
    );
    const document = await read(docxFile(body), 'a.docx');
    expect(document.text).toBe('外\n边\t右\na\tb\n下\t角');
    expect(document.blocks.map((block) => block.cell?.table)).toEqual([1, 1, 2, 2, 1, 1]);
  });

  test('that paragraphs draw by rules are tables, as in a text file', async () => {
    const typed = paragraph('街道 | 万元') + paragraph('南街 | 7');
    const document = await read(
      docxFile(paragraph('甲') + typed + table(row(cell('东街'), cell('5')))),
      'a.docx',
    );
    expect(cellsOf(document)).toEqual(['1:1 街道 ', '1:2  万元', '2:1 南街 ', '2:2  7', '1:1 东街', '1:2 5']);
    expect(document.text).toContain('南街 | 7');
    expect(document.blocks.map((block) => block.cell?.table ?? null)).toEqual([null, 1, 1, 1, 1, 2, 2]);
  });
});

describe('what stands beside the text', () => {
  test('the looks of runs, whatever stands in them, cost no word', async () => {
    const looks = '<w:rPr><w:rFonts w:ascii="FangSong"/><w:sz w:val="32"/></w:rPr>';
    const changed = `<w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>`;
    const body =
      `<w:p w14:paraId="0A1B2C3D" w:rsidR="00A77B3E" xmlns:w14="urn:w14"><w:pPr><w:jc w:val="center"/><w:spacing w:line="560"/>${looks}</w:pPr><w:r w:rsidR="00A77B3E">${looks}<w:t>共</w:t></w:r><w:r>${changed}<w:t>2</w:t></w:r><w:r>${looks}<w:t>人</w:t></w:r></w:p>` +
      // its mark is deleted: what is left of it belongs to the next paragraph
      `<w:p><w:pPr><w:rPr><w:sz w:val="32"/><w:del w:id="2" w:author="a"/></w:rPr></w:pPr>${run('其中')}</w:p>` +
      `<w:p>${run('党员1人')}<w:r><w:t>，写作&lt;w:rPr&gt;</w:t></w:r><!-- <w:rPr> -->${run('的')}</w:p>`;
    const expected = ['共2人', '其中党员1人，写作<w:rPr>的'];
    expect(texts(await read(docxFile(body), 'a.docx'))).toEqual(expected);
    expect(texts(await read(docxFile(body.replace('<!-- <w:rPr> -->', '')), 'a.docx'))).toEqual(expected);
  });
  test('soft breaks, tabs, fields, pinyin and deleted text', async () => {
    const body =
      `<w:p>${run('招募')}<w:r><w:br/></w:r>${run('志愿者')}<w:r><w:tab/></w:r>${run('名')}</w:p>` +
      `<w:p>${run('合计')}<w:fldSimple w:instr=" =SUM(ABOVE) \\# &quot;0&quot; a>b ">${run('4200')}</w:fldSimple>${run('人')}</w:p>` +
      `<w:p>${run('一')}<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>wàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>萬</w:t></w:r></w:rubyBase></w:ruby></w:r>${run('六千')}</w:p>` +
      `<w:p>${run('共')}<w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins>${run('200')}</w:ins>${run('人')}</w:p>`;
    expect(texts(await read(docxFile(body), 'a.docx'))).toEqual([
      '招募\n志愿者\t名',
      '合计4200人',
      '一萬六千',
      '共200人',
    ]);
  });

  test('text boxes come once, behind body and footnotes', async () => {
    const box = `<w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('框内文字')}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('正文')}</w:p>${paragraph('末段')}`;
    const document = await read(docxFile(body), 'a.docx');
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'textbox']);
    expect(texts(document)).toEqual(['正文', '末段', '框内文字']);
  });

  test('a paragraph in a heading style that is as long as a text is a paragraph', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/></w:style>';
    const body =
      paragraph('总体', '<w:pStyle w:val="1"/>') + paragraph('长'.repeat(120), '<w:pStyle w:val="1"/>');
    const document = await read(docxFile(body, { styles }), 'a.docx');
    expect(document.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph']);
  });
});

describe('a docx that would do harm', () => {
  const withBody = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });

  test('is refused when it is packed too tightly', async () => {
    expect(await codes(docxFile(paragraph('a'.repeat(12_000_000))), 'a.docx')).toEqual([
      'document-too-large',
    ]);
  });

  test('with a cell that claims a million columns is read as one of Word’s at most 63', async () => {
    const cell =
      '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>志愿者</w:t></w:r></w:p></w:tc>';
    const { document } = await readDocument(docxFile(`<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>`), 'a.docx');
    expect(document?.blocks.map(({ cell: place }) => place?.columnSpan)).toEqual([63, 63]);
  });

  test('is refused when it holds too many files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, i) => [`word/${i}.xml`, new Uint8Array()]),
    );
    expect(await codes(zipSync(files, { level: 0 }), 'a.docx')).toEqual(['document-too-large']);
  });

  test('is refused when it declares entities', async () => {
    const xml = '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>';
    expect(await codes(withBody(xml), 'a.docx')).toEqual(['document-damaged']);
  });

  test('is refused when it inflates to more than it says', async () => {
    const file = Buffer.from(docxFile(paragraph('甲'.repeat(5_000))));
    for (
      let at = file.indexOf('PK\x01\x02', 'latin1');
      at >= 0;
      at = file.indexOf('PK\x01\x02', at + 1, 'latin1')
    )
      file.writeUInt32LE(50, at + 24);
    expect(await codes(new Uint8Array(file), 'a.docx')).toEqual(['document-damaged']);
  });

  test('is refused when a byte has changed', async () => {
    const file = Buffer.from(
      zipSync({ 'word/document.xml': strToU8('<w:document/>'.repeat(9)) }, { level: 0 }),
    );
    file[60] = file[60]! ^ 1;
    expect(await codes(new Uint8Array(file), 'a.docx')).toEqual(['document-damaged']);
  });

  test('is refused when its XML is broken, and remarked when it is empty', async () => {
    expect(await codes(withBody('<w:document><w:body>'), 'a.docx')).toEqual(['document-damaged']);
    const { document, diagnostics } = await readDocument(docxFile(''), 'a.docx');
    expect(document?.text).toBe('');
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['document-without-text']);
  });
});
