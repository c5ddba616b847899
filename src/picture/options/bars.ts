/** A comparison and one of its series in → bars, the greatest first, with a whisker from what each is at least to what it is at most. */
import type { Comparison } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { sayIn, type Phrase } from '../../language/language.js';
import { AXIS_HEIGHT, barChart, ROW_HEIGHT, spaceFor } from './bar-chart.js';
import { isExact } from './numbers.js';
import { layPage, type Element, type Key, type Picture } from './page.js';
import { formatGapGroup, plain, sortRows, type Filled, type SortedRows } from './rows.js';
import { COLOURS, FONTS, MOST_ROWS, widthFor, type PictureOptions } from './style.js';
import { whiskerOf } from './whisker.js';
import { describeScope, describeSource, describeTitle, WORDS } from './words.js';

export interface BarOptions extends PictureOptions {
  /** Which of the comparison's series, from 0; the first. */
  readonly series?: number | undefined;
}

export function barPicture(comparison: Comparison, options: BarOptions): Picture {
  const { language, fonts = FONTS, series = 0 } = options;
  const sorted = sortRows(comparison, series, language);
  const rows = sorted.filled.slice(0, MOST_ROWS);
  const space = spaceFor(rows, language);
  const width = Math.max(widthFor(options), space.least);
  const figures = rows.flatMap(({ cell }) => cell.figures);
  return layPage(
    {
      title: plain(describeTitle(comparison, series, language)),
      subtitle: plain(describeScope(comparison, comparison.series[series]!, language)),
      keys: keysOf(
        rows.map(({ cell }) => cell),
        language,
      ),
      chartHeight: rows.length === 0 ? 0 : rows.length * ROW_HEIGHT + AXIS_HEIGHT,
      chart: (top) => barChart(rows, space, { top, width, fonts, language }),
      notes: notesOf(sorted, rows.length, language),
      source: describeSource(figures, comparison.sources, language),
    },
    width,
    fonts,
  );
}

/** What is not drawn: the regions that are too many, and those without a number. */
function notesOf({ filled, gaps }: SortedRows, drawn: number, language: Language): string[] {
  const missing = gaps.reduce((sum, { names }) => sum + names.length, 0);
  return [
    ...(filled.length === 0 ? [sayIn(language, WORDS.nothing)] : []),
    ...(filled.length > drawn ? [sayIn(language, WORDS.more, { count: filled.length - drawn })] : []),
    ...(missing > 0 ? [sayIn(language, WORDS.without, { count: missing })] : []),
    ...gaps.map((group) => formatGapGroup(group, language)),
  ];
}

/** Only what there is on the picture. */
function keysOf(cells: readonly Filled[], language: Language): Key[] {
  const key = (is: (cell: Filled) => boolean, sign: Element, phrase: Phrase): Key[] =>
    cells.some(is) ? [{ sign, text: sayIn(language, phrase) }] : [];
  return [
    ...key(({ kind }) => kind === 'stated', sampleBar(COLOURS.stated), WORDS.stated),
    ...key(({ kind }) => kind === 'rolled-up', sampleBar(COLOURS.rolledUp, COLOURS.stated), WORDS.rolledUp),
    ...key(({ amount }) => !isExact(amount), SAMPLE_WHISKER, WORDS.bounds),
    ...key(
      ({ contradicted }) => contradicted,
      sampleBar(COLOURS.paper, COLOURS.contradicted),
      WORDS.contradicted,
    ),
  ];
}

const sampleBar = (fill: string, stroke = fill): Element => ({
  type: 'rect',
  shape: { x: -10, y: -5, width: 20, height: 10 },
  style: { fill, stroke },
});

const SAMPLE_WHISKER: Element = whiskerOf([-10, 0], [10, 0], { isOpen: false, direction: [1, 0] });
