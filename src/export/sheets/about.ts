/** What is said about results → a sheet: what was asked, how cells look, what columns mean. */
import { say } from '../../language/language.js';
import { aboutResults, LEGEND, SIGNS, titleOf } from '../about.js';
import type { Results } from '../results.js';
import { MOST_LINKS, type Cell, type Sheet } from '../xlsx/sheet.js';
import { text } from './cells.js';
import { FIGURE_COLUMNS, linksEach } from './figures.js';

export interface AboutSheet {
  readonly name: string;
  readonly results: Results;
  /** Figures of the longest sheet. */
  readonly figures: number;
}

export function aboutSheet({ name, results, figures }: AboutSheet): Sheet {
  return {
    name,
    widths: [26, 96],
    frozen: { rows: 0, columns: 0 },
    filterAt: null,
    rows: [
      [text(titleOf(results), 'title')],
      ...aboutResults(results).map(pair),
      [],
      [text(say({ en: 'How cells of the comparison look', zh: '对比表中单元格的样式' }), 'total')],
      ...LEGEND.map(({ look, name: called, means }) => [
        text(say(called), look),
        text(say(means), 'wrapped'),
      ]),
      pair([say(A_SIGN), say(SIGNS)]),
      pair([say(A_CLICK), say(LEADS)]),
      [],
      [text(say({ en: 'Columns of the figures', zh: '数据表的各列' }), 'total')],
      ...FIGURE_COLUMNS.map((column) => pair([say(column), say(column.means)])),
      ...(linksEach(figures) ? [] : [pair([say(LINKS), say(FEW_LINKS, { most: MOST_LINKS })])]),
      ...(results.wan ? [pair(['万', say(WAN)])] : []),
    ],
  };
}

const pair = ([name, said]: readonly [string, string]): Cell[] => [
  text(name, 'wrapped'),
  text(said, 'wrapped'),
];

const A_SIGN = { en: 'signs', zh: '符号' };
const A_CLICK = { en: 'a click on a cell', zh: '点击单元格' };
const LEADS = {
  en: 'leads to its row among the cells, with bounds, rank, sentence and file, or the reason for the gap',
  zh: '跳到“明细”中对应的一行：上下限、名次、原句、文件，或缺数原因',
};
const LINKS = { en: 'links', zh: '链接' };
const FEW_LINKS = {
  en: 'only the first row of each file is a link: a sheet can have {most}',
  zh: '每个文件仅首行带链接：一个工作表最多 {most} 个链接',
};
const WAN = {
  en: 'whole numbers from 10,000 on are shown in 万 (ten thousands), none rounded; the cell holds the number itself',
  zh: '一万以上的整数以万为单位显示，不作舍入，单元格中仍是原数',
};
