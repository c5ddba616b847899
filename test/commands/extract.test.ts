import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FigureRecord } from '../../src/model.js';
import { CLI, folderOf, folderOfReports, huibao, sampleReports } from './huibao.js';

const figuresOf = (jsonl: string): FigureRecord[] =>
  jsonl.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as FigureRecord]));

test('every figure stands where it says, in the order of files and places', async () => {
  const texts = sampleReports();
  const folder = folderOf(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.txt`, text])),
  );
  const { code, stdout } = await huibao(['extract', '.', '--format', 'jsonl'], { cwd: folder });
  expect(code).toBe(0);
  const figures = figuresOf(stdout);
  expect(new Set(figures.map(({ file }) => file)).size).toBe(Object.keys(texts).length);
  for (const { file, start, end, exact } of figures) {
    const text = texts[file.replace(/\.txt$/, '')]!;
    expect(Array.from(text).slice(start, end).join('')).toBe(exact);
  }
  const order = figures.map(({ file, start }) => `${file} ${String(start).padStart(9, '0')}`);
  expect(order).toEqual([...order].sort());
});

test('the output is the same to the byte, whatever the concurrency, time zone, locale and order', async () => {
  const folder = folderOfReports(2 * Object.keys(sampleReports()).length);
  const outputs = await Promise.all(
    [
      { args: ['0', '1'], env: { TZ: 'Asia/Shanghai' } },
      { args: ['1', '0', '--concurrency', '1'], env: { TZ: 'America/New_York' } },
      {
        args: ['.', '0/library-annual-data.txt', './1', '--concurrency', '8'],
        env: { LC_ALL: 'zh_CN.UTF-8' },
      },
    ].map(({ args, env }) => huibao(['extract', '--format', 'jsonl', ...args], { cwd: folder, env })),
  );
  expect(outputs[0]!.stdout.length).toBeGreaterThan(10_000);
  for (const { code, stdout } of outputs) {
    expect(code).toBe(0);
    expect(stdout === outputs[0]!.stdout).toBe(true);
  }
});

test('what is amiss is one line on stderr, in the language of the reader', async () => {
  const folder = folderOf({ 'a.txt': '全市共招募志愿者300名。', 'b.docx': '' });
  const run = (locale: string): ReturnType<typeof huibao> =>
    huibao(['extract', 'a.txt', 'b.docx', '--format', 'csv'], { cwd: folder, env: { LC_ALL: locale } });
  const [english, chinese] = await Promise.all([run('C'), run('zh_CN.UTF-8')]);
  expect([english.code, chinese.code]).toEqual([1, 1]);
  expect(english.stderr).toContain(
    'b.docx: the file is empty (0 bytes) (ask the sender for the report again)\n',
  );
  expect(chinese.stderr).toContain('b.docx: 文件为空（0 字节） (请向报送单位重新索取)\n');
  expect(english.stdout).toBe(chinese.stdout);
  expect(english.stdout.split('\r\n')).toHaveLength(3);
});

test('a pipe is refused, and does not keep the command waiting', async () => {
  const folder = folderOf({ 'a.txt': '全市共招募志愿者300名。' });
  spawnSync('mkfifo', [join(folder, 'pipe.txt')]);
  const { code, stdout, stderr } = await huibao(['extract', '.', '--format', 'jsonl'], { cwd: folder });
  expect(code).toBe(1);
  expect(stderr).toContain('pipe.txt: cannot be read: it is a device or a pipe, not a file');
  expect(figuresOf(stdout)).toHaveLength(1);
});

test('a reader that has seen enough ends the command', () => {
  const folder = folderOfReports(58);
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" extract . --format jsonl | head -n 1', process.execPath, CLI],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(figuresOf(stdout)).toHaveLength(1);
  expect(stderr).not.toContain('EPIPE');
});
