import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, realpathSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, contentOf, folderOf, huibao, ungrounded } from './huibao.js';

const REPORT = `宁远县红十字会防汛救灾工作汇报

截至7月12日，全县红十字系统累计出动志愿者1286人次，组建志愿服务队37支，发放棉被860床、方便面1540箱。
县红十字会接收社会捐款36.85万元，为受灾群众送去家庭箱428个。
全县登记在册志愿者2315名，志愿服务时长累计9640小时。

宁远县红十字会
2023年7月13日
`;

/** The same on another site: with its chrome and the script of another place. */
const REPOST = `首页 > 新闻中心 > 县区动态
宁远县红十字会防汛救灾工作汇报
发布时间：2023-07-15 09:30 来源：县红会 点击：512次
今日推荐：本站客户端下载量突破新高
截至7月12日，全縣紅十字系統累計出動志願者1286人次，組建志願服務隊37支，發放棉被860床、方便麵1540箱。
縣紅十字會接收社會捐款36.85萬元，為受災群眾送去家庭箱428個。
全縣登記在冊志願者2315名，志願服務時長累計9640小時。
寧遠縣紅十字會
2023年7月13日
上一篇：关于召开年会的通知
本站声明：转载内容不代表本站观点，请读者自行甄别。
`;

/** What came a fortnight later: the same words, other numbers, and one total that fell. */
const LATER = `宁远县红十字会防汛救灾工作汇报

截至7月26日，全县红十字系统累计出动志愿者1120人次，组建志愿服务队41支，发放棉被1920床、方便面2260箱。
县红十字会接收社会捐款51.2万元，为受灾群众送去家庭箱655个。
全县登记在册志愿者2315名，志愿服务时长累计13880小时。

宁远县红十字会
2023年7月27日
`;

/** Another source for the day of the first report. */
const OTHER = `宁远县融媒体中心快讯

截至7月12日，宁远县组建志愿服务队29支，投入抢险。

宁远县融媒体中心
2023年7月12日
`;

const FILES: Readonly<Record<string, string>> = {
  '汇报.txt': REPORT,
  '转载.txt': REPOST,
  '后续.txt': LATER,
  '快讯.txt': OTHER,
};

let folder = '';
let db = '';
let said = '';
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'between-')));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  db = join(folder, 'a.sqlite');
  const { code, stderr } = await huibao(['ingest', folder, '--db', db]);
  expect(code).toBe(0);
  expect(ungrounded(db)).toBe(0);
  said = stderr;
  return () => rmSync(folder, { recursive: true });
});

type Row = Readonly<Record<string, unknown>>;
const show = async (what: string, path = db): Promise<Row[]> => {
  const { stdout, code } = await huibao(['query', '--db', path, '--show', what, '--format', 'jsonl']);
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
};

describe('huibao query --show', () => {
  it('reposts: the same report in other page chrome and in traditional characters counts once', async () => {
    const reposts = await show('reposts');
    expect(reposts).toHaveLength(1);
    expect(reposts[0]).toMatchObject({ how: 'same-figures' });
    expect([reposts[0]!.file, reposts[0]!.original_file].sort()).toEqual(['汇报.txt', '转载.txt'].sort());
    const rows = ask<{ n: number }>(
      db,
      "SELECT count(*) AS n FROM current_figures WHERE indicator = 'service_hours' AND value = 9640",
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(said).toContain('1 reports repeat another one');
  });

  it('reposts: the same, in whichever order the files come', async () => {
    const files = folderOf(FILES);
    const other = join(files, 'b.sqlite');
    for (const name of Object.keys(FILES).reverse())
      expect((await huibao(['ingest', join(files, name), '--db', other])).code).toBe(0);
    const links = 'SELECT id, duplicate_of, duplicate_how FROM reports ORDER BY id';
    expect(ask(other, links)).toEqual(ask(db, links));
  });

  it('reposts: a second run changes nothing', async () => {
    const before = contentOf(db);
    expect((await huibao(['ingest', folder, '--db', db])).code).toBe(0);
    expect(contentOf(db)).toEqual(before);
  });

  it('restatements: a total that was stated before leads to where it was', async () => {
    expect(await show('restatements')).toMatchObject([
      {
        indicator: 'volunteers',
        value: 2315,
        file: '后续.txt',
        as_of: '2023-07-27',
        first_as_of: '2023-07-13',
      },
    ]);
  });

  it('conflicts: two sources that disagree, and a running count that falls, with both quotes', async () => {
    const conflicts = await show('conflicts');
    expect(
      conflicts.map(({ kind, indicator, value_a, value_b }) => [kind, indicator, value_a, value_b]),
    ).toEqual(expect.arrayContaining([['falls', 'volunteer_visits', 1286, 1120]]));
    const disagreeing = conflicts.filter(({ kind }) => kind === 'disagree');
    expect(disagreeing).toHaveLength(1);
    expect([disagreeing[0]!.value_a, disagreeing[0]!.value_b].sort()).toEqual([29, 37]);
    expect(`${disagreeing[0]!.quote_a as string}${disagreeing[0]!.quote_b as string}`).toMatch(
      /29支[^]*37支|37支[^]*29支/,
    );
    expect(conflicts).toHaveLength(2);
  });

  it('says in a table what the two say, and refuses filters that would do nothing', async () => {
    const { stdout, stderr } = await huibao(['query', '--db', db, '--show', 'conflicts']);
    expect(stdout).toMatch(/falls.*志愿服务人次.*1,286.*1,120/);
    expect(stderr).toContain('2 pairs of figures cannot both be right');
    const refused = await huibao(['query', '--db', db, '--show', 'reposts', '--needs-review']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--needs-review filters figures');
  });
});
