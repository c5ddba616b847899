import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, parseAllDocuments, parseDocument } from 'yaml';
import type { FigureRecord } from '../../src/model.js';
import {
  openStore,
  queryFigures,
  recordAddition,
  recordDecision,
  type CurrentFigure,
  type Store,
} from '../../src/store/index.js';
import { figureId } from '../../src/text/figure-id.js';
import { folderOf, huibao, ungrounded, type Ended } from './huibao.js';

const RULES = resolve(import.meta.dirname, '../../rules');
const OBSERVATIONS = join(RULES, 'report-region-observations.jsonl');

const NANJIANG = `南江县红十字会2023年工作总结

全县招募志愿者320名，累计服务时长1.2万余小时。筹集善款56.8万元，发放棉被800床。

南江县红十字会
2023年12月28日
`;
const PINGCHANG = `平昌县红十字会2022年工作总结

全县招募志愿者近500名，募集善款X万元。

平昌县红十字会
2022年12月20日
`;

const CANGXI = `苍溪县红十字会2023年工作总结

全县招募志愿者260名。

苍溪县红十字会
2023年12月30日
`;

const VAGUE = CANGXI.replace('260名', '260名，发放宣传单若干份');

interface Database {
  readonly db: string;
  readonly folder: string;
  readonly documents: string;
  readonly figures: readonly CurrentFigure[];
}

async function ingested(files: Readonly<Record<string, string>>): Promise<Database> {
  const folder = folderOf(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`docs/${name}`, text])),
  );
  const db = join(folder, 'huibao.sqlite');
  const { code } = await huibao(['ingest', 'docs', '--db', db], { cwd: folder });
  expect([code, ungrounded(db)]).toEqual([0, 0]);
  const figures = withStore(db, (store) => [...queryFigures(store)]);
  return { db, folder, documents: join(folder, 'docs'), figures };
}

