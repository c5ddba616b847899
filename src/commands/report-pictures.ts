/** A comparison → the pictures of a report, as SVG: a heat map of all, then bars of each series. */
import type { Comparison } from '../compare/index.js';
import { detectLanguage } from '../language/language.js';
import { drawComparison } from '../picture/index.js';

/** Series that are drawn; of more, the tables have all. */
const MOST_SERIES = 12;
const WIDTH = 1100;

export async function picturesOf(comparison: Comparison): Promise<string[]> {
  const { series, rows } = comparison;
  if (rows.length === 0) return [];
  const common = { format: 'svg', language: detectLanguage(), width: WIDTH } as const;
  const asked = [
    // one of more would be wider than any page
    ...(series.length > 1 && series.length <= MOST_SERIES ? [{ chart: 'heat-map' as const, ...common }] : []),
    ...series.slice(0, MOST_SERIES).map((_, i) => ({ chart: 'bars' as const, series: i, ...common })),
  ];
  const pictures: string[] = [];
  for (const each of asked) pictures.push(String(await drawComparison(comparison, each)));
  return pictures;
}
