/** Takes patterns and cues as rule files have them; gives them compiled, and says what is wrong with them and where. */
import type { Condition, Cue } from '../model.js';
import type { PatternTable } from './patterns.js';
import type { Problem } from './problem.js';
import { checkRegex, type RegexCheck } from './regex-check.js';
import type { Path, RuleSource } from './rule-source.js';
import { DIRECTIONS, type RawCue } from './schemas.js';
import { suggest } from './suggest.js';

/** What the rule files of one rule set share while they are compiled. */
export interface RuleContext {
  readonly problems: Problem[];
  /** Null when `patterns.yml` is not valid: then patterns that use names are not checked. */
  readonly patterns: PatternTable | null;
  /** Canonical units; null when `units.yml` is not valid. */
  readonly units: ReadonlySet<string> | null;
  /** What was found about a pattern, so that one used often is checked once. */
  readonly checks: Map<string, RegexCheck>;
}

// Takes {gap}; must not take {0,6} or \p{L}.
const USES_NAME = /(?<!\\[pPu])\{[\p{L}_]+\}/u;

/** The compiled pattern (flag `u`); null where it is not valid, which is then reported at `path`. */
export function compilePattern(
  context: RuleContext,
  source: RuleSource,
  path: Path,
  text: string,
): RegExp | null {
  if (context.patterns === null && USES_NAME.test(text)) return null;
  const { patterns } = context;
  const expansion = patterns?.expand(text) ?? { source: text };
  if (!('source' in expansion)) {
    if (!expansion.elsewhere) context.problems.push(source.problem(path, expansion.message, expansion.hint));
    return null;
  }
  let check = context.checks.get(text);
  if (check === undefined) {
    check = checkRegex(text, { filled: expansion.source, ...(patterns && { factsOf: patterns.factsOf }) });
    context.checks.set(text, check);
  }
  if ('pattern' in check) return check.pattern;
  context.problems.push(source.problem(path, check.message, check.hint));
  return null;
}

/** Reports a unit that `units.yml` does not have. */
export function checkUnit(context: RuleContext, source: RuleSource, path: Path, unit: string): void {
  if (context.units === null || context.units.has(unit)) return;
  const nearest = suggest(unit, context.units);
  const hint = nearest?.startsWith('did') ? nearest : 'add it to units.yml, or use one that stands there';
  context.problems.push(source.problem(path, `unknown unit "${unit}"`, hint));
}

function compileCue(context: RuleContext, source: RuleSource, path: Path, raw: RawCue): Cue | null {
  const conditions: Condition[] = [];
  let whole = true;
  // The order in which the file has the directions counts: the first gives place and level.
  for (const key of Object.keys(raw)) {
    const direction = DIRECTIONS.find((each) => each === key);
    const text = direction && raw[direction];
    if (direction === undefined || text === undefined) continue;
    const pattern = compilePattern(context, source, [...path, direction], text);
    if (pattern) conditions.push({ direction, pattern, source: text });
    else whole = false;
  }
  raw.units?.forEach((unit, index) => checkUnit(context, source, [...path, 'units', index], unit));
  const [first, ...rest] = conditions;
  if (!whole || first === undefined) return null;
  const units = raw.units ? new Set(raw.units) : null;
  const supplied = raw.unit_when_missing;
  if (supplied !== undefined) checkUnit(context, source, [...path, 'unit_when_missing'], supplied);
  return {
    conditions: [first, ...rest],
    units,
    bare: raw.bare ?? false,
    ...(supplied !== undefined && { unitWhenMissing: supplied }),
  };
}

/** The cues that are valid; what is wrong with the others is reported. */
export function compileCues(
  context: RuleContext,
  source: RuleSource,
  path: Path,
  raws: readonly RawCue[] = [],
): Cue[] {
  return raws.flatMap((raw, index) => compileCue(context, source, [...path, index], raw) ?? []);
}
