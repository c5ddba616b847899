import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordAddition, recordDecision } from '../../src/store/index.js';
import { folderOf, huibao } from './huibao.js';
import {
  OBSERVATIONS,
  BY,
  NANJIANG,
  PINGCHANG,
  CANGXI,
  VAGUE,
  ingested,
  withStore,
  acceptAll,
  of,
  exported,
  linesOf,
  evaluated,
  goldIn,
  addition,
} from './reviewed-database.js';

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
      // as earlier versions let it pass
      store.run(
        `INSERT INTO decisions (figure_id, document_id, who, at, action, changes, indicator, start, "end", exact, prefix, suffix)
         SELECT figure_id, document_id, who, at, 'correct', '{"lower":321}', indicator, start, "end", exact, prefix, suffix
         FROM decisions WHERE figure_id = :figure_id`,
        { figure_id },
      );
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
    ['a database that is not there', ['--decisions', '--db', 'none.sqlite'], /none\.sqlite/],
    ['what narrows figures', ['--decisions', '-i', 'volunteers'], /--indicator does not go with --decisions/],
    ['--partial alone', ['--partial'], /--partial goes with --decisions/],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await huibao(['export', ...args], { cwd: folderOf() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('has no format but gold lines and examples', async () => {
    const { code, stderr } = await exported(await ingested({ '南江县.txt': NANJIANG }), '--format', 'csv');
    expect([code, stderr]).toEqual([2, 'huibao: --decisions goes with --format jsonl or examples\n']);
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
