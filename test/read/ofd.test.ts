import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pageBoxes } from '../../src/read/page-boxes.js';
import { readDocument, SAFE_LIMITS } from '../../src/read/registry.js';
import { OFD_STYLES, packOfd, writeOfd, type OfdPackage } from './files/hand-made-ofd.mjs';
import { HEADER, reportBlocks } from './files/report.mjs';
import { bodyOf, cellsOf, codes, fixture, pageAt, read, texts } from './support.js';

/** A text object; `attributes` and `code` win over what is usual. */
const text = (words: string, x: number, y: number, attributes = '', code = 'X="0" Y="4"'): string =>
  `<TextObject ID="9" Boundary="${x} ${y} 150 5" Font="3" Size="4" ${attributes}><TextCode ${code}>${words}</TextCode></TextObject>`;
const path = (x: number, y: number, data: string, attributes = ''): string =>
  `<PathObject ID="9" Boundary="${x} ${y} 1 1" LineWidth="0.2" ${attributes}><AbbreviatedData>${data}</AbbreviatedData></PathObject>`;
/** A ruled table of cells 40 mm wide and 10 mm high. */
const grid = (x: number, y: number, columns: number, rows: number): string =>
  Array.from({ length: rows + 1 }, (_, i) => path(x, y + 10 * i, `M 0 0 L ${40 * columns} 0`)).join('') +
  Array.from({ length: columns + 1 }, (_, i) => path(x + 40 * i, y, `M 0 0 L 0 ${10 * rows}`)).join('');

const file = (content: OfdPackage): Uint8Array => packOfd(content);
const page = (...objects: string[]): Uint8Array => file({ pages: [objects.join('')] });
const textsOf = async (bytes: Uint8Array): Promise<string[]> => texts(await read(bytes, 'a.ofd'));
const bodyTexts = async (bytes: Uint8Array): Promise<string[]> => bodyOf(await read(bytes, 'a.ofd'));
const furnitureOf = async (bytes: Uint8Array): Promise<string[]> =>
  texts(await read(bytes, 'a.ofd'), 'furniture');

describe('a report as OFD', () => {
  test.each(OFD_STYLES)('with one text object a %s has the typed paragraphs and cells', async (style) => {
    const typed = await read(fixture('report.txt'), 'report.txt');
    const document = await read(writeOfd(reportBlocks(), { style, size: 13, header: HEADER }), 'a.ofd');
    expect(document.format).toBe('ofd');
    expect(bodyOf(document)).toEqual(bodyOf(typed));
    expect(cellsOf(document)).toEqual(cellsOf(typed));
    expect(texts(document, 'furniture')).toEqual(['—1—', HEADER, '—2—', HEADER]);
  });

  test.each(OFD_STYLES)('with one text object a %s tells where its figures are printed', async (style) => {
    const document = await read(writeOfd(reportBlocks(), { style, size: 13 }), 'a.ofd');
    const start = document.text.indexOf('25719');
    const boxes = pageBoxes(document, { start, end: start + 5 });
    expect(boxes).toHaveLength(1);
    const [box] = boxes;
    expect(box!.page).toBe(1);
    expect(box!.right - box!.left).toBeCloseTo(2.5 * 13, -1);
    expect(box!.bottom - box!.top).toBeGreaterThan(10);
    expect(document.layout?.pages[0]?.width).toBeCloseTo(595.3, 0);
  });

  test('has its own properties', async () => {
    const bytes = packOfd({ pages: [text('汇报', 30, 30)] }, { title: '工作汇报', created: '2020-3-2' });
    expect((await read(bytes, 'a.ofd')).properties).toEqual({ title: '工作汇报', created: '2020-03-02' });
    const undated = packOfd({ pages: [text('汇报', 30, 30)] }, { created: '2020-13-45' });
    expect((await read(undated, 'a.ofd')).properties).toEqual({ title: null, created: null });
  });
});

