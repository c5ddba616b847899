/** What a comparison is: regions × series, each cell an amount that leads back to its figures, or the reason why there is none. */
import type { SeriesKey, StatedFigure, StoredDivision } from '../store/index.js';
import type { Amount, Rank } from './amount.js';
import type { Contradiction } from './choose.js';
import type { Level } from './divisions.js';
import type { Population } from './populations.js';

export interface Series extends SeriesKey {
  /** The indicator's name. */
  readonly name: string;
  /** Regions that state it within the days asked for, on any level. */
  readonly regions: number;
}

/** Why a cell has no amount, the first that holds. */
export type GapReason =
  /** The number was blanked out, for the days asked for or for no known day. */
  | 'redacted'
  /** All that could stand there waits for review. */
  | 'in-review'
  /** Only totals of days outside those asked for; `detail`: the latest. */
  | 'other-date'
  /** Only totals of which nothing tells for what day they hold. */
  | 'no-date'
  /** Only of other goods; `detail`: which. */
  | 'other-item'
  /** Only in another unit; `detail`: the unit. */
  | 'other-unit'
  /** Only an average, a peak and the like; `detail`: which. */
  | 'other-statistic'
  /** There are reports, and none of them states it. */
  | 'not-stated'
  /** There is no report of the region, nor of what lies below it. */
  | 'no-report'
  /** There is an amount, and no population to divide it by. */
  | 'no-population';

export interface Gap {
  readonly kind: 'gap';
  readonly reason: GapReason;
  readonly detail: string | null;
}

interface Filled {
  /** Per `question.per` where populations were given. */
  readonly amount: Amount;
  /** As the reports state it, before it was divided. */
  readonly total: Amount;
  readonly rank: Rank;
  /** First and last day for which what goes in is stated. */
  readonly from: string;
  readonly to: string;
  /** Ids of the figures that go in, the one that speaks first, those that contradict it last. */
  readonly figures: readonly string[];
  readonly contradicted: boolean;
  readonly population: Population | null;
}

/** The region's own total. */
export interface Stated extends Filled {
  readonly kind: 'stated';
}

/** No total of its own: the sum of what lies below. */
export interface RolledUp extends Filled {
  readonly kind: 'rolled-up';
  /** Codes that go in, whose own totals these are. */
  readonly parts: readonly string[];
  /** Divisions right below the region, and how many of them state something, themselves or below them. */
  readonly divisions: number;
  readonly counted: number;
}

export type Cell = Stated | RolledUp | Gap;

/** Statements that cannot all be right. `parts`: those below a region come to more than the region states. */
export interface Conflict extends SeriesKey {
  readonly kind: Contradiction | 'parts';
  readonly region_code: string;
  readonly region_name: string;
  readonly stated: Amount;
  readonly stated_figure: string;
  readonly stated_as_of: string;
  readonly other: Amount;
  readonly other_figures: readonly string[];
  readonly other_as_of: string;
}

export interface Row {
  readonly region: Pick<StoredDivision, 'code' | 'name' | 'level' | 'parent'>;
  /** One a series. */
  readonly cells: readonly Cell[];
}

/** The sum of the cells of a series; null where all of them are gaps. */
export interface Total {
  readonly amount: Amount;
  /** Cells that go in, of all rows. */
  readonly counted: number;
  readonly of: number;
}

export interface Comparison {
  readonly level: Level;
  /** The division inside of which is compared; null: all of them. */
  readonly within: Pick<StoredDivision, 'code' | 'name'> | null;
  /** First and last day for which numbers are taken. */
  readonly from: string;
  readonly to: string;
  /** Figures that wait for review are taken too. */
  readonly includesReview: boolean;
  /** Amounts are for so many of the population; null: as they are. */
  readonly per: number | null;
  readonly series: readonly Series[];
  /** What else the indicators are stated in, and was not asked for. */
  readonly otherSeries: readonly Series[];
  readonly rows: readonly Row[];
  readonly totals: readonly (Total | null)[];
  readonly conflicts: readonly Conflict[];
  /** The figures that cells and conflicts name, by id. */
  readonly sources: ReadonlyMap<string, StatedFigure>;
}

/** What one region states in one series over time. */
export interface Trend {
  readonly region: Pick<StoredDivision, 'code' | 'name' | 'level' | 'parent'>;
  readonly series: Series;
  /** In order of the days. */
  readonly points: readonly TrendPoint[];
}

export interface TrendPoint {
  readonly as_of: string;
  readonly amount: Amount;
  /** The one that speaks first, those that contradict it last. */
  readonly figures: readonly string[];
  readonly contradicted: boolean;
  /** The number is that of the point before, stated again. */
  readonly repeats: boolean;
  /** A count that is said to run on stands lower than earlier in its year. */
  readonly falls: boolean;
}

export interface Trends {
  readonly from: string;
  readonly to: string;
  readonly includesReview: boolean;
  readonly trends: readonly Trend[];
  readonly otherSeries: readonly Series[];
  readonly sources: ReadonlyMap<string, StatedFigure>;
}
