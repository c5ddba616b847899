/** A comparison → rows for programs (one a cell, conflict or point), and words for people. */
import {
  formatRank,
  type Amount,
  type Cell,
  type Comparison,
  type Conflict,
  type Series,
  type Trends,
} from '../compare/index.js';
import { describeGap } from '../language/comparison-words.js';
import { say } from '../language/language.js';
import { formatValue } from './figure-columns.js';
import type { Row } from './print-rows.js';

const keyOf = ({ indicator, unit, item }: Pick<Series, 'indicator' | 'unit' | 'item'>): Row => ({
  indicator,
  unit,
  item,
});

const boundsOf = ({ value, lower, upper }: Amount): Row => ({ value, lower, upper });

const NO_NUMBERS = {
  value: null,
  lower: null,
  upper: null,
  total: null,
  best: null,
  worst: null,
  from: null,
  to: null,
};
const NO_PARTS = { parts: [], counted: null, divisions: null };

function cellRow(cell: Cell): Row {
  if (cell.kind === 'gap')
    return {
      ...{ kind: cell.kind, reason: cell.reason, detail: cell.detail, ...NO_NUMBERS, ...NO_PARTS },
      ...{ contradicted: false, population: null, population_year: null, figures: [] },
    };
  const { amount, total, rank, from, to, population, contradicted, figures } = cell;
  return {
    ...{ kind: cell.kind, reason: null, detail: null },
    ...{ ...boundsOf(amount), total: total.value, best: rank.best, worst: rank.worst, from, to },
    ...(cell.kind === 'rolled-up'
      ? { parts: cell.parts, counted: cell.counted, divisions: cell.divisions }
      : NO_PARTS),
    ...{
      contradicted,
      population: population?.value ?? null,
      population_year: population?.year ?? null,
      figures,
    },
  };
}

/** One a region and series, in the order of the regions. */
export const cellRows = ({ rows, series }: Comparison): Row[] =>
  rows.flatMap(({ region, cells }) =>
    cells.map((cell, i) => ({
      ...{ region_code: region.code, region_name: region.name, level: region.level },
      ...keyOf(series[i]!),
      ...cellRow(cell),
    })),
  );

export const conflictRows = (conflicts: readonly Conflict[]): Row[] =>
  conflicts.map(({ stated, other, ...rest }) => ({
    ...{ kind: rest.kind, region_code: rest.region_code, region_name: rest.region_name, ...keyOf(rest) },
    ...{ value: stated.value, lower: stated.lower, upper: stated.upper },
    ...{ figure: rest.stated_figure, as_of: rest.stated_as_of },
    ...{ other_value: other.value, other_lower: other.lower, other_upper: other.upper },
    ...{ other_figures: rest.other_figures, other_as_of: rest.other_as_of },
  }));

export const pointRows = ({ trends }: Trends): Row[] =>
  trends.flatMap(({ region, series, points }) =>
    points.map(({ as_of, amount, repeats, contradicted, falls, figures }) => ({
      ...{ region_code: region.code, region_name: region.name, ...keyOf(series), as_of },
      ...{ ...boundsOf(amount), repeats, contradicted, falls, figures },
    })),
  );

/** `志愿者人数（人）`, with the goods where there are some, and for how many of the population where that is asked. */
export const titleOf = ({ name, item, unit }: Series, per: number | null): string => {
  const what = item === null ? name : `${name}·${item}`;
  const counted =
    per === null
      ? unit
      : say(
          { en: '{unit} per {per}', zh: '{unit}，每{per}人口' },
          { unit, per: per.toLocaleString('en-US') },
        );
  return say({ en: '{what} ({counted})', zh: '{what}（{counted}）' }, { what, counted });
};

/** With at most three digits behind the point: what is divided has many. */
const rounded = (number: number | null): number | null =>
  number === null ? null : Number(number.toFixed(3));

/** `1,200`, `4,200–4,300`, `≥100`: as figures are shown. */
export const showAmount = ({ value, lower, upper }: Amount): string =>
  formatValue({
    ...{ value: rounded(value), lower: rounded(lower), upper: rounded(upper) },
    ...{ redacted: false, qualifier: 'exact' },
  });

/** What a table shows: `Σ` of a sum of what lies below, `!` where something contradicts it, the reason of a gap in brackets. */
export function showCell(cell: Cell): string {
  if (cell.kind === 'gap') return `(${describeGap(cell.reason)})`;
  const { kind, amount, contradicted } = cell;
  return `${kind === 'rolled-up' ? 'Σ ' : ''}${showAmount(amount)}${contradicted ? ' !' : ''}`;
}

/** `3`, or `3–5` where the bounds do not decide. */
export const showRank = (cell: Cell): string => (cell.kind === 'gap' ? '' : formatRank(cell.rank));
