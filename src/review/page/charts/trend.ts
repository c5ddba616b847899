/** What regions state of one series for one day after the other in → lines over time, with the bounds of each point. */
import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { TrendPoint } from '../../../compare/index.js';
import { axisFor, endOf, formatNumber, isExact, middleOf } from '../../../picture/options/numbers.js';
import type { Language } from '../../api.js';
import { formatAmount } from '../logic/format-cell.js';
import { say } from '../words.js';
import type { Look } from './look.js';
import { baseOption, tooltip, type ChartOption } from './option.js';
import { whiskerOf } from '../../../picture/options/whisker.js';

export interface Line {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly TrendPoint[];
}

export const HEIGHT = 340;

interface Given {
  readonly unit: string;
  readonly language: Language;
  readonly look: Look;
}

const timeOf = ({ as_of }: TrendPoint): number => Date.parse(`${as_of}T00:00:00Z`);

/** The lines first, each a series by its index, and their bounds behind them. */
export function trendOption(lines: readonly Line[], given: Given): ChartOption {
  const { unit, language, look } = given;
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ amount }) => endOf(amount))));
  return {
    ...baseOption(look),
    tooltip: {
      ...tooltip(look),
      formatter: (hovered) => {
        const { seriesIndex = 0, dataIndex } = Array.isArray(hovered) ? hovered[0]! : hovered;
        const line = lines[seriesIndex];
        const point = line?.points[dataIndex];
        return line && point ? describePoint(line, point, unit, language).join('\n') : '';
      },
    },
    grid: {
      left: 16,
      right: 32,
      top: 16,
      bottom: 16,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      ...{ type: 'time', axisLine: { lineStyle: { color: look.muted } }, axisTick: { show: false } },
      axisLabel: { color: look.muted, fontSize: 11, hideOverlap: true, formatter: '{yyyy}-{MM}-{dd}' },
    },
    yAxis: {
      ...{ type: 'value', min: 0, ...axisFor(most) },
      ...{ splitLine: { lineStyle: { color: look.line } } },
      axisLabel: {
        color: look.muted,
        fontSize: 11,
        formatter: (value: number) => formatNumber(value, language),
      },
    },
    series: [...lines.map((line) => lineOf(line, look)), ...lines.map((line) => boundsOf(line))],
  };
}

function describePoint({ name }: Line, point: TrendPoint, unit: string, language: Language): string[] {
  const { number, bounds } = formatAmount(point.amount, language);
  return [
    name,
    `${number} ${unit}`,
    ...(bounds === null ? [] : [say('bound', language, { bounds })]),
    `${say('asOf', language)} ${point.as_of}`,
    ...(point.contradicted ? [`! ${say('contradicted', language)}`] : []),
    ...(point.falls ? [`! ${say('falls', language)}`] : []),
    ...(point.repeats ? [say('statedBefore', language)] : []),
    say('figureCount', language, { n: point.figures.length }),
  ];
}

const lineOf = ({ colour, points }: Line, { bad, surface }: Look): LineSeriesOption => ({
  ...{ type: 'line', z: 3, symbol: 'circle', symbolSize: 9, lineStyle: { color: colour, width: 2 } },
  itemStyle: { color: colour, borderColor: surface, borderWidth: 1 },
  data: points.map((point) => ({
    value: [timeOf(point), middleOf(point.amount)],
    ...(point.contradicted || point.falls
      ? { itemStyle: { color: bad, borderColor: colour, borderWidth: 2 } }
      : {}),
  })),
});

const boundsOf = ({ colour, points }: Line): CustomSeriesOption => ({
  ...{ type: 'custom', silent: true, z: 2, encode: { x: 0, y: [1, 2] }, tooltip: { show: false } },
  data: points.map((point) => [timeOf(point), point.amount.lower ?? 0, endOf(point.amount)]),
  renderItem: ({ dataIndex }, api) => {
    const point = points[dataIndex]!;
    if (isExact(point.amount)) return null;
    const { lower, upper } = point.amount;
    const at = (number: number): [number, number] => api.coord([timeOf(point), number]) as [number, number];
    return whiskerOf(at(lower ?? 0), at(endOf(point.amount)), {
      ...{ isOpen: upper === null, direction: [0, -1], colour },
    });
  },
});
