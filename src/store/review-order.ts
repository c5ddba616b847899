/** The current figures in the order in which a reviewer should meet them: the filter in, ids and counts out. */
import { ADDED } from './decision.js';
import { regionAndBelow, regionParameters } from './region-and-below.js';
import type { Store } from './store.js';

/**
 * `open`: needs review, and nobody has decided; `sure`: needs none, and nobody has; `decided`: somebody has; `disputed`: two
 * people have decided differently.
 */
export type ReviewStatus = 'open' | 'sure' | 'decided' | 'disputed' | 'all';

/** Which figures to look at; all that is given must hold of the figure as it was found. */
export interface ReviewFilter {
  readonly status: ReviewStatus;
  readonly indicator?: string | undefined;
  /** A GB/T 2260 code; the divisions below it count too. `none`: those without one. */
  readonly region?: string | undefined;
  readonly document?: string | undefined;
  /** Id of the rule, without the version. */
  readonly rule?: string | undefined;
  /** Name of a factor of the confidence. */
  readonly reason?: string | undefined;
}

/** How often a value of a facet occurs. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export type FacetName = 'indicator' | 'region' | 'document' | 'rule' | 'reason';

/*
 * Doubt × effect: how likely the figure is wrong, times its share of all that is said of its indicator in its unit, times
 * how usual that unit is there (2座 are all the 座 of the supplies, and little of the supplies). Means, peaks and blanked
 * out numbers are in no total: they come last, the most doubtful first. What a figure is like (`alike`) is told by how it
 * was found: its indicator, its unit and the reasons of its confidence.
 */
const FILL = `
DELETE FROM temp.review_kinds;
INSERT INTO temp.review_kinds (indicator, unit, reasons)
SELECT DISTINCT indicator, unit, reasons FROM figures ORDER BY indicator, unit, reasons;
DELETE FROM temp.review_order;
INSERT INTO temp.review_order (figure_id, needs_review, indicator, region_code, document_id, rule, alike)
WITH sums AS (
  SELECT indicator, unit, sum(abs(coalesce(value, upper, lower))) AS total,
         1.0 * count(*) / sum(count(*)) OVER (PARTITION BY indicator) AS usual
  FROM figures WHERE statistic = 'total' AND redacted = 0 GROUP BY indicator, unit
)
SELECT f.figure_id, f.needs_review, f.indicator, f.region_code, f.document_id,
       substr(f.rule, 1, instr(f.rule || '@', '@') - 1), k.alike
FROM figures f
JOIN reports r ON r.document_id = f.document_id AND r.report = f.report
JOIN documents d ON d.id = f.document_id
LEFT JOIN sums s ON s.indicator = f.indicator AND s.unit = f.unit
JOIN temp.review_kinds k ON k.indicator = f.indicator AND k.unit = f.unit AND k.reasons = f.reasons
WHERE r.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY (1 - f.confidence)
    * CASE WHEN f.statistic = 'total' AND f.redacted = 0
        THEN coalesce(s.usual * abs(coalesce(f.value, f.upper, f.lower)) / nullif(s.total, 0), 0) ELSE 0 END DESC,
  f.confidence, f.figure_id;
`;

/** What reviewers added, behind what the rules found: nobody needs to look at it, and anybody may. */
const ADDED_BY_HAND = `
INSERT OR IGNORE INTO temp.review_order (figure_id, needs_review, indicator, region_code, document_id, rule, alike)
SELECT a.figure_id, 0, a.indicator, a.changes ->> '$.region_code', a.document_id, 'reviewer', -1
FROM decisions a JOIN documents d ON d.id = a.document_id
WHERE ${ADDED} AND d.superseded_by IS NULL`;

const CREATE = `
CREATE TEMP TABLE IF NOT EXISTS review_kinds (
  alike     INTEGER PRIMARY KEY,
  indicator TEXT NOT NULL,
  unit      TEXT NOT NULL,
  reasons   TEXT NOT NULL,
  UNIQUE (indicator, unit, reasons)
);
CREATE TEMP TABLE IF NOT EXISTS review_order (
  position     INTEGER PRIMARY KEY,
  figure_id    TEXT NOT NULL UNIQUE,
  needs_review INTEGER NOT NULL,
  indicator    TEXT NOT NULL,
  region_code  TEXT,
  document_id  TEXT NOT NULL,
  rule         TEXT NOT NULL,
  alike        INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS temp.review_order_open ON review_order (needs_review, position);
CREATE INDEX IF NOT EXISTS temp.review_order_alike ON review_order (alike, needs_review);
`;

// few are: they are gathered once, and not looked for at every figure
const DECIDED = 'o.figure_id IN (SELECT figure_id FROM standing_decisions)';
const STATUS: Readonly<Record<ReviewStatus, string>> = {
  open: `o.needs_review = 1 AND NOT ${DECIDED}`,
  sure: `o.needs_review = 0 AND NOT ${DECIDED}`,
  decided: DECIDED,
  disputed: 'o.figure_id IN (SELECT figure_id FROM disagreements)',
  all: 'TRUE',
};

/** What progress is measured over, where that is more than the status shows. */
const SCOPE: Readonly<Partial<Record<ReviewStatus, string>>> = {
  open: 'o.needs_review = 1',
  sure: 'o.needs_review = 0',
};

