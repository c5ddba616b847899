import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ask, huibao, ungrounded } from './huibao.js';

const REPORTS: Readonly<Record<string, string>> = {
  '南江县.txt': `南江县红十字会2023年工作总结

全县招募志愿者320名，累计服务时长1.2万余小时。筹集善款56.8万元，发放棉被800床。

南江县红十字会
2023年12月28日
`,
  '平昌县.txt': `平昌县红十字会2022年工作总结

全县招募志愿者近500名，募集善款X万元，=SUM(A1)小队送去面粉300袋。

平昌县红十字会
2022年12月20日
`,
  '苍溪县.txt': `苍溪县红十字会2023年工作总结

全县招募志愿者260名。

苍溪县红十字会
2023年12月30日
`,
};

let db = '';
beforeAll(async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'query-')));
  mkdirSync(join(folder, 'reports'));
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(folder, 'reports', name), text);
  db = join(folder, 'huibao.sqlite');
  const { code } = await huibao(['ingest', join(folder, 'reports'), '--db', db]);
  expect(code).toBe(0);
  expect(ungrounded(db)).toBe(0);
});

type Row = Record<string, unknown>;
const query = async (...args: string[]): Promise<Row[]> => {
  const { stdout, code } = await huibao(['query', '--db', db, '--format', 'jsonl', ...args]);
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
};
const values = async (...args: string[]): Promise<unknown[]> =>
  (await query(...args)).map(({ value }) => value);

