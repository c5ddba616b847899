import { describe, expect, test } from 'vitest';
import type { CellContext, Quantity } from '../../src/model.js';
import { applyBracketUnit, applyHeaderUnit, readHeaderUnit } from '../../src/quantify/header-unit.js';
import { quantify } from '../../src/quantify/quantify.js';
import { lexicon } from './show-numbers.js';

describe('the unit that a header names', () => {
  test.each([
    ['善款（万元）', '元', 1e4],
    ['志愿者（人）', '人', 1],
    ['单位：亿元', '元', 1e8],
    ['（单位：万人次）', '人次', 1e4],
    ['金额/万元', '元', 1e4],
    ['面积（平方米）', '平方米', 1],
    ['场次（场）', '场', 1],
    ['增幅（%）', '%', 1],
    ['零钱（角）', '元', 0.1],
    ['阅读量（万）', null, 1e4],
    ['捐款（港币万元）', '港元', 1e4],
    ['金额（人民币元）', '元', 1],
  ])('%s', (header, unit, scale) => {
    expect(readHeaderUnit(header, lexicon)).toMatchObject({ unit, scale });
  });

  test.each(['地区', '物资（下同）', '项目（一）', '城乡/统筹', '合计', '服务户数', ''])(
    '%s names none',
    (header) => {
      expect(readHeaderUnit(header, lexicon)).toBeNull();
    },
  );
});

const cell = (over: Partial<CellContext>): CellContext => ({
  place: { table: 1, row: 2, column: 2, rowSpan: 1, columnSpan: 1, header: false },
  rowHeaders: [],
  columnHeaders: [],
  caption: null,
  ...over,
});

const apply = (text: string, over: Partial<CellContext>): Quantity =>
  applyHeaderUnit(text, quantify(text, lexicon).quantities[0]!, cell(over), lexicon);

describe('a number in a cell', () => {
  test('takes unit and magnitude of its column', () => {
    expect(apply('405.5', { columnHeaders: ['善款（万元）'] })).toMatchObject({
      value: 4_055_000, lower: 4_055_000, upper: 4_055_000, unit: '元', unitText: '万元', flags: ['header-unit'],
    }); // prettier-ignore
  });

  test('takes the column before the row, and the row before the caption', () => {
    const headers = { columnHeaders: ['队伍（支）'], rowHeaders: ['志愿者（人）'], caption: '单位：个' };
    expect(apply('12', headers).unit).toBe('支');
    expect(apply('12', { ...headers, columnHeaders: ['队伍'] }).unit).toBe('人');
    expect(apply('12', { caption: '单位：个' }).unit).toBe('个');
  });

  test('keeps a unit of its own', () => {
    expect(apply('36人', { columnHeaders: ['善款（万元）'] })).toMatchObject({ value: 36, unit: '人' });
  });

  test.each([
    ['3.5万', '善款（万元）', 35_000],
    ['0.5万', '善款（万元）', 5_000],
    ['10.25万', '善款（万元）', 102_500],
    ['三千二百', '志愿者（万人）', 3_200],
  ])('is not multiplied twice when it has a magnitude word of its own: %s', (text, header, value) => {
    expect(apply(text, { columnHeaders: [header] }).value).toBe(value);
  });

  test.each<[Partial<CellContext>, number, string]>([
    [{ columnHeaders: ['服务户数'] }, 3, '户'],
    [{ columnHeaders: ['出动人次'] }, 3, '人次'],
    [
      { columnHeaders: ['2014年'], rowHeaders: ['接收社会捐款'], caption: '表9 单位：亿元、万件 |' },
      3e8,
      '元',
    ],
    [
      { columnHeaders: ['2014年'], rowHeaders: ['接收衣被'], caption: '表9 单位：亿元、万件 |' },
      30_000,
      '件',
    ],
    [{ columnHeaders: ['志愿者人数'], caption: '单位：万人' }, 30_000, '人'],
    [{ columnHeaders: ['数值'], rowHeaders: ['志愿者人数', '（万人）'] }, 30_000, '人'],
    [{ columnHeaders: ['志愿者人数'], caption: '单位：万' }, 30_000, '人'],
    [{ columnHeaders: ['服务户数'], caption: '单位：万元' }, 3, '户'],
  ])(
    'counts what its header counts, in the magnitude that caption or row name: %j',
    (headers, value, unit) => {
      expect(apply('3', headers)).toMatchObject({ value, unit });
    },
  );

  test('is multiplied and keeps waiting for a unit when the header names a magnitude alone', () => {
    expect(apply('86', { columnHeaders: ['阅读量（万）'] })).toMatchObject({ value: 860_000, unit: null });
  });

  test('stays redacted', () => {
    expect(apply('XX\t', { columnHeaders: ['志愿者（人）'] })).toMatchObject({
      value: null,
      unit: '人',
      redacted: true,
    });
  });

  test('stays as it is where no header names a unit', () => {
    expect(apply('12', { columnHeaders: ['数量'] })).toMatchObject({
      value: 12,
      unit: null,
      flags: ['no-unit'],
    });
  });
});

test.each([
  ['服务时长（小时）216,370.5', 216370.5, '小时'],
  ['捐赠（万元）：12.5', 125000, '元'],
  ['（三）216', 216, null],
  ['善款（万元）已到账，共216', 216, null],
])('a unit in brackets in front of a number: %s', (text, value, unit) => {
  const { quantities } = quantify(text, lexicon);
  expect(applyBracketUnit(text, quantities.at(-1)!, lexicon)).toMatchObject({ value, unit });
});
