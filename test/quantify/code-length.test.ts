import { describe, expect, test } from 'vitest';
import { parseQuantities } from '../../src/parse-quantities.js';
import { createEngine } from '../../src/pipeline.js';
import { builtInRules, loadRuleSet } from '../../src/ruleset/index.js';

describe('a row of digits that no person counts', () => {
  const engine = createEngine(loadRuleSet([builtInRules()], { checkExamples: false }));

  test('is no quantity, and costs no more than its length', () => {
    expect(parseQuantities(`招募志愿者${'1'.repeat(5_000_000)}名。`, engine).quantities).toEqual([]);
  });

  test('leaves the number behind it alone', () => {
    const { quantities } = parseQuantities(`编号${'7'.repeat(2_000)}，招募志愿者320名。`, engine);
    expect(quantities.map(({ value }) => value)).toEqual([320]);
  });
});
