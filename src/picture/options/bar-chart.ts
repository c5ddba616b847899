/** Regions with their numbers in → axes, bars and, drawn beside them, whiskers, amounts and ranks. */
import type { CustomSeriesOption } from 'echarts/charts';
import { formatRank } from '../../compare/amount.js';
import type { Language } from '../../diagnostics.js';
import { sayIn } from '../../language/language.js';
import { cutToWidth } from '../../text/printable.js';
import { axisFor, endOf, formatAmount, formatNumber, isExact, leastOf, middleOf } from './numbers.js';
import type { ChartOption } from './page.js';
import type { FilledRow } from './rows.js';
import { COLOURS, MARGIN } from './style.js';
import { widestOf, widthOf } from './text-width.js';
import { OPEN, whiskerOf } from './whisker.js';
import { WORDS } from './words.js';

export const ROW_HEIGHT = 26;
export const AXIS_HEIGHT = 28;
const SIZE = 12;
const NAME_COLUMNS = 28;
const BAR_HEIGHT = 15;
const LABEL_DISTANCE = 8;
/** In pixels; and half of the words at its end. */
const LEAST_AXIS = 140;
const LAST_TICK = 24;
const AXIS_SIZE = 11;
const TICK_DISTANCE = 20;

/** What stands beside the bars, and how much room it takes. */
interface Space {
  readonly names: readonly string[];
  readonly ranks: readonly string[];
  readonly labels: readonly string[];
  readonly nameWidth: number;
  readonly left: number;
  readonly axis: { readonly max: number; readonly interval: number };
  /** The picture is at least as wide. */
  readonly least: number;
  /** How long the axis can be, so that the amount behind each bar fits. */
  readonly lengthIn: (width: number) => number;
}

/** @param width that was asked for */
export function spaceFor(rows: readonly FilledRow[], width: number, language: Language): Space {
  const names = rows.map(({ name }) => cutToWidth(name, NAME_COLUMNS));
  const ranks = rows.map(({ cell }) => formatRank(cell.rank));
  const labels = rows.map(({ cell }) => labelOf(cell, language));
  const nameWidth = widestOf(names, SIZE) + 10;
  const left = MARGIN + widestOf(ranks, SIZE) + 12 + nameWidth;
  const most = Math.max(0, ...rows.map(({ cell }) => endOf(cell.amount)));
  const tick = widthOf(formatNumber(most, language), AXIS_SIZE) + TICK_DISTANCE;
  const axis = axisFor(most, Math.min(6, Math.max(2, Math.floor(width / 2 / tick))));
  const behind = rows.map(({ cell: { amount } }, i) => ({
    share: endOf(amount) / axis.max,
    room: LABEL_DISTANCE + (amount.upper === null ? OPEN : 0) + widthOf(labels[i]!, SIZE),
  }));
  const lengthIn = (whole: number): number =>
    behind.reduce(
      (length, { share, room }) => Math.min(length, (whole - left - MARGIN - room) / share),
      whole - left - MARGIN - LAST_TICK,
    );
  const least =
    left +
    MARGIN +
    Math.max(...behind.map(({ share, room }) => LEAST_AXIS * share + room), LEAST_AXIS + LAST_TICK);
  return { names, ranks, labels, nameWidth, left, axis, least: Math.ceil(least), lengthIn };
}

function labelOf({ amount, contradicted }: FilledRow['cell'], language: Language): string {
  const words = formatAmount(amount, language, { contradicted });
  return contradicted ? `${words} · ${sayIn(language, WORDS.contradicted)}` : words;
}

interface Place {
  readonly top: number;
  readonly width: number;
  readonly fonts: string;
  readonly language: Language;
}

/** Ranks and names on the left, bars, and behind each its amount in words. */
export function barChart(rows: readonly FilledRow[], space: Space, place: Place): ChartOption {
  const { top, fonts, language } = place;
  const { left, names, axis } = space;
  const size = { width: space.lengthIn(place.width), height: rows.length * ROW_HEIGHT };
  return {
    grid: { left, top, ...size, outerBoundsMode: 'none' },
    xAxis: {
      ...{ type: 'value', min: 0, ...axis, splitLine: { lineStyle: { color: COLOURS.line } } },
      axisLabel: {
        ...{ fontFamily: fonts, fontSize: AXIS_SIZE, color: COLOURS.faint, hideOverlap: true },
        formatter: (value: number) => formatNumber(value, language),
      },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: [...names] },
      ...{ axisLine: { show: false }, axisTick: { show: false } },
      axisLabel: { fontFamily: fonts, fontSize: SIZE, interval: 0, color: COLOURS.ink, margin: 8 },
    },
    series: [
      {
        ...{ type: 'bar', barWidth: BAR_HEIGHT, silent: true },
        data: rows.map(({ cell }) => ({ value: middleOf(cell.amount), itemStyle: styleOf(cell) })),
      },
      besideBars(rows, space, fonts),
    ],
  };
}

function styleOf({ kind, contradicted }: FilledRow['cell']) {
  const border = contradicted ? 2 : kind === 'stated' ? 0 : 1;
  return {
    color: kind === 'stated' ? COLOURS.stated : COLOURS.rolledUp,
    ...{ borderColor: contradicted ? COLOURS.contradicted : COLOURS.stated, borderWidth: border },
  };
}

/** From what each is at least to what it is at most, the amount behind it, and the rank before its name. */
function besideBars(
  rows: readonly FilledRow[],
  { labels, ranks, nameWidth }: Space,
  fonts: string,
): CustomSeriesOption {
  const letters = { font: `${SIZE}px ${fonts}`, verticalAlign: 'middle' as const };
  return {
    ...{ type: 'custom', silent: true, z: 3, encode: { x: [0, 1], y: 2 } },
    data: rows.map(({ cell: { amount } }, row) => [leastOf(amount), endOf(amount), row]),
    renderItem: ({ dataIndex: row }, api) => {
      const { amount, contradicted } = rows[row]!.cell;
      const isOpen = amount.upper === null;
      const pointAt = (number: number) => api.coord([number, row]) as [number, number];
      const [from, end] = [pointAt(leastOf(amount)), pointAt(endOf(amount))];
      const whisker = isExact(amount) ? [] : whiskerOf(from, end, { isOpen, direction: [1, 0] }).children;
      const label = {
        ...{ text: labels[row]!, x: end[0] + (isOpen ? OPEN : 0) + LABEL_DISTANCE, y: end[1], ...letters },
        fill: contradicted ? COLOURS.contradicted : COLOURS.ink,
        ...{ stroke: COLOURS.paper, lineWidth: 3 },
      };
      const rank = {
        ...{ text: ranks[row]!, x: pointAt(0)[0] - nameWidth - 8, y: end[1], ...letters },
        ...{ fill: COLOURS.faint, align: 'right' as const },
      };
      return {
        type: 'group',
        children: [...whisker, { type: 'text', style: label }, { type: 'text', style: rank }],
      };
    },
  };
}
