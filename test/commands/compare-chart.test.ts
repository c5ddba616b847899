import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findChineseFont } from '../../src/picture/chinese-font.js';
import { readSvg } from '../picture/svg.js';
import { comparedDatabase, CITIES } from './compared-database.js';
import { folderOf, huibao, type Ended } from './huibao.js';

const databaseOf = comparedDatabase(CITIES);

const CHINESE = { LC_ALL: 'zh_CN.UTF-8' };
const VOLUNTEERS = ['-i', 'volunteers', '--level', 'city'];
const compare = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  huibao(['compare', '--db', databaseOf(), ...args], { env });
const textsOf = (path: string): readonly string[] => readSvg(readFileSync(path, 'utf8')).texts;

describe('huibao compare --chart', () => {
  test('draws bars on the terminal, of every series', async () => {
    const { code, stdout, stderr } = await compare([...VOLUNTEERS, '--chart'], CHINESE);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^各市志愿者人数\n/);
    expect(stdout).toMatch(/1 {2}淮安市 {2}█+ +6,200\n/);
    expect(stdout).toContain('数字已隐去：盐城市');
    expect(stderr).toContain('地级行政区：3 个');
    const series = await compare(['-i', 'volunteers', 'service_hours', '--level', 'city', '--chart']);
    expect(series.stdout).toContain('\n\n志愿服务时长 by city\n');
  });

  test.each([
    [['--chart', 'heat-map'], 'this goes into a file'],
    [['--show', 'trend', '-r', '苏州市', '--chart'], 'this goes into a file'],
    [['--show', 'trend', '-r', '苏州市', '--chart', 'bars'], 'draws lines, no bars'],
    [['--show', 'conflicts', '--chart'], 'conflicts are not drawn'],
    [['--format', 'json', '--chart'], '--format json prints rows'],
    [['--chart', '--force'], 'go with a picture'],
    [['--chart', 'pie'], 'Allowed choices are bars, heat-map'],
  ])('refuses %j', async (args, told) => {
    const { code, stdout, stderr } = await compare(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
  });
});

describe('huibao compare --out', () => {
  test('draws bars of one series, the same bytes in two processes', async () => {
    const [a, b] = ['a.svg', 'b.svg'].map((name) => join(folderOf(), name)) as [string, string];
    const { code, stdout, stderr } = await compare([...VOLUNTEERS, '--out', a], CHINESE);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`已写入 ${a}`);
    expect(textsOf(a)).toEqual(
      expect.arrayContaining(['各市志愿者人数', '淮安市', '≤6,000 (5,000–6,000)', '数字已隐去：盐城市']),
    );
    await compare([...VOLUNTEERS, '--out', b], CHINESE);
    expect(readFileSync(b).equals(readFileSync(a))).toBe(true);
  });

  test('draws a heat map of several series, and lines of a trend', async () => {
    const out = folderOf();
    const map = join(out, 'map.svg');
    await compare(['-i', 'volunteers', 'service_hours', '--level', 'city', '--out', map]);
    expect(textsOf(map)).toEqual(expect.arrayContaining(['Figures by city', '志愿服务时长', '4,200–4,300']));
    const trend = join(out, 'trend.svg');
    await compare(['-i', 'volunteers', '--show', 'trend', '-r', '苏州市', '淮安市', '--out', trend]);
    expect(textsOf(trend)).toEqual(expect.arrayContaining(['志愿者人数 over time', '淮安市 6,200']));
    expect(readdirSync(out).toSorted()).toEqual(['map.svg', 'trend.svg']);
  });

  test.skipIf(findChineseFont() === null)('draws a PNG as wide as asked for', async () => {
    const path = join(folderOf(), '图.PNG');
    const { code } = await compare([...VOLUNTEERS, '--out', path, '--width', '1200']);
    expect(code).toBe(0);
    expect(readFileSync(path).readUInt32BE(16)).toBe(2400);
  });

  test('overwrites nothing unless told so, and never the database', async () => {
    const path = join(folderOf({ 'old.svg': 'mine' }), 'old.svg');
    const { code, stderr } = await compare([...VOLUNTEERS, '--out', path]);
    expect(code).toBe(2);
    expect(stderr).toContain('is there already');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await compare([...VOLUNTEERS, '--out', path, '--force'])).code).toBe(0);
    expect(textsOf(path)).toContain('苏州市');
    const store = join(folderOf({ 'x.svg': readFileSync(databaseOf()) }), 'x.svg');
    const spared = await huibao(['compare', '--db', store, ...VOLUNTEERS, '--out', store, '--force']);
    expect(spared.code).toBe(2);
    expect(spared.stderr).toContain('is the database');
    expect(readFileSync(store).equals(readFileSync(databaseOf()))).toBe(true);
  });

  test.each([
    [['--out', 'x.pdf'], 'x.pdf：图片只能是 .svg 或 .png'],
    [['--out', 'nowhere/x.svg'], '文件夹不存在'],
    [['--out', 'x.svg', '--width', '20'], '--width 须为 480 至 4000 的整数'],
    [['--out', 'x.svg', '--format', 'csv'], '--format csv 用于输出数据'],
    [['--out', 'x.svg', '--from', '1999-01-01', '--to', '1999-01-02'], '没有可画的数字'],
    [['-i', 'volunteers', 'service_hours', '--chart', 'bars', '--out', 'x.svg'], '条形图只画一个系列'],
    [['--width', '900'], '请用 --out 指定文件'],
  ])('refuses %j, and leaves nothing behind', async (args, told) => {
    const cwd = folderOf();
    const { code, stderr } = await huibao(['compare', '--db', databaseOf(), ...args], { cwd, env: CHINESE });
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('refuses a PNG where no font has Chinese, with what to do; SVG needs none', async () => {
    const out = folderOf();
    const without = { DISABLE_SYSTEM_FONTS_LOAD: '1', ...CHINESE };
    const { code, stderr } = await compare([...VOLUNTEERS, '--out', join(out, 'x.png')], without);
    expect(code).toBe(2);
    expect(stderr).toContain('本机没有中文字体');
    expect(stderr).toContain('或改用 SVG');
    expect(existsSync(join(out, 'x.png'))).toBe(false);
    expect((await compare([...VOLUNTEERS, '--out', join(out, 'x.svg')], without)).code).toBe(0);
  });
});
