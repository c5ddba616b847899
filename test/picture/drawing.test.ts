import { describe, expect, test } from 'vitest';
import type { Comparison, Row } from '../../src/compare/index.js';
import {
  drawComparison,
  drawTrends,
  PictureError,
  type DrawComparisonOptions,
} from '../../src/picture/index.js';
import { ask, newDatabase, tell } from '../compare/fixtures.js';
import { findChineseFont } from '../../src/picture/chinese-font.js';
import { askFour, renamed, tellTrends } from './fixtures.js';
import { readSvg, type Svg } from './svg.js';

/** Without one, a PNG is refused. */
const hasNoChineseFont = findChineseFont() === null;

type Asked = Partial<Omit<DrawComparisonOptions, 'format'>>;

const svgOf = async (comparison: Comparison, asked: Asked = {}): Promise<string> =>
  (await drawComparison(comparison, { chart: 'bars', language: 'zh', ...asked, format: 'svg' })) as string;
const read = async (comparison: Comparison, asked?: Asked): Promise<Svg> =>
  readSvg(await svgOf(comparison, asked));
const pngOf = async (comparison: Comparison, asked: Asked = {}): Promise<Buffer> =>
  Buffer.from(
    (await drawComparison(comparison, {
      chart: 'bars',
      language: 'zh',
      ...asked,
      format: 'png',
    })) as Uint8Array,
  );
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];
const widthOf = ({ attributes }: Svg): number => Number(attributes.find(([name]) => name === 'width')![1]);

/** As many regions, each with the first one's cells. */
const manyOf = (comparison: Comparison, count: number): Comparison => ({
  ...comparison,
  rows: Array.from({ length: count }, (_, i): Row => {
    const { region, cells } = comparison.rows[i % comparison.rows.length]!;
    return { region: { ...region, code: String(100_000 + i), name: `第${i}区` }, cells };
  }),
});

