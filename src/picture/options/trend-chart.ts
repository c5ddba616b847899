/** Panels of lines in → their axes and lines, whiskers of what is open, and each line's name where it ends. */
import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { TrendPoint } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { timeOf, type DayAxis } from './days.js';
import { axisFor, endOf, formatNumber, isExact, leastOf, middleOf } from './numbers.js';
import type { ChartOption } from './page.js';
import { spread } from './spread.js';
import { COLOURS, MARGIN } from './style.js';
import { whiskerOf } from './whisker.js';

export const LABEL_SIZE = 12;
/** Between where the time ends and the names of lines; a dot of the line's colour stands there. */
export const LABEL_DISTANCE = 24;
const TITLE_HEIGHT = 34;
const PLOT_HEIGHT = 200;
const AXIS_HEIGHT = 32;
export const PANEL_HEIGHT = TITLE_HEIGHT + PLOT_HEIGHT + AXIS_HEIGHT;
const LABEL_HEIGHT = 16;
export const NUMBERS_SIZE = 11;

/** What a person should look at. */
export const isDoubtful = ({ contradicted, falls }: Pick<TrendPoint, 'contradicted' | 'falls'>): boolean =>
  contradicted || falls;

export interface Line {
  readonly colour: string;
  /** Its region and its last number. */
  readonly label: string;
  readonly points: readonly TrendPoint[];
}

export interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly time: DayAxis;
  readonly fonts: string;
  readonly language: Language;
}

/** All panels have the same axis of time. */
export function trendCharts(panels: readonly Panel[], place: Place): ChartOption {
  const { left, right, top, fonts } = place;
  return {
    title: panels.map(({ title }, i) => ({
      ...{ text: title, left: MARGIN, top: top + i * PANEL_HEIGHT, padding: 0 },
      textStyle: { fontFamily: fonts, fontSize: 13, fontWeight: 'bold', color: COLOURS.ink },
    })),
    grid: panels.map((_, i) => ({
      ...{ left, right, top: top + i * PANEL_HEIGHT + TITLE_HEIGHT, height: PLOT_HEIGHT },
      outerBoundsMode: 'none',
    })),
    xAxis: panels.map((_, gridIndex) => ({ gridIndex, ...timeAxis(place) })),
    yAxis: panels.map(({ lines }, gridIndex) => ({ gridIndex, ...numberAxis(lines, place) })),
    series: panels.flatMap(({ lines }, i) => [
      ...lines.map((line) => ({ ...lineSeries(line), xAxisIndex: i, yAxisIndex: i })),
      { ...besideLines(lines, place), xAxisIndex: i, yAxisIndex: i },
    ]),
  };
}

const timeAxis = ({ time: { min, max, ticks, format }, fonts }: Place) => ({
  ...{ type: 'value' as const, min, max, splitLine: { show: false } },
  axisLine: { show: true, onZero: false, lineStyle: { color: COLOURS.line } },
  axisTick: { show: true, customValues: [...ticks], lineStyle: { color: COLOURS.line } },
  axisLabel: {
    ...{ fontFamily: fonts, fontSize: NUMBERS_SIZE, color: COLOURS.faint },
    ...{ customValues: [...ticks], formatter: format },
  },
});

/** Of a line's highest number, whose whisker may end in an arrow. */
export const mostOf = (lines: readonly Line[]): number =>
  Math.max(...lines.flatMap(({ points }) => points.map(({ amount }) => endOf(amount))));

const numberAxis = (lines: readonly Line[], { fonts, language }: Place) => ({
  ...{ type: 'value' as const, min: 0, ...axisFor(mostOf(lines)) },
  ...{ axisLine: { show: false }, axisTick: { show: false } },
  splitLine: { lineStyle: { color: COLOURS.line } },
  axisLabel: {
    ...{ fontFamily: fonts, fontSize: NUMBERS_SIZE, color: COLOURS.faint },
    formatter: (value: number) => formatNumber(value, language),
  },
});

/** What repeats the point before is hollow; what is contradicted, or falls though it runs on, a red diamond. */
function lineSeries({ colour, points }: Line): LineSeriesOption {
  return {
    ...{ type: 'line', silent: true, clip: false, lineStyle: { color: colour, width: 2 } },
    data: points.map(({ as_of, amount, repeats, ...point }) => ({
      value: [timeOf(as_of), middleOf(amount)],
      ...{ symbol: isDoubtful(point) ? 'diamond' : 'circle', symbolSize: isDoubtful(point) ? 12 : 8 },
      itemStyle: {
        color: repeats ? COLOURS.paper : isDoubtful(point) ? COLOURS.contradicted : colour,
        ...{ borderColor: isDoubtful(point) ? COLOURS.contradicted : colour, borderWidth: 2 },
      },
    })),
  };
}

/** One item for all lines of a panel, so that their names keep clear of one another. */
function besideLines(lines: readonly Line[], { fonts, time }: Place): CustomSeriesOption {
  return {
    ...{ type: 'custom', silent: true, z: 1, clip: false, encode: { x: 0, y: 1 } },
    data: [[time.max, 0]],
    renderItem: (_, api) => {
      const at = (day: string, number: number) => api.coord([timeOf(day), number]) as [number, number];
      const ends = lines.map(({ points }) => at(points.at(-1)!.as_of, middleOf(points.at(-1)!.amount)));
      const [right, bottom] = api.coord([time.max, 0]) as [number, number];
      const levels = spread(
        ends.map(([, y]) => y),
        { distance: LABEL_HEIGHT, bottom: bottom + LABEL_HEIGHT / 2 },
      );
      return {
        type: 'group',
        children: lines.flatMap((line, i) => [
          ...line.points.flatMap((point) => whiskerAt(point, line.colour, at)),
          leader(ends[i]!, [right + LABEL_DISTANCE - 8, levels[i]!], line.colour),
          {
            type: 'text' as const,
            style: {
              ...{ text: line.label, x: right + LABEL_DISTANCE, y: levels[i]!, fill: COLOURS.ink },
              ...{ font: `${LABEL_SIZE}px ${fonts}`, verticalAlign: 'middle' as const },
            },
          },
        ]),
      };
    },
  };
}

function whiskerAt(
  { as_of, amount }: TrendPoint,
  colour: string,
  at: (day: string, number: number) => [number, number],
) {
  if (isExact(amount)) return [];
  const isOpen = amount.upper === null;
  const [from, to] = [at(as_of, leastOf(amount)), at(as_of, endOf(amount))];
  return whiskerOf(from, to, { isOpen, direction: [0, -1], colour }).children;
}

/** From a line's last point to a dot before its name. */
const leader = ([x1, y1]: [number, number], [x2, y2]: [number, number], colour: string) => ({
  type: 'group' as const,
  children: [
    {
      type: 'line' as const,
      shape: { x1: x1 + 8, y1, x2, y2 },
      style: { stroke: colour, lineWidth: 1, lineDash: [2, 3], opacity: 0.7 },
    },
    { type: 'circle' as const, shape: { cx: x2, cy: y2, r: 4 }, style: { fill: colour } },
  ],
});
