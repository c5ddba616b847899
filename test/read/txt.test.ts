import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/registry.js';
import { cellsOf, codes, read, texts } from './support.js';

const TEXT = '全市招募志愿者2300余人，发放口罩15万只。\n日均服务群众1200人次。';
const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

/** Encodes by asking the decoder what each pair of bytes means. */
function encode(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high < 0xff; high += 1)
    for (let low = 0x40; low < 0xff; low += 1)
      codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from(
    Array.from(text, (char) => (char < '\x80' ? [char.charCodeAt(0)] : codes.get(char)!)).flat(),
  );
}

const TRADITIONAL = '全市招募志願者2300餘人，發放口罩15萬只。';

describe('a text file', () => {
  test.each([
    ['utf-8', Buffer.from(TEXT), TEXT],
    ['utf-8', Buffer.from('\uFEFF' + TEXT), TEXT],
    ['utf-16le', utf16('\uFEFF' + TEXT, false), TEXT],
    ['utf-16be', utf16('\uFEFF' + TEXT, true), TEXT],
    ['utf-16le', utf16(TEXT, false), TEXT],
    ['utf-16be', utf16(TEXT, true), TEXT],
    ['gb18030', encode(TEXT, 'gbk'), TEXT],
    ['big5', encode(TRADITIONAL, 'big5'), TRADITIONAL],
    ['utf-8', Buffer.from('plain words, 12 of them'), 'plain words, 12 of them'],
  ])('in %s is decoded', async (encoding, bytes, text) => {
    const document = await read(new Uint8Array(bytes), 'a.txt');
    expect(document.encoding).toBe(encoding);
    expect(document.text).toBe(text);
  });

  test('a short one in GBK is not taken for another encoding', async () => {
    expect((await read(new Uint8Array(encode('志愿者', 'gbk')), 'a.txt')).text).toBe('志愿者');
  });

  test.each([
    ['utf-8', Buffer.from(TEXT.repeat(3))],
    ['gb18030', encode(TEXT.repeat(3), 'gbk')],
  ])('in %s with a broken byte and a cut end keeps its encoding, with a remark', async (encoding, bytes) => {
    bytes[9] = 0xff;
    const broken = new Uint8Array(bytes.subarray(0, -2));
    const { document, diagnostics } = await readDocument(broken, 'a.txt');
    expect(document?.encoding).toBe(encoding);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['encoding-doubtful']);
  });

  test('keeps every character; line ends become \\n, and blank lines make no block', async () => {
    const document = await read(
      new Uint8Array(Buffer.from('\n  标题\r\n\r\n　　正文一\r正文二\n\n')),
      'a.txt',
    );
    expect(document.text).toBe('\n  标题\n\n　　正文一\n正文二\n\n');
    expect(texts(document)).toEqual(['  标题', '　　正文一', '正文二']);
    expect(document.pages).toEqual([]);
  });

  test('of blanks alone holds no text', async () => {
    expect(await codes(new Uint8Array(Buffer.from(' \n\n')), 'a.txt')).toEqual(['document-without-text']);
  });

  test('lines with equally many tabs are a table', async () => {
    const text = '统计表\n地区\t人数\t备注\n东区\t120\t\n西区\t95\t新增\n合计\t215\n';
    const document = await read(new Uint8Array(Buffer.from(text)), 'a.txt');
    expect(document.text).toBe(text);
    expect(cellsOf(document)).toEqual([
      ...['1:1 地区', '1:2 人数', '1:3 备注'],
      ...['2:1 东区', '2:2 120'],
      ...['3:1 西区', '3:2 95', '3:3 新增'],
    ]);
    expect(document.blocks.filter((block) => block.cell?.header)).toHaveLength(3);
    expect(texts(document, 'paragraph')).toEqual(['统计表', '合计\t215']);
  });

  test('a first row with a number labels nothing', async () => {
    const document = await read(new Uint8Array(Buffer.from('东区\t120\n西区\t95')), 'a.txt');
    expect(document.blocks.some((block) => block.cell?.header)).toBe(false);
  });

  test('tabs that only indent make no table', async () => {
    const document = await read(new Uint8Array(Buffer.from('\t第一段。\n\t第二段。')), 'a.txt');
    expect(texts(document, 'cell')).toEqual([]);
  });

  test('may be one table of a hundred thousand rows', async () => {
    const document = await read(new Uint8Array(Buffer.from('东区\t120\n'.repeat(100_000))), 'a.txt');
    expect(document.blocks).toHaveLength(200_000);
  });

  test.each(['|', '｜'])('lines ruled with %s are a table where they hold numbers', async (rule) => {
    const text = `鄉鎮|戶數|金額\n斗六|402|1,206,000\n合計|402|1,206,000`.replaceAll('|', rule);
    const document = await read(new Uint8Array(Buffer.from(text)), 'a.txt');
    expect(document.text).toBe(text);
    expect(cellsOf(document).slice(3, 6)).toEqual(['2:1 斗六', '2:2 402', '2:3 1,206,000']);
  });

  test('one cell a line with a rule behind it is a table', async () => {
    const text =
      '一览表 |\n街镇 |\n筹款数（万元） |\n合计（万元） |\n东街 |\n34.17 |\n40.41 |\n西街 |\n- |\n12.22 |\n总计 |\n34.17 |\n52.63 |\n公示如上。';
    const document = await read(new Uint8Array(Buffer.from(text)), 'a.txt');
    expect(document.text).toBe(text);
    expect(cellsOf(document)).toEqual([
      ...['1:1 街镇', '1:2 筹款数（万元）', '1:3 合计（万元）'],
      ...['2:1 东街', '2:2 34.17', '2:3 40.41'],
      ...['3:1 西街', '3:2 -', '3:3 12.22'],
      ...['4:1 总计', '4:2 34.17', '4:3 52.63'],
    ]);
    expect(document.blocks.filter((block) => block.cell?.header)).toHaveLength(3);
    expect(texts(document, 'paragraph')).toEqual(['一览表 |', '公示如上。']);
  });

  test('so it is without the corner of its header', async () => {
    const text = '2021年|\n2022年|\n捐款|\n34|\n40|\n衣被|\n12|\n15|';
    const document = await read(new Uint8Array(Buffer.from(text)), 'a.txt');
    expect(cellsOf(document).slice(0, 5)).toEqual([
      '1:2 2021年',
      '1:3 2022年',
      '2:1 捐款',
      '2:2 34',
      '2:3 40',
    ]);
  });

  test.each([
    ['links', '首页 |\n动态 |\n公告 |\n登录 |\n注册 |'],
    ['rows of unequal lengths', '街镇 |\n数量 |\n东街 |\n34 |\n40 |\n12 |\n西街 |\n18 |'],
    ['labels alone', '街镇 |\n34 |'],
  ])('%s in lines of their own are none', async (_says, text) => {
    const document = await read(new Uint8Array(Buffer.from(text)), 'a.txt');
    expect(document.text).toBe(text);
    expect(texts(document, 'cell')).toEqual([]);
  });

  test('a hundred thousand such lines that make no table are read in linear time', async () => {
    const bytes = new Uint8Array(Buffer.from('东街 |\n34 |\n西街 |\n'.repeat(33_000)));
    const start = performance.now();
    const document = await read(bytes, 'a.txt');
    expect(texts(document, 'cell')).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('links that are ruled off are no table', async () => {
    const document = await read(
      new Uint8Array(Buffer.from('首页 | 动态 | 公告\n登录 | 注册 | 帮助')),
      'a.txt',
    );
    expect(texts(document, 'cell')).toEqual([]);
  });

  test('of five megabytes is read in linear time', async () => {
    const bytes = new Uint8Array(Buffer.from('地区\t人数\n全市招募志愿者2300余人。\n'.repeat(100_000)));
    const start = performance.now();
    await readDocument(bytes, 'a.txt');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