describe.each(['bars', 'heat-map'] as const)('%s as SVG', (chart) => {
  test('hold the names as letters, and a title for those that do not see', async () => {
    const { texts, title, attributes } = await read(askFour(), { chart });
    for (const name of ['苏州市', '仙桃市', '淮安市']) expect(texts).toContain(name);
    expect(title).toBe('各市volunteers');
    expect(attributes).toContainEqual(['role', 'img']);
  });

  test('are the same bytes each time', async () => {
    const comparison = askFour();
    const [first, second] = [await svgOf(comparison, { chart }), await svgOf(comparison, { chart })];
    expect(first).toBe(second);
    expect(first).not.toContain('zr');
  });

  test.each([
    '<script>alert(1)</script>',
    '甲&乙 "丙" \'丁\'',
    ']]><image href="http://example.org/x.png"/>',
    '\0\u0001\u001b[31m\ufffe\ud800市',
    '\u202e倒写\u2066',
    '{a|富文本}',
    '长'.repeat(400),
    'longwithoutbreak'.repeat(40),
  ])('stay well-formed and inert whatever a region is named: %j', async (name) => {
    const { names, attributes } = await read(
      renamed(askFour(), () => name),
      { chart },
    );
    expect([...names].filter((each) => /^(?:script|image|foreignObject|a|use|style)$/.test(each))).toEqual(
      [],
    );
    expect(attributes.filter(([key]) => /href|^on/.test(key))).toEqual([]);
    expect(attributes.filter(([, value]) => /url\((?!#)/.test(value))).toEqual([]);
  });

  test('say what they leave out of 400 regions', async () => {
    const { texts } = await read(manyOf(askFour(), 400), { chart });
    const drawn = texts.filter((text) => /^第\d+区$/.test(text));
    expect(drawn).toHaveLength(40);
    expect(texts).toContain(chart === 'bars' ? '另有 260 个未画出' : '另有 360 个未画出');
  });

  test('of one region, of 0 and of a trillion, are drawn', async () => {
    for (const [value, shown] of [
      [0, '0'],
      [1e12, '1万亿'],
    ] as const) {
      const database = newDatabase();
      tell(database, [['320500', value]]);
      const { texts } = await read(ask(database), { chart });
      expect(texts).toEqual(expect.arrayContaining(['苏州市', shown]));
    }
  });

  test('are as wide as asked for, or as they need', async () => {
    expect(widthOf(await read(askFour(), { chart, width: 1600 }))).toBe(1600);
    expect(widthOf(await read(askFour(), { chart, width: 480 }))).toBe(480);
    const long = renamed(askFour(), () => '新疆生产建设兵团第十四师昆玉市');
    expect(widthOf(await read(long, { chart: 'bars', width: 480 }))).toBeGreaterThan(480);
  });

  test('speak English', async () => {
    const { texts, title } = await read(askFour(), { chart, language: 'en' });
    expect(title).toBe('volunteers by city');
    expect(texts.join('\n')).toContain('Source: 3 figures of 3 documents, read by huibao');
    expect(texts.join('')).not.toMatch(/单位|来源|汇总|无报告/);
  });

  test('of no series are refused with a hint', async () => {
    const nothing = svgOf(ask(newDatabase()), { chart });
    await expect(nothing).rejects.toThrow(PictureError);
    await expect(nothing).rejects.toMatchObject({ code: 'no-numbers' });
  });
});

describe('bars', () => {
  test('show amounts with bounds, ranks with ties, and what has no number', async () => {
    const { texts } = await read(askFour());
    expect(texts).toEqual(
      expect.arrayContaining(['1–2', '≤6,000 (5,000–6,000)', '≥5,500', '700', '3', '有报告，未提及：北京市']),
    );
    expect(texts).toEqual(expect.arrayContaining(['报告写明', '由下级汇总', '下限至上限（箭头：上不封顶）']));
    expect(texts).not.toContain('说法有矛盾');
  });

  test('of a series that is not there are refused', async () => {
    await expect(svgOf(askFour(), { series: 1 })).rejects.toMatchObject({ code: 'no-series' });
    const error = new PictureError('no-series', { series: 2, count: 1 });
    expect([error.describe('zh'), error.hint('en')]).toEqual([
      '没有第 2 个系列；共有 1 个',
      'choose one that it has',
    ]);
  });

  test('are red where reports are at odds', async () => {
    const database = newDatabase();
    tell(database, [['320500', 59_169]]);
    tell(database, [['320500', 62_000]]);
    const { texts } = await read(ask(database));
    expect(texts).toContain('5.916万–6.2万 · 说法有矛盾');
  });
});

describe('the heat map', () => {
  test('says in a cell why there is no number, and marks sums', async () => {
    const { texts } = await read(askFour({ indicators: ['volunteers', 'posts'] }), { chart: 'heat-map' });
    expect(texts).toEqual(expect.arrayContaining(['各市数字', 'volunteers', '（人）', 'posts', '（个）']));
    expect(texts).toEqual(expect.arrayContaining(['Σ 700', '未提及']));
    expect(texts).toContain('Σ = 由下级汇总');
  });
});

describe.skipIf(hasNoChineseFont)('PNG', () => {
  test.each(['bars', 'heat-map'] as const)('of %s has two dots a pixel', async (chart) => {
    const [png, svg] = [await pngOf(askFour(), { chart }), await read(askFour(), { chart })];
    expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    const height = Number(svg.attributes.find(([name]) => name === 'height')![1]);
    expect(sizeOf(png)).toEqual([2 * widthOf(svg), 2 * height]);
  });

  test('of more cells than are drawn at once is drawn whole', async () => {
    const four = askFour();
    const many = {
      ...four,
      series: Array.from({ length: 90 }, () => four.series[0]!),
      rows: Array.from({ length: 40 }, () => ({
        ...four.rows[0]!,
        cells: Array(90).fill(four.rows[0]!.cells[0]!) as Row['cells'],
      })),
    };
    expect(sizeOf(await pngOf(many, { chart: 'heat-map' }))[0]).toBeGreaterThan(1920);
  });

  test('is the same each time', async () => {
    expect((await pngOf(askFour())).equals(await pngOf(askFour()))).toBe(true);
  });
});

describe('lines over time', () => {
  const draw = async (regions?: string[], language: 'zh' | 'en' = 'zh'): Promise<Svg> =>
    readSvg((await drawTrends(tellTrends(regions), { format: 'svg', language })) as string);

  test('end in the name and the last number, and say what their signs mean', async () => {
    const { texts, title } = await draw();
    expect(title).toBe('volunteers随时间的变化');
    expect(texts).toEqual(expect.arrayContaining(['volunteers（人）', '苏州市 800']));
    expect(texts.find((text) => text.startsWith('淮安市 '))).toContain('2,600');
    expect(texts).toEqual(
      expect.arrayContaining(['重复上次的数字', '说法有矛盾，或累计数减少', '下限至上限（箭头：上不封顶）']),
    );
    expect(texts.join('\n')).toContain('2022-01-10 至 2022-03-10');
  });

  test('of one region are named after it, in English too', async () => {
    expect((await draw(['320800'], 'en')).title).toBe('volunteers over time, 淮安市');
    const { texts } = await draw(['320500']);
    expect(texts).not.toContain('重复上次的数字');
  });

  test('are eight at most; the others are counted and named', async () => {
    const { trends, ...others } = tellTrends();
    const [model] = trends;
    const many = Array.from({ length: 11 }, (_, i) => ({
      ...model!,
      region: { ...model!.region, code: String(i), name: `第${i}<区>` },
      points: model!.points.slice(0, i === 10 ? 4 : 1),
    }));
    const { texts } = readSvg(
      (await drawTrends({ ...others, trends: many }, { format: 'svg', language: 'zh' })) as string,
    );
    expect(texts.filter((text) => /^第\d+<区> /.test(text))).toHaveLength(8);
    expect(texts.join('')).toContain('未画出（3）：第7<区>、第8<区>、第9<区>');
  });

  test.skipIf(hasNoChineseFont)('as PNG are drawn; of nothing are refused', async () => {
    const png = Buffer.from(
      (await drawTrends(tellTrends(), { format: 'png', language: 'zh' })) as Uint8Array,
    );
    expect(sizeOf(png)[0]).toBe(1920);
    const nothing = drawTrends({ ...tellTrends(), trends: [] }, { format: 'png', language: 'zh' });
    await expect(nothing).rejects.toMatchObject({ code: 'no-numbers' });
  });
});
