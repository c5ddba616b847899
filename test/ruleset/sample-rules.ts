/** Takes the files that a test changes; gives a temporary directory with a small complete rule set. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readRuleSet, RuleError } from '../../src/ruleset/index.js';

export const SAMPLE = {
  'units.yml': `- { unit: 人, words: [人, 名, 位] }
- { unit: 人次, words: [人次, 人(次)] }
- { unit: 支, words: [支] }
- { unit: 元, words: [元] }
- { unit: 元, words: [角], factor: "0.1" }
`,
  'patterns.yml': `gap: '[^，。]{0,6}'
youth: '青年|团员'
helper: '(?:{youth})?志愿者'
`,
  'exclusions.yml': `- id: age
  kind: age
  cues:
    - after: ^岁
  examples:
    - { text: 65岁以上的老人, at: '65' }
  counter_examples:
    - { text: 慰问老人65名, at: '65' }
`,
  'statistics.yml': `- statistic: daily
  cues:
    - before: 每天
  examples:
    - { text: 每天有30名志愿者值守, at: '30' }
`,
  'noise.yml': `furniture:
  - pattern: ^浏览(?:数|次数)
    takes: 浏览数：96
    leaves: 报道浏览数达96次
`,
  'confidence.json': `{ "intercept": 2, "review_below": 0.7, "weights": { "noise-inside": -1.5 } }
`,
  'regions.tsv': '',
  'indicators/volunteers.yml': `id: volunteers
name: 志愿者人数
core: true
units: [人]
cues:
  - after: '{helper}'
    section: 志愿
  - before: 志愿者{gap}
    units: [人]
    why: 招募志愿者若干
not:
  - after: 志愿服务队
examples:
  - text: 全县招募青年志愿者近600名
    expect: { at: '600', value: 600, qualifier: under, unit: 人 }
  - text: 30名志愿者和20名志愿者上岗
    expect:
      - { at: '30', value: 30 }
      - { at: '20', value: 20 }
counter_examples:
  - { text: 成立9支志愿服务队, why: counts teams, at: '9' }
`,
  'indicators/teams.yml': `id: teams
name: 队伍数
core: true
units: [支]
cues:
  - after: 队
examples:
  - text: 成立9支志愿服务队
    expect: { at: '9', value: 9 }
  - text: 组建12支小分队
    expect: { at: '12' }
counter_examples:
  - { text: 队伍里有3人, why: counts people }
`,
} as const;

/** Writes a directory that is taken away when the test ends. */
export function writeFiles(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'rules-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

/** The sample rules with some files changed or added; undefined leaves a file out. */
export function writeRules(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const files = Object.entries<string | undefined>({ ...SAMPLE, ...changes });
  return writeFiles(
    Object.fromEntries(files.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
  );
}

/** The sample's file with `before` replaced by `after`. */
export function changed(name: keyof typeof SAMPLE, before: string, after: string): Record<string, string> {
  if (!SAMPLE[name].includes(before)) throw new Error(`${name} does not hold ${before}`);
  return { [name]: SAMPLE[name].replace(before, () => after) };
}

/** The error of rules that must not load. */
export function errorOf(...directories: readonly string[]): RuleError {
  try {
    readRuleSet(directories);
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
  throw new Error('the rules load');
}

/** The problems of the directory's rules, as `file:line:column: message (hint)`. */
export function problemsOf(...directories: readonly string[]): string[] {
  return errorOf(...directories).problems.map(({ file, line, column, message, hint }) => {
    const name = directories.reduce((path, directory) => path.replace(`${directory}/`, ''), file);
    return `${name}:${line}:${column}: ${message}${hint === null ? '' : ` (${hint})`}`;
  });
}