describe('a text object', () => {
  const [x, y] = [30, 30];
  test.each([
    ['with each step told', text('志愿者', x, y, '', 'X="0" Y="4" DeltaX="4 4"'), '志愿者'],
    [
      'with steps in the short form',
      text('共1234名', x, y, '', 'X="0" Y="4" DeltaX="4 g 3 2 4"'),
      '共1234名',
    ],
    ['with fewer steps than characters', text('志愿者12', x, y, '', 'X="0" Y="4" DeltaX="4"'), '志愿者12'],
    ['with a step that is no number', text('志愿者', x, y, '', 'X="0" Y="4" DeltaX="g x 4 4"'), '志愿者'],
    ['without any step', text('志愿者12名', x, y), '志愿者12名'],
    [
      'with points apart from their digits as the digits are',
      ['1', '2', '.', '8', '万'].map((char, i) => text(char, x + 2 * i, y)).join(''),
      '12.8万',
    ],
    [
      'in units of its own',
      text('志愿者', 30, 30, 'CTM="0.5 0 0 0.5 0 0"', 'X="0" Y="8" DeltaX="8 8"'),
      '志愿者',
    ],
    [
      'with ligatures, whose steps are fewer',
      `<TextObject ID="9" Boundary="30 30 90 5" Size="4"><CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><Glyphs>7</Glyphs></CGTransform><TextCode X="0" Y="4" DeltaX="2 20 2">fi名12</TextCode></TextObject>`,
      'fi名 12',
    ],
    [
      'with characters outside the basic plane, counted either way',
      text('𠮷名', x, y, '', 'X="0" Y="4" DeltaX="4"') +
        text('𠮷名', x + 8, y, '', 'X="0" Y="4" DeltaX="4 4"'),
      '𠮷名𠮷名',
    ],
    [
      'that a formatter of XML has broken',
      text('\n      志愿者\n   ', x, y, '', 'X="0" Y="4" DeltaX="4 4"'),
      '志愿者',
    ],
    ['in CDATA and with entities', text('<![CDATA[a&b]]>&amp;&#24535;', x, y), 'a&b&志'],
    [
      'with its second line in the same code',
      text('一二三四', x, y, '', 'X="0" Y="4" DeltaX="4 -4 4" DeltaY="0 9 0"'),
      '一二三四',
    ],
    ['struck twice', text('1200名', x, y) + text('1200名', x + 0.1, y + 0.1), '1200名'],
    ['with the same digit twice', text('1', x, y) + text('1', x + 2, y) + text('名', x + 4, y), '11名'],
    ['in nested blocks', `<PageBlock><PageBlock>${text('志愿者', x, y)}</PageBlock></PageBlock>`, '志愿者'],
    ['that is not shown beside one that is', text('见', x, y) + text('不见', x, 50, 'Visible="false"'), '见'],
    ['under a scanned page', `<ImageObject ID="1"/>${text('识别', x, y, 'Visible="false"')}`, '识别'],
  ])('%s is read', async (_, objects, expected) => {
    expect((await textsOf(page(objects))).join('')).toBe(expected);
  });

  test('keeps columns apart that its steps set apart', async () => {
    const row = (name: string, count: string, at: number): string =>
      text(name + count, 30, at, '', `X="0" Y="4" DeltaX="4 4 40 2 2"`);
    const document = await read(page(row('东山区', '120', 30), row('南江县', '305', 37)), 'a.ofd');
    expect(cellsOf(document)).toEqual(['1:1 东山区', '1:2 120', '2:1 南江县', '2:2 305']);
  });

  test('that hangs over the edge of a table is cut from no cell', async () => {
    const objects = grid(30, 60, 2, 1) + text('志愿者', 32, 63) + text('共招募志愿者1200名、', 72, 63);
    const overhanging = text('共招募志愿者12000名、', 72, 63);
    expect(cellsOf(await read(page(objects), 'a.ofd'))[1]).toBe('1:2 共招募志愿者1200名、');
    const document = await read(page(grid(30, 60, 2, 1), text('志愿者', 32, 63), overhanging), 'a.ofd');
    expect(cellsOf(document)[1]).toBe('1:2 共招募志愿者12000名、');
  });

  test('that runs askew is furniture; in a ruled table it labels its cell', async () => {
    const body = text('全市共招募志愿者1200名。', 30, 30);
    const watermark = text('内部资料', 60, 90, 'CTM="0.7 0.7 -0.7 0.7 0 0"', 'X="0" Y="4" DeltaX="4 4 4"');
    expect(await bodyTexts(page(body, watermark))).toEqual(['全市共招募志愿者1200名。']);
    expect(await furnitureOf(page(body, watermark))).toEqual(['内部资料']);
    const label = text('合计', 32, 61, '', 'X="0" Y="4" DeltaX="0" DeltaY="4"');
    const table = grid(30, 60, 2, 1) + label + text('862支', 72, 63);
    expect(cellsOf(await read(page(body, table), 'a.ofd'))).toEqual(['1:1 合计', '1:2 862支']);
    expect(await bodyTexts(page(body, label))).toEqual(['全市共招募志愿者1200名。']);
  });

  test('of a page in vertical writing is read from the right', async () => {
    const down = (words: string, x: number): string =>
      text(words, x, 30, '', `X="0" Y="4" DeltaX="g ${words.length - 1} 0" DeltaY="g ${words.length - 1} 4"`);
    const bytes = page(down('全市共招募志愿者', 150), down('一千二百名。', 143));
    expect((await bodyTexts(bytes)).join('')).toBe('全市共招募志愿者一千二百名。');
  });

  test.each([
    ['to the right', '0 1 -1 0 0 0', 150, -7],
    ['to the left', '0 -1 1 0 0 0', 30, 7],
  ])('of a page that lies on its side, turned %s, is read', async (_, matrix, x, step) => {
    const line = (words: string, at: number): string => text(words, at, 150, `CTM="${matrix}"`);
    const bytes = page(line('全市共招募志愿者1200名，', x), line('组建服务队862支。', x + step));
    expect((await bodyTexts(bytes)).join('')).toBe('全市共招募志愿者1200名，组建服务队862支。');
    const { layout } = await read(bytes, 'a.ofd');
    expect(layout!.pages[0]!.width).toBeGreaterThan(layout!.pages[0]!.height);
  });
});

