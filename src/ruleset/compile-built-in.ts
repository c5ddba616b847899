/** The last step of the build: the built-in rule files in, `dist/rules.bin` out. */
import { builtInRules } from './built-in-rules.js';
import { writeCompiled } from './compiled.js';
import { loadRuleSet } from './load-rule-set.js';
import { RuleError } from './problem.js';

try {
  writeCompiled(loadRuleSet([builtInRules()]));
} catch (error) {
  // Rules that are being edited may be broken: `rules check` is built all the same, and says where.
  if (!(error instanceof RuleError)) throw error;
}
