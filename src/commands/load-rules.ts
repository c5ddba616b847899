/** Directories of rule files → the rule set, for commands whose workers run the pipeline. */
import type { RuleSet } from '../model.js';
import { readCompiled } from '../ruleset/compiled.js';

/**
 * The built-in rules with those of the directories; the examples of the latter are run.
 * @throws {RuleError} with everything that is wrong
 */
export async function loadRules(added: readonly string[] = []): Promise<RuleSet> {
  const compiled = added.length === 0 ? readCompiled() : null;
  if (compiled) return compiled;
  const { builtInRules, loadRuleSet } = await import('../ruleset/index.js');
  if (added.length === 0) return loadRuleSet([builtInRules()]);
  // Imported where there are examples to run: the stages take longer to load than a short text to read.
  const { exampleRunner, ruleDirectories } = await import('./load-engine.js');
  return loadRuleSet(ruleDirectories(added), { runner: exampleRunner });
}
