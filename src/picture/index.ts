/** Pictures of a comparison: as SVG and PNG, and for a quick look as lines for a terminal. */
export {
  drawComparison,
  drawTrends,
  type DrawComparisonOptions,
  type DrawOptions,
  type PictureFormat,
} from './draw.js';
export { formatBars, type FormatBarsOptions } from './format-bars.js';
export { PictureError } from './picture-error.js';
