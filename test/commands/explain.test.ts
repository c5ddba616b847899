import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileExplanation } from '../../src/commands/explain.js';
import type { StoredFigureExplanation } from '../../src/commands/explain-stored.js';
import type { PlaceExplanation } from '../../src/explain.js';
import type { FigureRecord } from '../../src/model.js';
import { openStore, recordDecision } from '../../src/store/index.js';
import { folderOf, huibao, ungrounded } from './huibao.js';

const REPORT = [
  '淮安市志愿服务工作简报',
  '2021年3月5日',
  '全市共招募志愿者近6000名，组建志愿服务队42支。',
  '下一步，计划再招募志愿者500名。',
].join('\n');

async function ask<T>(folder: string, ...args: readonly string[]): Promise<T> {
  const { stdout, stderr, code } = await huibao(['explain', ...args, '--format', 'json'], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

/** Reads the report into a database beside it; gives the figure that counts volunteers. */
async function ingest(folder: string, file = 'a.txt'): Promise<FigureRecord> {
  const { code } = await huibao(['ingest', file], { cwd: folder });
  expect(code).toBe(0);
  expect(ungrounded(join(folder, 'huibao.sqlite'))).toBe(0);
  const { stdout } = await huibao(['query', '-i', 'volunteers', '--format', 'jsonl'], { cwd: folder });
  return JSON.parse(stdout.split('\n')[0]!) as FigureRecord;
}

describe('a figure of the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  let figure: FigureRecord;
  beforeAll(async () => {
    writeFileSync(join(folder, 'a.txt'), REPORT);
    figure = await ingest(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is led back through every stage, by its id or the start of it that tables show', async () => {
    const found = await ask<StoredFigureExplanation>(folder, figure.figure_id);
    expect(found).toMatchObject({
      stored: { figure_id: figure.figure_id, superseded_by: null, duplicate_of: null },
      read_from: 'file',
      instead: null,
      decisions: [],
      derivation: {
        number: { exact: '6000' },
        match: { rule: 'volunteers' },
        figure: { figure_id: figure.figure_id },
      },
    });
    expect(await ask(folder, `${figure.figure_id.slice(0, 10)}…`)).toEqual(found);
  });

  test('is told in English or Chinese, with the number marked, the same every time', async () => {
    const english = await huibao(['explain', figure.figure_id], { cwd: folder });
    for (const title of ['read', 'normalize', 'segment', 'quantify', 'match', 'attribute', 'score'])
      expect(english.stdout).toContain(`\n${title}\n`);
    expect(english.stdout).toContain('志愿者近⟦6000⟧名');
    const again = await huibao(['explain', figure.figure_id], { cwd: folder, env: { TZ: 'Asia/Tokyo' } });
    expect(again.stdout).toBe(english.stdout);
    const chinese = await huibao(['explain', figure.figure_id], {
      cwd: folder,
      env: { LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(chinese.stdout).toMatch(/\n规范化\n[^]*\n归类\n[^]*\n评分\n/);
  });

  test('that the present rules do not give shows what they make of its place', async () => {
    const rules = folderOf({
      'exclusions.yml': [
        '- id: people',
        '  kind: people',
        "  cues: [{ before: '招募志愿者$' }]",
        '  examples: [{ text: 共招募志愿者近6000名。, at: "6000" }]',
        '  counter_examples: [{ text: 共组建志愿服务队42支。, at: "42" }]\n',
      ].join('\n'),
    });
    const found = await ask<StoredFigureExplanation>(folder, figure.figure_id, '--rules', rules);
    expect(found).toMatchObject({
      derivation: null,
      instead: { numbers: [{ state: 'set-aside', kind: 'people', rule: 'people' }] },
    });
    const { stdout } = await huibao(['explain', figure.figure_id, '--rules', rules], { cwd: folder });
    expect(stdout).toContain('the present rules do not give this figure');
  });

  test('comes with the decisions of reviewers', async () => {
    const store = openStore(join(folder, 'huibao.sqlite'));
    const at = '2021-04-01T08:00:00Z';
    const { figure_id } = figure;
    recordDecision(store, {
      figureId: figure_id,
      who: 'li',
      at,
      action: 'correct',
      changes: { value: 5900 },
      note: '电话核实',
    });
    store.close();
    const { stdout } = await huibao(['explain', figure_id], { cwd: folder });
    expect(stdout).toMatch(/reviewed: correct · li · 2021-04-01T08:00:00Z · .*value = 5900.*电话核实/);
  });

  test('that is unknown says how to find the ids', async () => {
    const { code, stderr, stdout } = await huibao(['explain', '0000000000000000'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no figure 0000000000000000');
    expect(stderr).toContain('huibao query');
  });
});

describe('a figure of a document that was read again', () => {
  test('is explained from the renamed file, then from the stored text when the file is gone', async () => {
    const folder = folderOf({ 'a.txt': REPORT });
    const { figure_id } = await ingest(folder);
    renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    expect((await ingest(folder, 'b.txt')).figure_id).toBe(figure_id);
    const renamed = await ask<StoredFigureExplanation>(folder, figure_id);
    expect(renamed).toMatchObject({
      read_from: 'file',
      stored: { file: 'b.txt' },
      derivation: { paragraph: 3 },
    });
    rmSync(join(folder, 'b.txt'));
    const { stdout } = await huibao(['explain', figure_id], { cwd: folder });
    expect(stdout).toContain('taken from the database');
    expect(stdout).toContain('志愿者近⟦6000⟧名');
  });

  test('is still explained when the file has changed since, as no longer current', async () => {
    const folder = folderOf({ 'a.txt': REPORT });
    const { figure_id } = await ingest(folder);
    writeFileSync(join(folder, 'a.txt'), `${REPORT}\n另招募志愿者7名。\n`);
    expect((await ingest(folder)).figure_id).not.toBe(figure_id);
    const found = await ask<StoredFigureExplanation>(folder, figure_id);
    expect(found).toMatchObject({ read_from: 'database', derivation: { figure: { figure_id } } });
    expect(found.stored.superseded_by).toMatch(/^[0-9a-f]{64}$/);
    expect((await huibao(['explain', figure_id], { cwd: folder })).stdout).toContain('not current');
  });
});

describe('a file', () => {
  test('lists its figures with their ids, and why the other numbers are none', async () => {
    const folder = folderOf({ 'a.txt': REPORT });
    const { figures, numbers } = await ask<FileExplanation>(folder, 'a.txt');
    expect(figures.map(({ indicator }) => indicator)).toEqual(['volunteers', 'volunteer_teams']);
    expect(numbers.map(({ exact, why }) => `${exact} ${why}`)).toEqual(
      expect.arrayContaining(['2021年3月5日 date', '6000 volunteers', '42 volunteer_teams', '500 plan']),
    );
    const { stdout } = await huibao(['explain', 'a.txt'], { cwd: folder });
    expect(stdout).toMatch(new RegExp(`6000 +${figures[0]!.figure_id} +5,000–6,000 +人`));
    expect(stdout).toMatch(/500 +– plan/);
  });

  test('explains a place, as data and in words', async () => {
    const folder = folderOf({ 'a.txt': REPORT });
    const { places } = await ask<{ places: PlaceExplanation[] }>(
      folder,
      'a.txt',
      '--at',
      '再招募志愿者500名',
    );
    expect(places).toMatchObject([{ numbers: [{ state: 'set-aside', kind: 'plan' }] }]);
    const { stdout } = await huibao(['explain', 'a.txt', '--at', '组建'], { cwd: folder });
    expect(stdout).toContain('there is no number here');
    expect(stdout).toMatch(/6000 {2}volunteers/);
  });

  test('that cannot be read gives its diagnostic and ends with 1', async () => {
    const folder = folderOf({ 'a.txt': '' });
    const { code, stderr } = await huibao(['explain', 'a.txt'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('a.txt: the file is empty');
  });
});

test.each([
  [['nowhere.txt'], 'neither a file nor the id of a figure'],
  [['abcd1234'], 'huibao.sqlite does not exist'],
  [['abcd1234', '--at', '3'], '--at goes with a file'],
  [['a.txt', '--at', '99999'], 'a place from 0 to'],
  [[], 'missing required argument'],
])('wrong use, %j: ends with 2 and says why', async (args, message) => {
  const folder = folderOf({ 'a.txt': REPORT });
  const { code, stderr, stdout } = await huibao(['explain', ...args], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});
