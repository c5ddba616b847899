import { describe, expect, test } from 'vitest';
import type { CellContext } from '../../src/model.js';
import { kindOfNoFigure } from '../../src/quantify/no-figure-column.js';

const under = (columnHeaders: readonly string[], rowHeaders: readonly string[] = []): CellContext => ({
  place: { table: 1, row: 2, column: 2, rowSpan: 1, columnSpan: 1, header: false },
  rowHeaders,
  columnHeaders,
  caption: '单位：万元',
});

describe('a bare number in a cell is no figure', () => {
  test.each([
    ['序号', 'ordinal'],
    ['序 号', 'ordinal'],
    ['行政区划代码', 'ordinal'],
    ['年度', 'period'],
    ['联系电话', 'phone'],
    ['同比增长', 'rate'],
    ['完成率', 'rate'],
    ['占全市比重', 'rate'],
  ])('under %s: %s', (header, kind) => {
    expect(kindOfNoFigure(under([header, '志愿者']))).toBe(kind);
    expect(kindOfNoFigure(under(['椒江区'], [header]))).toBe(kind);
  });

  test.each(['捐款', '志愿者人数', '新增（人）', '年度捐款', '热线电话（个）', '效率提升（人）', ''])(
    'but under %s',
    (header) => {
      expect(kindOfNoFigure(under([header, '序号'], [header, '同比增长']))).toBeNull();
    },
  );
});