describe('a template', () => {
  const head = text('云岭市工作简报', 85, 20);
  const use = '<Template TemplateID="90000" ZOrder="Background"/>';
  const withTemplate = (body: string): string =>
    `<Page>${use}<Content><Layer ID="2">${body}</Layer></Content></Page>`;
  const body = text('全市共招募志愿者1200名。', 30, 40) + text('组建服务队862支。', 30, 90);

  test('holds running heads', async () => {
    const bytes = file({ pages: [withTemplate(body)], templates: [head] });
    expect((await bodyTexts(bytes)).join('')).not.toContain('简报');
    expect(await furnitureOf(bytes)).toEqual(['云岭市工作简报']);
  });

  test('that is a form labels what the page fills in', async () => {
    const form = head + grid(30, 60, 2, 2) + text('志愿者', 32, 63) + text('服务队', 32, 73);
    const filled = text('1200名', 72, 63) + text('862支', 72, 73);
    const bytes = file({ pages: [withTemplate(filled), withTemplate(body)], templates: [form] });
    const document = await read(bytes, 'a.ofd');
    expect(cellsOf(document)).toEqual(['1:1 志愿者', '1:2 1200名', '2:1 服务队', '2:2 862支']);
    expect(await furnitureOf(bytes)).toEqual(['云岭市工作简报', '云岭市工作简报', '志愿者', '服务队']);
  });

  test('with labels that run down in a ruled table keeps them in their cells', async () => {
    const label = text('合计', 32, 61, '', 'X="0" Y="4" DeltaX="0" DeltaY="4"');
    const bytes = file({
      pages: [withTemplate(text('862支', 72, 63))],
      templates: [grid(30, 60, 2, 1) + label],
    });
    expect(cellsOf(await read(bytes, 'a.ofd'))).toEqual(['1:1 合计', '1:2 862支']);
  });

  test('with a watermark gives its text once, and no scanned page a text of its own', async () => {
    const mark = text('内部资料', 60, 90, 'CTM="0.7 0.7 -0.7 0.7 0 0"', 'X="0" Y="4" DeltaX="4 4 4"');
    const bytes = file({
      pages: [withTemplate(body), withTemplate('<ImageObject ID="1"/>')],
      templates: [mark.repeat(9)],
    });
    expect(await furnitureOf(bytes)).toEqual(['内部资料', '内部资料']);
    expect(await codes(bytes, 'a.ofd')).toEqual(['page-without-text']);
  });

  test('that is missing leaves the page as it is', async () => {
    expect((await bodyTexts(file({ pages: [withTemplate(body)] }))).join('')).toContain('862支');
  });
});

