/** Rows of a comparison in → a cell a region and series, darker where it is a larger share of the greatest of its series. */
import type { CustomSeriesOption } from 'echarts/charts';
import { amountParts, middleOf } from '../../../picture/options/numbers.js';
import type { Series } from '../../../compare/index.js';
import type { Language } from '../../api.js';
import type { ComparedRow, FilledCell } from '../../compare-api.js';
import { formatSeries } from '../logic/format-cell.js';
import { isFilled } from '../logic/sort-rows.js';
import { describeCell } from './describe-cell.js';
import { mix, readableOn } from '../logic/colours.js';
import type { Look } from './look.js';
import { baseOption, SIZE, tooltip, type ChartOption } from './option.js';

export const ROW = 32;
const HEAD = 56;
const NAMES = 112;

/** Names are Chinese: a character is as wide as it is high. */
const nameWidth = (rows: readonly ComparedRow[]): number =>
  Math.min(NAMES, SIZE * Math.max(0, ...rows.map(({ name }) => name.length)) + 2);

/** The least that a column takes. */
const COLUMN = 84;

/** What stands in a cell that has a number, in 万 where it is large, so that there is room for all of it. */
function textOf(cell: FilledCell, language: Language): string {
  const { number } = amountParts(cell, language, cell);
  return `${cell.sum ? 'Σ ' : ''}${number}${cell.contradicted ? ' !' : ''}`;
}

// a Han character is as wide as it is high, other letters a little more than half
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, letter) => width + (letter > '\u2e7f' ? SIZE : 0.62 * SIZE), 0);

/** No number is cut: one that is would look like a smaller one. */
function columnWidth(rows: readonly ComparedRow[], language: Language): number {
  const texts = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (isFilled(cell) ? [widthOf(textOf(cell, language))] : [])),
  );
  return texts.reduce((most, width) => Math.max(most, Math.ceil(width) + 12), COLUMN);
}

interface Given {
  readonly series: readonly Series[];
  /** By series: the greatest number of all rows, and how many have one. */
  readonly columns: readonly { readonly most: number; readonly ranked: number }[];
  /** Words for why there is no number. */
  readonly gap: (reason: string) => string;
  readonly language: Language;
  readonly look: Look;
}

export const sizeOf = (
  rows: readonly ComparedRow[],
  columns: number,
  language: Language,
): { readonly height: number; readonly width: number } => ({
  height: rows.length * ROW + HEAD + 4,
  width: nameWidth(rows) + 24 + columns * columnWidth(rows, language),
});

export const columnsOf = (rows: readonly ComparedRow[], series: readonly Series[]): Given['columns'] =>
  series.map((_, i) => {
    const filled = rows.flatMap(({ cells }) => (isFilled(cells[i]) ? [middleOf(cells[i])] : []));
    return { most: filled.reduce((most, size) => Math.max(most, size), 0), ranked: filled.length };
  });

export function heatMapOption(rows: readonly ComparedRow[], given: Given): ChartOption {
  const { series, columns, gap, language, look } = given;
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    ...baseOption(look),
    tooltip: {
      ...tooltip(look),
      formatter: (hovered) => {
        const one = Array.isArray(hovered) ? hovered[0] : hovered;
        const [x, y] = placeOf(one?.dataIndex ?? 0, series.length);
        const cell = rows[y]?.cells[x];
        const region = `${rows[y]?.name ?? ''}, ${formatSeries(series[x]!, language)}`;
        if (!isFilled(cell)) return `${region}\n${cell ? gap(cell.gap) : ''}`;
        return describeCell(
          cell,
          { region, unit: series[x]!.unit, ranked: columns[x]!.ranked },
          language,
        ).join('\n');
      },
    },
    grid: { left: nameWidth(rows) + 16, right: 8, top: HEAD, bottom: 4, outerBoundsMode: 'none' },
    xAxis: {
      ...{
        type: 'category',
        position: 'top',
        data: series.map(({ name, item, unit }) => [name, item, unit].filter(Boolean).join('\n')),
        ...bare,
      },
      axisLabel: {
        ...{ color: look.muted, interval: 0, lineHeight: 14 },
        ...{ width: columnWidth(rows, language) - 8, overflow: 'truncate' },
      },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: rows.map(({ name }) => name), ...bare },
      axisLabel: { color: look.text, interval: 0, width: nameWidth(rows), overflow: 'truncate' },
    },
    series: [cellsOf(rows, given)],
  };
}

const placeOf = (index: number, width: number): readonly [x: number, y: number] => [
  index % width,
  Math.floor(index / width),
];

function cellsOf(rows: readonly ComparedRow[], given: Given): CustomSeriesOption {
  const { series, columns, gap, language, look } = given;
  const shown = (x: number, y: number) => {
    const cell = rows[y]!.cells[x]!;
    if (!isFilled(cell)) return { text: gap(cell.gap), ground: look.sunken, ink: look.muted };
    const { most } = columns[x]!;
    const ground = mix(look.soft, look.accent, most > 0 ? middleOf(cell) / most : 0);
    return { text: textOf(cell, language), ground, ink: readableOn(ground, look.text, look.surface) };
  };
  return {
    ...{ type: 'custom', encode: { x: 0, y: 1 } },
    data: rows.flatMap((_, y) => series.map((__, x) => [x, y])),
    renderItem: ({ dataIndex }, api) => {
      const [x, y] = placeOf(dataIndex, series.length);
      const [centreX, centreY] = api.coord([x, y]) as [number, number];
      const [width, height] = api.size!([1, 1]) as [number, number];
      const { text, ground, ink } = shown(x, y);
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: {
              x: centreX - width / 2 + 1,
              y: centreY - height / 2 + 1,
              width: width - 2,
              height: height - 2,
              r: 2,
            },
            style: { fill: ground },
          },
          {
            ...{ type: 'text', silent: true },
            style: {
              ...{ x: centreX, y: centreY, text, align: 'center', verticalAlign: 'middle' },
              ...{ fill: ink, font: `${SIZE}px ${look.font}`, width: width - 8, overflow: 'truncate' },
            },
          },
        ],
      };
    },
  };
}
