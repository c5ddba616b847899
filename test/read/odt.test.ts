import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument, SAFE_LIMITS } from '../../src/read/registry.js';
import { bodyOf, cellsOf, codes, fixture, read, texts } from './support.js';

const NAMES = ['office', 'style', 'text', 'table', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .concat('xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"')
  .join(' ');
const MIMETYPE = 'application/vnd.oasis.opendocument.text';

/** A package with this text; `styles` are automatic ones, other entries by name. */
function odtFile(body: string, styles = '', entries: Zippable = {}): Uint8Array {
  const content = `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8(MIMETYPE), { level: 0 }],
    'content.xml': strToU8(content),
    ...entries,
  });
}

const p = (text: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const linesOf = async (body: string, styles = ''): Promise<string[]> =>
  texts(await read(odtFile(body, styles), 'a.odt'));

describe('a report that LibreOffice has saved as odt', () => {
  test('has its footnote, running head and page number apart', async () => {
    const document = await read(fixture('report.odt'), 'report.odt');
    expect(document.format).toBe('odt');
    expect(texts(document, 'footnote')).toEqual(['资金数据由市青年基金会提供，含物资折价213.4万元。']);
    expect(texts(document, 'furniture')).toEqual(['云岭市志愿服务工作简报', '- 1 -']);
  });
});

describe('paragraphs', () => {
  test.each([
    ['several blanks and line ends as one', '\n  捐款 \t 12\n万元 ', '捐款 12 万元'],
    ['blanks, tabs and line breaks that have tags', 'a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d<text:s/>e', 'a  b\tc\nd e'],
    ['links and spans without a seam', '捐<text:span>款1<text:a xlink:href="http://x/9" xmlns:xlink="x">2</text:a></text:span>0元', '捐款120元'],
    ['no remark', '捐款12<office:annotation><dc:creator>甲</dc:creator><text:p>应为13</text:p></office:annotation>万元', '捐款12万元'],
    ['no pinyin above words', '<text:ruby><text:ruby-base>捐</text:ruby-base><text:ruby-text>juān</text:ruby-text></text:ruby>款', '捐款'],
    ['no hidden text', '捐款<text:span text:style-name="Gone">99</text:span><text:hidden-text text:is-hidden="true">88</text:hidden-text>12元', '捐款12元'],
    ['what marks of changes and soft page ends stand between', '捐<text:change text:change-id="1"/>款<text:soft-page-break/>12元', '捐款12元'],
    ['no number of a note', '867.25<text:note text:note-class="endnote"><text:note-citation>1</text:note-citation><text:note-body/></text:note>万元', '867.25万元'],
  ])('keep %s', async (_, xml, text) => {
    const styles = '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>';
    expect(await linesOf(p(xml), styles)).toEqual([text]);
  }); // prettier-ignore

  test('that were deleted or are hidden are left out, with hidden sections', async () => {
    const styles = '<style:style style:name="Gone" style:family="paragraph"><style:text-properties text:display="none"/></style:style><style:style style:name="Also" style:family="paragraph" style:parent-style-name="Gone"/>';
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('捐款99元')}</text:deletion></text:changed-region></text:tracked-changes>` +
      `${p('一')}${p('二', 'Also')}<text:section text:display="none">${p('三')}</text:section>` +
      `<text:section>${p('四')}</text:section>${p('五<text:hidden-paragraph text:is-hidden="true"/>')}`;
    expect(await linesOf(body, styles)).toEqual(['一', '四']);
  }); // prettier-ignore

  test('of notes and text boxes stand behind the body, those of a table of contents last', async () => {
    const document = await read(
      odtFile(
        `<text:table-of-content><text:table-of-content-source>${p('模板')}</text:table-of-content-source><text:index-body>${p('一、概况<text:tab/>3')}</text:index-body></text:table-of-content>` +
          p(`甲<draw:frame><draw:text-box>${p('框内5名')}</draw:text-box></draw:frame>乙<text:note><text:note-body>${p('<text:s/>注6')}</text:note-body></text:note>`) +
          `<draw:custom-shape>${p('形状7')}</draw:custom-shape>${p('丙')}`,
      ),
      'a.odt',
    );
    expect(document.blocks.map(({ kind }, i) => `${kind} ${texts(document)[i]!}`)).toEqual([
      'paragraph 甲乙', 'paragraph 丙', 'footnote 注6', 'textbox 框内5名', 'textbox 形状7', 'furniture 一、概况\t3',
    ]);
  }); // prettier-ignore

  test('in a style of titles or with a level are headings, unless they are as long as a paragraph', async () => {
    const styles =
      '<style:style style:name="T" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="Title" style:family="paragraph"/>';
    const h = (text: string): string => `<text:h text:outline-level="2">${text}</text:h>`;
    const document = await read(odtFile(p('汇报', 'T') + h('做法') + h('长'.repeat(120)), styles), 'a.odt');
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', null],
      ['heading', 2],
      ['paragraph', null],
    ]);
  });
});