describe('a package', () => {
  const body = text('全市共招募志愿者1200名。', 30, 40);
  const root = (bodies: string): Uint8Array =>
    strToU8(`<o:OFD xmlns:o="http://www.ofdspec.org/2016">${bodies.replaceAll(/<(\/?)/g, '<$1o:')}</o:OFD>`);
  const docBody = (location: string, more = ''): string =>
    `<DocBody><DocInfo/><DocRoot>${location}</DocRoot>${more}</DocBody>`;
  const documentXml = (location: string): Uint8Array =>
    strToU8(`<Document><Pages><Page ID="1" BaseLoc="${location}"/></Pages></Document>`);
  const pageXml = (words: string): Uint8Array =>
    strToU8(`<Page><Content><Layer>${text(words, 30, 30)}</Layer></Content></Page>`);
  const packed = (files: Zippable): Uint8Array => zipSync(files);

  test.each([
    ['from the root', '/Doc_0/Document.xml', '/Doc_0/Pages/Page_0/Content.xml'],
    ['from their folder', 'Doc_0/Document.xml', 'Pages/Page_0/Content.xml'],
    ['by way of other folders', './Doc_0/Document.xml', '../Doc_0/./Pages/Page_0/Content.xml'],
    ['with backslashes', 'Doc_0\\Document.xml', 'Pages\\Page_0\\Content.xml'],
    ['in other letters', 'doc_0/document.xml', 'pages/page_0/content.xml'],
    ['from the root, meant from their folder', 'Doc_0/Document.xml', '/Pages/Page_0/Content.xml'],
    ['from their folder, meant from the root', 'Doc_0/Document.xml', 'Doc_0/Pages/Page_0/Content.xml'],
  ])('names its parts %s', async (_, document, content) => {
    const bytes = packed({
      'OFD.xml': root(docBody(document)),
      'Doc_0/Document.xml': documentXml(content),
      'Doc_0/Pages/Page_0/Content.xml': pageXml('汇报'),
    });
    expect(await textsOf(bytes)).toEqual(['汇报']);
  });

  test('may hold several documents, whose pages and tables are numbered through', async () => {
    const tables = (count: string): Uint8Array =>
      strToU8(
        `<Page><Content><Layer>${grid(30, 60, 2, 1) + text('志愿者', 32, 63) + text(count, 72, 63)}</Layer></Content></Page>`,
      );
    const bytes = packed({
      'OFD.xml': root(
        docBody('Doc_0/Document.xml') + docBody('Doc_1/Document.xml') + docBody('Doc_0/Document.xml'),
      ),
      'Doc_0/Document.xml': documentXml('Page.xml'),
      'Doc_1/Document.xml': documentXml('Page.xml'),
      'Doc_0/Page.xml': tables('12名'),
      'Doc_1/Page.xml': tables('34名'),
    });
    const document = await read(bytes, 'a.ofd');
    expect(document.blocks.map(({ cell }) => cell?.table)).toEqual([1, 1, 2, 2]);
    expect(pageAt(document, document.text.indexOf('34名'))).toBe(2);
  });

  test('with versions is read as the current one', async () => {
    const versions =
      '<Versions><Version ID="1" Index="0" BaseLoc="V0.xml"/><Version ID="2" Index="1" Current="true" BaseLoc="V1.xml"/></Versions>';
    const bytes = packed({
      'OFD.xml': root(docBody('Old.xml', versions)),
      'V1.xml': strToU8('<DocVersion><DocRoot>New.xml</DocRoot></DocVersion>'),
      'Old.xml': documentXml('old-page.xml'),
      'New.xml': documentXml('new-page.xml'),
      'old-page.xml': pageXml('旧'),
      'new-page.xml': pageXml('新'),
    });
    expect(await textsOf(bytes)).toEqual(['新']);
  });

  test('keeps what stamps and remarks say apart, and leaves attachments alone', async () => {
    const bytes = file({
      pages: [body],
      behind:
        '<Annotations>Annots/Annotations.xml</Annotations><Attachments>Attachs/Attachments.xml</Attachments>',
      files: {
        'Doc_0/Annots/Annotations.xml':
          '<Annotations><Page PageID="1"><FileLoc>Page_0/Annotation.xml</FileLoc></Page></Annotations>',
        'Doc_0/Annots/Page_0/Annotation.xml': `<PageAnnot><Annot ID="5" Type="Stamp"><Appearance Boundary="100 200 40 40">${text('已审核', 2, 2)}</Appearance></Annot></PageAnnot>`,
        'Doc_0/Attachs/Attachments.xml': '<Attachments><Attachment Name="99名"/></Attachments>',
      },
    });
    expect(await bodyTexts(bytes)).toEqual(['全市共招募志愿者1200名。']);
    expect(await furnitureOf(bytes)).toEqual(['已审核']);
  });

  const units = (content: string): string =>
    `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="7" Width="10" Height="10"><Content>${content}</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`;
  const composite = '<CompositeObject ID="8" ResourceID="7" CTM="0.5 0 0 0.5 0 0" Boundary="30 30 10 10"/>';

  test('draws graphics that pages share', async () => {
    const content = {
      pages: [composite],
      common: '<PublicRes>PublicRes.xml</PublicRes>',
      files: { 'Doc_0/PublicRes.xml': units(text('志愿者', 0, 0)) },
    };
    expect(await textsOf(file(content))).toEqual(['志愿者']);
  });

  test.each([
    ['a graphic in itself', composite],
    ['graphics that multiply', composite.repeat(60) + text('志愿者', 0, 0)],
  ])('with %s comes to an end', async (_, content) => {
    const files = { 'Doc_0/PublicRes.xml': units(content) };
    const bytes = file({ pages: [composite + body], common: '<PublicRes>PublicRes.xml</PublicRes>', files });
    const found = await codes(bytes, 'a.ofd');
    expect(found.filter((code) => code !== 'document-too-large')).toEqual([]);
  });

  test('without a page, or with a broken one, is read as far as it goes', async () => {
    const pages = [body, text('下一步', 30, 30), text('总的来看', 30, 30)];
    const broken = file({ pages, files: { 'Doc_0/Pages/Page_1/Content.xml': '<Page><Content>' } });
    const { document, diagnostics } = await readDocument(broken, 'a.ofd');
    expect(texts(document!)).toEqual(['全市共招募志愿者1200名。', '总的来看']);
    expect(diagnostics.map(({ code, params }) => [code, params['page']])).toEqual([['page-unreadable', 2]]);
    expect(pageAt(document!, document!.text.indexOf('总的来看'))).toBe(3);
    expect(await codes(packed({ 'OFD.xml': root(docBody('Doc_0/Document.xml')) }), 'a.ofd')).toEqual([
      'document-damaged',
    ]);
  });

  test('of pictures alone says so', async () => {
    expect(await codes(page('<ImageObject ID="1" ResourceID="2"/>'), 'a.ofd')).toEqual([
      'document-without-text',
    ]);
    expect(await codes(file({ pages: [body, '<ImageObject ID="1"/>'] }), 'a.ofd')).toEqual([
      'page-without-text',
    ]);
  });

  test('that is locked is named', async () => {
    const list = { 'Encryptions.xml': strToU8('<Encryptions/>'), 'doc.dat': new Uint8Array([5, 6]) };
    const unreadable = new Uint8Array([1, 2, 3, 4]);
    expect(await codes(packed(list), 'a.ofd')).toEqual(['document-encrypted']);
    expect(await codes(packed({ ...list, 'OFD.xml': unreadable }), 'a.ofd')).toEqual(['document-encrypted']);
    const files = { ...list, 'Doc_0/Pages/Page_1/Content.xml': unreadable };
    expect(await codes(file({ pages: [body, body], files }), 'a.ofd')).toEqual(['document-encrypted']);
  });

  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "99999">]><Page><Content/></Page>'],
    ['entities of its own', '<Page><Content>&b;</Content></Page>'],
    ['elements without end', '<a>'.repeat(100_000)],
  ])('with %s is refused', async (_, content) => {
    const bytes = file({ pages: [body], files: { 'Doc_0/Pages/Page_0/Content.xml': content } });
    expect(await codes(bytes, 'a.ofd')).toEqual(['document-damaged']);
  });

  test('with more pages, or more on them, than the limits allow is refused', async () => {
    const three = file({ pages: [body, body, body] });
    const few = await readDocument(three, 'a.ofd', { ...SAFE_LIMITS, pages: 2 });
    expect(few.diagnostics.map(({ code }) => code)).toEqual(['document-too-large']);
    const repeated = documentXml('P.xml');
    const page = `<Page ID="1" BaseLoc="P.xml"/>`;
    const bytes = packed({
      'OFD.xml': root(docBody('D.xml')),
      'D.xml': strToU8(`<Document><Pages>${page.repeat(1000)}</Pages></Document>`),
      'P.xml': pageXml('名'.repeat(10_000)),
      'E.xml': repeated,
    });
    const { diagnostics } = await readDocument(bytes, 'a.ofd', { ...SAFE_LIMITS, unpackedBytes: 1_000_000 });
    expect(diagnostics.map(({ code }) => code)).toEqual(['document-too-large']);
  });

  test('with absurd numbers comes to an end', async () => {
    const absurd = [
      text('一二三', 30, 30, '', 'X="1e300" Y="4" DeltaX="g 1000000000 4"'),
      text('四', 30, 40, 'CTM="NaN 0 0 1 0 0"'),
      text('五', 30, 50, 'Size="1e308"'),
      text('六', 30, 60, 'Size="-4"'),
      path(0, 0, 'M 0 0 L 1e400 0 L'),
      path(0, 0, 'L 1 1 B 1 C X'),
      body,
    ]
      .join('')
      .replaceAll('Size="4" Size=', 'Size=');
    expect((await textsOf(page(absurd))).join('')).toContain('1200名');
  });
});
