import { parse } from 'csv-parse/sync';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { saveFile } from '../../src/commands/save-file.js';
import { recordDecision } from '../../src/store/index.js';
import { cellsIn, partsOf, sheetsIn } from '../export/read-xlsx.js';
import { findChromium, launchChromium } from '../../bench/chromium.mjs';
import { folderOf, huibao, type Ended } from './huibao.js';
import {
  BY,
  CANGXI,
  ingested,
  linesOf,
  NANJIANG,
  of,
  PINGCHANG,
  withStore,
  type Database,
} from './reviewed-database.js';

const REPORTS = { '南江县.txt': NANJIANG, 'b/平昌县.txt': PINGCHANG, '苍溪 #1.txt': CANGXI };
const CHINESE = { LC_ALL: 'zh_CN.UTF-8' };

const run = ({ db, folder }: Database, args: readonly string[], env = {}): Promise<Ended> =>
  huibao(['export', '--db', db, ...args], { cwd: folder, env });

async function saved(database: Database, name: string, ...args: string[]): Promise<Buffer> {
  const { code, stdout, stderr } = await run(database, ['--out', name, ...args], CHINESE);
  expect([code, stdout], stderr).toEqual([0, '']);
  return readFileSync(join(database.folder, name));
}

const fieldOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(' ')
    : typeof value === 'string'
      ? value
      : value === null
        ? ''
        : JSON.stringify(value);

describe('huibao export for programs', () => {
  it('gives the same figures as JSON lines and CSV, all values of their records', async () => {
    const database = await ingested(REPORTS);
    withStore(database.db, (store) =>
      recordDecision(store, { ...BY, figureId: of(database, 'volunteers').figure_id, action: 'accept' }),
    );
    const figures = linesOf((await saved(database, 'a.jsonl', '--include-review')).toString());
    expect(figures).toHaveLength(database.figures.length);
    expect(figures.filter(({ decision }) => decision === 'accept')).toHaveLength(1);
    const csv = await saved(database, 'a.csv', '--include-review');
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse<Record<string, string>>(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows).toEqual(
      figures.map((figure) =>
        Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, fieldOf(value)])),
      ),
    );
  });

  it('prints on standard output, and says what is left out and how to take it', async () => {
    const database = await ingested(REPORTS);
    const { code, stdout, stderr } = await run(database, ['--format', 'jsonl']);
    const waiting = database.figures.filter(({ needs_review }) => needs_review).length;
    expect(waiting).toBeGreaterThan(0);
    expect([code, linesOf(stdout).length]).toEqual([0, database.figures.length - waiting]);
    expect(stderr).toMatch(new RegExp(`^${waiting} figures wait for review and are left out`));
    const csv = await run(database, ['--format', 'csv', '--from', '2100']);
    expect(csv.stdout).toMatch(/^\uFEFFfile,document_id,[^\n]*,decided_at\r\n$/);
  });

  it('takes only what was asked for', async () => {
    const database = await ingested(REPORTS);
    const args = [
      '--format',
      'jsonl',
      '-i',
      '志愿者人数',
      '-r',
      '巴中市',
      '--from',
      '2023',
      '--to',
      '2023-12',
    ];
    const { stdout } = await run(database, args);
    expect(linesOf(stdout)).toMatchObject([{ value: 320, region_name: '南江县' }]);
  });
});

