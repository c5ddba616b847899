/** The codes that figures carry → words in the language that is spoken, for the review page. */
import { comparisonTerms } from '../language/comparison-words.js';
import { describeFactor, DESCRIBED_FACTORS } from '../language/factor-words.js';
import { allTerms } from '../language/terms.js';
import type { RuleSet } from '../model.js';

/** `cue-phrase`, `indicator-volunteers`, `over`, `daily`, `plan` …: all that the page may meet. */
export function reviewWords({ rules }: Pick<RuleSet, 'rules'>): Readonly<Record<string, string>> {
  const names = new Map(rules.map(({ id, name }) => [id, name]));
  const factors = [...DESCRIBED_FACTORS, ...rules.map(({ id }) => `indicator-${id}`)];
  return {
    ...allTerms(),
    ...comparisonTerms(),
    ...Object.fromEntries(factors.map((factor) => [factor, describeFactor(factor, names)])),
  };
}
