/** Compares regions: `compare` answers a question over the current figures of a database. */
export { compare, type Question } from './compare.js';
export { comparisonQuestion, trendQuestion, type Asked, type AskedDays } from './asked.js';
export { WHENEVER } from './days.js';
export { trendsOf, type TrendQuestion } from './trend.js';
export { Populations, type Population } from './populations.js';
export { LEVELS, type Level } from './divisions.js';
export { formatRank, signedNumber, sizeOf, type Amount, type Rank, type Sign } from './amount.js';
export type {
  Cell, Comparison, Conflict, Gap, GapReason, RolledUp, Row, Series, Stated, Total, Trend, TrendPoint, Trends,
} from './comparison.js'; // prettier-ignore