describe('huibao export as a workbook', () => {
  it('has the comparison, the figures, what is in review, the conflicts and what it is', async () => {
    const other = NANJIANG.replace('320名', '280名').replace('工作总结', '工作报告');
    const database = await ingested({ ...REPORTS, 'c.txt': other });
    const args = ['-r', '四川省', '--level', 'county', '--from', '2022'];
    const sheets = sheetsIn(partsOf(await saved(database, 'a.xlsx', ...args)));
    expect(sheets.map(({ name }) => name)).toEqual(['对比', '明细', '数据', '待审核', '矛盾', '说明']);
    const [comparison, details, figures, review, conflicts, about] = sheets.map(({ rows }) => rows);
    const column = comparison![2]!.indexOf('志愿者人数（人）');
    const cellOf = (region: string): unknown => comparison!.find(([name]) => name === region)![column];
    const detailsOf = (region: string): unknown[] =>
      details!.find(([name, , indicator]) => name === region && indicator === '志愿者人数')!.slice(4, 11);
    expect(comparison![0]![0]).toBe('汇报数据对比：四川省（县级）');
    expect(comparison![1]![0]).toContain('2022-01-01 至 2023-12-30');
    expect(comparison!.at(-1)).toEqual(['灰底', null, '没有数字，并说明原因']);
    expect(['苍溪县', '南江县', '平昌县', '阆中市', '合计'].map(cellOf)).toEqual([
      260,
      '280–320',
      500,
      '无报告',
      940,
    ]);
    expect(cellOf('计入地区数')).toMatch(/^3 \/ \d+$/);
    expect(detailsOf('苍溪县')).toEqual([260, 260, 260, '3', '报告写明', '2023-12-30', 1]);
    expect(detailsOf('南江县')).toEqual([320, 280, 320, '2', '报告写明；报告之间有矛盾', '2023-12-28', 2]);
    expect(detailsOf('平昌县')).toEqual([500, 400, 500, '1', '报告写明', '2022-12-20', 1]);
    expect(detailsOf('阆中市')).toEqual([null, null, null, null, '无报告']);
    expect(figures!.length + review!.length - 2).toBe(database.figures.length);
    const hours = figures!.find((row) => row.includes('志愿服务时长'))!;
    expect(hours.slice(0, 5)).toEqual(['南江县', '志愿服务时长', null, 12000, 12000]);
    expect(hours.slice(6, 10)).toEqual([
      '小时',
      '总量',
      45288,
      '全县招募志愿者280名，累计服务时长1.2万余小时。',
    ]);
    expect(hours.slice(10, 12)).toEqual(['docs/c.txt', '第2段']);
    expect(hours.slice(13)).toEqual([null, expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(review!.length).toBeGreaterThan(1);
    expect(review!.slice(1).every((row) => row.includes('待审核'))).toBe(true);
    expect(conflicts![1]!.slice(0, 5)).toEqual(['两份报告同日数据不一致', '南江县', '志愿者人数', '人', 320]);
    expect(about!.flat()).toEqual(
      expect.arrayContaining(['规则版本', 'huibao.sqlite', '2022-01-01 至 2023-12-30']),
    );
  });

  it('shows in 万 what is 10,000 and more, and leads from a file to the file', async () => {
    const database = await ingested(REPORTS);
    mkdirSync(join(database.folder, '结果'));
    const parts = partsOf(await saved(database, '结果/a.xlsx', '--wan'));
    const hours = cellsIn(parts, 3).find(({ value }) => value === 12000)!;
    const [, format] = /numFmtId="(\d+)"/.exec(hours.style)!;
    expect(parts['xl/styles.xml']).toContain(
      `<numFmt numFmtId="${format!}" formatCode="0\\.0,&quot;万&quot;"/>`,
    );
    const links = parts['xl/worksheets/_rels/sheet3.xml.rels']!;
    expect(links).toContain('Target="../docs/苍溪%20%231.txt" TargetMode="External"');
  });

  it('is the same in every time zone, and says nothing of the hour', async () => {
    const database = await ingested(REPORTS);
    const first = await saved(database, 'a.xlsx');
    await run(database, ['--out', 'b.xlsx'], { ...CHINESE, TZ: 'Pacific/Kiritimati' });
    expect(readFileSync(join(database.folder, 'b.xlsx'))).toEqual(first);
    expect(Object.values(partsOf(first)).join('')).not.toContain(`${new Date().getFullYear()}-`);
  });

  it('speaks English where the reader does, with a heading of its own', async () => {
    const database = await ingested(REPORTS);
    await run(database, ['--out', 'a.xlsx', '--title', '=1+1']);
    const sheets = sheetsIn(partsOf(readFileSync(join(database.folder, 'a.xlsx'))));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Comparison',
      'Cells',
      'Figures',
      'In review',
      'Conflicts',
      'About',
    ]);
    expect(sheets[0]!.rows[0]).toEqual(['=1+1']);
  });
});

