import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DESCRIBED_FACTORS, describeFactor } from '../../src/language/factor-words.js';
import { openStore, recordDecision } from '../../src/store/index.js';
import { ask, folderOf, huibao } from './huibao.js';

const RULES = resolve(import.meta.dirname, '../../rules');
const OBSERVATIONS = join(RULES, 'confidence-observations.jsonl');
interface Model {
  readonly intercept: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly fixed: Readonly<Record<string, number>>;
}
const modelIn = (file: string): Model => JSON.parse(readFileSync(file, 'utf8')) as Model;

describe('huibao calibrate', () => {
  test('makes the built-in model from the observations that are kept beside it', async () => {
    const folder = folderOf();
    const out = join(folder, 'confidence.json');
    const { code, stdout } = await huibao([
      'calibrate',
      '--observations',
      OBSERVATIONS,
      '--no-test',
      '--out',
      out,
    ]); // prettier-ignore;
    expect(code).toBe(0);
    expect(modelIn(out)).toEqual(modelIn(join(RULES, 'confidence.json')));
    expect(stdout).toMatch(/judged figures of \d+ documents/);
    expect(stdout).toContain('fewer than five');
  }, 120_000);

  test('makes the built-in context model from the observations that are kept beside it', async () => {
    const out = join(folderOf(), 'context.json');
    const { code, stdout } = await huibao([
      'calibrate',
      '--context-observations',
      join(RULES, 'context-observations.jsonl'),
      '--context-out',
      out,
    ]);
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(RULES, 'context.json'), 'utf8'));
    expect(stdout).toMatch(/contexts of \d+ numbers of \d+ documents, \d+ of them figures/);
  }, 120_000);

  test('makes the built-in region model from the observations that are kept beside it', async () => {
    const out = join(folderOf(), 'report-region.json');
    const observations = join(RULES, 'report-region-observations.jsonl');
    const { code, stdout } = await huibao([
      'calibrate', '--region-observations', observations, '--region-out', out, '--format', 'json',
    ]); // prettier-ignore
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(RULES, 'report-region.json'), 'utf8'));
    const { regions } = JSON.parse(stdout) as { regions: { figures: number; right: number } };
    expect(regions.right / regions.figures).toBeGreaterThan(0.9);
  }, 120_000);

  test('learns from gold files what reports are about, and says where there is too little of it', async () => {
    // the second division of the title is the report's, in all of them
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => {
        const text = `思南县驰援江口县\n\n思南县志愿者${300 + i}名出发。`;
        const start = text.indexOf(String(300 + i));
        const row = { indicator: 'volunteers', value: 300 + i, lower: 300 + i, upper: 300 + i, unit: '人', region_code: '520624', start, end: start + 3 }; // prettier-ignore
        return [
          [`${i}.txt`, text.replace('思南县志愿者', '志愿者')],
          [`${i}.jsonl`, `${JSON.stringify({ ...row, start: start - 3, end: start })}\n`],
        ] as const;
      }).flat(),
    );
    const saved = join(folderOf(), 'saved.jsonl');
    const folder = folderOf(files);
    const { code, stdout } = await huibao(['calibrate', folder, '--save-region-observations', saved]);
    expect(code).toBe(0);
    expect(stdout).toContain('divisions of 60 reports');
    expect(stdout).toContain('100.0 % of 60 figures right');
    expect(readFileSync(saved, 'utf8')).not.toContain('思南');
    const few = await huibao(['calibrate', join(folder, '1.jsonl'), '--save-region-observations', saved]);
    expect(few.code).toBe(2);
    expect(few.stderr).toContain(
      'too little to learn reports’ divisions from: labelled figures of 1 documents',
    );
  }, 120_000);

  test('learns contexts from gold files, and judges each document by what the others taught', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => {
        const text = `全县招募志愿者${300 + i}名。群众奔走相告${500 + i}小时。发放口罩${700 + i}只。服务群众${900 + i}人次。`;
        const gold = (indicator: string, value: number, unit: string) => {
          const start = text.indexOf(String(value));
          return JSON.stringify({
            indicator,
            value,
            lower: value,
            upper: value,
            unit,
            start,
            end: start + 3,
          });
        };
        const rows = [
          gold('volunteers', 300 + i, '人'),
          gold('service_hours', 500 + i, '小时'),
          gold('supplies', 700 + i, '只'),
          ...(i % 10 > 0 ? [gold('people_served', 900 + i, '人次')] : []),
        ];
        return [
          [`${i}.txt`, text],
          [`${i}.jsonl`, `${rows.join('\n')}\n`],
        ] as const;
      }).flat(),
    );
    const folder = folderOf(files);
    const rules = folderOf();
    const saved = join(folder, 'saved');
    const args = ['--out', join(rules, 'confidence.json'), '--context-out', join(rules, 'context.json')];
    const { code, stdout } = await huibao([
      'calibrate', folder, ...args, '--save-context-observations', saved, '--format', 'json',
    ]); // prettier-ignore
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ contexts: { numbers: 240, documents: 60, figures: 234 } });
    expect(readFileSync(saved, 'utf8')).not.toContain('群众奔走相告');
    // 奔走相告 is no cue of any rule: the figure is found by the words that sixty documents taught
    const unseen = join(folderOf({ 'a.txt': '群众奔走相告88小时。' }), 'a.txt');
    const figures = await huibao(['extract', unseen, '--rules', rules, '--format', 'jsonl']);
    expect(JSON.parse(figures.stdout)).toMatchObject({
      indicator: 'service_hours',
      value: 88,
      reasons: expect.arrayContaining(['cue-context']) as string[],
    });
    expect((JSON.parse(figures.stdout) as { rule: string }).rule).toMatch(/^context@/);
  }, 120_000);

  test('says at once where a file cannot be written', async () => {
    const { code, stderr } = await huibao([
      'calibrate',
      '--context-observations',
      'none.jsonl',
      '--context-out',
      '/no/such/folder/context.json',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('/no/such/folder/context.json cannot be written');
  });

  test('writes nothing where there is too little to learn from, or a name is meant twice', async () => {
    const folder = folderOf({
      'few.jsonl': '{"stated":["none"],"features":["u人"]}\n[0,0,0]\n',
      'old.json': 'old',
    });
    const few = ['calibrate', '--context-observations', join(folder, 'few.jsonl')];
    const old = join(folder, 'old.json');
    const none = await huibao([...few, '--context-out', old]);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('too little to learn contexts from: 1 numbers of 1 documents');
    expect(readFileSync(old, 'utf8')).toBe('old');
    const twice = await huibao([...few, '--context-out', old, '--out', old]);
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain('name another file');
  });

  test('takes no indicator that the rules do not have', async () => {
    const file = join(folderOf({ 'odd.jsonl': '{"stated":["dragons"],"features":[]}\n' }), 'odd.jsonl');
    const { code, stderr } = await huibao(['calibrate', '--context-observations', file]);
    expect(code).toBe(2);
    expect(stderr).toContain('unknown indicator "dragons"');
  });

  test('learns from what reviewers decided', async () => {
    const sites = (i: number): string => `全县设立服务站${30 + i}处。`;
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `${i}.txt`,
        `第${i}期\n全县招募志愿者${300 + i}名，发放口罩${500 + i}只。${sites(i)}\n全县服务群众${2000 + i}人次。\n募集善款${80 + i}万元，举办讲座${60 + i}场。\n`,
      ]),
    );
    const folder = folderOf(files);
    const db = join(folder, 'a.sqlite');
    expect((await huibao(['ingest', folder, '--db', db])).code).toBe(0);
    const figures = ask<{ id: string; indicator: string }>(
      db,
      'SELECT figure_id AS id, indicator FROM figures ORDER BY figure_id',
    );
    const store = openStore(db);
    for (const { id, indicator } of figures)
      recordDecision(store, {
        ...{ figureId: id, who: '王芳', at: '2026-01-01T00:00:00.000Z' },
        action: indicator === 'sites' ? 'reject' : 'accept',
      });
    store.close();
    const out = join(folder, 'confidence.json');
    const { code, stdout } = await huibao(['calibrate', '--db', db, '--out', out, '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ figures: figures.length, documents: 40 });
    const { weights, fixed } = modelIn(out);
    expect(weights['indicator-sites']).toBeLessThan(0);
    expect(weights['indicator-volunteers']).toBeGreaterThan(weights['indicator-sites']!);
    expect(fixed['ocr-digits']).toBe(-4);
  }, 120_000);

  test('says when there is too little to learn from, and changes nothing', async () => {
    const folder = folderOf({
      'a.txt': '全市招募志愿者300名。\n',
      'a.jsonl': '{"indicator":"volunteers","value":300,"lower":300,"upper":300,"start":7,"end":10}\n',
    });
    const { code, stderr } = await huibao(['calibrate', folder, '--out', join(folder, 'confidence.json')]);
    expect(code).toBe(2);
    expect(stderr).toContain('too little to learn from: 1 judged figures of 1 documents');
    expect(() => readFileSync(join(folder, 'confidence.json'))).toThrow();
  });
});

test('every factor of the built-in model has words', () => {
  const { weights, fixed } = modelIn(join(RULES, 'confidence.json'));
  const factors = [...Object.keys(weights), ...Object.keys(fixed)];
  expect(factors.filter((factor) => describeFactor(factor) === factor)).toEqual([]);
  expect(new Set(DESCRIBED_FACTORS).size).toBe(DESCRIBED_FACTORS.length);
});
