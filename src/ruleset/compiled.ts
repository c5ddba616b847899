/** Keeps the built-in rule set as the build compiled it, so that no run has to read its YAML again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { RuleSet } from '../model.js';
import { builtInRules } from './built-in-rules.js';
import type { Problem } from './problem.js';
import { readRuleFiles, versionOf } from './rule-files.js';

/** Beside the built modules; there is none beside the sources. */
const COMPILED = new URL('../rules.bin', import.meta.url);

/** Another V8 may write regular expressions in another way. */
const headOf = (version: string): Buffer => Buffer.from(`huibao ${version} ${process.versions.v8}\n`);

/** Writes the file; part of `npm run build`. */
export function writeCompiled(ruleSet: RuleSet): void {
  writeFileSync(COMPILED, Buffer.concat([headOf(ruleSet.version), serialize(ruleSet)]));
}

/** The built-in rule set, where the rule files are still those that were compiled; else null. */
export function readCompiled(): RuleSet | null {
  try {
    const problems: Problem[] = [];
    const head = headOf(versionOf(readRuleFiles([builtInRules()], problems)));
    const bytes = readFileSync(COMPILED);
    const known = problems.length === 0 && bytes.subarray(0, head.length).equals(head);
    return known ? (deserialize(bytes.subarray(head.length)) as RuleSet) : null;
  } catch {
    // not built, or damaged: the rule files say it all, and their loader what is wrong with them
    return null;
  }
}
