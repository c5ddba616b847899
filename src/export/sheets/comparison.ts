/** A comparison → a sheet to hand in: regions down, series across, a number or the reason why there is none in each cell. */
import {
  signedNumber,
  type Amount,
  type Cell as Compared,
  type Comparison,
  type Series,
} from '../../compare/index.js';
import { describeGap } from '../../language/comparison-words.js';
import { say } from '../../language/language.js';
import { formatAmount } from '../amounts.js';
import { LEGEND, SIGNS } from '../about.js';
import { describeSeries } from '../words.js';
import { placeIn, type Cell, type Look, type Sheet } from '../xlsx/sheet.js';
import { amount, headers, text } from './cells.js';
import { lookOf, rowOfCell } from './details.js';

export interface ComparisonSheet {
  readonly name: string;
  readonly title: string;
  /** What was asked for, on one line. */
  readonly asked: string;
  readonly comparison: Comparison;
  readonly wan: boolean;
  /** The sheet that says all of each cell. */
  readonly details: string;
}

export function comparisonSheet({ name, title, asked, comparison, wan, details }: ComparisonSheet): Sheet {
  const { series, rows, totals } = comparison;
  return {
    name,
    widths: [16, 9, ...series.map(() => 18)],
    frozen: { rows: 3, columns: 2 },
    filterAt: 2,
    // the sum, how many go in, a blank row, and the key
    footer: 4 + LEGEND.length,
    rows: [
      [text(title, 'title')],
      [text(asked, 'soft')],
      headers([say(REGION), say(CODE), ...series.map(titleOf)]),
      ...rows.map(({ region: { name, code }, cells }, i) => [
        ...[text(name), text(code)],
        ...cells.map((cell, j) => ({
          ...cellOf(cell, wan),
          place: placeIn(details, rowOfCell(comparison, i, j)),
        })),
      ]),
      [
        ...[text(say(TOTAL), 'total'), text(null, 'total')],
        ...totals.map((total) =>
          // a sum of hedged numbers is a span, as everywhere
          total === null ? text(null, 'total') : numberOf(total.amount, wan, 'total', { contradicted: true }),
        ),
      ],
      [text(say(COUNTED), 'soft'), text(null), ...totals.map(counted)],
      [],
      [text(say(SIGNS), 'soft')],
      ...LEGEND.map(({ look, name: called, means }) => [
        text(say(called), look),
        text(null),
        text(say(means), 'soft'),
      ]),
    ],
  };
}

const REGION = { en: 'region', zh: '地区' };
const CODE = { en: 'code', zh: '代码' };
const TOTAL = { en: 'sum', zh: '合计' };
const COUNTED = { en: 'regions that go in', zh: '计入地区数' };

const counted = (total: Comparison['totals'][number]): Cell => ({
  ...text(total === null ? null : `${total.counted} / ${total.of}`, 'soft'),
  align: 'right',
});

const titleOf = (series: Series): string =>
  say({ en: '{name} ({unit})', zh: '{name}（{unit}）' }, { name: describeSeries(series), unit: series.unit });

const cellOf = (cell: Compared, wan: boolean): Cell =>
  cell.kind === 'gap'
    ? text(describeGap(cell.reason), 'gap')
    : numberOf(cell.amount, wan, lookOf(cell), cell);

/** A number with the sign of what is open, so that no hedge gets lost; text where nothing but bounds is known. */
function numberOf(of: Amount, wan: boolean, look: Look, { contradicted = false } = {}): Cell {
  const shown = signedNumber(of, { contradicted });
  if (shown === null) return { ...text(formatAmount(of, wan, { contradicted }), look), align: 'right' };
  return { ...amount(shown.number, wan, look), sign: shown.sign };
}