/** What each facet counts, and over what. */
const FACETS: Readonly<Record<FacetName, readonly [value: string, join: string]>> = {
  indicator: ['o.indicator', ''],
  region: ["coalesce(o.region_code, 'none')", ''],
  document: ['o.document_id', ''],
  rule: ['o.rule', ''],
  reason: ['j.value', 'JOIN temp.review_kinds k ON k.alike = o.alike, json_each(k.reasons) j'],
};

interface Conditions {
  readonly sql: string;
  readonly parameters: Record<string, string | number>;
}

function conditionsOf({
  indicator,
  region,
  document,
  rule,
  reason,
}: Omit<ReviewFilter, 'status'>): Conditions {
  const sql: string[] = [];
  const parameters: Record<string, string | number> = {};
  const must = (condition: string, name: string, value: string | undefined): void => {
    if (value === undefined) return;
    sql.push(condition);
    parameters[name] = value;
  };
  must('o.indicator = :indicator', 'indicator', indicator);
  must('o.document_id = :document', 'document', document);
  must('o.rule = :rule', 'rule', rule);
  must(
    'o.alike IN (SELECT k.alike FROM temp.review_kinds k, json_each(k.reasons) j WHERE j.value = :reason)',
    'reason',
    reason,
  );
  if (region === 'none') sql.push('o.region_code IS NULL');
  else if (region !== undefined) {
    sql.push(regionAndBelow('o.region_code'));
    Object.assign(parameters, regionParameters(region));
  }
  return { sql: sql.map((one) => ` AND ${one}`).join(''), parameters };
}

/**
 * The order, made once and kept while the reviewer works, so that no decision moves what is still to come; made anew where
 * another process has written. Takes about a second for 200,000 figures.
 */
export class ReviewOrder {
  #version: number | null = null;

  constructor(private readonly store: Store) {}

  /** Puts the order right where it is not; true where it was made anew. */
  refresh(): boolean {
    const { data_version: version } = this.store.get<{ data_version: number }>('PRAGMA data_version')!;
    if (version === this.#version) return false;
    this.store.execute(CREATE);
    this.store.reading(() => this.store.execute(`${FILL}${ADDED_BY_HAND};`));
    this.#version = version;
    return true;
  }

  /** Ids in order, behind `after` where it is given. */
  page(
    filter: ReviewFilter,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): string[] {
    const { sql, parameters } = conditionsOf(filter);
    const from = after === undefined ? 0 : this.#positionOf(after);
    return this.store
      .all<{ figure_id: string }>(
        `SELECT o.figure_id FROM temp.review_order o
         WHERE o.position > :from AND ${STATUS[filter.status]}${sql} ORDER BY o.position LIMIT :limit`,
        { ...parameters, from, limit },
      )
      .map(({ figure_id }) => figure_id);
  }

  /**
   * How many figures the filter lets through, and how many of them are done. Of `open` and `sure` ones: those that need or
   * need no review, decided or not; a dispute is never done.
   */
  progress(filter: ReviewFilter): { readonly total: number; readonly done: number } {
    const { sql, parameters } = conditionsOf(filter);
    const scope = SCOPE[filter.status] ?? STATUS[filter.status];
    const count = (from: string): number =>
      this.store.get<{ count: number }>(
        `SELECT count(*) AS count FROM ${from} WHERE ${scope}${sql}`,
        parameters,
      )!.count;
    const total = count('temp.review_order o');
    if (filter.status === 'disputed') return { total, done: 0 };
    // few are decided: they are counted from the decisions
    const done = count(
      `(SELECT DISTINCT figure_id FROM standing_decisions) x
       CROSS JOIN temp.review_order o ON o.figure_id = x.figure_id`,
    );
    return { total, done };
  }

  /** Puts a figure that a reviewer has added at the end, where it is not in the order yet. */
  include(figureId: string): void {
    this.store.run(`${ADDED_BY_HAND} AND a.figure_id = :figureId`, { figureId });
  }

  /** Takes it out again, where the addition was taken back. */
  forget(figureId: string): void {
    this.store.run("DELETE FROM temp.review_order WHERE figure_id = :figureId AND rule = 'reviewer'", {
      figureId,
    });
  }

  /** What a filter can be narrowed to, the most frequent first; at most `limit` values. */
  facet(name: FacetName, filter: ReviewFilter, limit = 200): FacetCount[] {
    const { sql, parameters } = conditionsOf({ ...filter, [name]: undefined });
    const [value, join] = FACETS[name];
    return this.store.all<FacetCount>(
      `SELECT ${value} AS value, count(*) AS count FROM temp.review_order o ${join}
       WHERE ${STATUS[filter.status]}${sql} GROUP BY 1 ORDER BY count DESC, value LIMIT :limit`,
      { ...parameters, limit },
    );
  }

  /** Figures that were found in the same way and wait for review too, itself among them, those of its document first. */
  alike(figureId: string, limit = 50): string[] {
    return this.store
      .all<{ figure_id: string }>(
        `SELECT o.figure_id FROM temp.review_order own
         JOIN temp.review_order o ON o.alike = own.alike AND o.needs_review = 1
         WHERE own.figure_id = :figureId AND own.needs_review = 1 AND NOT ${DECIDED}
         ORDER BY o.document_id <> own.document_id, o.position LIMIT :limit`,
        { figureId, limit },
      )
      .map(({ figure_id }) => figure_id);
  }

  #positionOf(figureId: string): number {
    return (
      this.store.get<{ position: number }>(
        'SELECT position FROM temp.review_order WHERE figure_id = :figureId',
        {
          figureId,
        },
      )?.position ?? 0
    );
  }
}