function withStore<Result>(db: string, work: (store: Store) => Result): Result {
  const store = openStore(db);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

const BY = { who: '李', at: '2026-01-02T00:00:00.000Z' };

const acceptAll = ({ db, figures }: Database, but: (figure: CurrentFigure) => boolean = () => false): void =>
  withStore(db, (store) => {
    for (const figure of figures)
      if (!but(figure)) recordDecision(store, { ...BY, figureId: figure.figure_id, action: 'accept' });
  });

const of = ({ figures }: Database, indicator: string): CurrentFigure =>
  figures.find((figure) => figure.indicator === indicator)!;

const exported = ({ db, folder }: Database, ...args: string[]): Promise<Ended> =>
  huibao(['export', '--decisions', '--db', db, ...args], { cwd: folder });

type Line = Record<string, unknown>;
const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

interface Evaluation {
  readonly all: { readonly precision: number; readonly recall: number; readonly fp: number };
}
async function evaluated({ folder }: Database, gold = 'gold', documents = 'docs'): Promise<Evaluation> {
  const { code, stdout, stderr } = await huibao(['evaluate', gold, documents, '--format', 'json'], {
    cwd: folder,
  });
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Evaluation;
}

const goldIn = ({ folder }: Database, name: string): string => join(folder, 'gold', name);

/** A figure of the document of another one, on `exact`. */
function addition(like: CurrentFigure, text: string, exact: string, value: number): FigureRecord {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  return {
    ...like,
    ...{ value, lower: value, upper: value, start, end, exact },
    figure_id: figureId(like.document_id, start, end, like.indicator),
    quote: text.split('\n').find((line) => line.includes(exact))!,
    rule: 'reviewer',
  };
}

describe('huibao export --decisions', () => {
  it('gives gold that evaluate finds all right where every figure was accepted, and that calibrate takes', async () => {
    const database = await ingested({
      '南江县.txt': NANJIANG,
      'b/平昌县.txt': PINGCHANG,
      '苍溪县.txt': VAGUE,
    });
    expect(of(database, 'publicity_materials')).toMatchObject({ qualifier: 'vague', lower: null });
    acceptAll(database);
    const { code, stdout, stderr } = await exported(database, '--out', 'gold');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(`written: 3 documents, ${database.figures.length} figures\n`);
    expect(readdirSync(join(database.folder, 'gold'))).toHaveLength(3);
    const { all } = await evaluated(database);
    expect(all).toMatchObject({ precision: 1, recall: 1 });
    const calibrated = await huibao(
      ['calibrate', 'gold', 'docs', '--no-test', '--region-observations', OBSERVATIONS],
      { cwd: database.folder },
    );
    expect([calibrated.code, calibrated.stderr]).toEqual([0, '']);
  });

  it('leaves rejected figures out, so that evaluate counts them as wrong', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    const rejected = of(database, 'supplies');
    acceptAll(database, (figure) => figure === rejected);
    withStore(database.db, (store) =>
      recordDecision(store, { ...BY, figureId: rejected.figure_id, action: 'reject' }),
    );
    await exported(database, '--out', 'gold');
    const { all } = await evaluated(database);
    expect(all).toMatchObject({ recall: 1, fp: 1 });
  });

  it('states corrected figures as corrected, added ones, and redacted ones without a value', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG, '平昌县.txt': PINGCHANG });
    acceptAll(database);
    const hours = of(database, 'service_hours');
    const money = database.figures.find(({ redacted }) => redacted)!;
    withStore(database.db, (store) => {
      const changes = { value: 13000, region_code: null, as_of: '2023-11-30' };
      recordDecision(store, { ...BY, figureId: hours.figure_id, action: 'correct', changes });
      recordAddition(store, { ...BY, figure: addition(hours, NANJIANG, '28', 28) });
    });
    const { stdout } = await exported(database);
    const lines = linesOf(stdout);
    expect(lines).toContainEqual({
      ...{ indicator: 'service_hours', unit: '小时', value: 13000, lower: 13000, upper: 13000 },
      ...{ qualifier: 'exact', statistic: 'total', region_code: null, as_of: '2023-11-30' },
      ...{ start: hours.start, end: hours.end },
    });
    const start = NANJIANG.indexOf('28');
    expect(lines).toContainEqual(expect.objectContaining({ value: 28, start, end: start + 2 }));
    expect(lines).toContainEqual(expect.objectContaining({ item: '棉被' }));
    const blank = lines.find((line) => line['redacted'] === true)!;
    expect(blank).toMatchObject({ indicator: 'money', start: money.start });
    expect(blank).not.toHaveProperty('value');
  });

  it('leaves out figures that no gold line can state, and says how many', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    acceptAll(database);
    withStore(database.db, (store) => {
      const { figure_id } = of(database, 'volunteers');
      recordDecision(store, { ...BY, figureId: figure_id, action: 'correct', changes: { lower: 321 } });
    });
    const { stdout, stderr } = await exported(database);
    expect(linesOf(stdout)).toHaveLength(database.figures.length - 1);
    expect(stderr).toContain('1 figures left out, as they have no number, or bounds that cross');
  });

  it('exports no document in which figures wait, and with --partial what was decided in it', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG, '平昌县.txt': PINGCHANG });
    const waiting = database.figures.filter((figure) => figure.needs_review);
    expect(waiting).toHaveLength(1);
    const sure = database.figures.find(({ file }) => file.endsWith('南江县.txt'))!;
    const other = database.figures.find((one) => one.file === waiting[0]!.file && !one.needs_review)!;
    withStore(database.db, (store) => {
      for (const { figure_id } of [sure, other])
        recordDecision(store, { ...BY, figureId: figure_id, action: 'accept' });
    });
    const whole = await exported(database);
    const inNanjiang = database.figures.filter(({ file }) => file === sure.file);
    expect(linesOf(whole.stdout).map(({ start }) => start)).toEqual(inNanjiang.map(({ start }) => start));
    expect(whole.stderr).toContain('1 documents left out, as figures in them still wait: huibao review --db');
    const partial = await exported(database, '--partial');
    expect(linesOf(partial.stdout)).toHaveLength(2);
    expect(partial.stderr).toContain('written: 2 documents, 2 figures');
    expect(partial.stderr).toContain('--out DIR writes a file for each');
    const env = { LC_ALL: 'zh_CN.UTF-8' };
    const chinese = await huibao(['export', '--decisions', '--db', database.db], { env });
    expect(chinese.stderr).toMatch(/已导出 1 份文档的 \d 条数据\n另有 1 份文档尚有数据待核/);
  });

  it('takes a document for no gold in which nobody has decided on anything', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    const { stdout, stderr } = await exported(database);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'written: 0 documents, 0 figures\n1 documents left out, as nobody has decided on anything in them\n',
    );
  });

  it('overwrites its own gold, and nothing that anybody else wrote', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG, '平昌县.txt': PINGCHANG });
    acceptAll(database);
    await exported(database, '--out', 'gold');
    const [nanjiang, pingchang] = [goldIn(database, '南江县.jsonl'), goldIn(database, '平昌县.jsonl')];
    const written = readFileSync(nanjiang, 'utf8');
    withStore(database.db, (store) => {
      const { figure_id } = of(database, 'supplies');
      recordDecision(store, { ...BY, figureId: figure_id, action: 'reject' });
    });
    expect((await exported(database, '--out', 'gold')).code).toBe(0);
    const again = readFileSync(nanjiang, 'utf8');
    expect(linesOf(again)).toHaveLength(linesOf(written).length - 1);
    const [first] = linesOf(written);
    const foreign = {
      'another number': JSON.stringify({ ...first, start: 0, end: 2 }),
      'a label of a person': JSON.stringify({ ...first, optional: true }),
      'no gold': '{"name":"报告"}',
      'no JSON': '南江县',
    };
    for (const line of Object.values(foreign)) {
      writeFileSync(nanjiang, `${again}${line}\n`);
      writeFileSync(pingchang, '');
      const { code, stderr } = await exported(database, '--out', 'gold');
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /nothing was written[^]*gold\/南江县\.jsonl \(docs\/南江县\.txt\)\n +give another/,
      );
      expect([readFileSync(nanjiang, 'utf8'), readFileSync(pingchang, 'utf8')]).toEqual([
        `${again}${line}\n`,
        '',
      ]);
    }
  });

  it('sets apart the gold of files that share a name, and says how to evaluate it', async () => {
    const database = await ingested({
      'a/汇报.txt': NANJIANG,
      'b/汇报.txt': PINGCHANG,
      'expected.txt': CANGXI,
    });
    acceptAll(database);
    const { stderr } = await exported(database, '--out', 'gold', '--partial');
    const commands = [...stderr.matchAll(/evaluate it alone: huibao evaluate (\S+) (\S+)/g)];
    expect(commands.map(([, , file]) => file)).toEqual(['docs/a/汇报.txt', 'docs/b/汇报.txt']);
    for (const [, gold, file] of commands)
      expect((await evaluated(database, gold, file)).all).toMatchObject({ precision: 1, recall: 1 });
    expect(readdirSync(join(database.folder, 'gold', 'expected'))).toEqual(['expected.jsonl']);
  });

  it('leaves out a document whose repeated part nobody was asked about', async () => {
    const database = await ingested({ '平昌县.txt': PINGCHANG, '转载.txt': `${PINGCHANG}\n` });
    acceptAll(database);
    const { stdout, stderr } = await exported(database);
    expect(linesOf(stdout)).toHaveLength(2);
    expect(stderr).toContain('1 documents left out, as they repeat other reports');
  });

  it.each([
    ['no word of what to export', [], /for now only decisions can be exported\n +huibao export --decisions/],
    ['a database that is not there', ['--decisions', '--db', 'none.sqlite'], /none\.sqlite/],
    ['a format that it has not', ['--decisions', '--format', 'csv'], /Allowed choices are jsonl, examples/],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await huibao(['export', ...args], { cwd: folderOf() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('says so where the folder cannot be made', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    acceptAll(database);
    writeFileSync(join(database.folder, 'gold'), '');
    const { code, stderr } = await exported(database, '--out', 'gold');
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be written/);
  });
});

