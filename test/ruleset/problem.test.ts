import { describe, expect, it } from 'vitest';
import { formatProblem, formatRuleError } from '../../src/ruleset/index.js';
import { changed, errorOf, writeRules } from './sample-rules.js';

describe('a printed rule error', () => {
  it('says of each problem where it is, what it is and what to do, with the line and a caret', () => {
    const directory = writeRules({
      ...changed('indicators/teams.yml', '  - after: 队', '  - afte: 队'),
      'noise.yml': undefined,
    });
    expect(formatRuleError(errorOf(directory)).replaceAll(directory, 'rules')).toBe(
      `rules/indicators/teams.yml:6:5: unknown key "afte"
  6 |   - afte: 队
    |     ^
  hint: did you mean "after"?

rules/noise.yml:1:1: the file is missing

2 problems in the rule files`,
    );
  });

  it('puts the caret under the fault behind wide characters', () => {
    const lines = formatProblem({
      file: 'a.yml',
      line: 12,
      column: 6,
      message: 'wrong',
      hint: null,
      excerpt: '- 志愿（a）',
    }).split('\n');
    expect(lines.slice(1)).toEqual(['  12 | - 志愿（a）', '     |   \u3000\u3000\u3000^']);
  });

  it('shows of a long line what stands around the fault', () => {
    const excerpt = `${'a'.repeat(100)}B${'c'.repeat(100)}`;
    const [, line, caret] = formatProblem({
      file: 'a.yml',
      line: 1,
      column: 101,
      message: 'wrong',
      hint: null,
      excerpt,
    }).split('\n');
    expect(line).toBe(`  1 | …${'a'.repeat(48)}B${'c'.repeat(71)}…`);
    expect(line!.indexOf('B')).toBe(caret!.indexOf('^'));
  });
});
