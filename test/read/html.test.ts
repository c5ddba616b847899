import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../src/model.js';
import { readDocument } from '../../src/read/registry.js';
import { bodyOfText, TEMPLATES } from './page-templates.js';
import { bodyOf, cellsOf, codes, encode, fixture, read, texts } from './support.js';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const pageOf = (body: string, head = ''): Uint8Array =>
  utf8(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
const readBody = (body: string, head = ''): Promise<SourceDocument> => read(pageOf(body, head), 'a.html');
const linesOf = async (body: string): Promise<string[]> =>
  texts(await readBody(body), 'paragraph', 'heading', 'cell');

const TITLE = '云岭县助残志愿服务工作总结';
const TEXT = [
  '入冬以来，全县招募志愿者2571名，组建服务队86支，开展活动345场次。',
  '一、主要做法',
  '募集资金86.7万元，发放棉被1200床，走访残疾人家庭2480户。',
  '云岭县残疾人联合会',
  '2024年3月1日',
].join('\n');

describe('the report of a page', () => {
  test.each(Object.entries(TEMPLATES))(
    '%s: its title and paragraphs, and nothing of the site',
    async (_, template) => {
      const document = await read(utf8(template({ title: TITLE, body: bodyOfText(TEXT) })), 'a.html');
      const body = texts(document, 'paragraph', 'heading');
      expect(texts(document, 'heading')).toEqual([TITLE]);
      expect(body.slice(body.indexOf(TEXT.split('\n')[0]!)).slice(0, 5)).toEqual(TEXT.split('\n'));
      expect(body.join('\n')).toContain('2024-03-05');
      for (const foreign of ['4300名', '912万元', '1.6万人次', '1203456', '首页政务', '99999'])
        expect(body.join('\n')).not.toContain(foreign);
      const kept = texts(document, 'furniture').join('\n');
      for (const foreign of ['4300名', '912万元']) expect(kept).toContain(foreign);
      expect(document.text).not.toContain('99999');
    },
  );

  test.each(Object.entries(TEMPLATES))('%s: a table of figures stays one', async (_, template) => {
    const table = '乡镇\t志愿者（人）\t募捐（万元）\n东山镇\t420\t3.5\n南河乡\t380\t2.25';
    const document = await read(
      utf8(template({ title: TITLE, body: bodyOfText(`${TEXT}\n${table}`) })),
      'a.html',
    );
    expect(cellsOf(document)).toEqual([
      '1:1 乡镇', '1:2 志愿者（人）', '1:3 募捐（万元）', '2:1 东山镇', '2:2 420', '2:3 3.5', '3:1 南河乡', '3:2 380', '3:3 2.25',
    ]); // prettier-ignore
  });

  test('of figures and hardly a sentence is found beside links, too', async () => {
    const { tablePage } = TEMPLATES;
    const body = '<p>志愿者总数</p><p>8642</p><p>服务时长</p><p>102300</p><p>服务队</p><p>312</p>';
    const document = await read(utf8(tablePage!({ title: TITLE, body })), 'a.html');
    expect(texts(document, 'paragraph', 'heading').join(' ')).toContain('8642');
    expect(texts(document, 'paragraph', 'cell').join(' ')).not.toContain('4300名');
  });

  test('that waits for a script is shown; what else is hidden is not', async () => {
    const body = `<div style="visibility:hidden"><p>${TEXT.replaceAll('\n', '</p><p>')}</p></div><p style="display: none">访问，3256</p>`;
    const document = await readBody(body);
    expect(texts(document, 'paragraph')).toEqual(TEXT.split('\n'));
    expect(texts(document, 'furniture')).toEqual(['访问，3256']);
  });

  test('without a link is the whole page, as office programs save it', async () => {
    const document = await readBody(
      `<div title="header"><p>简报</p></div><p>甲</p><table><tr><td><p>正文，志愿者12名。</p></td></tr></table><p>附件：无</p>`,
    );
    expect(texts(document, 'paragraph')).toEqual(['甲', '正文，志愿者12名。', '附件：无']);
    expect(texts(document, 'furniture')).toEqual(['简报']);
  });

  test.each([
    '浏览量 3256 次',
    '阅读数 3,256 评论 12 点赞 36',
    '【已阅读3.2万次】',
    '<span>浏览</span><span>3256</span>',
  ])('has no share in what the site counts above it: %s', async (counted) => {
    const body = (above: string, below: string): string =>
      `<h1>${TITLE}</h1><div>${above}</div><p>${TEXT.split('\n')[0]!}</p><div>${below}</div>`;
    expect(texts(await readBody(body(counted, '')), 'furniture')).toHaveLength(1);
    expect(texts(await readBody(body('', counted)), 'furniture')).toHaveLength(0);
  });

  test('names itself as the site says, and when it was published', async () => {
    const head =
      '<title>工作总结_云岭县</title><meta name="ArticleTitle" content="工作总结"><meta name="PubDate" content="2024-03-05">';
    const { document } = await readDocument(pageOf('<p>志愿者12名</p>', head), 'a.html');
    expect(document?.properties).toEqual({ title: '工作总结', created: '2024-03-05' });
  });

  test('stands behind the labels of the site, each with its value', async () => {
    const links = '<a href="1">首页</a><a href="2">新闻</a><a href="3">公开</a><a href="4">服务</a>'.repeat(
      3,
    );
    const document = await readBody(
      `<div class="nav">${links}</div><dl><dt>发布机构：</dt><dd>云岭县民政局</dd></dl><h1>${TITLE}</h1><div>${bodyOfText(TEXT)}</div>`,
    );
    expect(texts(document, 'paragraph')[0]).toBe('发布机构：云岭县民政局');
  });
});

describe('lines', () => {
  test.each([
    ['br ends one, as sites write paragraphs', '一段<br><br>　　二段<br/>三段', ['一段', '　　二段', '三段']],
    [
      'blanks of the source are one, and none between Chinese',
      '<p>志愿\n  者  12 \n名，a\nb</p>',
      ['志愿者 12 名，a b'],
    ],
    ['hard and full-width blanks stay', '<p>　　志愿者&nbsp;12</p>', ['　　志愿者\u00a012']],
    ['inline elements do not end them', '<p><b>志愿</b><span>者<i>1</i>2</span>名</p>', ['志愿者12名']],
    ['entities are what they name', '<p>&#24535;&amp;&lt;12&gt;</p>', ['志&<12>']],
    ['readings are left out', '<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字12</p>', ['漢字12']],
    ['what is struck out is not said', '<p>募捐<del>15</del>12万元</p>', ['募捐12万元']],
    ['powers and areas are no digits', '<p>5×10<sup>4</sup>次，12m<sup>2</sup></p>', ['5×10⁴次，12m2']],
    [
      'remarks of Word are none',
      '<p>甲<!--[if gte mso 9]><xml>9</xml><![endif]--><o:p>乙</o:p></p>',
      ['甲乙'],
    ],
    ['pre keeps its lines', '<pre>甲  1\n乙</pre>', ['甲  1', '乙']],
    [
      'scripts, styles and forms are none',
      '<p>甲</p><script>1</script><style>p{}</style><textarea>2</textarea>',
      ['甲'],
    ],
    [
      'display:block makes one of a span',
      '<span style="display:block">甲</span><span>乙</span>',
      ['甲', '乙'],
    ],
  ])('%s', async (_, body, lines) => {
    expect(await linesOf(body)).toEqual(lines);
  });

  test('items of lists carry the numbers that are shown', async () => {
    expect(await linesOf('<ol start="3"><li>甲</li><li value="7">乙<li><p>丙</p></ol>')).toEqual([
      '3. 甲',
      '7. 乙',
      '8. 丙',
    ]);
    expect(await linesOf('<ol style="list-style-type:cjk-ideographic"><li>甲<li>乙</ol>')).toEqual([
      '一、甲',
      '二、乙',
    ]);
    expect(await linesOf('<ol><li>1、甲</li><li>2、乙</li></ol><ul><li>丙</ul>')).toEqual([
      '1、甲',
      '2、乙',
      '丙',
    ]);
    expect(await linesOf('<ol><li>5万元</ol>')).toEqual(['1. 5万元']);
  });

  test('headings have levels; a paragraph that is only large is none', async () => {
    const document = await readBody('<h2>一、做法</h2><h3>招募志愿者12名，募捐3万元。</h3>');
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 2],
      ['paragraph', null],
    ]);
  });

  test('notes stand behind the text, without their marks', async () => {
    const document = await readBody(
      '<p>募捐500万元<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>。</p><div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a>含物资213.4万元。</p></div>',
    );
    expect(texts(document, 'paragraph')).toEqual(['募捐500万元。']);
    expect(texts(document, 'footnote')).toEqual(['含物资213.4万元。']);
  });
});