describe('numbers of lists', () => {
  const level = (index: number, attributes: string): string =>
    `<text:list-level-style-number text:level="${index}" ${attributes}/>`;
  const STYLES = `<text:list-style style:name="L">${level(1, 'style:num-format="一, 二, 三, ..." style:num-suffix="、"')}${level(2, 'style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"')}${level(3, 'style:num-format="1" style:num-suffix="."')}</text:list-style>
    <text:list-style style:name="M">${level(1, 'style:num-format="1" style:num-suffix="."')}${level(2, 'style:num-format="1" text:display-levels="2" style:num-suffix="）"')}</text:list-style>
    <text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="\uF06C"/></text:list-style>
    <text:list-style style:name="N">${level(1, 'style:num-format="①, ②, ③, ..." text:start-value="3" loext:num-list-format="第%1%条"')}</text:list-style>
    <style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>`;
  const item = (content: string, attributes = ''): string =>
    `<text:list-item ${attributes}>${content}</text:list-item>`;
  const list = (style: string, content: string, attributes = ''): string =>
    `<text:list ${style === '' ? '' : `text:style-name="${style}"`} ${attributes}>${content}</text:list>`;

  test('read as if they were typed, and start again below a higher level', async () => {
    const body = list('L', item(p('甲') + list('', item(p('乙')) + item(p('丙') + list('', item(p('丁')))))) + item(p('戊') + list('', item(p('己')))));
    expect(await linesOf(body, STYLES)).toEqual(['一、甲', '（一）乙', '（二）丙', '1.丁', '二、戊', '（一）己']);
  }); // prettier-ignore

  test('begin anew in each list, unless it goes on with another', async () => {
    const body = [
      list('L', item(p('甲')), 'xml:id="a"'),
      list('M', item(p('乙'))),
      list('L', item(p('丙')), 'xml:id="b" text:continue-numbering="true"'),
      list('L', item(p('丁'))),
      list('L', item(p('戊')), 'text:continue-list="b"'),
    ];
    expect(await linesOf(body.join(p('间')), STYLES)).toEqual(
      ['一、甲', '1.乙', '二、丙', '一、丁', '三、戊'].flatMap((line) => ['间', line]).slice(1),
    );
  });

  test.each([
    ['the first paragraph of an item alone', list('L', item(p('甲') + p('乙')) + `<text:list-header>${p('丙')}</text:list-header>`), ['一、甲', '乙', '丙']],
    ['the levels above', list('M', item(p('甲') + list('', item(p('乙'))))), ['1.甲', '1.1）乙']],
    ['a start of its own', list('M', item(p('甲')) + item(p('乙'), 'text:start-value="7"')), ['1.甲', '7.乙']],
    ['a format in one piece', list('N', item(p('甲')) + item(p('乙'))), ['第③条甲', '第④条乙']],
    ['bullets of symbol fonts', list('B', item(p('甲'))), ['•甲']],
    ['the style of the paragraph, where the list has none', list('', item(p('甲', 'P'))), ['一、甲']],
    ['a number that follows, apart', list('M', item(p('5万元到账'))), ['1. 5万元到账']],
    ['a level below items without words', list('L', item(list('', item(p('甲')) + item(p('乙'))))), ['（一）甲', '（二）乙']],
    ['a second list inside an item anew', list('L', item(p('甲') + list('', item(p('乙'))) + p('丙') + list('', item(p('丁'))))), ['一、甲', '（一）乙', '丙', '（一）丁']],
    ['a list inside the next item on', list('L', item(p('甲') + list('', item(p('乙')))) + item(list('', item(p('丙'))))), ['一、甲', '（一）乙', '（二）丙']],
    ['paragraphs that are items by themselves', `<text:numbered-paragraph text:list-id="x" text:style-name="L">${p('甲')}</text:numbered-paragraph><text:numbered-paragraph text:list-id="x" text:style-name="L">${p('乙')}</text:numbered-paragraph>`, ['一、甲', '二、乙']],
  ])('count %s', async (_, body, lines) => {
    expect(await linesOf(body, STYLES)).toEqual(lines);
  }); // prettier-ignore

  test('of headings come from the outline, unless their style names another list or none', async () => {
    const outline = '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:outline-style>';
    const style = (name: string, attributes: string): string => `<style:style style:name="${name}" style:family="paragraph" ${attributes}/>`;
    const styles = outline + style('H', 'style:default-outline-level="1"') + style('Off', 'style:parent-style-name="H" style:list-style-name=""') + style('Free', '') + style('Own', 'style:default-outline-level="1" style:list-style-name=""');
    const h = (text: string, name: string, attributes = ''): string => `<text:h text:style-name="${name}" text:outline-level="1" ${attributes}>${text}</text:h>`;
    const body = h('甲', 'H') + h('乙', 'Off') + h('丙', 'Free') + h('丁', 'H', 'text:is-list-header="true"') + h('戊', 'H') + h('己', 'Own', 'text:restart-numbering="true" text:start-value="5"');
    expect(await linesOf(body, styles)).toEqual(['一、甲', '乙', '二、丙', '丁', '三、戊', '五、己']);
  }); // prettier-ignore
});

