/** Lines of text, keys of signs and a chart in → a picture: heading and keys above the chart, notes and source below. */
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GraphicComponentOption, GridComponentOption, TitleComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { COLOURS, MARGIN } from './style.js';
import { columnsIn, widthOf, wrap } from './text-width.js';

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | LineSeriesOption
  | GraphicComponentOption
  | GridComponentOption
  | TitleComponentOption
>;

/** All that a renderer needs. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly option: ChartOption;
}

export type Element = NonNullable<Extract<GraphicComponentOption, { type?: 'group' }>['children']>[number];

interface Laid {
  readonly elements: readonly Element[];
  /** Where the next thing begins. */
  readonly bottom: number;
}

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly isBold?: boolean;
  readonly colour?: string;
}

const textAt = (x: number, y: number, fonts: string, { text, size, isBold, colour }: Paragraph): Element => ({
  ...{ type: 'text', x, y, silent: true },
  style: {
    ...{ text, fill: colour ?? COLOURS.ink, verticalAlign: 'top' },
    font: `${isBold ? 'bold ' : ''}${size}px ${fonts}`,
  },
});

/** Paragraphs below one another, broken where the picture ends. */
function layText(paragraphs: readonly Paragraph[], top: number, width: number, fonts: string): Laid {
  const elements: Element[] = [];
  let bottom = top;
  for (const paragraph of paragraphs)
    for (const text of wrap(paragraph.text, columnsIn(width - 2 * MARGIN, paragraph.size))) {
      elements.push(textAt(MARGIN, bottom, fonts, { ...paragraph, text }));
      bottom += Math.round(paragraph.size * 1.5);
    }
  return { elements, bottom };
}

/** A sign and what it means. */
export interface Key {
  /** Drawn around the point 0, 0, at most 22 wide; null where the text begins with it. */
  readonly sign: Element | null;
  readonly text: string;
}

const KEY_SIZE = 12;
const SIGN_WIDTH = 22;

/** Keys beside one another, in as many lines as they need. */
function layKeys(keys: readonly Key[], top: number, width: number, fonts: string): Laid {
  const elements: Element[] = [];
  let [x, y] = [MARGIN, top];
  for (const { sign, text } of keys) {
    const textStart = sign === null ? 0 : SIGN_WIDTH + 6;
    const taken = textStart + widthOf(text, KEY_SIZE);
    if (x > MARGIN && x + taken > width - MARGIN) [x, y] = [MARGIN, y + 20];
    if (sign !== null)
      elements.push({ type: 'group', x: x + SIGN_WIDTH / 2, y: y + 8, silent: true, children: [sign] });
    elements.push(textAt(x + textStart, y + 1, fonts, { text, size: KEY_SIZE, colour: COLOURS.faint }));
    x += taken + 18;
  }
  return { elements, bottom: keys.length === 0 ? top : y + 26 };
}

/** What stands on a picture, from top to bottom. */
export interface Page {
  readonly title: string;
  /** Days and unit. */
  readonly subtitle: string;
  readonly keys: readonly Key[];
  /** With its axes; 0: there is nothing to draw. */
  readonly chartHeight: number;
  readonly chart: (top: number) => ChartOption;
  /** What the chart can't show. */
  readonly notes: readonly string[];
  /** What it stands on. */
  readonly source: string;
}

export function layPage(page: Page, width: number, fonts: string): Picture {
  const { title, subtitle, keys, chartHeight, notes, source } = page;
  const heading: Paragraph[] = [
    { text: title, size: 20, isBold: true },
    { text: subtitle, size: 13, colour: COLOURS.faint },
  ];
  const above = layText(heading, 20, width, fonts);
  const legend = layKeys(keys, above.bottom + 4, width, fonts);
  const top = legend.bottom + 4;
  const noted = notes.map((text): Paragraph => ({ text, size: 12 }));
  const told = layText(noted, top + chartHeight + 8, width, fonts);
  const below = layText([{ text: source, size: 11, colour: COLOURS.faint }], told.bottom + 8, width, fonts);
  const elements = [above, legend, told, below].flatMap((each) => each.elements);
  return {
    ...{ title, width, height: below.bottom + 12 },
    option: {
      animation: false,
      useUTC: true,
      backgroundColor: COLOURS.paper,
      textStyle: { fontFamily: fonts, color: COLOURS.ink },
      graphic: { elements },
      ...(chartHeight > 0 ? page.chart(top) : {}),
    },
  };
}
