import { describe, expect, test } from 'vitest';
import { cellsOf, codes, read, texts } from './support.js';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const linesOf = async (text: string): Promise<string[]> => texts(await read(utf8(text), 'a.md'));
const kindsOf = async (text: string): Promise<string[]> => {
  const document = await read(utf8(text), 'a.md');
  return document.blocks.map(({ kind, level }, i) => `${kind}${level ?? ''} ${texts(document)[i]!}`);
};

describe('a Markdown file', () => {
  test('is known by its name, and by that alone', async () => {
    expect((await read(utf8('# 汇报\n'), '汇报.markdown')).format).toBe('markdown');
    expect((await read(utf8('# 汇报\n'), '汇报.txt')).format).toBe('txt');
    expect(await codes(utf8('# 汇报\n'), '汇报.MD')).toEqual([]);
    expect(await codes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), '汇报.md')).not.toEqual([]);
  });

  test('in GBK is decoded as text is', async () => {
    // '## 志愿者12名'
    const bytes = new Uint8Array([
      0x23, 0x23, 0x20, 0xd6, 0xbe, 0xd4, 0xb8, 0xd5, 0xdf, 0x31, 0x32, 0xc3, 0xfb,
    ]);
    const document = await read(bytes, 'a.md');
    expect([document.encoding, ...texts(document)]).toEqual(['gb18030', '志愿者12名']);
  });

  test('says where its text is empty', async () => {
    expect(await codes(utf8('![图](a.png)\n\n<!-- 无 -->\n'), 'a.md')).toEqual(['document-without-text']);
  });
});

describe('the words that a person reads', () => {
  test.each([
    ['bold and italics', '共**12**名，*其中* __骨干__ 3名', '共12名，其中 骨干 3名'],
    ['bold beside Chinese punctuation', '**“志愿者”**共12名', '“志愿者”共12名'],
    [
      'links without their addresses',
      '见[通报](http://a.cn/2020/15 "标题")和<https://b.cn>',
      '见通报和https://b.cn',
    ],
    ['links that are defined elsewhere', '见[通报][1]\n\n[1]: http://a.cn/99', '见通报'],
    ['no pictures', '共12![现场99](a.png)34名', '共12 34名'],
    ['a picture that is a link', '甲[![图](a(1).png)](http://b.cn)乙', '甲 乙'],
    ['code as text', '由`x*y*z`得`` `12` ``名', '由x*y*z得`12`名'],
    ['no comments', '捐款<!-- 99\n88 -->12元', '捐款12元'],
    ['escaped signs', '\\*1\\. 12\\%', '*1. 12%'],
    ['entities', '甲&nbsp;&lt;12&#37;&gt;&unknown;', '甲 <12%>&unknown;'],
    ['tags of looks', '<font color="red">捐款</font><b>12</b>元', '捐款12元'],
    ['less and more than', '捐款<1000元，>500元', '捐款<1000元，>500元'],
    ['no number of a note', '867.25<sup>1</sup>万元[^2]\n\n[^2]: 注', '867.25万元'],
    ['square metres and powers', '12m<sup>2</sup>，10<sup>4</sup>人', '12m²，10^4人'],
    ['numbers that are formulas', '占$86.5\\%$，收$100,$200', '占86.5%，收$100,$200'],
    ['nothing that is struck out', '共~~12~~13名，<del>4</del>5支', '共13名，5支'],
    ['marked words', '共==12==名', '共12名'],
  ])('are kept: %s', async (_, source, shown) => {
    expect((await linesOf(source))[0]).toBe(shown);
  });

  test.each([
    '1**名，服务**人',
    '志愿者**1名，队伍**2支',
    '3*4*5=60，6 * 7',
    '3~5万，6~8万',
    '3~~5万，6~~8万',
    '姓名____，电话____',
    'a_b_c和__名，捐款__万元',
    '志愿者1200名*，捐款300元*。',
    '*注：数据截至2月',
    '****名',
    '#话题#今天',
    '#1号楼',
    '1.5万名志愿者',
    '-5.2%',
    '国发[2020](15)号',
    '[注]: 截至2月',
    '[^9]无此注',
    '甲`乙',
    '[甲',
    '1)2名',
  ])('are kept as typed: %s', async (source) => {
    expect(await linesOf(source)).toEqual([source]);
  });
});

