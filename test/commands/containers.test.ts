import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { mailOf, zipOf } from '../read/made-files.js';
import { fixture } from '../read/support.js';
import { ask, contentOf, folderOf, huibao, ungrounded } from './huibao.js';

const EAST = '东山区共招募志愿者320名。\n';
const SOUTH = '南江县共招募志愿者1280名。\n';

const bundle = (): Uint8Array =>
  zipSync({
    '一季度/东山区.txt': strToU8(EAST),
    '__MACOSX/一季度/._东山区.txt': strToU8('x'),
    '一季度/数据.json': strToU8('{"a": 320}'),
    '南江.eml': mailOf({
      subject: '南江县报送',
      text: '见附件。',
      attachments: [{ name: '南江县.txt', content: strToU8(SOUTH) }],
    }),
    '坏.docx': fixture('report.docx').subarray(0, 6000),
  });

interface Row {
  readonly file: string;
  readonly exact: string;
}
const figures = (database: string): Row[] =>
  ask<Row>(
    database,
    `SELECT d.file, f.exact FROM figures f JOIN documents d ON d.id = f.document_id
     WHERE f.indicator = 'volunteers' ORDER BY d.file, f.start`,
  );

describe('a folder with a zip', () => {
  test('is read with all that the zip holds, each file under its own name', async () => {
    const folder = folderOf({ '报送.zip': bundle(), '西河县.txt': '西河县共招募志愿者77名。\n' });
    const { code, stderr } = await huibao(['ingest', '.'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('报送.zip/坏.docx: the docx file is damaged');
    expect(stderr).toContain('5 documents read, 0 unchanged, 1 failed');
    expect(stderr).toContain('1 files passed over that are no reports by their name (.json)');
    expect(stderr).not.toContain('报送.zip: ');
    const database = join(folder, 'huibao.sqlite');
    expect(figures(database)).toEqual([
      { file: '报送.zip/一季度/东山区.txt', exact: '320' },
      { file: '报送.zip/南江.eml/南江县.txt', exact: '1280' },
      { file: '西河县.txt', exact: '77' },
    ]);
    expect(ungrounded(database)).toBe(0);
    expect(
      ask(database, "SELECT file, format, status FROM documents WHERE format IN ('zip', 'eml')"),
    ).toEqual([
      { file: '报送.zip', format: 'zip', status: 'empty' },
      { file: '报送.zip/南江.eml', format: 'eml', status: 'ok' },
    ]);
  });

  test('has the same content however many threads read it, and after a second run', async () => {
    const databases = await Promise.all(
      ['1', '3'].map(async (threads) => {
        const folder = folderOf({ '报送.zip': bundle() });
        await huibao(['ingest', '.', '--concurrency', threads], { cwd: folder });
        return join(folder, 'huibao.sqlite');
      }),
    );
    const [one, three] = databases.map((database) => contentOf(database));
    expect(one).toEqual(three);
    const folder = join(databases[0]!, '..');
    const { stderr } = await huibao(['ingest', '.'], { cwd: folder });
    expect(stderr).toContain('0 documents read, 4 unchanged, 1 failed');
    expect(contentOf(databases[0]!)).toEqual(one);
  });

  test('that is unpacked later gives no figure twice', async () => {
    const folder = folderOf({ '报送.zip': zipSync({ '东山区.txt': strToU8(EAST) }) });
    await huibao(['ingest', '.'], { cwd: folder });
    mkdirSync(join(folder, '报送'));
    writeFileSync(join(folder, '报送/东山区.txt'), EAST);
    const { stderr } = await huibao(['ingest', '.'], { cwd: folder });
    expect(stderr).toContain('0 documents read, 3 unchanged');
    expect(figures(join(folder, 'huibao.sqlite'))).toHaveLength(1);
  });

  test('that is locked fails, and the run goes on', async () => {
    const locked = zipOf([{ name: Buffer.from('a.txt'), content: Buffer.from(EAST), flags: 1 }]);
    const folder = folderOf({ '锁.zip': locked, 'a.txt': SOUTH });
    const { code, stderr } = await huibao(['ingest', '.'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('锁.zip: the zip file is encrypted');
    expect(figures(join(folder, 'huibao.sqlite'))).toEqual([{ file: 'a.txt', exact: '1280' }]);
  });
});

describe('a file inside a zip', () => {
  test('is explained where it stands, also by the id of a figure', async () => {
    const folder = folderOf({ '报送.zip': zipSync({ '汇报.docx': fixture('report.docx') }) });
    const direct = await huibao(['explain', '报送.zip/汇报.docx', '--format', 'json'], { cwd: folder });
    const { figures: found } = JSON.parse(direct.stdout) as { figures: { figure_id: string }[] };
    expect(found.length).toBeGreaterThan(10);
    await huibao(['ingest', '.'], { cwd: folder });
    const id = found[0]!.figure_id;
    const read = async (): Promise<string> => {
      const { stdout } = await huibao(['explain', id, '--format', 'json'], { cwd: folder });
      return (JSON.parse(stdout) as { read_from: string }).read_from;
    };
    expect(await read()).toBe('file');
    renameSync(join(folder, '报送.zip'), join(folder, '移走'));
    expect(await read()).toBe('database');
  });

  test('is printed by extract with its name', async () => {
    const folder = folderOf({ '报送.zip': bundle() });
    const { stdout, code } = await huibao(['extract', '报送.zip', '--format', 'jsonl'], { cwd: folder });
    expect(code).toBe(1);
    const rows = stdout.trim().split('\n').map((line) => JSON.parse(line) as Row); // prettier-ignore
    expect(rows.map(({ file, exact }) => `${file} ${exact}`)).toEqual([
      '报送.zip/一季度/东山区.txt 320',
      '报送.zip/南江.eml/南江县.txt 1280',
    ]);
  });
});
