/** What reports state of regions, as a comparison needs it: indicators and a span of days in, one row a report and series out. */
import type { Division, FigureRecord, Statistic } from '../model.js';
import type { Store } from './store.js';

/** What can be compared with one another: the same indicator in the same unit, of the same goods. */
export interface SeriesKey {
  readonly indicator: string;
  readonly unit: string;
  /** The goods counted; null where a figure names none. */
  readonly item: string | null;
}

/** The greatest total of a series that one report states of a region for a day: the smaller ones are parts of it as a rule. */
export interface Statement extends SeriesKey {
  readonly region_code: string;
  /** ISO date. */
  readonly as_of: string;
  readonly value: number | null;
  /** Null: open. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly document_id: string;
  readonly report: number;
  /** Nobody has decided on it, and it is doubtful. */
  readonly needs_review: boolean;
  /** `figures.rowid`; null of a figure that a reviewer added. */
  readonly number: number | null;
  /** Null where `number` tells. */
  readonly figure_id: string | null;
}

export interface StatementFilter {
  readonly indicators: readonly string[];
  /** First and last ISO date of `as_of`. */
  readonly from: string;
  readonly to: string;
}

/**
 * Its report is no repost, and its document's file has not changed since. Few are not: they are gathered once. One column, as
 * SQLite goes through all of them for every row where NOT IN compares two.
 */
const IS_CURRENT = `f.document_id || ':' || f.report NOT IN (
      SELECT r.document_id || ':' || r.report FROM reports r WHERE r.duplicate_of IS NOT NULL
    ) AND f.document_id NOT IN (SELECT d.id FROM documents d WHERE d.superseded_by IS NOT NULL)`;

// + keeps SQLite from choosing the index of one of these facets, which would lead to every row
const ASKED = `indicator IN (SELECT value FROM json_each(:indicators)) AND +region_code IS NOT NULL
    AND +statistic = 'total' AND +redacted = 0 AND +as_of BETWEEN :from AND :to`;

/** Figures on which somebody has decided something. */
const DECIDED = 'SELECT x.rowid FROM decisions s CROSS JOIN figures x ON x.figure_id = s.figure_id';

type Row = Omit<Statement, 'needs_review'> & { readonly needs_review: number };

/** All that it reads of a figure is in one index. */
export const FIND_STATEMENTS = `SELECT indicator, unit, item, region_code, as_of, value, lower, upper, document_id, report, needs_review,
       f.rowid AS number, NULL AS figure_id, max(coalesce(value, upper, lower)) AS most
     FROM figures f
     WHERE ${ASKED} AND coalesce(value, upper, lower) IS NOT NULL
       AND f.rowid NOT IN (${DECIDED})
       AND ${IS_CURRENT}
     GROUP BY indicator, region_code, unit, item, as_of, needs_review, document_id, report`;

/**
 * Totals with a number, a region and a date; of current figures, decisions applied, reposts and documents whose file has
 * changed left out. Doubtful ones that nobody has decided on are rows of their own, beside the sure ones of their report.
 */
export function findStatements(store: Store, { indicators, from, to }: StatementFilter): Statement[] {
  const parameters = { indicators: JSON.stringify(indicators), from, to };
  const found = store.all<Row>(FIND_STATEMENTS, parameters);
  return [...found, ...decided(store, parameters)].map(({ needs_review, ...row }) => ({
    ...row,
    needs_review: needs_review === 1,
  }));
}

/** Figures on which somebody has decided something, as it stands now; few beside the others. */
function decided(store: Store, parameters: Readonly<Record<string, string>>): Row[] {
  return store.all<Row>(
    `SELECT indicator, unit, item, region_code, as_of, value, lower, upper, document_id, report, needs_review,
       NULL AS number, figure_id
     FROM current_figures
     WHERE figure_id IN (SELECT figure_id FROM decisions) AND ${ASKED}
       AND coalesce(value, upper, lower) IS NOT NULL`,
    parameters,
  );
}

/** Why a region has no number in a series, as far as its figures tell: those that nobody has decided on. */
export interface Traces {
  /** A number of the series was blanked out, for the days asked for or for no known day. */
  readonly redacted: boolean;
  /** Latest date of a total of the series, whatever the day; null where there is none. */
  readonly latest: string | null;
  /** There are totals of the series that hold for no known day. */
  readonly undated: boolean;
  /** Within the days asked for: other goods of the indicator, other units, and other statistics. */
  readonly otherItem: string | null;
  readonly otherUnit: string | null;
  readonly otherStatistic: Statistic | null;
}

const NO_TRACES: Traces = {
  redacted: false,
  latest: null,
  undated: false,
  otherItem: null,
  otherUnit: null,
  otherStatistic: null,
};

interface TraceRow extends SeriesKey {
  readonly region_code: string;
  readonly statistic: Statistic;
  readonly redacted: number;
  readonly latest: string | null;
  readonly latest_asked: string | null;
  readonly undated: number;
}

