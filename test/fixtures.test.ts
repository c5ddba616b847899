import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, type Evaluation } from '../src/evaluate/evaluate.js';
import { parseGold, type GoldFigure } from '../src/evaluate/gold.js';
import type { FigureRecord, SourceDocument } from '../src/model.js';
import { createEngine, extract, type Engine } from '../src/pipeline.js';
import { readDocument } from '../src/read/registry.js';
import { builtInRules, loadRuleSet } from '../src/ruleset/index.js';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const cases = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'input.txt')));
const FORMATS = ['txt', 'docx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

let engine: Engine;
beforeAll(() => {
  engine = createEngine(loadRuleSet([builtInRules()], { checkExamples: false }));
});

async function read(name: string, format: Format): Promise<SourceDocument> {
  const file = join(FIXTURES, name, `input.${format}`);
  const { document } = await readDocument(readFileSync(file), file);
  expect(document, `${name} as ${format}`).not.toBeNull();
  return document!;
}

const figuresOf = (document: SourceDocument, name: string): FigureRecord[] =>
  extract(document, name, engine).figures.map(({ record }) => record);

const goldOf = (name: string): readonly GoldFigure[] => {
  const text = readFileSync(join(FIXTURES, name, 'expected.jsonl'), 'utf8');
  const { golds, faults } = parseGold(text, new Set(engine.ruleSet.rules.map(({ id }) => id)));
  expect(faults).toEqual([]);
  return golds;
};

/** The formats that a case comes in: text always, docx and PDF both or neither. */
const formatsOf = (name: string): readonly Format[] =>
  FORMATS.filter((format) => existsSync(join(FIXTURES, name, `input.${format}`)));

test('there are at least 80 fixtures, and at least 20 of them as docx and PDF too', () => {
  expect(cases.length).toBeGreaterThanOrEqual(80);
  const counts = cases.map((name) => formatsOf(name).length);
  expect(counts.filter((count) => count === 3).length).toBeGreaterThanOrEqual(20);
  expect(counts.filter((count) => count === 1 || count === 3)).toHaveLength(cases.length);
});

describe.each(cases)('%s', (name) => {
  test.each(formatsOf(name))('as %s: every figure’s text is where its offsets say', async (format) => {
    const document = await read(name, format);
    const characters = Array.from(document.text);
    const figures = figuresOf(document, name);
    expect(figures.length).toBeGreaterThan(0);
    for (const { start, end, exact, quote } of figures) {
      expect(characters.slice(start, end).join('')).toBe(exact);
      expect(quote).toContain(exact);
    }
  });

  test('the gold file’s offsets hold numbers', async () => {
    const characters = Array.from((await read(name, 'txt')).text);
    for (const { start, end } of goldOf(name)) {
      const text = characters.slice(start, end).join('');
      expect(text).toMatch(/[\d０-９零〇一二三四五六七八九十百千萬万億亿數数幾几兩两XxＸ×*□☆★某_＿（）○ N]/);
    }
  });

  test.each(formatsOf(name).slice(1))('gives the same figures as %s', async (format) => {
    const told = ({ indicator, value, lower, upper, unit, region_code, as_of }: FigureRecord): string =>
      [indicator, value, lower, upper, unit, region_code, as_of].join(' ');
    const asText = figuresOf(await read(name, 'txt'), name).map(told);
    expect(
      figuresOf(await read(name, format), name)
        .map(told)
        .sort(),
    ).toEqual(asText.sort());
  });
});

describe('all fixtures together', () => {
  let result: Evaluation;
  beforeAll(async () => {
    const documents = await Promise.all(
      cases.map(async (name) => ({
        name,
        golds: goldOf(name),
        figures: figuresOf(await read(name, 'txt'), name),
      })),
    );
    const core = new Set(engine.ruleSet.rules.filter((rule) => rule.core).map(({ id }) => id));
    result = evaluate(documents, { core, acceptAt: 0.8 });
  });

  test('core figures are found and right', () => {
    expect(result.core.f1).toBeGreaterThanOrEqual(0.94);
  });

  test('all figures are found and right', () => {
    expect(result.all.f1).toBeGreaterThanOrEqual(0.93);
  });

  test.each(['bounds', 'unit', 'statistic', 'region_code', 'as_of'] as const)('%s is right', (attribute) => {
    expect(result.attributes[attribute]).toBeGreaterThanOrEqual(0.94);
  });

  test('a blanked-out number never gets a value', () => {
    expect(result.redacted.leaked).toBe(0);
    expect(result.redacted.found / result.redacted.gold).toBeGreaterThanOrEqual(0.9);
  });

  test('what is accepted without review is right', () => {
    expect(result.review.accepted_precision).toBeGreaterThanOrEqual(0.95);
    expect(result.review.review_share).toBeLessThanOrEqual(0.25);
  });
});