describe('blocks', () => {
  test.each([
    ['headings', '# 汇报 #\n## 做法 {#a}\n##成效\n#话题#', ['heading1 汇报', 'heading2 做法', 'heading2 成效', 'paragraph #话题#']],
    ['headings by underlines', '汇报\n===\n做法\n---\n全市共12名。\n---\n- 甲\n---', ['heading1 汇报', 'heading2 做法', 'paragraph 全市共12名。', 'paragraph 甲']],
    ['a paragraph in the style of a heading', `# ${'长'.repeat(101)}`, [`paragraph ${'长'.repeat(101)}`]],
    ['lists, with their numbers as typed', '- 甲\n* 乙\n+ [x] 丙\n3. 丁\n3) 戊\n  - [ ] 己', ['甲', '乙', '☑ 丙', '3. 丁', '3) 戊', '☐ 己'].map((line) => `paragraph ${line}`)],
    ['quotes', '> 甲\n> > 乙\n\n>1000人', ['paragraph 甲', 'paragraph 乙', 'paragraph >1000人']],
    ['notes', '甲[^a]\n\n[^a]: 注一，\n    接着说\n乙', ['paragraph 甲', 'paragraph 乙', 'footnote 注一，接着说']],
    ['code', '```text\n| 12 *a* |\n\n34\n```\n乙', ['paragraph | 12 *a* |', 'paragraph 34', 'paragraph 乙']],
    ['code without an end', '~~~\n12\n```', ['paragraph 12', 'paragraph ```']],
    ['what says something of the file', '---\ntitle: "年报"\ndate: 2020-03-02\n---\n甲', ['paragraph 甲', 'furniture title: "年报"', 'furniture date: 2020-03-02']],
    ['no rules and no list of contents', '[TOC]\n\n***\n\n甲\n\n- - -', ['paragraph 甲']],
    ['no scripts', '<script>var a = 99;</script>\n<style>p{}</style>\n甲<br>乙', ['paragraph 甲', 'paragraph 乙']],
  ])('are read: %s', async (_, source, blocks) => {
    expect(await kindsOf(source)).toEqual(blocks);
  }); // prettier-ignore

  test('take title and date from the lines about the file', async () => {
    const { properties } = await read(utf8('---\ntitle: "年报"\ndate: 2020-03-02\n---\n甲'), 'a.md');
    expect(properties).toEqual({ title: '年报', created: '2020-03-02' });
  });
});

describe('lines of a paragraph', () => {
  const wrapped = [
    '入冬以来，全市各级组织把志愿服务摆在突出位置，迅速集结力',
    '量、下沉一线，累计招募志愿者25719名，组建服务队862支，开展',
    '各类服务活动3450场次。',
  ];

  test('that were cut at one width are joined without a blank', async () => {
    expect(await linesOf(wrapped.join('\n'))).toEqual([wrapped.join('')]);
    expect(await linesOf(`- ${wrapped.join('\n  ')}`)).toEqual([wrapped.join('')]);
    expect(await linesOf(wrapped.map((line) => `> ${line}`).join('\n'))).toEqual([wrapped.join('')]);
  });

  test('with Latin words keep those apart', async () => {
    const latin =
      'The committee of the city has called, and the volunteers came\nwith their cars and brought all that there was in their houses';
    expect(await linesOf(latin)).toEqual([latin.replace('\n', ' ')]);
  });

  test.each([
    ['titles and names', '2020年全市志愿服务工作总结\n云岭市民政局'],
    ['entries', '志愿者 1200\n捐款 300\n服务时长 4500'],
    [
      'lines behind a comma, which later stages join where no advertisement is between',
      '志愿者14名，\n扫码下载客户端',
    ],
    [
      'lines behind brackets',
      '（责编：甲　值班主任：乙）　赞 (208)　收藏 (57)\n版权声明：转载作品五百字以上须经授权',
    ],
    ['whole sentences', '招募志愿者1200名。\n服务群众3万人次。'],
    [
      'items that are numbered by hand',
      '目前全市各级组织做了以下工作，\n一、招募志愿者1200名，\n（二）服务群众',
    ],
    [
      'paragraphs that are set in',
      '目前全市共有志愿者若干名，分布在各县区的各个街道\n    另外各县区也在组织志愿者，人数正在统计之中',
    ],
    ['a break that is asked for', '目前全市各级组织招募志愿者，共计  \n1200名'],
    ['the same with a backslash', '目前全市各级组织招募志愿者，共计\\\n1200名'],
  ])('stay apart: %s', async (_, source) => {
    expect(await linesOf(source)).toHaveLength(source.split('\n').length);
  });
});

