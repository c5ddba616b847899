/** The headers of a table cell → what the bare number in it is where it is no figure: the number of a row, a year, a rate. */
import type { CellContext, SetAside } from '../model.js';

const KINDS: readonly (readonly [kind: SetAside['kind'], pattern: RegExp])[] = [
  // takes 序号, 排名, 行政区划代码, No.; leaves 编号数量
  ['ordinal', /^(?:序号?|排[名序位]|名次|位次|no\.?|\S{0,6}(?:编号|编码|代码))$/i],
  // takes 年份, 统计年度; leaves 年度捐款
  ['period', /^\S{0,4}(?:年份|年度|月份)$/],
  // takes 联系电话, 邮编; leaves 热线电话（个）
  ['phone', /^\S{0,4}(?:电话|手机号?码?|邮编|邮政编码|身份证号码?)$/],
  // takes 同比增长, 比上年增幅, 占比, 完成率; leaves 新增, 效率提升（人）
  ['rate', /^\S{0,8}(?:同比|环比|增长|增幅|增速|降幅|升降|占比|占\S{1,6}比重|比重|比例|百分比|率)$/],
];

/** Null where the number may be a figure. The nearest header of the column counts, and that of the row. */
export function kindOfNoFigure({ columnHeaders, rowHeaders }: CellContext): SetAside['kind'] | null {
  for (const header of [columnHeaders[0], rowHeaders[0]]) {
    const words = header?.replace(/\s/g, '') ?? '';
    const found = KINDS.find(([, pattern]) => pattern.test(words));
    if (found) return found[0];
  }
  return null;
}
