import { expect, test } from 'vitest';
import { folderOf, huibao } from './huibao.js';

const umbrellas = (value: number): string => `id: umbrellas
name: 雨伞数
core: false
units: [把]
priority: 9
cues:
  - before: 发放雨伞$
examples:
  - { text: 发放雨伞30把。, expect: { at: '30', value: ${value} } }
  - { text: 向居民发放雨伞1200把。, expect: { at: '1200', value: 1200 } }
counter_examples:
  - { text: 撑起雨伞两把。, why: nothing is handed out }
`;

test('the built-in rules and all their examples pass', async () => {
  const { code, stdout, stderr } = await huibao(['rules', 'check']);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^25 indicators, \d+ examples: all pass \(version [0-9a-f]{12}\)\n$/);
  expect(code).toBe(0);
});

test('rules of the user are checked together with them', async () => {
  const rules = folderOf({ 'indicators/umbrellas.yml': umbrellas(30) });
  const { code, stdout } = await huibao(['rules', 'check', rules]);
  expect(stdout).toMatch(/^26 indicators, /);
  expect(code).toBe(0);
});

test('an example that fails is shown with its place', async () => {
  const rules = folderOf({ 'indicators/umbrellas.yml': umbrellas(31) });
  const reports = folderOf({ 'a.txt': '发放雨伞30把。' });
  for (const args of [
    ['rules', 'check', rules],
    ['extract', reports, '--rules', rules],
  ]) {
    const { code, stdout, stderr } = await huibao(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/umbrellas\.yml:9:\d+: the example fails: at "30" value should be 31 and is 30/);
  }
});