/** A rule file as it is, with the entries of an export pasted under its own. */
function pasted(indicator: string, yaml: string): string {
  const block = yaml.split('---\n').find((text) => text.startsWith(`# ${indicator}\n`))!;
  const added = parse(block) as { examples?: unknown[]; counter_examples?: unknown[] };
  const file = parseDocument(readFileSync(join(RULES, 'indicators', `${indicator}.yml`), 'utf8'));
  for (const key of ['examples', 'counter_examples'] as const)
    for (const entry of added[key] ?? []) file.addIn([key], file.createNode(entry));
  return file.toString({ lineWidth: 0 });
}

const checked = (indicator: string, yaml: string): Promise<Ended> => {
  const rules = folderOf({ [`indicators/${indicator}.yml`]: pasted(indicator, yaml) });
  return huibao(['rules', 'check', rules]);
};

describe('huibao export --decisions --format examples', () => {
  it('gives what rule files hold, and what the present rules give passes their check', async () => {
    const database = await ingested({
      '南江县.txt': NANJIANG,
      '平昌县.txt': PINGCHANG,
      '副本/南江县.txt': `${NANJIANG}\n\n`,
    });
    acceptAll(database);
    const { code, stdout, stderr } = await exported(database, '--format', 'examples');
    expect(code).toBe(0);
    expect(parseAllDocuments(stdout).map(({ errors }) => errors)).toEqual([[], [], [], []]);
    expect(stdout).toContain(`---
# volunteers
examples:
  - { text: 全县招募志愿者320名，累计服务时长1.2万余小时。, expect: { at: '320', value: 320, unit: 人 } }
  - { text: 全县招募志愿者近500名，募集善款X万元。, expect: { at: '500', value: 500, lower: 400, qualifier: under, unit: 人 } }
`);
    expect(stdout).toContain("{ at: '800', value: 800, unit: 床, item: 棉被 }");
    expect(stdout).toMatch(/at: X万, redacted: true, unit: 元 \}/);
    expect(stderr).toMatch(/^written: 6 examples, 0 counter-examples\npaste them/);
    for (const indicator of ['volunteers', 'supplies', 'money', 'service_hours'])
      expect(await checked(indicator, stdout)).toMatchObject({ code: 0, stderr: '' });
  });

  it('has the check name exactly what the present rules do not give', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    const [volunteers, hours] = [of(database, 'volunteers'), of(database, 'service_hours')];
    withStore(database.db, (store) => {
      const decide = { ...BY, figureId: volunteers.figure_id };
      recordDecision(store, { ...decide, action: 'reject', note: '只是\n名额 \x1b[31m' });
      recordDecision(store, {
        ...BY,
        figureId: hours.figure_id,
        action: 'correct',
        changes: { value: 13000 },
      });
    });
    const { stdout } = await exported(database, '--format', 'examples');
    expect(stdout).toContain(
      `counter_examples:
  - { text: 全县招募志愿者320名，累计服务时长1.2万余小时。, why: '只是名额 [31m', at: '320' }\n`,
    );
    const volunteersCheck = await checked('volunteers', stdout);
    expect(volunteersCheck.code).toBe(2);
    expect(volunteersCheck.stderr.match(/example fails/g)).toHaveLength(1);
    expect(volunteersCheck.stderr).toMatch(
      /the counter-example fails: 320 as volunteers comes out \(只是名额/,
    );
    const hoursCheck = await checked('service_hours', stdout);
    expect(hoursCheck.code).toBe(2);
    expect(hoursCheck.stderr.match(/example fails/g)).toHaveLength(1);
    expect(hoursCheck.stderr).toContain('at "1.2万" value should be 13000 and is 12000');
  });

  it('shortens sentences that no rule file should hold, or leaves them out and says how many', async () => {
    const long = '大家在各自的岗位上忙碌着'.repeat(30);
    const database = await ingested({
      '长.txt': `${CANGXI}另据统计${long}，全县又招募志愿者2,046名，${long}。\n${long}招募志愿者170名${long}。\n`,
    });
    acceptAll(database);
    const { stdout, stderr } = await exported(database, '--format', 'examples');
    expect(stdout).toContain(
      "{ text: '全县又招募志愿者2,046名', expect: { at: '2,046', value: 2046, unit: 人 } }",
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(400);
    expect(stderr).toContain(': in tables, or in sentences that are too long');
  });

  it('writes a new file, and none that is there', async () => {
    const database = await ingested({ '南江县.txt': NANJIANG });
    acceptAll(database);
    const args = ['--format', 'examples', '--out', 'new/examples.yml'];
    const first = await exported(database, ...args);
    expect([first.code, first.stdout]).toEqual([0, '']);
    const written = readFileSync(join(database.folder, 'new/examples.yml'), 'utf8');
    expect(written).toMatch(/^---\n# \w+\nexamples:/);
    const second = await exported(database, ...args);
    expect(second.code).toBe(2);
    expect(second.stderr).toMatch(/examples\.yml cannot be written: EEXIST/);
    const partial = await exported(database, '--format', 'examples', '--partial');
    expect([partial.code, partial.stderr]).toEqual([2, expect.stringContaining('--partial goes with')]);
  });
});
