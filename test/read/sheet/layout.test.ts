import { describe, expect, test } from 'vitest';
import { read, texts, cellsOf } from '../support.js';

/** A sheet as rows of cells parted by |, read as csv; what became of it, line by line. */
async function laidOut(...rows: string[]): Promise<string[]> {
  const bytes = new Uint8Array(Buffer.from(rows.map((row) => row.replaceAll('|', ',')).join('\n')));
  const { blocks, text } = await read(bytes, 'a.csv');
  const lines: string[] = [];
  let last = '';
  for (const { cell, span } of blocks) {
    const words = text.slice(span.start, span.end);
    const place = cell ? `${cell.table}.${cell.row}` : '';
    if (cell && place === last) lines.push(`${lines.pop()} | ${words}`);
    else lines.push(cell ? `${cell.table}${cell.header ? ' header' : ''}: ${words}` : words);
    last = place;
  }
  return lines;
}

const BODY = ['地区|志愿者（人）|捐款', '东山区|5|7', '南江县|6|8'];
const TABLE = ['1 header: 地区 | 志愿者（人） | 捐款', '1: 东山区 | 5 | 7', '1: 南江县 | 6 | 8'];

describe('the rows of a sheet', () => {
  test('above a table are its title and its unit, below it its notes', async () => {
    const rows = ['志愿服务统计表||', '||单位：万元', ...BODY, '注：1.含市本级。||', '2.不含企业。||'];
    expect(await laidOut(...rows)).toEqual([
      '志愿服务统计表',
      '单位：万元',
      ...TABLE,
      '注：1.含市本级。',
      '2.不含企业。',
    ]);
  });

  test('that a form has above and below its table are lines', async () => {
    const rows = [
      '志愿服务统计表||',
      '填报单位：|市民政局|单位：万元',
      ...BODY,
      '填表人：张某|审核：|2024年3月5日',
    ];
    expect(await laidOut(...rows)).toEqual([
      '志愿服务统计表', '填报单位：市民政局\u3000单位：万元', ...TABLE, '填表人：张某\u3000审核：2024年3月5日',
    ]); // prettier-ignore
  });

  test('go on with a table over a blank row where they are values', async () => {
    expect(await laidOut(...BODY, '||', '合计|11|15')).toEqual([...TABLE, '1: 合计 | 11 | 15']);
  });

  test('begin another table behind a blank row with headers', async () => {
    expect(await laidOut(...BODY, '||', '街道|活动（场）|', '东街|3|', '西街|4|')).toEqual([
      ...TABLE, '2 header: 街道 | 活动（场）', '2: 东街 | 3', '2: 西街 | 4',
    ]); // prettier-ignore
  });

  test('begin another table without a blank row where a title and headers come', async () => {
    expect(await laidOut(...BODY, '表2 活动情况||', '街道|活动（场）|', '东街|3|')).toEqual([
      ...TABLE, '表2 活动情况', '2 header: 街道 | 活动（场）', '2: 东街 | 3',
    ]); // prettier-ignore
  });

  test('begin another table where headers with units come, and no values are taken for its headers', async () => {
    expect(await laidOut(...BODY, '街道|活动（场）|', '东街|3|')).toEqual([
      ...TABLE, '2 header: 街道 | 活动（场）', '2: 东街 | 3',
    ]); // prettier-ignore
    expect(await laidOut(...BODY, '西河县|无|无', '北原县|3|4')).toEqual([
      ...TABLE,
      '1: 西河县 | 无 | 无',
      '1: 北原县 | 3 | 4',
    ]);
  });

  test('stay in their table where they name a group', async () => {
    expect(await laidOut(BODY[0]!, '城区||', BODY[1]!, '县域||', BODY[2]!)).toEqual([
      TABLE[0], '1: 城区', TABLE[1], '1: 县域', TABLE[2],
    ]); // prettier-ignore
  });

  test('hold two tables where a blank column parts them', async () => {
    expect(await laidOut('地区|人数||街道|场次', '东山区|5||东街|3', '南江县|6||西街|4')).toEqual([
      '1 header: 地区 | 人数', '1: 东山区 | 5', '1: 南江县 | 6',
      '2 header: 街道 | 场次', '2: 东街 | 3', '2: 西街 | 4',
    ]); // prettier-ignore
    expect(await laidOut('地区|人数||时长|场次', '东山区|5||8|3', '南江县|6||9|4')).toHaveLength(3);
  });

  test('are paragraphs where none has two cells', async () => {
    expect(await laidOut('志愿服务总结|', '全市招募志愿者12名。|', '|下一步再努力。')).toEqual([
      '志愿服务总结', '全市招募志愿者12名。', '下一步再努力。',
    ]); // prettier-ignore
  });

  test('have headers of two rows, which blanks tell of', async () => {
    const rows = ['地区|志愿者||捐款', '|人数（人）|时长（小时）|', '东山区|5|7|9'];
    expect(await laidOut(...rows)).toEqual([
      '1 header: 地区 | 志愿者 | 捐款', '1 header: 人数（人） | 时长（小时）', '1: 东山区 | 5 | 7 | 9',
    ]); // prettier-ignore
  });
});

const csv = (content: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(content, encoding));

describe('a csv', () => {
  test.each([
    ['commas', '地区,人数\n东山区,"1,145"\n'],
    ['semicolons', '地区;人数\n东山区;1,145\n'],
    ['tabs', '地区\t人数\n东山区\t1,145\n'],
    ['a mark of its encoding', '\uFEFF地区,人数\r\n东山区,"1,145"\r\n'],
    ['text kept as a formula', '地区,人数\n东山区,"=""1,145"""\n'],
    ['a quotation mark that nothing closes', '地区;人数\n"东山区;1,145\n'],
  ])('of %s has its cells', async (_, content) => {
    const cells = cellsOf(await read(csv(content), 'a.csv'));
    expect(cells.slice(0, 2)).toEqual(['1:1 地区', '1:2 人数']);
    expect(cells.slice(2).join('|').replace('"', '')).toBe('2:1 东山区|2:2 1,145');
  });

  test('in GBK is decoded', async () => {
    const gbk = [
      0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0a, 0xb6, 0xab, 0xc7, 0xf8, 0x2c, 0x35, 0x0a,
    ];
    const document = await read(new Uint8Array(gbk), 'a.csv');
    expect(document.encoding).toBe('gb18030');
    expect(cellsOf(document)).toEqual(['1:1 地区', '1:2 人数', '2:1 东区', '2:2 5']);
  });

  test('has no cells in a row that a comma inside of a number has shifted', async () => {
    const document = await read(csv('地区,人数（人）,场次\n东山区,1,145,20\n南江县,5,7\n'), 'a.csv');
    expect(cellsOf(document).slice(3)).toEqual(['2:1 东山区,1,145,20', '3:1 南江县', '3:2 5', '3:3 7']);
  });

  test('that has no rows is read as text, and text of rows under the name of a workbook as csv', async () => {
    expect((await read(csv('全市招募志愿者12名。\n活动3场。\n'), 'a.csv')).format).toBe('txt');
    expect((await read(csv('地区,人数\n东山区,5\n'), 'a.xls')).format).toBe('csv');
    expect((await read(csv('地区\t人数\n东山区\t5\n'), 'a.txt')).format).toBe('txt');
  });

  test('keeps a title that stands alone, and nothing twice', async () => {
    const document = await read(csv('志愿服务统计表,,\n地区,人数,场次\n东山区,5,7\n'), 'a.csv');
    expect(texts(document, 'heading')).toEqual(['志愿服务统计表']);
    expect(texts(document)).toHaveLength(7);
  });
});
