/** A comparison and one of its series in → lines for a terminal: ranks, names, bars with what is open of them, amounts, gaps. */
import stringWidth from 'string-width';
import { formatRank } from '../compare/amount.js';
import type { Amount, Comparison } from '../compare/index.js';
import type { Language } from '../diagnostics.js';
import { sayIn } from '../language/language.js';
import { cutToWidth } from '../text/printable.js';
import { endOf, formatAmount, leastOf } from './options/numbers.js';
import { formatGapGroup, plain, sortRows, type FilledRow } from './options/rows.js';
import { wrap } from './options/text-width.js';
import { describeScope, describeSource, describeTitle, WORDS } from './options/words.js';

export interface FormatBarsOptions {
  readonly language: Language;
  /** Which of the comparison's series, from 0; the first. */
  readonly series?: number | undefined;
  /** In terminal columns; 80. Bars are never shorter than ten. */
  readonly width?: number | undefined;
  /** Regions that are shown; the others are counted. */
  readonly limit?: number | undefined;
}

const NAME = 20;
const LEAST_BAR = 10;
const GAP = '  ';
/** From nothing to seven eighths of a column. */
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** @throws {RangeError} where the comparison has no such series */
export function formatBars(comparison: Comparison, options: FormatBarsOptions): string[] {
  const { language, series = 0, width = 80, limit = 40 } = options;
  const asked = comparison.series[series];
  if (!asked) throw new RangeError(`no series ${series} of ${comparison.series.length}`);
  const { filled, gaps } = sortRows(comparison, series, language);
  const rows = filled.slice(0, limit);
  const missing = gaps.reduce((sum, { names }) => sum + names.length, 0);
  const figures = rows.flatMap(({ cell }) => cell.figures);
  return [
    plain(describeTitle(comparison, series, language)),
    plain(describeScope(comparison, asked, language)),
    '',
    ...(rows.length === 0 ? [sayIn(language, WORDS.nothing)] : barLines(rows, language, width)),
    ...(filled.length > limit ? [sayIn(language, WORDS.more, { count: filled.length - limit })] : []),
    ...(missing > 0 ? ['', sayIn(language, WORDS.without, { count: missing })] : []),
    ...gaps
      .flatMap((group) => wrap(formatGapGroup(group, language), width - GAP.length))
      .map((line) => `${GAP}${line}`),
    '',
    describeSource(figures, comparison.sources, language),
  ];
}

function barLines(rows: readonly FilledRow[], language: Language, width: number): string[] {
  const cells = rows.map(({ name, cell }) => ({
    rank: formatRank(cell.rank),
    name: cutToWidth(name, NAME),
    amount: labelOf(cell, language),
  }));
  const [rank, name, amount] = (['rank', 'name', 'amount'] as const).map((part) =>
    Math.max(...cells.map((each) => stringWidth(each[part]))),
  ) as [number, number, number];
  const bar = Math.max(LEAST_BAR, width - rank - name - amount - 3 * GAP.length);
  const most = Math.max(...rows.map(({ cell }) => endOf(cell.amount)));
  return rows.map(({ cell }, i) =>
    [
      cells[i]!.rank.padStart(rank),
      pad(cells[i]!.name, name),
      pad(formatBar(cell.amount, most, bar), bar),
      cells[i]!.amount,
    ].join(GAP),
  );
}

function labelOf({ amount, kind, contradicted }: FilledRow['cell'], language: Language): string {
  return [
    formatAmount(amount, language, { contradicted }),
    ...(kind === 'rolled-up' ? [sayIn(language, WORDS.rolledUp)] : []),
    ...(contradicted ? [sayIn(language, WORDS.contradicted)] : []),
  ].join(' · ');
}

/** Full up to what it is at least, light up to what it is at most; the last column is that of the arrow. */
function formatBar(amount: Amount, most: number, width: number): string {
  const columns = (number: number): number => (most > 0 ? (number / most) * (width - 1) : 0);
  const least = leastOf(amount);
  const eighths = Math.max(least > 0 ? 1 : 0, Math.round(columns(least) * 8));
  const full = '█'.repeat(Math.floor(eighths / 8)) + PARTS[eighths % 8]!;
  const open = '░'.repeat(Math.max(0, Math.round(columns(endOf(amount))) - full.length));
  return `${full}${open}${amount.upper === null ? '▸' : ''}`;
}

const pad = (text: string, width: number): string => text + ' '.repeat(width - stringWidth(text));
