import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparedDatabase, CITIES_AND_COUNTIES, report } from './compared-database.js';
import { folderOf, huibao } from './huibao.js';

const databaseOf = comparedDatabase(CITIES_AND_COUNTIES);

const compare = (...args: string[]) => huibao(['compare', '--db', databaseOf(), ...args]);
const lines = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/));

describe('huibao compare', () => {
  test('ranks regions by one indicator, with ties, bounds, days and reasons', async () => {
    const { code, stdout, stderr } = await compare('-i', '志愿者人数', '--level', 'city');
    expect(code).toBe(0);
    expect(lines(stdout).slice(2)).toEqual([
      ['1', '淮安市', '6,200', '2022-03-31', expect.stringMatching(/…$/)],
      ['2', '苏州市', '5,000–6,000', '2022-03-28', expect.stringMatching(/…$/)],
      ['南京市', '(other date)', '2019-03-30'],
      ['盐城市', '(blanked out)'],
      ['all together (2/4)', '≥11,200'],
    ]);
    expect(stderr).toContain('numbers that hold for 2021-12-30 to 2022-03-31');
    expect(stderr).toContain('huibao explain FIGURE');
  });

  test('puts several indicators side by side, and sums what lies below where a region says nothing', async () => {
    const { stdout } = await compare('-i', 'volunteers', 'service_hours', '--level', 'city', '-r', '江苏省');
    const row = (name: string): string[] | undefined => lines(stdout).find(([first]) => first === name);
    expect(row('region')).toEqual(['region', '志愿者人数 (人)', '志愿服务时长 (小时)']);
    expect(row('苏州市')).toEqual(['苏州市', '5,000–6,000', '9,000']);
    expect(row('盐城市')).toEqual(['盐城市', '(blanked out)', 'Σ ≥1,200']);
    expect(row('徐州市')).toEqual(['徐州市', '(no report)', '(no report)']);
  });

  test('speaks Chinese', async () => {
    const args = ['compare', '--db', databaseOf(), '-i', 'volunteers', '--level', 'county'];
    const { stdout, stderr } = await huibao(args, { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(lines(stdout)[0]).toEqual(['名次', '地区', '志愿者人数（人）', '截至', '来源', '编号']);
    expect(stdout).toMatch(/大丰区 +\(未提及\)/);
    expect(stderr).toContain('取 2021-12-30 至 2022-03-31 的数据\n县级行政区：2 个');
  });

  test('gives programs every cell with its figures, and their sentences', async () => {
    const asked = ['-i', 'volunteers', '--level', 'city'];
    const { stdout } = await compare(...asked, '--format', 'json');
    const { rows, sources } = JSON.parse(stdout) as {
      rows: { region: { name: string }; cells: { kind: string; figures?: string[] }[] }[];
      sources: Record<string, { quote: string; file: string }>;
    };
    const [figure] = rows.find(({ region }) => region.name === '苏州市')!.cells[0]!.figures!;
    expect(sources[figure!]).toMatchObject({ quote: expect.stringContaining('近6000名') as string });
    const csv = await compare(...asked, '--format', 'csv');
    expect(csv.stdout).toMatch(/^\uFEFFregion_code,region_name,level,indicator,unit,item,kind,reason,/);
    expect(csv.stdout).toMatch(/320500,苏州市,city,volunteers,人,,stated,,,6000,5000,6000,6000,2,2,/);
    const jsonl = await compare(...asked, '--format', 'jsonl');
    const gap = jsonl.stdout.split('\n').find((line) => line.includes('盐城市'))!;
    expect(JSON.parse(gap)).toMatchObject({ kind: 'gap', reason: 'redacted', value: null, figures: [] });
  });

  test('divides by a table of populations', async () => {
    const populations = join(folderOf(), 'people.csv');
    writeFileSync(
      populations,
      '\uFEFFcode,value,year,source\n320800,4500000,2020,普查\n320500,12748000,2021,年鉴\n',
    );
    const asked = ['-i', 'volunteers', '--level', 'city', '--per-head', populations];
    const { stdout } = await compare(...asked);
    expect(stdout).toContain('志愿者人数 (人 per 10,000)');
    expect(stdout).not.toContain('all together');
    expect(
      lines(stdout)
        .slice(2, 4)
        .map((line) => line.slice(0, 3)),
    ).toEqual([
      ['1', '淮安市', '13.778'],
      ['2', '苏州市', '3.922–4.707'],
    ]);
    writeFileSync(populations, 'code,value,year\n3208,1,2020\n320500,-1,2020\n');
    const wrong = await compare(...asked);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('people.csv:2: code');
    expect(wrong.stderr).toContain('people.csv:3: value');
  });

  test('names every fault of a table of populations by its line', async () => {
    const path = join(folderOf(), 'people.csv');
    const lines = [
      'code,value,year,source',
      '320800,"4,500,000",2020,a',
      '',
      '3208,3,2020,b',
      '320500,0,2020,c',
      '320800,4,2020,d',
    ];
    writeFileSync(path, lines.join('\n'));
    const { code, stderr } = await compare('-i', 'volunteers', '--per-head', path);
    expect(code).toBe(2);
    expect(stderr).toContain(':4: code is six digits, not "3208"');
    expect(stderr).toContain(':5: value is a number from 1 on, not "0"');
    expect(stderr).toContain(':6: 320800 has another line for 2020');
  });

  test('shows a region over time', async () => {
    const { stdout } = await compare('--show', 'trend', '-i', 'volunteers', '-r', '苏州市');
    expect(
      lines(stdout)
        .slice(2)
        .map((line) => line.slice(2, 4)),
    ).toEqual([
      ['2022-01-31', '4,100'],
      ['2022-03-28', '5,000–6,000'],
    ]);
  });

  test('lists what contradicts what', async () => {
    const other = folderOf({
      'a.txt': report('苏州市志愿服务工作汇报', '2022年3月28日', '全市累计招募志愿者5000名。'),
      'b.txt': report('苏州市志愿服务情况通报', '2022年3月28日', '全市累计招募志愿者8000名。'),
    });
    const db = join(other, 'x.sqlite');
    await huibao(['ingest', other, '--db', db]);
    const { stdout, stderr } = await huibao(['compare', '--show', 'conflicts', '--db', db]);
    expect(lines(stdout)[2]!.slice(0, 6)).toEqual([
      'two reports disagree about one day', '苏州市', '志愿者人数 (人)', '8,000', '2022-03-28', '5,000',
    ]); // prettier-ignore
    expect(stderr).toContain('1 conflicts');
  });

  test.each([
    [['--from', '2022-04-01', '--to', '2022-03-01'], '--from 2022-04-01 is after 2022-03-01'],
    [['--from', '2022-01-01', '--window', '3'], 'not both'],
    [['--window', '0'], '--window takes a whole number'],
    [['-i', 'volunteer'], 'the database has no indicator "volunteer"'],
    [['-r', '苏州市', '南京市'], 'one division'],
    [['--show', 'trend'], 'needs a --region'],
    [['--per', '100'], '--per goes with --per-head'],
    [['--per-head', '/nowhere.csv'], 'nowhere.csv'],
  ])('refuses %j', async (args, told) => {
    const { code, stdout, stderr } = await compare(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
  });

  test('says what to do where there is nothing of these days', async () => {
    const { code, stderr } = await compare('--to', '2001-01-01');
    expect(code).toBe(0);
    expect(stderr).toContain('no numbers of these days');
  });
});
