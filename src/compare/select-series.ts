/** Statements in → the series that are worth a column: of each indicator what most regions state it in. */
import type { SeriesKey, Statement } from '../store/index.js';
import type { Series } from './comparison.js';

/** What narrows an indicator's series. */
export interface SeriesChoice {
  readonly unit?: string | undefined;
  /** The goods counted. */
  readonly item?: string | undefined;
  /** Every series and not only the one that most regions state. */
  readonly every?: boolean | undefined;
}

const seriesKey = ({ indicator, unit, item }: SeriesKey): string => [indicator, unit, item ?? ''].join('\n');

export interface Selected {
  readonly series: readonly Series[];
  /** What else the indicators are stated in. */
  readonly others: readonly Series[];
  readonly statementsOf: (series: SeriesKey) => readonly Statement[];
}

/** @param names of the indicators, by id, in the order of the columns */
export function selectSeries(
  statements: readonly Statement[],
  names: ReadonlyMap<string, string>,
  { unit, item, every = false }: SeriesChoice,
): Selected {
  const bySeries = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = seriesKey(statement);
    const known = bySeries.get(key);
    if (known) known.push(statement);
    else bySeries.set(key, [statement]);
  }
  const order = [...names.keys()];
  const all = [...bySeries.entries()]
    .map(([key, stated]) => ({ key, times: stated.length, series: seriesOf(stated, names) }))
    .toSorted(
      (a, b) =>
        order.indexOf(a.series.indicator) - order.indexOf(b.series.indicator) ||
        b.series.regions - a.series.regions ||
        b.times - a.times ||
        (a.key < b.key ? -1 : 1),
    )
    .map(({ series }) => series);
  const taken = new Set<string>();
  const isAsked = (series: Series): boolean =>
    (unit === undefined || series.unit === unit) &&
    (item === undefined || series.item === item) &&
    (every || !taken.has(series.indicator));
  const series = all.filter((each) => {
    if (!isAsked(each)) return false;
    taken.add(each.indicator);
    return true;
  });
  const others = all.filter((each) => !series.includes(each));
  return { series, others, statementsOf: (asked) => bySeries.get(seriesKey(asked)) ?? [] };
}

function seriesOf(statements: readonly Statement[], names: ReadonlyMap<string, string>): Series {
  const { indicator, unit, item } = statements[0]!;
  const regions = new Set(statements.map(({ region_code }) => region_code)).size;
  return { indicator, unit, item, name: names.get(indicator) ?? indicator, regions };
}
