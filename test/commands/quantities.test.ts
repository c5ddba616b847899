import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParsedQuantities } from '../../src/parse-quantities.js';
import { folderOf, huibao, type Ended } from './huibao.js';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');

/** Runs `quantities` with something on standard input. */
function pipe(input: string | Uint8Array, args: readonly string[] = ['--format', 'jsonl']): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'quantities', ...args], {
    input,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return { code: status, stdout: stdout.toString(), stderr: stderr.toString() };
}

const parse = (jsonl: string): ParsedQuantities[] =>
  jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ParsedQuantities);

describe('the input', () => {
  test('is one text a line on standard input, an empty line included', () => {
    const { stdout, code } = pipe('志愿者3名\r\n\n口罩20只');
    expect(code).toBe(0);
    const texts = parse(stdout);
    expect(texts.map(({ text }) => text)).toEqual(['志愿者3名', '', '口罩20只']);
    expect(texts[1]).toEqual({ text: '', quantities: [], set_aside: [] });
  });

  test('may be a file in another encoding', async () => {
    // 志愿者3000名 in GB18030
    const bytes = Uint8Array.of(0xd6, 0xbe, 0xd4, 0xb8, 0xd5, 0xdf, 0x33, 0x30, 0x30, 0x30, 0xc3, 0xfb, 0x0a);
    const folder = folderOf({ 'a.txt': bytes });
    const { stdout } = await huibao(['quantities', '--file', 'a.txt', '--format', 'jsonl'], { cwd: folder });
    expect(parse(stdout)[0]).toMatchObject({
      text: '志愿者3000名',
      quantities: [{ value: 3000, unit: '人' }],
    });
  });

  test('is UTF-8 where it can be, however short', () => {
    expect(parse(pipe('磴礤7名\n').stdout)[0]).toMatchObject({
      text: '磴礤7名',
      quantities: [{ start: 2, value: 7 }],
    });
  });

  test('may be cut anywhere between two reads', () => {
    const lines = Array.from({ length: 8000 }, (_, i) => `第${i}批发放口罩${i + 10}只`);
    const texts = parse(pipe(lines.join('\n')).stdout);
    expect(texts.map(({ text }) => text).join('\n') === lines.join('\n')).toBe(true);
    expect(texts.every(({ quantities }, i) => quantities.some(({ value }) => value === i + 10))).toBe(true);
  });

  test('gives the same bytes every time, in any time zone', () => {
    const lines = '2月10日，志愿者近3万名\n救灾款1.5亿元\n';
    const env = process.env.TZ;
    const first = pipe(lines).stdout;
    process.env.TZ = 'America/Los_Angeles';
    const second = pipe(lines).stdout;
    if (env === undefined) delete process.env.TZ;
    else process.env.TZ = env;
    expect(second).toBe(first);
  });
});

describe('the output', () => {
  test('is an array with --format json', () => {
    const { stdout } = pipe('志愿者3名\n口罩20只\n', ['--format', 'json']);
    const lines = parse(pipe('志愿者3名\n口罩20只\n').stdout);
    expect(JSON.parse(stdout)).toEqual(lines);
    expect(JSON.parse(pipe('', ['--format', 'json']).stdout)).toEqual([]);
  });

  test('is two tables for people, in their language', async () => {
    const text = '已招募志愿者近6000名，下一步计划再招募500名';
    const english = await huibao(['quantities', text]);
    expect(english.stdout).toMatch(/6000 +5,000–6,000 +人 +under/);
    expect(english.stdout).toMatch(/500 +plan +500/);
    const chinese = await huibao(['quantities', text], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(chinese.stdout).toMatch(/6000 +5,000–6,000 +人 +不足/);
    expect(chinese.stdout).toMatch(/500 +计划 +500/);
  });

  test('says so where there is no number', async () => {
    expect((await huibao(['quantities', '没有'])).stdout).toBe('no quantity was found\n');
  });
});

describe('wrong use', () => {
  test.each([
    [['a', '--file', 'b'], 'not both'],
    [['--file', '/nowhere/b.txt'], '/nowhere/b.txt cannot be read'],
    [['a', '--format', 'csv'], 'Allowed choices'],
    [['a', 'b'], 'too many arguments'],
    [['a', '--rules', '/nowhere'], '/nowhere'],
  ])('%j ends with 2 and says why', async (args, message) => {
    const { code, stderr, stdout } = await huibao(['quantities', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('a folder is no file', async () => {
    const { code, stderr } = await huibao(['quantities', '--file', join(folderOf())]);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be read');
  });
});
