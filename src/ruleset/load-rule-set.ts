/** Takes directories of rule files; gives the rule set, or one error that holds everything wrong with them. */
import type { Division, RuleSet, TownList } from '../model.js';
import { checkExamples, type ExampleRunner } from './check-examples.js';
import { compileExclusions, compileNoise, compileIndicators, compileStatistics } from './compile-rules.js';
import { compileConfidence, compilePatterns, compileUnits } from './compile-tables.js';
import type { RuleContext } from './compile.js';
import { readContextModel } from './context-model.js';
import type { RuleExample } from './examples.js';
import { RuleError, type Problem } from './problem.js';
import { readRegionModel } from './region-model.js';
import { parseDivisions } from './regions.js';
import { readRuleFiles, versionOf, type RuleFile } from './rule-files.js';
import { parseRuleSource, type RuleSource } from './rule-source.js';
import { parseTowns } from './towns.js';

/** How `loadRuleSet` treats the examples of the rule files. */
export interface LoadOptions {
  /** Makes the runner that examples are checked with, from the rule set that has just been loaded. */
  readonly runner?: (ruleSet: RuleSet) => ExampleRunner;
  /**
   * True: all examples are run; false: none. Left out: those of the user's directories, since the
   * built-in files come as they were when `rules check` and the tests ran their examples.
   */
  readonly checkExamples?: boolean;
}

/** A rule set with the examples of its files, not yet run. */
export interface ReadRules {
  readonly ruleSet: RuleSet;
  readonly examples: readonly RuleExample[];
}

/** The faults that the parser of a table lists in one error, each at its line where it names one. */
function tableProblems({ file, text }: RuleFile, error: unknown): Problem[] {
  const reasons = (error instanceof Error ? error.message : String(error)).replace(/^\w+: /u, '');
  return reasons.split('; ').map((reason) => {
    // Takes "line 12: more than six columns"; must not take "320000 names 32".
    const line = Number(/^line (\d+): /u.exec(reason)?.[1] ?? 1);
    const message = reason.replace(/^line \d+: /u, '');
    return { file, line, column: 1, message, hint: null, excerpt: text.split('\n')[line - 1] ?? null };
  });
}

/** Files that are not read as YAML. */
const OTHER_FORMATS: ReadonlySet<string> = new Set([
  'regions.tsv',
  'towns.tsv',
  'context.json',
  'report-region.json',
]);

/** The divisions of all region files; a later file's division takes the place of an earlier one of its code. */
function readDivisions(files: readonly RuleFile[], problems: Problem[]): readonly Division[] {
  const divisions = new Map<string, Division>();
  for (const file of files) {
    try {
      for (const division of parseDivisions(file.text)) divisions.set(division.code, division);
    } catch (error) {
      problems.push(...tableProblems(file, error));
    }
  }
  return [...divisions.values()];
}

/** The towns of all town files; a later file's line takes the place of an earlier one of its division. */
function readTowns(
  files: readonly RuleFile[],
  divisions: readonly Division[],
  problems: Problem[],
): readonly TownList[] {
  const codes = new Set(divisions.map(({ code }) => code));
  const towns = new Map<string, TownList>();
  for (const file of files) {
    try {
      for (const list of parseTowns(file.text, codes)) towns.set(list.division, list);
    } catch (error) {
      problems.push(...tableProblems(file, error));
    }
  }
  return [...towns.values()];
}

/**
 * Reads and checks everything but the examples. The first directory must be complete; indicator files
 * of later ones are added or take the place of those of the same id, entries of their other files are
 * added or take the place of those of the same key (word, name, id, statistic, pattern, factor, code).
 * Throws one `RuleError` with all problems.
 */
export function readRuleSet(directories: readonly string[]): ReadRules {
  const problems: Problem[] = [];
  const files = readRuleFiles(directories, problems);
  const sources: RuleSource[] = [];
  for (const file of files) {
    const source = OTHER_FORMATS.has(file.name) ? null : parseRuleSource(file, problems);
    if (source) sources.push(source);
  }
  const named = (name: string): RuleSource[] => sources.filter((source) => source.name === name);
  const parsed = (name: string): boolean =>
    named(name).length === files.filter((file) => file.name === name).length;

  const units = compileUnits(named('units.yml'), problems);
  const patterns = compilePatterns(named('patterns.yml'), problems);
  const context: RuleContext = {
    problems,
    units: units && parsed('units.yml') ? new Set(units.map(({ unit }) => unit)) : null,
    patterns: parsed('patterns.yml') ? patterns : null,
    checks: new Map(),
  };
  const rules = compileIndicators(
    context,
    sources.filter(({ name }) => name.startsWith('indicators/')),
  );
  const exclusions = compileExclusions(context, named('exclusions.yml'));
  const statistics = compileStatistics(context, named('statistics.yml'));
  const furniture = compileNoise(context, named('noise.yml'), 'furniture');
  const links = compileNoise(context, named('noise.yml'), 'links');
  const confidence = compileConfidence(named('confidence.json'), problems);
  const contextModel = readContextModel(
    files.filter(({ name }) => name === 'context.json'),
    problems,
  );
  const reportRegion = readRegionModel(
    files.filter(({ name }) => name === 'report-region.json'),
    problems,
  );
  const divisions = readDivisions(
    files.filter(({ name }) => name === 'regions.tsv'),
    problems,
  );
  const towns = readTowns(
    files.filter(({ name }) => name === 'towns.tsv'),
    divisions,
    problems,
  );
  if (problems.length > 0 || units === null || confidence === null) throw new RuleError(problems);
  return {
    ruleSet: {
      version: versionOf(files),
      rules: rules.entries,
      exclusions: exclusions.entries,
      statistics: statistics.entries,
      units,
      furniture,
      links,
      divisions,
      towns,
      confidence,
      context: contextModel,
      reportRegion,
    },
    examples: [...rules.examples, ...exclusions.examples, ...statistics.examples],
  };
}

/**
 * The rule set of the directories; the first is the built-in one (`builtInRules()`), the others are the
 * user's. Throws one `RuleError` with all problems; examples are run only when there are no others.
 */
export function loadRuleSet(directories: readonly string[], options: LoadOptions = {}): RuleSet {
  const { ruleSet, examples } = readRuleSet(directories);
  if (options.checkExamples === false) return ruleSet;
  const due = options.checkExamples ? examples : examples.filter(({ fromUser }) => fromUser);
  if (due.length === 0) return ruleSet;
  if (!options.runner) throw new TypeError('examples can not be checked without a runner');
  const problems = checkExamples(due, options.runner(ruleSet));
  if (problems.length > 0) throw new RuleError(problems);
  return ruleSet;
}
