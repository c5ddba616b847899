/** Pictures of a comparison: for a quick look, as lines for a terminal. */
export { formatBars, type FormatBarsOptions } from './format-bars.js';
