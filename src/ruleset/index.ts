/** What the rest of the project takes from the rule set loader. */
export { builtInRules } from './built-in-rules.js';
export {
  checkExamples,
  type ExampleFigure,
  type ExampleRunner,
  type ExampleSetAside,
} from './check-examples.js';
export type { ExampleClaim, Expectation, RuleExample } from './examples.js';
export { loadRuleSet, readRuleSet, type LoadOptions, type ReadRules } from './load-rule-set.js';
export { formatProblem, formatRuleError, RuleError, type Problem } from './problem.js';
