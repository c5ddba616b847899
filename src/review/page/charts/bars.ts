/** Rows of a comparison and one of its series in → bars, with a whisker from what each is at least to what it is at most. */
import { axisFor, endOf, formatNumber, isExact, middleOf } from '../../../picture/options/numbers.js';
import type { Language } from '../../api.js';
import type { FilledCell } from '../../compare-api.js';
import { formatAmount } from '../logic/format-cell.js';
import { describeCell } from './describe-cell.js';
import { mix } from '../logic/colours.js';
import type { Look } from './look.js';
import { baseOption, SIZE, tooltip, type ChartOption } from './option.js';
import { OPEN, whiskerOf } from '../../../picture/options/whisker.js';

export interface Bar {
  readonly code: string;
  readonly name: string;
  readonly cell: FilledCell;
}

export const ROW = 28;
const AXIS = 32;
const NAMES = 128;
export const heightOf = (bars: readonly Bar[]): number => bars.length * ROW + AXIS;

/** @param ranked regions that have a number, those that are not drawn among them */
export function barOption(
  bars: readonly Bar[],
  {
    unit,
    ranked,
    language,
    look,
  }: { readonly unit: string; readonly ranked: number; readonly language: Language; readonly look: Look },
): ChartOption {
  // light enough, or dark enough, for the whiskers on it
  const filled = mix(look.soft, look.accent, 0.5);
  // names are Chinese: a character is as wide as it is high
  const widest = Math.min(NAMES, SIZE * Math.max(0, ...bars.map(({ name }) => name.length)) + 2);
  const bare = { axisLine: { show: false }, axisTick: { show: false } };
  return {
    ...baseOption(look),
    tooltip: {
      ...{ ...tooltip(look), trigger: 'axis', axisPointer: { type: 'shadow' } },
      formatter: (hovered) => {
        const index = Array.isArray(hovered) ? hovered[0]?.dataIndex : hovered.dataIndex;
        const bar = index === undefined ? undefined : bars[index];
        return bar ? describeCell(bar.cell, { region: bar.name, unit, ranked }, language).join('\n') : '';
      },
    },
    grid: { left: widest + 16, right: 72, top: 4, bottom: AXIS - 4, outerBoundsMode: 'none' },
    xAxis: {
      ...{ type: 'value', min: 0, ...axisFor(Math.max(...bars.map(({ cell }) => endOf(cell)))) },
      ...{ splitLine: { lineStyle: { color: look.line } } },
      axisLabel: {
        ...{ color: look.muted, fontSize: 11, hideOverlap: true },
        formatter: (value: number) => formatNumber(value, language),
      },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: bars.map(({ name }) => name), ...bare },
      axisLabel: { color: look.text, fontSize: SIZE, interval: 0, width: widest, overflow: 'truncate' },
    },
    series: [
      {
        ...{ type: 'bar', barWidth: 16 },
        data: bars.map(({ cell }) => ({
          value: middleOf(cell),
          itemStyle: {
            color: cell.sum === undefined ? filled : look.soft,
            borderColor: cell.contradicted ? look.bad : look.accent,
            borderWidth: cell.contradicted ? 2 : cell.sum === undefined ? 0 : 1,
            borderRadius: [0, 2, 2, 0],
          },
        })),
      },
      {
        ...{ type: 'custom', silent: true, z: 3, encode: { x: [0, 1], y: 2 } },
        data: bars.map(({ cell }, i) => [cell.lower ?? 0, endOf(cell), i]),
        renderItem: ({ dataIndex }, api) => {
          const { cell } = bars[dataIndex]!;
          const pointAt = (value: number): [number, number] =>
            api.coord([value, dataIndex]) as [number, number];
          const [isOpen, end] = [cell.upper === null, pointAt(endOf(cell))];
          const { children } = whiskerOf(pointAt(cell.lower ?? 0), end, {
            ...{ isOpen, direction: [1, 0], colour: look.text },
          });
          return {
            type: 'group',
            children: [
              ...(isExact(cell) ? [] : children),
              {
                type: 'text',
                style: {
                  text: `${formatAmount(cell, language).number}${cell.contradicted ? ' !' : ''}`,
                  ...{ x: end[0] + (isOpen ? OPEN : 0) + 8, y: end[1], verticalAlign: 'middle' },
                  ...{ fill: cell.contradicted ? look.bad : look.text, font: `${SIZE}px ${look.font}` },
                  ...{ stroke: look.surface, lineWidth: 3 },
                },
              },
            ],
          };
        },
      },
    ],
  };
}
