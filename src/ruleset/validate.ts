/** Takes a parsed rule file and its schema; gives its data with a type, or what is wrong with it and where. */
import * as z from 'zod';
import type { Problem } from './problem.js';
import type { Path, RuleSource } from './rule-source.js';
import { suggest } from './suggest.js';

type Issue = z.core.$ZodIssue;

const NAMES: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  null: 'nothing',
};

const named = (type: string): string => NAMES[type] ?? type;

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What `path` leads to in plain data; undefined where it leads nowhere. */
function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value;
}

/** The keys that the schema knows at `path`. */
function keysAt(schema: unknown, path: Path): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) {
    return [...new Set(schema.options.flatMap((option) => keysAt(option, path)))];
  }
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, unknown>;
    return path.length === 0 ? Object.keys(shape) : keysAt(shape[String(path[0])], path.slice(1));
  }
  if (schema instanceof z.ZodArray) return path.length === 0 ? [] : keysAt(schema.element, path.slice(1));
  return [];
}

/** `examples[1].expect.at`, counted from 1 as people do; empty at the top. */
const formatPath = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step}`))
    .join('')
    .replace(/^\./u, '');

const formatKeys = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** The complaints of the branch of a union whose type the value has. */
function fittingBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const wrongType = (issues: readonly Issue[]): boolean =>
    issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  return branches.find((issues) => !wrongType(issues)) ?? branches[0] ?? [];
}

function describeSize(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string') return 'must not be empty';
  const least = String(issue.minimum);
  if (issue.origin === 'array') return `needs at least ${least} ${least === '1' ? 'entry' : 'entries'}`;
  return `must be at least ${least}`;
}

function describeType(
  issue: z.core.$ZodIssueInvalidType,
  value: unknown,
): { message: string; hint: string | null } {
  const quotable = issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  return {
    message: `must be ${named(issue.expected)}, not ${named(typeOf(value))}`,
    hint: quotable ? `put it in quotes: "${String(value)}"` : null,
  };
}

/** The problems that an issue of zod's stands for. */
function problemsOf(issue: Issue, above: Path, source: RuleSource, schema: z.ZodType): Problem[] {
  const path = [...above, ...issue.path].filter((step) => typeof step !== 'symbol');
  const value = valueAt(source.data, path);
  const what = formatPath(path) || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      source.problem([...path, key], `unknown key "${key}"`, suggest(key, keysAt(schema, path)), 'key'),
    );
  }
  if (value === undefined) return [source.problem(path, `${what} is missing`)];
  switch (issue.code) {
    case 'invalid_union':
      return fittingBranch(issue.errors).flatMap((inner) => problemsOf(inner, path, source, schema));
    case 'invalid_key':
      return issue.issues.map((inner) => source.problem(path, `the name ${inner.message}`, null, 'key'));
    case 'invalid_value': {
      const known = issue.values.map(String);
      const hint = typeof value === 'string' ? suggest(value, known) : `known here: ${known.join(', ')}`;
      return [source.problem(path, `${what} can not be ${JSON.stringify(value)}`, hint)];
    }
    case 'invalid_type': {
      const { message, hint } = describeType(issue, value);
      return [source.problem(path, `${what} ${message}`, hint)];
    }
    case 'too_small':
      return [source.problem(path, `${what} ${describeSize(issue)}`)];
    case 'too_big':
      return [source.problem(path, `${what} must be at most ${String(issue.maximum)}`)];
    default:
      return [source.problem(path, `${what} ${issue.message}`)];
  }
}

/**
 * The data of a rule file, as written: zod would put keys into the order of its schema, and in a cue
 * the order of the keys counts. Null where something is wrong; then `problems` says what.
 */
export function validate<S extends z.ZodType>(
  source: RuleSource,
  schema: S,
  problems: Problem[],
): z.infer<S> | null {
  const result = schema.safeParse(source.data);
  if (result.success) return source.data as z.infer<S>;
  const { issues } = result.error;
  const misspelt = new Set(
    issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => formatKeys(path)),
  );
  for (const issue of issues) {
    // That a cue has no direction is no news where its direction is misspelt.
    if (issue.code === 'custom' && misspelt.has(formatKeys(issue.path))) continue;
    problems.push(...problemsOf(issue, [], source, schema));
  }
  return null;
}
