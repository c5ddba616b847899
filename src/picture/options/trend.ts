/** Trends in → lines over time, a colour a region and a panel a series; what can't be told apart any more is named instead. */
import type { Series, Trend, TrendPoint, Trends } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { sayIn, type Phrase } from '../../language/language.js';
import { cutToWidth } from '../../text/printable.js';
import { dayAxis } from './days.js';
import { formatAmount, formatNumber, isExact } from './numbers.js';
import { layPage, type Element, type Key, type Picture } from './page.js';
import { plain, rowNames } from './rows.js';
import { COLOURS, FONTS, LINE_COLOURS, MARGIN, widthFor, type PictureOptions } from './style.js';
import { widestOf, widthOf } from './text-width.js';
import { isDoubtful, LABEL_DISTANCE, LABEL_SIZE, mostOf, NUMBERS_SIZE, PANEL_HEIGHT, trendCharts, type Panel } from './trend-chart.js'; // prettier-ignore
import { whiskerOf } from './whisker.js';
import { describeDays, describeReview, describeSource, describeTrendTitle, nameOf, WORDS } from './words.js';

const MOST_PANELS = 6;
const NAME_COLUMNS = 20;
/** In pixels. */
const LEAST_TIME = 200;

export function trendPicture(trends: Trends, options: PictureOptions): Picture {
  const { language, fonts = FONTS } = options;
  const { panels, drawn, ...leftOut } = choose(trends.trends, language);
  const points = drawn.flatMap((trend) => trend.points);
  const days = points.map(({ as_of }) => as_of).toSorted();
  const left = MARGIN + widestOf(panels.map((panel) => formatNumber(mostOf(panel.lines), language)), NUMBERS_SIZE) + 24; // prettier-ignore
  const labels = panels.flatMap(({ lines }) => lines.map(({ label }) => label));
  const right = LABEL_DISTANCE + widestOf(labels, LABEL_SIZE) + MARGIN;
  const width = Math.max(widthFor(options), left + LEAST_TIME + right);
  const room = Math.floor((width - left - right) / (widthOf('2022-12-31', NUMBERS_SIZE) + 14));
  return layPage(
    {
      title: plain(titleOf(trends.trends, language)),
      subtitle: [
        describeDays({ from: days[0]!, to: days.at(-1)! }, language),
        describeReview(trends.includesReview, language),
      ].join(' · '),
      keys: keysOf(points, language),
      chartHeight: panels.length * PANEL_HEIGHT,
      chart: (top) =>
        trendCharts(panels, { left, right, top, time: dayAxis(days, room), fonts, language }),
      notes: [
        ...nameLeftOut(WORDS.linesLeftOut, leftOut.regions, language),
        ...nameLeftOut(WORDS.seriesLeftOut, leftOut.series, language),
      ],
      source: describeSource(points.flatMap(({ figures }) => figures), trends.sources, language),
    },
    width,
    fonts,
  ); // prettier-ignore
}

interface Chosen {
  readonly panels: readonly Panel[];
  readonly drawn: readonly Trend[];
  /** Names of what is not drawn. */
  readonly regions: readonly string[];
  readonly series: readonly string[];
}

/** The series with the most points, and of these the regions; in the order in which they were asked for. */
function choose(trends: readonly Trend[], language: Language): Chosen {
  const names = rowNames([...new Map(trends.map(({ region }) => [region.code, region])).values()]);
  const series = withMostPoints(trends, ({ series: each }) => keyOf(each), MOST_PANELS);
  const inPanels = trends.filter((each) => series.kept.includes(keyOf(each.series)));
  const regions = withMostPoints(inPanels, ({ region }) => region.code, LINE_COLOURS.length);
  const drawn = inPanels.filter(({ region }) => regions.kept.includes(region.code));
  const panels = series.kept.flatMap((key) => {
    const of = drawn.filter((each) => keyOf(each.series) === key);
    if (of.length === 0) return [];
    const lines = of.map(({ region: { code }, points }) => {
      const last = points.at(-1)!;
      const name = cutToWidth(names.get(code)!, NAME_COLUMNS);
      return {
        colour: LINE_COLOURS[regions.kept.indexOf(code)]!,
        label: `${name} ${formatAmount(last.amount, language, last)}`,
        points,
      };
    });
    return [{ title: plain(headOf(of[0]!.series, language)), lines }];
  });
  return {
    ...{ panels, drawn, regions: regions.left.map((code) => names.get(code)!) },
    series: series.left.map((key) =>
      plain(headOf(trends.find((each) => keyOf(each.series) === key)!.series, language)),
    ),
  };
}

function withMostPoints(
  trends: readonly Trend[],
  keyOfTrend: (trend: Trend) => string,
  limit: number,
): { readonly kept: readonly string[]; readonly left: readonly string[] } {
  const counts = new Map<string, number>();
  for (const trend of trends) {
    const key = keyOfTrend(trend);
    counts.set(key, (counts.get(key) ?? 0) + trend.points.length);
  }
  const keys = [...counts.keys()];
  const most = new Set(keys.toSorted((a, b) => counts.get(b)! - counts.get(a)!).slice(0, limit));
  return { kept: keys.filter((key) => most.has(key)), left: keys.filter((key) => !most.has(key)) };
}

const keyOf = ({ indicator, unit, item }: Series): string => JSON.stringify([indicator, unit, item]);
const headOf = (series: Series, language: Language): string =>
  `${nameOf(series)}${sayIn(language, WORDS.inUnit, { unit: series.unit })}`;

function titleOf(trends: readonly Trend[], language: Language): string {
  const regions = new Set(trends.map(({ region }) => region.name));
  const series = new Map(trends.map((trend) => [keyOf(trend.series), trend.series]));
  const [one] = series.values();
  const [region] = regions;
  return describeTrendTitle(series.size === 1 ? one! : null, regions.size === 1 ? region! : null, language);
}

const nameLeftOut = (phrase: Phrase, names: readonly string[], language: Language): string[] =>
  names.length === 0
    ? []
    : [sayIn(language, phrase, { count: names.length, names: names.join(sayIn(language, WORDS.comma)) })];

/** Only what there is on the picture. */
function keysOf(points: readonly TrendPoint[], language: Language): Key[] {
  const key = (is: (point: TrendPoint) => boolean, sign: Element, phrase: Phrase): Key[] =>
    points.some(is) ? [{ sign, text: sayIn(language, phrase) }] : [];
  return [
    ...key(({ amount }) => !isExact(amount), SAMPLE_WHISKER, WORDS.bounds),
    ...key(({ repeats }) => repeats, SAMPLE_HOLLOW, WORDS.repeated),
    ...key(isDoubtful, SAMPLE_DIAMOND, WORDS.contradictedOrFalls),
  ];
}

const SAMPLE_WHISKER: Element = whiskerOf([0, 7], [0, -7], { isOpen: false, direction: [0, -1] });
const SAMPLE_HOLLOW: Element = {
  type: 'circle',
  shape: { cx: 0, cy: 0, r: 4 },
  style: { fill: COLOURS.paper, stroke: COLOURS.faint, lineWidth: 2 },
};
const SAMPLE_DIAMOND: Element = {
  type: 'polygon',
  shape: { points: [[0, -6], [6, 0], [0, 6], [-6, 0]] },
  style: { fill: COLOURS.contradicted },
}; // prettier-ignore