describe('tables', () => {
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell ${attributes}>${text === '' ? '' : p(text)}</table:table-cell>`;
  const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
  const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`;
  const COVERED = '<table:covered-table-cell/>';

  test('keep spans, with or without the cells that they cover', async () => {
    const rows = (covered: string): string =>
      `<table:table-header-rows>${row(cell('街道', 'table:number-rows-spanned="2"'), cell('捐赠', 'table:number-columns-spanned="2"'), covered)}${row(covered, cell('万元'), cell('件'))}</table:table-header-rows>${row(cell('东街'), cell('12'), cell('3'))}`;
    for (const covered of [COVERED, '']) {
      const document = await read(odtFile(table(rows(covered))), 'a.odt');
      expect(cellsOf(document)).toEqual(['1:1 街道', '1:2 捐赠', '2:2 万元', '2:3 件', '3:1 东街', '3:2 12', '3:3 3']);
      expect(document.blocks.filter(({ cell: place }) => place!.header)).toHaveLength(4);
      expect(document.blocks.map(({ cell: place }) => `${place!.rowSpan}${place!.columnSpan}`).join(' ')).toBe('21 12 11 11 11 11 11');
    }
  }); // prettier-ignore

  test('of one column frame text; those inside a cell stand behind their row', async () => {
    const inner = table(row(cell('东街'), cell('5')), row(cell('西街'), cell('6')));
    const nested = `<table:table-cell>${p('合计')}${inner}${p('见上')}</table:table-cell>`;
    const document = await read(odtFile(table(row(cell('框内捐款9元'))) + table(row(nested, cell('11')), row(cell('乙'), cell('12')))), 'a.odt');
    expect(cellsOf(document)).toEqual(['1:1 合计\n见上', '1:2 11', '1:1 东街', '1:2 5', '2:1 西街', '2:2 6', '2:1 乙', '2:2 12']);
    expect(texts(document, 'paragraph')).toEqual(['框内捐款9元']);
    expect(new Set(document.blocks.flatMap((block) => block.cell?.table ?? []))).toEqual(new Set([1, 2]));
  }); // prettier-ignore

  test('in a text box are tables; in a header they are lines', async () => {
    const grid = table(row(cell('东街'), cell('5')), row(cell('西街'), cell('6')));
    const styles = `<office:document-styles ${NAMES}><office:master-styles><style:master-page><style:header>${grid}</style:header><style:footer style:display="false">${p('不显示')}</style:footer></style:master-page></office:master-styles></office:document-styles>`;
    const document = await read(odtFile(p(`甲<draw:text-box>${grid}${table(row(cell('框内')))}</draw:text-box>`) + p('乙'), '', { 'styles.xml': strToU8(styles) }), 'a.odt');
    expect(document.blocks.map(({ kind }, i) => `${kind} ${texts(document)[i]!}`)).toEqual([
      'paragraph 甲', 'cell 东街', 'cell 5', 'cell 西街', 'cell 6', 'paragraph 乙', 'textbox 框内', 'furniture 东街\t5', 'furniture 西街\t6',
    ]);
  }); // prettier-ignore

  test('that paragraphs draw by tabs are tables, as in a text file', async () => {
    const grid = table(row(cell('东街'), cell('5')), row(cell('西街'), cell('6')));
    const typed = p('街道<text:tab/>万元') + p('南街<text:tab/>7');
    const document = await read(odtFile(p('甲') + typed + grid + p('一行<text:tab/>不是表')), 'a.odt');
    expect(cellsOf(document)).toEqual(['1:1 街道', '1:2 万元', '2:1 南街', '2:2 7', '1:1 东街', '1:2 5', '2:1 西街', '2:2 6']);
    expect(document.blocks.map((block) => block.cell?.table ?? null)).toEqual([null, 1, 1, 1, 1, 2, 2, 2, 2, null]);
  }); // prettier-ignore

  test('repeat cells and rows as often as they say, within limits', async () => {
    const twice = table(row(cell('3', 'table:number-columns-repeated="2"')), row(cell('东街'), cell('5')));
    expect(cellsOf(await read(odtFile(twice), 'a.odt'))).toEqual(['1:1 3', '1:2 3', '2:1 东街', '2:2 5']);
    const endless = `<table:table-row table:number-rows-repeated="99999999">${cell('9'.repeat(9), 'table:number-columns-repeated="99999999"')}${cell('x')}</table:table-row>`;
    const { text } = await read(odtFile(table(...Array.from({ length: 200 }, () => endless))), 'a.odt');
    expect(text.length).toBeLessThan(1_100_000);
  });
});