/** What there is of the regions and series that have no number. */
export function findTraces(
  store: Store,
  { from, to }: Pick<StatementFilter, 'from' | 'to'>,
  gaps: readonly { readonly region: string; readonly series: SeriesKey }[],
): (region: string, series: SeriesKey) => Traces {
  const keyOf = (region: string, indicator: string): string => `${region}\n${indicator}`;
  const asked = [...new Set(gaps.map(({ region, series }) => keyOf(region, series.indicator)))];
  const rows = store.all<TraceRow>(
    `SELECT f.indicator, f.region_code, unit, item, statistic, redacted, max(as_of) AS latest,
       max(as_of) FILTER (WHERE as_of BETWEEN :from AND :to) AS latest_asked,
       max(as_of IS NULL) AS undated
     FROM json_each(:asked) a
     CROSS JOIN figures f ON f.indicator = a.value ->> 1 AND f.region_code = a.value ->> 0
     WHERE ${IS_CURRENT} AND f.rowid NOT IN (${DECIDED})
     GROUP BY f.indicator, f.region_code, unit, item, statistic, redacted`,
    { asked: JSON.stringify(asked.map((key) => key.split('\n'))), from, to },
  );
  const byPlace = new Map<string, TraceRow[]>();
  for (const row of rows) {
    const key = keyOf(row.region_code, row.indicator);
    byPlace.set(key, [...(byPlace.get(key) ?? []), row]);
  }
  return (region, series) => {
    const found = byPlace.get(keyOf(region, series.indicator));
    return found ? tracesIn(found, series) : NO_TRACES;
  };
}

function tracesIn(rows: readonly TraceRow[], { unit, item }: SeriesKey): Traces {
  const isTotal = (row: TraceRow): boolean => row.statistic === 'total' && row.redacted === 0;
  const isSeries = (row: TraceRow): boolean => row.unit === unit && row.item === item;
  const others = rows.filter((row) => isTotal(row) && !isSeries(row) && row.latest_asked !== null);
  return {
    redacted: rows.some(
      (row) => row.redacted === 1 && isSeries(row) && (row.latest_asked !== null || row.undated === 1),
    ),
    latest: rows.find((row) => isTotal(row) && isSeries(row))?.latest ?? null,
    undated: rows.some((row) => isTotal(row) && isSeries(row)),
    otherItem: others.find((row) => row.item !== null && row.item !== item)?.item ?? null,
    otherUnit: others.find((row) => row.unit !== unit)?.unit ?? null,
    otherStatistic:
      rows.find((row) => row.statistic !== 'total' && row.unit === unit && row.latest_asked !== null)
        ?.statistic ?? null,
  };
}

/** Codes of the regions that have reports. */
export const reportedRegions = (store: Store): string[] =>
  store
    .all<{ region_code: string }>(
      `SELECT DISTINCT region_code FROM reports WHERE region_code IS NOT NULL AND duplicate_of IS NULL
         AND document_id NOT IN (SELECT d.id FROM documents d WHERE d.superseded_by IS NOT NULL)`,
    )
    .map(({ region_code }) => region_code);

/** A division of the table `regions`. */
export type StoredDivision = Pick<Division, 'code' | 'name' | 'level' | 'parent' | 'heir'>;

export const storedDivisions = (store: Store): StoredDivision[] =>
  store.all<StoredDivision>('SELECT code, name, level, parent, heir FROM regions ORDER BY code');

/** The latest day for which a figure holds, dates after the last run left out; null where there is none. */
export const latestDay = (store: Store): string | null =>
  store.get<{ day: string | null }>(
    `SELECT max(as_of) AS day FROM figures
     WHERE as_of <= (SELECT substr(max(started_at), 1, 10) FROM runs)`,
  )!.day;

/** The level on which most divisions have reports of their own. */
export const usualLevel = (store: Store): StoredDivision['level'] =>
  store.get<{ level: StoredDivision['level'] }>(
    `SELECT g.level FROM reports r JOIN regions g ON g.code = r.region_code
     GROUP BY g.level ORDER BY count(DISTINCT g.code) DESC, g.level DESC LIMIT 1`,
  )?.level ?? 'city';

/** Where a number stands: what leads back from a cell of a comparison. */
export type StatedFigure = Pick<
  FigureRecord,
  | 'figure_id' | 'file' | 'document_id' | 'exact' | 'quote' | 'page' | 'paragraph' | 'cell' | 'confidence' | 'needs_review'
>; // prettier-ignore

const STATED = 'file, figure_id, document_id, exact, quote, page, paragraph, cell, confidence, needs_review';

/** The figures behind statements, by what tells them apart (`statementKey`). */
export function figuresBehind(store: Store, statements: readonly Statement[]): Map<string, StatedFigure> {
  type Behind = Omit<StatedFigure, 'needs_review'> & {
    readonly number: number | null;
    readonly needs_review: number;
  };
  const numbers = statements.flatMap(({ number }) => number ?? []);
  const ids = statements.flatMap(({ figure_id }) => figure_id ?? []);
  const rows = [
    ...store.all<Behind>(
      `SELECT f.rowid AS number, d.file, ${STATED.replace('file, ', '').replaceAll(/\w+/g, 'f.$&')}
       FROM json_each(:numbers) n CROSS JOIN figures f ON f.rowid = n.value CROSS JOIN documents d ON d.id = f.document_id`,
      { numbers: JSON.stringify(numbers) },
    ),
    ...store.all<Behind>(
      `SELECT NULL AS number, ${STATED} FROM current_figures WHERE figure_id IN (SELECT value FROM json_each(:ids))`,
      { ids: JSON.stringify(ids) },
    ),
  ];
  return new Map(
    rows.map(({ number, needs_review, ...row }) => [
      number === null ? row.figure_id : String(number),
      { ...row, needs_review: needs_review === 1 },
    ]),
  );
}

export const statementKey = ({ number, figure_id }: Pick<Statement, 'number' | 'figure_id'>): string =>
  figure_id ?? String(number);
