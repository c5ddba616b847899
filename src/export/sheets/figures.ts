/** Current figures → a sheet, a figure a row, its file a link. */
import { say } from '../../language/language.js';
import type { CurrentFigure } from '../../store/index.js';
import { describeStatistic } from '../../language/terms.js';
import { describeDecision, describePlace } from '../words.js';
import { MOST_LINKS, type Cell, type Sheet } from '../xlsx/sheet.js';
import { amount, day, headers, text } from './cells.js';

export interface FigureSheet {
  readonly name: string;
  readonly figures: Iterable<CurrentFigure>;
  readonly count: number;
  readonly names: ReadonlyMap<string, string>;
  readonly linkTo: (file: string) => string;
  readonly wan: boolean;
}

/** Of more figures than links can be, only the first of each file is one. */
export const linksEach = (count: number): boolean => count <= MOST_LINKS;

/** What the columns are called and mean, with their widths. */
export const FIGURE_COLUMNS = [
  { width: 14, en: 'region', zh: '地区', means: { en: 'the division that it is said of', zh: '数据所属地区' } },
  { width: 18, en: 'indicator', zh: '指标', means: { en: 'what is counted', zh: '统计内容' } },
  { width: 10, en: 'item', zh: '物品', means: { en: 'the goods, where the report names them', zh: '报告写明的物品' } },
  { width: 13, en: 'value', zh: '数值', means: { en: 'empty where only bounds are known, or the number was blanked out', zh: '只知上下限或数字被隐去时为空' } },
  { width: 13, en: 'lower', zh: '下限', means: { en: 'at least; empty: open', zh: '至少；空为不限' } },
  { width: 13, en: 'upper', zh: '上限', means: { en: 'at most; empty: open', zh: '至多；空为不限' } },
  { width: 8, en: 'unit', zh: '单位', means: { en: 'the unit of value and bounds', zh: '数值与上下限的单位' } },
  { width: 10, en: 'statistic', zh: '统计', means: { en: 'only totals may be added up; a part and its whole are totals both', zh: '只有总量可以相加；部分与整体都是总量' } },
  { width: 12, en: 'as of', zh: '截至', means: { en: 'the day that it holds for', zh: '数据对应的日期' } },
  { width: 60, en: 'sentence', zh: '原句', means: { en: 'as the report has it', zh: '报告原文' } },
  { width: 36, en: 'file', zh: '文件', means: { en: 'the report; a link to it, as long as both stay where they are', zh: '报告文件；文件未移动时可点击打开' } },
  { width: 18, en: 'place', zh: '位置', means: { en: 'page, paragraph, cell of a table', zh: '页、段、表格单元' } },
  { width: 9, en: 'sure', zh: '把握', means: { en: 'probability that indicator and value are right', zh: '指标与数值均正确的概率' } },
  { width: 11, en: 'decision', zh: '审核', means: { en: 'what a person decided', zh: '人工审核结果' } },
  { width: 18, en: 'figure', zh: '编号', means: { en: 'for huibao explain', zh: '可用 huibao explain 查看来历' } },
] as const; // prettier-ignore

const TOTAL = { en: 'total', zh: '总量' };

export function figureSheet(options: FigureSheet): Sheet {
  return {
    name: options.name,
    widths: FIGURE_COLUMNS.map(({ width }) => width),
    frozen: { rows: 1, columns: 2 },
    filterAt: 0,
    rows: rowsOf(options),
  };
}

function* rowsOf({ figures, count, names, linkTo, wan }: FigureSheet): Generator<Cell[]> {
  yield headers(FIGURE_COLUMNS.map((column) => say(column)));
  let before: string | null = null;
  for (const figure of figures) {
    const { file, indicator, confidence } = figure;
    const isLink = linksEach(count) || file !== before;
    before = file;
    yield [
      text(figure.region_name),
      text(names.get(indicator) ?? indicator),
      text(figure.item),
      amount(figure.value, wan),
      amount(figure.lower, wan),
      amount(figure.upper, wan),
      text(figure.unit),
      text(figure.statistic === 'total' ? say(TOTAL) : describeStatistic(figure.statistic)),
      day(figure.as_of),
      text(figure.quote),
      isLink ? { value: file, look: 'link', link: linkTo(file) } : text(file),
      text(describePlace(figure)),
      { value: confidence, format: 'share' },
      text(describeDecision(figure)),
      text(figure.figure_id),
    ];
  }
}
