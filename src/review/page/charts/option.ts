/** What every chart of the page has in common. */
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Look } from './look.js';

export type ChartOption = ComposeOption<
  BarSeriesOption | CustomSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption
>;

export const SIZE = 12;

export const baseOption = ({ font, text }: Look): ChartOption => ({
  animation: false,
  useUTC: true,
  textStyle: { fontFamily: font, fontSize: SIZE, color: text },
});

/** Drawn on the canvas: as HTML it would come with style attributes, which the security policy forbids. */
export const tooltip = ({ raised, line, text, font }: Look): TooltipComponentOption => ({
  ...{ renderMode: 'richText', confine: true, backgroundColor: raised, borderColor: line, padding: 10 },
  textStyle: { color: text, fontFamily: font, fontSize: SIZE + 1, lineHeight: 19 },
});
