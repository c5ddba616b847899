/** A comparison, or trends → a picture of it, as SVG or PNG. */
import type { Comparison, Trends } from '../compare/index.js';
import { barPicture } from './options/bars.js';
import { heatMapPicture } from './options/heat-map.js';
import type { Picture } from './options/page.js';
import type { PictureOptions } from './options/style.js';
import { trendPicture } from './options/trend.js';
import { PictureError } from './picture-error.js';

export type PictureFormat = 'svg' | 'png';

export interface DrawOptions extends Omit<PictureOptions, 'fonts'> {
  readonly format: PictureFormat;
}

export interface DrawComparisonOptions extends DrawOptions {
  readonly chart: 'bars' | 'heat-map';
  /** Of bars: which of the comparison's series, from 0; the first. */
  readonly series?: number | undefined;
}

/**
 * The text of an SVG file, or the bytes of a PNG file.
 *
 * @throws {PictureError} `no-series`; `no-chinese-font` of PNG
 */
export async function drawComparison(
  comparison: Comparison,
  options: DrawComparisonOptions,
): Promise<string | Uint8Array> {
  const { series = 0 } = options;
  const count = comparison.series.length;
  if (!comparison.series[series]) throw new PictureError('no-series', { series: series + 1, count });
  return render(options.format, (fonts) =>
    options.chart === 'bars'
      ? barPicture(comparison, { ...options, ...fonts })
      : heatMapPicture(comparison, { ...options, ...fonts }),
  );
}

/** The same of what regions state over time: a panel a series, a line a region. @throws {PictureError} `no-chinese-font` of PNG */
export const drawTrends = (trends: Trends, options: DrawOptions): Promise<string | Uint8Array> =>
  render(options.format, (fonts) => trendPicture(trends, { ...options, ...fonts }));

/** ECharts and the canvas are loaded only where something is drawn. */
async function render(
  format: PictureFormat,
  build: (options: Pick<PictureOptions, 'fonts'>) => Picture,
): Promise<string | Uint8Array> {
  if (format === 'svg') return (await import('./render-svg.js')).renderSvg(build({}));
  return (await import('./render-png.js')).renderPng((fonts) => build({ fonts }));
}
