/** Checks rule files: loads them, and runs every example in them. */
import { checkExamples, readRuleSet, RuleError } from '../ruleset/index.js';
import { say } from '../language/language.js';
import { exampleRunner, ruleDirectories } from './load-engine.js';

export default function rulesCheck(directories: readonly string[]): Promise<number> {
  const { ruleSet, examples } = readRuleSet(ruleDirectories(directories));
  const problems = checkExamples(examples, exampleRunner(ruleSet));
  if (problems.length > 0) throw new RuleError(problems);
  const counts = {
    indicators: ruleSet.rules.length,
    examples: examples.length,
    version: ruleSet.version,
  };
  process.stdout.write(
    `${say({ en: '{indicators} indicators, {examples} examples: all pass (version {version})', zh: '{indicators} 个指标，{examples} 个示例：全部通过（版本 {version}）' }, counts)}\n`,
  );
  return Promise.resolve(0);
}