describe('tables', () => {
  test('have their cells in place, with what reaches over rows and columns', async () => {
    const document = await readBody(
      '<table border="1"><caption>表1 捐赠（万元）</caption><thead><tr><th rowspan="2">地区</th><th colspan="2">捐赠</th></tr><tr><th>资金</th><th>物资</th></tr></thead><tbody><tr><td>东山区<td>12<br>（折）<td>3.5</tr></tbody></table>',
    );
    expect(cellsOf(document)).toEqual([
      '1:1 地区',
      '1:2 捐赠',
      '2:2 资金',
      '2:3 物资',
      '3:1 东山区',
      '3:2 12\n（折）',
      '3:3 3.5',
    ]);
    expect(document.blocks.filter(({ cell }) => cell?.header).map(({ cell }) => cell!.row)).toEqual([
      1, 1, 2, 2,
    ]);
    expect(texts(document, 'paragraph')).toEqual(['表1 捐赠（万元）']);
  });

  test('that lay out a page are text', async () => {
    const long = '全县招募志愿者2571名，组建服务队86支。'.repeat(12);
    const document = await readBody(
      `<table><tr><td>左</td><td><h1>总结</h1><p>${long}</p></td></tr></table>`,
    );
    expect(cellsOf(document)).toEqual([]);
    expect(texts(document, 'paragraph')).toEqual(['左', long]);
  });

  test('of linked names and figures are data; lists of links with their dates are the site’s', async () => {
    const row = (name: string, value: string): string =>
      `<tr><td><a href="x">${name}</a></td><td>${value}</td></tr>`;
    const data = `<table>${row('东山镇志愿服务队', '420')}${row('南河乡志愿服务队', '380')}</table>`;
    expect(cellsOf(await readBody(data))).toHaveLength(4);
    const list = `<table>${row('我市招募志愿者4300名', '03-01')}${row('慈善会募集善款12万元', '2024-03-02')}</table>`;
    expect(texts(await readBody(list)).length).toBe(texts(await readBody(list), 'furniture').length);
  });
});

