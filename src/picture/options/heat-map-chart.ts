/** Names, heads and cells of a heat map in → its axes and its cells, drawn one by one: numbers on a colour, gaps on hatching. */
import type { CustomSeriesOption } from 'echarts/charts';
import type { Cell } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { describeGap } from '../../language/comparison-words.js';
import { amountParts, middleOf } from './numbers.js';
import type { ChartOption, Element } from './page.js';
import { COLOURS, MARGIN } from './style.js';

export const ROW_HEIGHT = 36;
export const HEAD_LINE = 16;
export const SIZE = 12;
/** From this share on, white letters have more contrast than black ones; both have at least 4.5. */
const DARK = 0.735;

export interface Grid {
  readonly names: readonly string[];
  /** By series, line by line. */
  readonly heads: readonly (readonly string[])[];
  /** By row, then by series. */
  readonly cells: readonly (readonly Cell[])[];
  /** By series: what has the darkest colour. */
  readonly most: readonly number[];
}

/** What stands in a cell, line by line: the number and its bounds, or why there is none. */
export function textOf(cell: Cell, language: Language): string[] {
  if (cell.kind === 'gap') return [describeGap(cell.reason, language)];
  const { number, bounds } = amountParts(cell.amount, language, cell);
  const marked = `${cell.kind === 'rolled-up' ? 'Σ ' : ''}${number}${cell.contradicted ? ' !' : ''}`;
  return bounds === null ? [marked] : [marked, bounds];
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly fonts: string;
  readonly language: Language;
}

export function heatMapChart(grid: Grid, { left, top, fonts, language }: Place): ChartOption {
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  const label = { fontFamily: fonts, fontSize: SIZE, color: COLOURS.ink, interval: 0, margin: 8 };
  const height = grid.cells.length * ROW_HEIGHT;
  return {
    grid: { left, top, height, right: MARGIN, outerBoundsMode: 'none' },
    xAxis: {
      ...{ type: 'category', position: 'top', data: grid.heads.map((lines) => lines.join('\n')), ...bare },
      axisLabel: { ...label, lineHeight: HEAD_LINE },
    },
    yAxis: { type: 'category', inverse: true, data: [...grid.names], ...bare, axisLabel: label },
    series: [cellSeries(grid, fonts, language)],
  };
}

/** Not ECharts' own heat map: it paints a part at a time, and needs a second canvas for it. */
function cellSeries({ cells, most }: Grid, fonts: string, language: Language): CustomSeriesOption {
  const places = cells.flatMap((row, y) => row.map((cell, x) => ({ x, y, cell })));
  return {
    // not piece by piece, which wants a second canvas
    ...{ type: 'custom', silent: true, progressive: 0, encode: { x: 0, y: 1 } },
    data: places.map(({ x, y }) => [x, y]),
    renderItem: ({ dataIndex }, api) => {
      const { x, y, cell } = places[dataIndex]!;
      const [centreX, centreY] = api.coord([x, y]) as [number, number];
      const [width, height] = (api.size!([1, 1]) as [number, number]).map((size) => size - 2) as [
        number,
        number,
      ];
      const box = { x: centreX - width / 2, y: centreY - height / 2, width, height };
      const letters = {
        ...{ x: centreX, y: centreY, text: textOf(cell, language).join('\n') },
        ...{ align: 'center' as const, verticalAlign: 'middle' as const },
        ...{ font: `${SIZE}px ${fonts}`, lineHeight: 15 },
      };
      const children = cell.kind === 'gap' ? gapIn(box, letters) : numberIn(box, cell, most[x]!, letters);
      return { type: 'group', children };
    },
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Letters = Readonly<Record<string, string | number>>;

function numberIn(shape: Box, cell: Exclude<Cell, { kind: 'gap' }>, most: number, letters: Letters) {
  const share = most > 0 ? middleOf(cell.amount) / most : 0;
  const border = cell.contradicted ? { stroke: COLOURS.contradicted, lineWidth: 2 } : {};
  return [
    { type: 'rect' as const, shape, style: { fill: shadeOf(share), ...border } },
    { type: 'text' as const, style: { ...letters, fill: share > DARK ? COLOURS.paper : COLOURS.onLight } },
  ];
}

/** Grey, with lines across: what is not known is told from what is small in black and white too. */
function gapIn(shape: Box, letters: Letters) {
  return [
    { type: 'rect' as const, shape, style: { fill: COLOURS.gap } },
    ...hatching(shape),
    {
      type: 'text' as const,
      style: { ...letters, fill: COLOURS.faint, stroke: COLOURS.gap, lineWidth: 4 },
    },
  ];
}

/** Between the lightest colour and the darkest. */
function shadeOf(share: number): string {
  const [least, most] = [COLOURS.least, COLOURS.most].map((colour) =>
    [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16)),
  ) as [number[], number[]];
  return `rgb(${least.map((from, i) => Math.round(from + (most[i]! - from) * share)).join(',')})`;
}

const HATCH = 12;

/** Lines that rise to the right, cut at the sides of the box. */
function hatching({ x, y, width, height }: Box) {
  const count = Math.floor((width + height) / HATCH);
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 1) * HATCH;
    const [overRight, overTop] = [Math.max(0, along - width), Math.max(0, along - height)];
    return {
      type: 'line' as const,
      shape: {
        ...{ x1: x + along - overRight, y1: y + height - overRight },
        ...{ x2: x + overTop, y2: y + height - along + overTop },
      },
      style: { stroke: COLOURS.paper, lineWidth: 1.5 },
    };
  });
}

/** The sign beside what the heading tells: the scale of the colours. */
export const SCALE: Element = {
  type: 'rect',
  shape: { x: -11, y: -5, width: 22, height: 10 },
  style: {
    fill: {
      ...{ type: 'linear', x: 0, y: 0, x2: 1, y2: 0 },
      colorStops: [
        { offset: 0, color: COLOURS.least },
        { offset: 1, color: COLOURS.most },
      ],
    },
  },
};