describe('a file of another make', () => {
  const FLAT = `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="${MIMETYPE}"><office:meta><dc:title> 年度汇报 </dc:title></office:meta><office:body><office:text>${p('捐款12元')}</office:text></office:body></office:document>`;

  test('in one piece is read, with its title', async () => {
    const document = await read(strToU8(FLAT), 'a.fodt');
    expect(texts(document)).toEqual(['捐款12元']);
    expect(document.properties).toEqual({ title: '年度汇报', created: null });
    expect(await codes(strToU8(FLAT), 'a.fodt')).toEqual([]);
  });

  test('with prefixes of its own is read', async () => {
    const content = `<ns0:document-content xmlns:ns0="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:ns1="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><ns0:body><ns0:text><ns1:h ns1:outline-level="3">做法</ns1:h></ns0:text></ns0:body></ns0:document-content>`;
    const bytes = zipSync({ 'content.xml': strToU8(content), mimetype: strToU8(`${MIMETYPE}-template`) });
    const document = await read(bytes, 'a.ott');
    expect([document.blocks[0]!.level, ...texts(document)]).toEqual([3, '做法']);
  });

  test('is known by its manifest, where it has no type; a sheet is no text', async () => {
    const object = '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>';
    const manifest = (type: string): string => `<manifest:manifest ${NAMES}>${object}<manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/></manifest:manifest>`;
    const file = (type: string): Uint8Array =>
      zipSync({ 'META-INF/manifest.xml': strToU8(manifest(type)), 'content.xml': strToU8(`<office:document-content ${NAMES}><office:body><office:text>${p('甲')}</office:text></office:body></office:document-content>`) });
    expect(texts(await read(file(MIMETYPE), 'a.odt'))).toEqual(['甲']);
    expect(await codes(file('application/vnd.oasis.opendocument.spreadsheet'), 'a.odt')).not.toEqual([]);
  }); // prettier-ignore
});

describe('a bad file', () => {
  const locked = `<manifest:manifest ${NAMES}><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
  const endless = '<text:span>'.repeat(100_000);

  test.each([
    ['that is locked', odtFile(p('x'), '', { 'META-INF/manifest.xml': strToU8(locked) }), 'document-encrypted'],
    ['that is locked with the names of its parts', zipSync({ mimetype: [strToU8(MIMETYPE), { level: 0 }], 'encrypted-package': strToU8('x') }), 'document-encrypted'],
    ['of elements without end', odtFile(endless), 'document-damaged'],
    ['that declares entities', zipSync({ mimetype: [strToU8(MIMETYPE), { level: 0 }], 'content.xml': strToU8('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>') }), 'document-damaged'],
    ['that uses an entity', odtFile(p('&x;')), 'document-damaged'],
    ['whose XML ends in the middle', odtFile('<text:p>甲'), 'document-damaged'],
    ['without its text', zipSync({ mimetype: [strToU8(MIMETYPE), { level: 0 }] }), 'document-damaged'],
    ['without a word', odtFile(''), 'document-without-text'],
  ])('%s is named', async (_, bytes, code) => {
    expect(await codes(bytes, 'a.odt')).toEqual([code]);
  }); // prettier-ignore

  test('that unpacks to more than may be is refused', async () => {
    const { diagnostics } = await readDocument(odtFile(p('甲'.repeat(5_000))), 'a.odt', { ...SAFE_LIMITS, unpackedBytes: 9_000 });
    expect(diagnostics.map(({ code }) => code)).toEqual(['document-too-large']);
  }); // prettier-ignore

  test('whose styles go in circles, or whose elements stand where they should not, is read as far as it goes', async () => {
    const styles = '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>';
    const body = `<table:table-row/><table:table-cell>${p('一')}</table:table-cell><text:list-item>${p('二', 'A')}</text:list-item><text:p>三<text:p>四</text:p>五</text:p><table:table><table:table-cell>${p('六')}</table:table-cell></table:table>`;
    const document = await read(odtFile(body, styles), 'a.odt');
    expect(bodyOf(document)).toEqual(['一', '二', '三五']);
    expect(texts(document, 'textbox')).toEqual(['四']);
  }); // prettier-ignore
});