describe('a page is recognised', () => {
  const table = '<table><tr><td>志愿者</td><td>12</td></tr></table>';
  test.each([
    ['under the name of Excel', `<meta http-equiv="Content-Type" content="text/html">${table}`, 'a.xls'],
    [
      'under the name of Word',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>${table}</body></html>`,
      'a.doc',
    ],
    [
      'behind remarks and a declaration',
      `<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE html><html>${table}</html>`,
      'a.htm',
    ],
    ['as a bare table', table, 'a.xls'],
  ])('%s', async (_, page, name) => {
    const { document } = await readDocument(utf8(page), name);
    expect(document?.format).toBe('html');
    expect(cellsOf(document!)).toEqual(['1:1 志愿者', '1:2 12']);
  });

  test.each(['<1000人的单位有12家', '<p是标签', '志愿者<b>12</b>名', '<w:document>1</w:document>'])(
    '%s is none',
    async (text) => {
      expect((await readDocument(utf8(text), 'a.txt')).document?.format).not.toBe('html');
    },
  );
});

describe('the encoding', () => {
  const meta = (name: string): string =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${name}"></head>`;
  const words = '<body><p>全县招募志愿者2571名，募集资金86.7万元。</p></body></html>';
  test.each([
    ['as declared', meta('gb2312'), 'gb18030', 'gb18030'],
    ['of a page that says nothing', '<html>', 'gb18030', 'gb18030'],
    ['of a page that says utf-8 and is GBK', meta('utf-8'), 'gb18030', 'gb18030'],
    ['of a page that says gb2312 and is UTF-8', meta('gb2312'), 'utf-8', 'utf-8'],
    ['of a page in Latin letters, by its word', meta('iso-8859-1'), 'gb18030', 'gb18030'],
    ['with a name that nobody knows', meta('x-nothing'), 'utf-8', 'utf-8'],
  ])('%s', async (_, head, written, encoding) => {
    const { document } = await readDocument(encode(head + words, written), 'a.html');
    expect(texts(document!, 'paragraph')).toEqual(['全县招募志愿者2571名，募集资金86.7万元。']);
    expect(document!.encoding).toBe(encoding);
  });

  test('Big5 as declared, and UTF-16 by its mark or its zeros', async () => {
    const big5 = encode(`${meta('big5')}<p>全縣招募志願者2571名，募集資金。</p>`, 'big5');
    expect(texts(await read(big5, 'a.html'), 'paragraph')).toEqual(['全縣招募志願者2571名，募集資金。']);
    for (const mark of ['', '\uFEFF']) {
      const wide = new Uint8Array(Buffer.from(`${mark}<html>${words}`, 'utf16le'));
      expect(texts(await read(wide, 'a.html'), 'paragraph')).toEqual([
        '全县招募志愿者2571名，募集资金86.7万元。',
      ]);
    }
  });

  test('far down in a page of Latin letters is found, too', async () => {
    const script = `<script>${'var a = 1;\n'.repeat(20_000)}</script>`;
    const { document } = await readDocument(encode(`<html>${script}${words}`, 'gb18030'), 'a.html');
    expect(texts(document!, 'paragraph')[0]).toContain('志愿者2571名');
  });
});

describe('a saved page', () => {
  test('in one file has the text of the page, under the name of Word too', async () => {
    const page = await read(fixture('report.html'), 'report.html');
    const saved = await read(fixture('report.mht'), 'report.mht');
    expect(saved.format).toBe('mht');
    expect(bodyOf(saved)).toEqual(bodyOf(page));
    expect(await codes(fixture('report.mht'), 'report.doc')).toEqual(['format-mismatch']);
  });

  const part = (head: string, body: string): string => `--b\r\n${head}\r\n\r\n${body}\r\n`;
  const file = (parts: string, head = ''): Uint8Array =>
    utf8(
      `${head}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n${parts}--b--\r\n`,
    );

  test('is decoded as its part says', async () => {
    const body = Buffer.from(encode('<html><p>招募志愿者2571名，募集资金。</p></html>', 'gb18030')).toString(
      'base64',
    );
    const saved = file(
      part('Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64', body),
    );
    expect(texts(await read(saved, 'a.mht'))).toEqual(['招募志愿者2571名，募集资金。']);
  });

  test('of Excel has its sheets, not its tabs', async () => {
    const saved = file(
      part(
        'Content-Type: text/html',
        '<html><frameset rows="*,39"><frame src="sheet001.htm"></frameset></html>',
      ) +
        part('Content-Type: text/html', '<html><table border="1"><tr><td>甲<td>12</table></html>') +
        part('Content-Type: text/html', '<html><table border="1"><tr><td>乙<td>13</table></html>'),
    );
    const document = await read(saved, 'a.xls');
    expect(cellsOf(document)).toEqual(['1:1 甲', '1:2 12', '1:1 乙', '1:2 13']);
    expect(document.blocks.map(({ cell }) => cell?.table)).toEqual([1, 1, 2, 2]);
  });

  test('is no mail', async () => {
    const html = part('Content-Type: text/html', '<p>志愿者12名</p>');
    const blink = file(html, 'From: <Saved by Blink>\r\nSnapshot-Content-Location: http://a.example/\r\n');
    expect((await readDocument(blink, 'a.mhtml')).document?.format).toBe('mht');
    const mail = file(html, 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n');
    expect((await readDocument(mail, 'a.eml')).document?.format).toBe('eml');
  });

  test('without a page is damaged', async () => {
    expect(await codes(file(part('Content-Type: image/png', 'x')), 'a.mht')).toEqual(['document-damaged']);
  });
});

describe('a hostile page', () => {
  test.each([
    ['of 100,000 elements inside one another', '<div>'.repeat(100_000), ['document-damaged']],
    ['of tables in tables', '<table><tr><td>'.repeat(5_000), ['document-without-text']],
    ['of a million attributes', `<p ${'a=1 b'.repeat(200_000)}>12`, []],
    [
      'of cells that reach over everything',
      `<table border=1>${`<tr>${'<td colspan=1000 rowspan=65534>1'.repeat(50)}`.repeat(500)}`,
      [],
    ],
    ['of marks alone', '<'.repeat(200_000), []],
    ['of remarks without an end', `12${'<!--'.repeat(200_000)}`, []],
    ['of entities', '&nbsp;&amp;&#99999999999;&bogus'.repeat(50_000), []],
    ['of links alone', '<a href=x>志愿者12名</a>'.repeat(20_000), []],
    [
      'of dates and dashes',
      `<p><a href=x>${'甲'.repeat(60)}</a>${'1-23-45-67-'.repeat(5)}x</p>`.repeat(200),
      [],
    ],
    ['of nothing', '', ['document-without-text']],
  ])('%s is read or refused soon', { timeout: 20_000 }, async (_, body, expected) => {
    expect(await codes(utf8(`<html><body>${body}`), 'a.html')).toEqual(expected);
  });

  test('of an encoding that breaks off is read, and said to be doubtful', async () => {
    const bytes = pageOf(`<p>${TEXT}</p>`);
    const broken = new Uint8Array([...bytes, 0xe5, 0x3c]);
    expect(await codes(broken, 'a.html')).toEqual(['encoding-doubtful']);
  });
});
