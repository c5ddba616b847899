import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DESCRIBED_FACTORS, describeFactor } from '../../src/commands/factor-words.js';
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
    const { code, stdout } = await huibao(['calibrate', '--observations', OBSERVATIONS, '--out', out]);
    expect(code).toBe(0);
    expect(modelIn(out)).toEqual(modelIn(join(RULES, 'confidence.json')));
    expect(stdout).toMatch(/judged figures of \d+ documents/);
    expect(stdout).toContain('fewer than five');
  }, 120_000);

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