describe('huibao query', () => {
  it.each([
    ['an indicator by its id', ['-i', 'volunteers'], [320, 260, 500]],
    ['an indicator by its Chinese name', ['-i', '志愿者人数'], [320, 260, 500]],
    ['a county by its name', ['-i', 'volunteers', '-r', '南江县'], [320]],
    ['a city with the counties below it', ['-i', 'volunteers', '-r', '巴中'], [320, 500]],
    ['a province by its code', ['-i', 'volunteers', '-r', '510000'], [320, 260, 500]],
    ['dates from and to', ['-i', 'volunteers', '--from', '2023-01-01', '--to', '2023-12-29'], [320]],
    ['a year and a month', ['-i', 'volunteers', '--from', '2022', '--to', '2022-12'], [500]],
    ['words of the sentence', ['--text', '棉被', '-i', 'supplies'], [800]],
    ['an order', ['-i', 'volunteers', '--order', 'value'], [500, 320, 260]],
    ['a limit', ['-i', 'volunteers', '--order', 'value', '--limit', '1'], [500]],
  ])('takes %s', async (_, args, expected) => {
    expect((await values(...args)).sort()).toEqual([...expected].sort());
  });

  it('keeps a blanked-out number without a value, and asks for review', async () => {
    const [money] = await query('-i', 'money', '-r', '平昌县');
    expect(money).toMatchObject({ redacted: true, value: null, needs_review: true });
  });

  it('prints the figure record, in every format the same', async () => {
    const rows = await query();
    const { stdout: json } = await huibao(['query', '--db', db, '--format', 'json']);
    expect(JSON.parse(json)).toEqual(rows);
    const { stdout: csv } = await huibao(['query', '--db', db, '--format', 'csv']);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.slice(1).split('\r\n')[0]!.split(',')).toEqual(Object.keys(rows[0]!));
    expect(csv.split('\r\n')).toHaveLength(rows.length + 2);
  });

  it('never lets a spreadsheet run a document’s text as a formula', async () => {
    const { stdout } = await huibao(['query', '--db', db, '--format', 'csv']);
    expect(stdout).not.toMatch(/(?:^|,)"?[=+@]/m);
  });

  it('shows a table with bounds, and says on stderr what to do next', async () => {
    const { stdout, stderr } = await huibao(['query', '--db', db, '-i', 'volunteers']);
    expect(stdout).toContain('志愿者人数');
    expect(stdout).toMatch(/400–500 +人/);
    expect(stderr).toMatch(/huibao explain FIGURE --db .+huibao\.sqlite/);
  });

  it('speaks Chinese where the locale does', async () => {
    const { stdout, stderr } = await huibao(['query', '--db', db], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(stdout).toMatch(/编号 +文件 +地区 +指标/);
    expect(stderr).toMatch(/共 \d+ 条数据/);
  });

  it.each([
    ['an unknown indicator', ['-i', '志愿人数'], /没有指标“志愿人数”[^]*是否指“志愿者人数”/],
    ['a name that several divisions share', ['-r', '鼓楼区'], /有多个行政区叫“鼓楼区”[^]*请填代码：320106/],
    ['a date that does not exist', ['--from', '2023-02-30'], /--from 须为日期/],
    ['a limit that is no number', ['--limit', 'many'], /--limit 须为 .* 的整数/],
    ['a database that is not there', ['--db', 'nowhere.sqlite'], /nowhere\.sqlite 不存在/],
  ])('refuses %s in Chinese too', async (_, args, message) => {
    const { stderr } = await huibao(['query', '--db', db, ...args], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(stderr).toMatch(message);
  });

  it.each([
    [
      'an unknown indicator, with the nearest one',
      ['-i', 'volunters'],
      /no indicator "volunters"[^]*volunteers/,
    ],
    ['an unknown region', ['-r', '乌有县'], /no division is called "乌有县"/],
    [
      'a name that several divisions share, with their codes',
      ['-r', '鼓楼区'],
      /several divisions[^]*320106/,
    ],
    ['a date that does not exist', ['--from', '2023-02-30'], /--from takes a date/],
    ['a confidence beyond 1', ['--min-confidence', '80'], /--min-confidence takes a number from 0 to 1/],
    ['a limit that is no number', ['--limit', 'many'], /--limit takes a whole number/],
    ['a format that it has not', ['--format', 'xml'], /Allowed choices are table, json, jsonl, csv/],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await huibao(['query', '--db', db, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('says how to make a database where there is none', async () => {
    const { code, stderr } = await huibao(['query', '--db', join(tmpdir(), 'none.sqlite')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/none\.sqlite/);
    expect(stderr).toMatch(/ingest/);
  });
});

describe('huibao doctor', () => {
  it('finds all in order', async () => {
    const { code, stdout } = await huibao(['doctor', '--db', db]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('✗');
    expect(stdout).toMatch(/grounding +ok/);
  });

  it('gives its findings as data', async () => {
    const { stdout } = await huibao(['doctor', '--db', db, '--format', 'json']);
    const findings = JSON.parse(stdout) as { check: string; ok: boolean }[];
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['reads pdf', 'reads image', 'reads ofd']),
    );
    expect(findings.every(({ ok }) => ok)).toBe(true);
  });

  it('names what is missing to read a format', () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'doctor-')));
    onTestFinished(() => rmSync(root, { recursive: true }));
    for (const name of ['dist', 'rules', 'package.json'])
      cpSync(resolve(name), join(root, name), { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    for (const name of readdirSync('node_modules'))
      if (name !== 'sharp') symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'doctor'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/✗ +reads image .*cannot be read: sharp is missing/);
    expect(stdout).toMatch(/✓ +reads docx +\.docx .*mammoth/);
  });

  it('reports a database that is none, and ends with 1', async () => {
    const file = join(realpathSync(mkdtempSync(join(tmpdir(), 'doctor-'))), 'report.sqlite');
    writeFileSync(file, '全县招募志愿者260名。'.repeat(100));
    const { code, stdout } = await huibao(['doctor', '--db', file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ +database/);
  });

  it('reads a database of which it changes nothing', async () => {
    const before = ask(db, 'SELECT count(*) FROM figures');
    await huibao(['doctor', '--db', db]);
    expect(ask(db, 'SELECT count(*) FROM figures')).toEqual(before);
  });
});