describe('huibao export as a report', () => {
  it.skipIf(!findChromium())(
    'asks for nothing but itself, runs nothing, and leads to sentences',
    async () => {
      const evil = '<script>fetch("http://x.invalid")</script><img src=x onerror=alert(1)>';
      const database = await ingested({
        ...REPORTS,
        'd&<b>.txt': `来稿：${evil}\n${CANGXI.replace('全县', '<img src="http://x.invalid/y.png">全县').replace('260', '270')}`,
      });
      await saved(database, 'a.html', '--title', evil, '--from', '2022');
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        const [asked, said]: [string[], string[]] = [[], []];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => said.push(message.text()));
        page.on('pageerror', (error) => said.push(error.message));
        const address = pathToFileURL(join(database.folder, 'a.html')).href;
        await page.goto(address);
        expect(await page.title()).toBe(evil);
        expect(await page.locator('script, img, link, iframe').count()).toBe(0);
        expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
        expect(await page.locator('blockquote').allInnerTexts()).toContainEqual(
          expect.stringContaining('<img src="http://x.invalid/y.png">全县招募志愿者270名'),
        );
        expect(await page.locator('figure svg text').allTextContents()).toEqual(
          expect.arrayContaining(['苍溪县', '南江县', '志愿者人数']),
        );
        const cells = page.locator('td a');
        const links = await Promise.all(
          (await cells.all()).map(async (cell) => (await cell.getAttribute('href'))!),
        );
        expect(links.length).toBeGreaterThan(0);
        for (const link of links) expect(await page.locator(`${link} blockquote`).count()).toBeGreaterThan(0);
        await cells.first().click();
        expect([asked, said]).toEqual([[address], []]);
      } finally {
        await browser.close();
      }
    },
  );
});

describe('huibao export and what is there already', () => {
  it('overwrites a file only where it was asked to, and leaves nothing beside it', async () => {
    const database = await ingested(REPORTS);
    writeFileSync(join(database.folder, 'a.csv'), 'mine');
    const { code, stderr } = await run(database, ['--out', 'a.csv']);
    const hint = 'give another name, or overwrite it with --force';
    expect([code, stderr]).toEqual([2, `huibao: a.csv is there already\n  ${hint}\n`]);
    expect(readFileSync(join(database.folder, 'a.csv'), 'utf8')).toBe('mine');
    symlinkSync('a.csv', join(database.folder, 'link.csv'));
    await saved(database, 'link.csv', '--force');
    expect(readFileSync(join(database.folder, 'a.csv'), 'utf8')).toContain('figure_id');
    expect(readdirSync(database.folder).toSorted()).toEqual(['a.csv', 'docs', 'huibao.sqlite', 'link.csv']);
  });

  it('refuses what cannot be, says what to do, and writes nothing', async () => {
    const database = await ingested({ '苍溪县.txt': CANGXI });
    const refused: readonly (readonly [string, RegExp])[] = [
      ['--out huibao.sqlite --format csv --force', /huibao\.sqlite is the database/],
      ['--out docs --format csv --force', /docs is the database, or no file/],
      ['--out none/a.csv', /none\/a\.csv: there is no such folder/],
      ['', /say what to write with --format \(xlsx, html, csv, jsonl, parquet\)/],
      ['--out a.doc', /say what to write with --format/],
      ['--format xlsx', /xlsx goes into a file: --out\n +huibao export --format xlsx --out FILE\.xlsx/],
      ['--format examples', /examples are made of decisions: --decisions/],
      ['--format csv --level city', /--level goes with --format xlsx or html/],
      ['--format csv -i volunters', /no indicator "volunters"\n.*volunteers/],
      ['--out a.xlsx -r 无此县', /no division is called/],
      ['--format csv --to 2023-02-30', /--to takes a date/],
    ];
    symlinkSync('b', join(database.folder, 'a'));
    symlinkSync('a', join(database.folder, 'b'));
    const places: readonly (readonly [string, RegExp])[] = [
      ['--format csv --out a', /a cannot be written: ELOOP/],
      ['--format csv --out huibao.sqlite/x.csv', /cannot be written: ENOTDIR|there is no such folder/],
      [`--format csv --out ${'长'.repeat(120)}`, /cannot be written: ENAMETOOLONG/],
      ['--format csv --out huibao.sqlite-journal', /huibao\.sqlite-journal is the database/],
    ];
    for (const [words, message] of [...refused, ...places]) {
      const { code, stdout, stderr } = await run(database, words.split(' ').filter(Boolean));
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(message);
    }
    expect(readdirSync(database.folder).toSorted()).toEqual(['a', 'b', 'docs', 'huibao.sqlite']);
  });

  it('leaves what was there when it cannot end', async () => {
    const folder = folderOf({ 'a.csv': 'before' });
    const path = join(folder, 'a.csv');
    const half = saveFile({ path, force: true, spare: join(folder, 'x.sqlite') }, async (put) => {
      put('half');
      await Promise.reject(new Error('no space left'));
    });
    await expect(half).rejects.toThrow('no space left');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['before', ['a.csv']]);
  });
});
