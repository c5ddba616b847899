/** Takes parsed rule files one kind at a time; gives rules, exclusions, statistics and furniture, compiled. */
import { NO_FIGURE, type Exclusion, type Rule, type StatisticRule } from '../model.js';
import { checkUnit, compileCues, compilePattern, type RuleContext } from './compile.js';
import { indicatorExamples, placeExamples, type RuleExample } from './examples.js';
import type { RuleSource } from './rule-source.js';
import {
  exclusionsSchema,
  indicatorSchema,
  noiseSchema,
  statisticsSchema,
  type RawIndicator,
} from './schemas.js';
import { suggest } from './suggest.js';
import { validate } from './validate.js';

/** What one kind of rule file gives. */
export interface Compiled<T> {
  readonly entries: readonly T[];
  readonly examples: readonly RuleExample[];
}

function checkIndicator(context: RuleContext, source: RuleSource, raw: RawIndicator): void {
  raw.units.forEach((unit, index) => checkUnit(context, source, ['units', index], unit));
  const supplied = raw.unit_when_missing;
  if (supplied !== undefined && !raw.units.includes(supplied)) {
    const message = `unit_when_missing "${supplied}" is not one of the units`;
    context.problems.push(source.problem(['unit_when_missing'], message, suggest(supplied, raw.units)));
  }
  for (const [from, to] of Object.entries(raw.convert ?? {})) {
    checkUnit(context, source, ['convert', from], to);
    if (raw.units.includes(from)) continue;
    const message = `convert: "${from}" is not one of the units`;
    context.problems.push(source.problem(['convert', from], message, suggest(from, raw.units), 'key'));
  }
}

function compileIndicator(context: RuleContext, source: RuleSource, raw: RawIndicator): Rule {
  checkIndicator(context, source, raw);
  return {
    id: raw.id,
    name: raw.name,
    core: raw.core,
    description: raw.description ?? null,
    priority: raw.priority ?? 0,
    units: new Set(raw.units),
    unitWhenMissing: raw.unit_when_missing ?? null,
    convert: new Map(Object.entries(raw.convert ?? {})),
    cues: compileCues(context, source, ['cues'], raw.cues),
    not: compileCues(context, source, ['not'], raw.not),
  };
}

/** The `id` that a file states, even where the rest of it is not valid. */
function statedId(source: RuleSource): string | null {
  const { data } = source;
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
  return typeof id === 'string' ? id : null;
}

/** Reports files whose `id` is not their name, or is another file's; gives the ids. */
function checkIds(context: RuleContext, sources: readonly RuleSource[]): Set<string> {
  const owners = new Map<string, RuleSource>();
  for (const source of sources) {
    const id = statedId(source);
    if (id === null) continue;
    const fileId = source.name.replace(/^indicators\/|\.yml$/gu, '');
    if (id !== fileId) {
      const hint = `call the file ${id}.yml, or write id: ${fileId}`;
      context.problems.push(
        source.problem(['id'], `the id "${id}" is not the file's name "${fileId}"`, hint),
      );
    }
    if (id === NO_FIGURE) {
      const hint = 'it stands for numbers that are no figure';
      context.problems.push(source.problem(['id'], `no indicator can be called "${id}"`, hint));
    }
    const owner = owners.get(id);
    if (owner)
      context.problems.push(source.problem(['id'], `duplicate id "${id}": ${owner.name} has it too`));
    else owners.set(id, source);
  }
  return new Set(owners.keys());
}

/** The rules of all indicator files, in order of their ids. */
export function compileIndicators(context: RuleContext, sources: readonly RuleSource[]): Compiled<Rule> {
  const ids = checkIds(context, sources);
  const entries: Rule[] = [];
  const examples: RuleExample[] = [];
  for (const source of sources) {
    const raw = validate(source, indicatorSchema, context.problems);
    if (raw === null) continue;
    entries.push(compileIndicator(context, source, raw));
    const own = indicatorExamples(context, source, raw);
    examples.push(...own);
    for (const { claim } of own) {
      if (claim.kind !== 'figures') continue;
      for (const expected of claim.expected) {
        if (ids.has(expected.indicator)) continue;
        context.problems.push({
          ...expected.problem(`unknown indicator "${expected.indicator}"`),
          hint: suggest(expected.indicator, ids),
        });
      }
    }
  }
  return { entries, examples };
}