describe('tables', () => {
  test('of pipes have a header, and cells with signs left out', async () => {
    const document = await read(
      utf8('表\n| 街道 | **人** |\n|:--|--:|\n| a\\|b | `1|2` |\n| 西街<br>东段 | 5\n完'),
      'a.md',
    );
    expect(cellsOf(document)).toEqual([
      '1:1 街道',
      '1:2 人',
      '2:1 a|b',
      '2:2 1|2',
      '3:1 西街\n东段',
      '3:2 5',
    ]);
    expect(document.blocks.filter(({ cell }) => cell?.header)).toHaveLength(2);
    expect(texts(document, 'paragraph')).toEqual(['表', '完']);
  });

  test('whose header says nothing have none; others are told from their lines', async () => {
    const document = await read(utf8('| | |\n|-|-|\n| 东街 | 5 |\n\n街道\t人\n南街\t6\n'), 'a.md');
    expect(document.blocks.map(({ cell }) => `${cell!.table}${cell!.row}${cell!.header ? 'H' : ''}`)).toEqual(
      ['11', '11', '21H', '21H', '22', '22'],
    );
  });

  test('in HTML keep spans, and no number runs into the next', async () => {
    const html =
      '甲<table><tr><th rowspan="2">街道</th><th colspan=2>捐赠</th></tr><tr><th>万元</th><th>件</th></tr>\n<tr><td>东街</td><td>12</td><td>34</td></tr></table>乙';
    const document = await read(utf8(html), 'a.md');
    expect(cellsOf(document)).toEqual([
      '1:1 街道',
      '1:2 捐赠',
      '2:2 万元',
      '2:3 件',
      '3:1 东街',
      '3:2 12',
      '3:3 34',
    ]);
    expect(document.blocks.filter(({ cell }) => cell?.header)).toHaveLength(4);
    expect(texts(document, 'paragraph')).toEqual(['甲', '乙']);
    expect((await linesOf('<table><tr><td>12</td><td>34</td>')).join(' ')).toMatch(/12\s+34/);
  });
});

describe('text that would take long', () => {
  test.each([
    ['brackets', '['.repeat(200_000)],
    ['links that do not end', '[a](b '.repeat(50_000)],
    ['emphasis that does not end', '**a *b _c ~~d '.repeat(30_000)],
    ['emphasis inside emphasis', '~~a '.repeat(30_000) + 'b~~'.repeat(30_000)],
    ['tags that do not end', '<a <td <s>'.repeat(50_000)],
    ['tags of blanks', `<b${' '.repeat(1_900)}`.repeat(200)],
    ['backquotes of all lengths', Array.from({ length: 800 }, (_, i) => '`'.repeat(i)).join('a')],
    ['blanks', `# ${' '.repeat(300_000)}x`],
    ['tables that do not end', '<table>\n'.repeat(50_000)],
    ['comments that do not end', '<!-- a '.repeat(50_000)],
    ['quotes inside quotes', '> '.repeat(100_000) + 'a'],
    ['rows', '| a |\n'.repeat(50_000)],
    ['rules', `a|\n${'-|'.repeat(100_000)}x`],
  ])('does not: %s', async (_, source) => {
    const start = performance.now();
    await read(utf8(`${source}\n志愿者`), 'a.md');
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
