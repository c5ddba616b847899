import { expect, it } from 'vitest';
import { readCompiled as readFromSources } from '../../src/ruleset/compiled.js';
import { builtInRules, loadRuleSet } from '../../src/ruleset/index.js';

// The built one: the file lies beside it.
const built = (await import(
  new URL('../../dist/ruleset/compiled.js', import.meta.url).href
)) as typeof import('../../src/ruleset/compiled.js');

it('is what the rule files say', () => {
  const compiled = built.readCompiled();
  expect(compiled).not.toBeNull();
  expect(compiled).toEqual(loadRuleSet([builtInRules()]));
});

it('is not there beside the sources, so that edited rules are read', () => {
  expect(readFromSources()).toBeNull();
});
