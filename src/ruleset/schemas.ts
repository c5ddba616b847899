/** The shapes of the rule files, strict: a key that is not named here is a fault. */
import * as z from 'zod';
import { QUALIFIERS, STATISTICS } from '../model.js';

const text = z.string().min(1);
const list = <T extends z.ZodType>(entry: T): z.ZodArray<T> => z.array(entry).min(1);

export const DIRECTIONS = [
  'after',
  'before',
  'clause',
  'lead',
  'sentence',
  'header',
  'section',
  'unit',
] as const;

// Takes volunteers and service_hours; must not take Volunteers, 2fa or a-b.
const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/u, 'must be small letters, digits and _, and start with a letter');

const conditions = Object.fromEntries(DIRECTIONS.map((direction) => [direction, text.optional()])) as Record<
  (typeof DIRECTIONS)[number],
  z.ZodOptional<typeof text>
>;

const cue = z
  .strictObject({
    ...conditions,
    units: list(text).optional(),
    /** For numbers without a unit. */
    bare: z.boolean().optional(),
    /** Of a `bare` cue: the unit to supply, instead of the indicator's. */
    unit_when_missing: text.optional(),
    why: text.optional(),
    comment: text.optional(),
  })
  .refine((value) => DIRECTIONS.some((direction) => value[direction] !== undefined), {
    message: `must have at least one of ${DIRECTIONS.join(', ')}`,
  });

const expectation = z.strictObject({
  at: text,
  value: z.number().nullable().optional(),
  lower: z.number().nullable().optional(),
  upper: z.number().nullable().optional(),
  qualifier: z.enum(QUALIFIERS).optional(),
  unit: text.optional(),
  statistic: z.enum(STATISTICS).optional(),
  item: text.nullable().optional(),
  redacted: z.boolean().optional(),
  indicator: text.optional(),
});

const place = z.strictObject({ text, at: text });

export const indicatorSchema = z.strictObject({
  id,
  name: text,
  core: z.boolean(),
  description: text.optional(),
  priority: z.int().optional(),
  units: list(text),
  unit_when_missing: text.optional(),
  convert: z.record(z.string(), text).optional(),
  cues: list(cue),
  not: list(cue).optional(),
  examples: z.array(z.strictObject({ text, expect: z.union([expectation, list(expectation)]) })).min(2),
  counter_examples: list(z.strictObject({ text, why: text, at: text.optional() })),
});

export const exclusionsSchema = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9_-]*$/u, 'must be small letters, digits, - and _, and start with a letter'),
    kind: text,
    cues: list(cue),
    not: list(cue).optional(),
    examples: list(place),
    counter_examples: list(place),
  }),
);

export const statisticsSchema = z.array(
  z.strictObject({ statistic: z.enum(STATISTICS), cues: list(cue), examples: list(place).optional() }),
);

export const unitsSchema = z.array(
  z.strictObject({
    unit: text,
    /** The unit's own name is always one of its words. */
    words: list(text).optional(),
    /** Word → what makes it another word when it follows: 人 before 民. */
    not_before: z.record(z.string(), list(text)).optional(),
    // Takes 1, 0.1 and 10000; must not take 1e4, -1 or .5.
    factor: z
      .string()
      .regex(/^\d+(?:\.\d+)?$/u, 'must be a decimal number, e.g. "10000" or "0.1"')
      .optional(),
  }),
);

export const patternsSchema = z.record(z.string().regex(/^[\p{L}_]+$/u, 'must be letters and _'), text);

const noisePattern = z.strictObject({ pattern: text, takes: text, leaves: text });

export const noiseSchema = z.strictObject({
  furniture: z.array(noisePattern),
  /** Lines behind which links to other pages follow, line by line. */
  links: z.array(noisePattern).optional(),
});

export const confidenceSchema = z.strictObject({
  intercept: z.number(),
  review_below: z.number().min(0).max(1),
  weights: z.record(z.string(), z.number()),
  fixed: z.record(z.string(), z.number()).optional(),
});

/** What a user's `confidence.json` may leave to the built-in one. */
export const confidenceChangesSchema = confidenceSchema.partial();

export type RawCue = z.infer<typeof cue>;
export type RawExpectation = z.infer<typeof expectation>;
export type RawPlace = z.infer<typeof place>;
export type RawIndicator = z.infer<typeof indicatorSchema>;