/**
 * Entries of several files, by key: an entry of a later file takes the place of an earlier file's;
 * twice in one file is reported.
 */
function mergeByKey<T extends object>(
  context: RuleContext,
  sources: readonly RuleSource[],
  listOf: (source: RuleSource) => readonly T[],
  key: keyof T & string,
  /** The key of the file that holds the list; none where the file is the list. */
  list: readonly string[] = [],
): { source: RuleSource; index: number; raw: T }[] {
  const merged = new Map<unknown, { source: RuleSource; index: number; raw: T }>();
  for (const source of sources) {
    listOf(source).forEach((raw, index) => {
      if (merged.get(raw[key])?.source === source) {
        context.problems.push(
          source.problem([...list, index, key], `duplicate ${key} "${String(raw[key])}"`),
        );
      }
      merged.set(raw[key], { source, index, raw });
    });
  }
  return [...merged.values()];
}

/** The exclusions in the order of the files. */
export function compileExclusions(context: RuleContext, sources: readonly RuleSource[]): Compiled<Exclusion> {
  const listOf = (source: RuleSource) => validate(source, exclusionsSchema, context.problems) ?? [];
  const examples: RuleExample[] = [];
  const entries = mergeByKey(context, sources, listOf, 'id').map(({ source, index, raw }) => {
    const { id, kind } = raw;
    examples.push(
      ...placeExamples(context, source, [index, 'examples'], raw.examples, (at) => ({
        kind: 'set-aside',
        as: kind,
        at,
      })),
      ...placeExamples(context, source, [index, 'counter_examples'], raw.counter_examples, (at) => ({
        kind: 'not-set-aside',
        as: kind,
        at,
      })),
    );
    const cues = compileCues(context, source, [index, 'cues'], raw.cues);
    return { id, kind, cues, not: compileCues(context, source, [index, 'not'], raw.not) };
  });
  return { entries, examples };
}

/** The rules of the statistics in the order of the files. */
export function compileStatistics(
  context: RuleContext,
  sources: readonly RuleSource[],
): Compiled<StatisticRule> {
  const listOf = (source: RuleSource) => validate(source, statisticsSchema, context.problems) ?? [];
  const examples: RuleExample[] = [];
  const entries = mergeByKey(context, sources, listOf, 'statistic').map(({ source, index, raw }) => {
    const { statistic } = raw;
    const claimOf = (at: string) => ({ kind: 'statistic', statistic, at }) as const;
    examples.push(...placeExamples(context, source, [index, 'examples'], raw.examples, claimOf));
    return { statistic, cues: compileCues(context, source, [index, 'cues'], raw.cues) };
  });
  return { entries, examples };
}

/** The patterns of page furniture, or of lines that links follow; each must take its example and leave its counter-example. */
export function compileNoise(
  context: RuleContext,
  sources: readonly RuleSource[],
  list: 'furniture' | 'links',
): RegExp[] {
  const listOf = (source: RuleSource) => validate(source, noiseSchema, context.problems)?.[list] ?? [];
  return mergeByKey(context, sources, listOf, 'pattern', [list]).flatMap(({ source, index, raw }) => {
    const pattern = compilePattern(context, source, [list, index, 'pattern'], raw.pattern);
    if (pattern === null) return [];
    if (!pattern.test(raw.takes)) {
      context.problems.push(source.problem([list, index, 'takes'], 'the pattern does not take this'));
    }
    if (pattern.test(raw.leaves)) {
      context.problems.push(source.problem([list, index, 'leaves'], 'the pattern takes this, and must not'));
    }
    return [pattern];
  });
}
