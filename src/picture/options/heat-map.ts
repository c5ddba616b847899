/** A comparison → regions × series, each column coloured on a scale of its own; a gap says why. */
import type { Cell, Comparison, Row } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { sayIn } from '../../language/language.js';
import { cutToWidth } from '../../text/printable.js';
import { HEAD_LINE, heatMapChart, ROW_HEIGHT, SCALE, SIZE, textOf } from './heat-map-chart.js';
import { middleOf } from './numbers.js';
import { layPage, type Key, type Picture } from './page.js';
import { plain, rowNames, type Filled } from './rows.js';
import { FONTS, MARGIN, MOST_ROWS, widthFor, type PictureOptions } from './style.js';
import { columnsIn, widestOf, wrap } from './text-width.js';
import { describeScope, describeSource, describeTitle, nameOf, WORDS } from './words.js';

const NAME_COLUMNS = 24;
/** In pixels; a column is also as wide as its widest number. */
const LEAST_COLUMN = 84;

export function heatMapPicture(comparison: Comparison, options: PictureOptions): Picture {
  const { language, fonts = FONTS } = options;
  const { series, sources } = comparison;
  const sorted = comparison.rows.toSorted((a, b) => compareCells(a.cells, b.cells));
  const rows = sorted.slice(0, MOST_ROWS);
  const cells = rows.map((row) => row.cells);
  const names = namesOf(sorted).slice(0, MOST_ROWS);
  const left = MARGIN + widestOf(names, SIZE) + 12;
  const texts = cells.flat().flatMap((cell) => textOf(cell, language));
  const column = Math.max(LEAST_COLUMN, widestOf(texts, SIZE) + 12);
  const width = Math.max(widthFor(options), left + column * series.length + MARGIN);
  const heads = headsOf(comparison, columnsIn((width - left - MARGIN) / series.length - 8, SIZE));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * HEAD_LINE + 8;
  const grid = { names, heads, cells, most: mostOf(comparison) };
  const only = series.length === 1 ? series[0]! : null;
  return layPage(
    {
      title: plain(describeTitle(comparison, only && 0, language)),
      subtitle: plain(describeScope(comparison, only, language)),
      keys: keysOf(cells.flat(), language),
      chartHeight: rows.length === 0 ? 0 : headHeight + rows.length * ROW_HEIGHT,
      chart: (top) => heatMapChart(grid, { left, top: top + headHeight, fonts, language }),
      notes: [
        ...(rows.length === 0 ? [sayIn(language, WORDS.nothing)] : []),
        ...(sorted.length > rows.length
          ? [sayIn(language, WORDS.more, { count: sorted.length - rows.length })]
          : []),
      ],
      source: describeSource(cells.flat().flatMap(figuresOf), sources, language),
    },
    width,
    fonts,
  );
}

const figuresOf = (cell: Cell): readonly string[] => (cell.kind === 'gap' ? [] : cell.figures);

/** The greatest of the first series first; gaps last, among them by the next series. */
function compareCells(a: readonly Cell[], b: readonly Cell[]): number {
  const size = (cell: Cell): number => (cell.kind === 'gap' ? -1 : middleOf(cell.amount));
  const differences = a.map((cell, i) => size(b[i]!) - size(cell));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function namesOf(rows: readonly Row[]): string[] {
  const names = rowNames(rows.map(({ region }) => region));
  return rows.map(({ region }) => cutToWidth(names.get(region.code)!, NAME_COLUMNS));
}

const MOST_HEAD_LINES = 4;

/** Each in as many lines as its column needs, the unit at the end. */
const headsOf = ({ series }: Comparison, columns: number): string[][] =>
  series.map((each) => {
    const unit = wrap(plain(`(${each.unit})`), columns)[0]!;
    return [...wrap(plain(nameOf(each)), columns).slice(0, MOST_HEAD_LINES - 1), unit];
  });

/** The greatest of each series, of all regions and not only those that are drawn. */
const mostOf = ({ rows, series }: Comparison): number[] =>
  series.map((_, i) =>
    rows.reduce((most, { cells }) => {
      const cell = cells[i]!;
      return cell.kind === 'gap' ? most : Math.max(most, middleOf(cell.amount));
    }, 0),
  );

/** Only what there is on the picture. */
function keysOf(cells: readonly Cell[], language: Language): Key[] {
  const has = (is: (cell: Filled) => boolean): boolean =>
    cells.some((cell) => cell.kind !== 'gap' && is(cell));
  const meaning = (sign: string, words: string): Key => ({ sign: null, text: `${sign} = ${words}` });
  return [
    ...(has(() => true) ? [{ sign: SCALE, text: sayIn(language, WORDS.share) }] : []),
    ...(has(({ kind }) => kind === 'rolled-up') ? [meaning('Σ', sayIn(language, WORDS.rolledUp))] : []),
    ...(has(({ contradicted }) => contradicted) ? [meaning('!', sayIn(language, WORDS.contradicted))] : []),
  ];
}
