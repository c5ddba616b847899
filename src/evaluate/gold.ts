/** The text of a gold file in; out its rows, with everything that is wrong with it by line. */
import * as z from 'zod';
import { QUALIFIERS, STATISTICS, type Qualifier, type Statistic } from '../model.js';

/** One labelled figure. A field that is undefined was left out and is not scored. */
export interface GoldFigure {
  readonly indicator: string;
  /** Other indicators that are accepted. */
  readonly also: readonly string[];
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier | undefined;
  readonly unit: string | undefined;
  readonly statistic: Statistic | undefined;
  readonly region_code: string | null | undefined;
  readonly as_of: string | null | undefined;
  /** Code points of the number alone, half open. */
  readonly start: number;
  readonly end: number;
  /** A borderline case: neither a miss when absent nor a false alarm when present. */
  readonly optional: boolean;
  /** The number was blanked out. */
  readonly redacted: boolean;
}

/** One fault of a file of JSON lines. */
export interface LineFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const bound = z.number().nullable();

// takes 2020-03-03; leaves 2020-3-3 and 2020年3月3日
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
// takes 320826; leaves 32 and 3208261
const DIVISION_CODE = /^\d{6}$/;

const goldSchema = z
  .strictObject({
    indicator: z.string().min(1),
    also: z.array(z.string().min(1)).optional(),
    value: bound.optional(),
    lower: bound.optional(),
    upper: bound.optional(),
    qualifier: z.enum(QUALIFIERS).optional(),
    unit: z.string().min(1).optional(),
    statistic: z.enum(STATISTICS).optional(),
    item: z.string().nullable().optional(),
    region_code: z
      .string()
      .regex(DIVISION_CODE, 'must be the six digits of a GB/T 2260 code, or null')
      .nullable()
      .optional(),
    as_of: z.string().regex(ISO_DATE, 'must be a date like 2020-03-03, or null').nullable().optional(),
    start: z.int().min(0),
    end: z.int().min(1),
    optional: z.boolean().optional(),
    redacted: z.boolean().optional(),
  })
  .superRefine(({ start, end, value, lower, upper, qualifier, redacted }, context) => {
    const fault = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (end <= start) fault('end', `must be greater than start (${start})`);
    if (lower != null && upper != null && lower > upper) fault('lower', `must not exceed upper (${upper})`);
    const stated = [value, lower, upper].some((number) => number != null);
    if (redacted && stated) fault('redacted', 'a redacted number has neither value nor bounds');
    // 若干箱 has neither value nor bounds
    if (!redacted && !stated && qualifier !== 'vague')
      fault(
        'value',
        'value, lower or upper must be a number, or redacted be true, or the qualifier be vague',
      );
  });

/** A figure as `extract` prints it, as far as it is scored; what else it holds is kept out. */
const figureSchema = z.object({
  file: z.string(),
  indicator: z.string(),
  value: bound,
  lower: bound,
  upper: bound,
  qualifier: z.string().nullish(),
  unit: z.string().nullish(),
  statistic: z.string().nullish(),
  region_code: z.string().nullish(),
  as_of: z.string().nullish(),
  redacted: z.boolean().optional(),
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().optional(),
  /** Figures of another source may come without; they then count as certain. */
  confidence: z.number().min(0).max(1).optional(),
});

/** A figure to be scored; a `FigureRecord` is one. */
export type ScoredFigure = z.infer<typeof figureSchema>;

const describeIssue = ({ path, message }: z.core.$ZodIssue): string =>
  path.length > 0 ? `${path.join('.')}: ${message}` : message;

/** Each line that is not blank, as JSON of the schema's shape; all faults are collected. */
function parseLines<T>(text: string, schema: z.ZodType<T>): { rows: [T, number][]; faults: LineFault[] } {
  const rows: [T, number][] = [];
  const faults: LineFault[] = [];
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    if (content.trim() === '') return;
    let data: unknown;
    try {
      data = JSON.parse(line === 1 ? content.replace('\uFEFF', '') : content);
    } catch (error) {
      faults.push({ line, message: `not JSON: ${(error as Error).message}` });
      return;
    }
    const parsed = schema.safeParse(data);
    if (parsed.success) rows.push([parsed.data, line]);
    else faults.push(...parsed.error.issues.map((issue) => ({ line, message: describeIssue(issue) })));
  });
  return { rows, faults };
}

/**
 * Reads a gold file.
 * @param indicators those that the rule set knows; a row that names another can never be met
 */
export function parseGold(
  text: string,
  indicators: ReadonlySet<string>,
): { readonly golds: readonly GoldFigure[]; readonly faults: readonly LineFault[] } {
  const { rows, faults } = parseLines(text, goldSchema);
  for (const [row, line] of rows) {
    for (const id of [row.indicator, ...(row.also ?? [])]) {
      if (!indicators.has(id)) faults.push({ line, message: `no rule file has the indicator ${id}` });
    }
  }
  const golds = rows.map(([row]): GoldFigure => ({
    indicator: row.indicator,
    also: row.also ?? [],
    value: row.value ?? null,
    lower: row.lower ?? null,
    upper: row.upper ?? null,
    qualifier: row.qualifier,
    unit: row.unit,
    statistic: row.statistic,
    region_code: row.region_code,
    as_of: row.as_of,
    start: row.start,
    end: row.end,
    optional: row.optional ?? false,
    redacted: row.redacted ?? false,
  }));
  return { golds, faults: faults.sort((a, b) => a.line - b.line) };
}

/** Reads figures as `extract --format jsonl` prints them. */
export function parseFigures(text: string): {
  readonly figures: readonly ScoredFigure[];
  readonly faults: readonly LineFault[];
} {
  const { rows, faults } = parseLines(text, figureSchema);
  return { figures: rows.map(([row]) => row), faults };
}
