import { describe, expect, test } from 'vitest';
import { evaluate, type LabelledDocument } from '../../src/evaluate/evaluate.js';
import { parseFigures, parseGold } from '../../src/evaluate/gold.js';

const INDICATORS = new Set(['volunteers', 'money', 'supplies', 'sites', 'reads']);
const jsonl = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
const exactly = (value: number) => ({ value, lower: value, upper: value });
const at = (start: number, end: number) => ({ start, end });

/** A gold set and figures with one case of everything that the definitions tell apart. */
const GOLD = jsonl([
  { indicator: 'volunteers', ...exactly(100), qualifier: 'exact', unit: '人', region_code: '320800', as_of: '2021-03-01', ...at(0, 3) },
  { indicator: 'money', also: ['supplies'], ...exactly(5), unit: '元', ...at(10, 11) },
  { indicator: 'sites', ...exactly(12), unit: '个', optional: true, ...at(20, 22) },
  { indicator: 'volunteers', value: null, redacted: true, ...at(30, 31) },
  { indicator: 'money', value: null, redacted: true, optional: true, ...at(40, 41) },
  { indicator: 'volunteers', value: null, lower: 300, upper: 500, unit: '人', region_code: null, ...at(50, 55) },
  { indicator: 'sites', ...exactly(7), ...at(60, 62) },
  { indicator: 'volunteers', value: null, redacted: true, ...at(70, 71) },
]); // prettier-ignore
const FIGURES = jsonl([
  { file: 'a.txt', indicator: 'volunteers', ...exactly(100), qualifier: 'exact', unit: '人', region_code: '320800', as_of: null, confidence: 0.95, ...at(0, 3) },
  { file: 'a.txt', indicator: 'supplies', ...exactly(6), unit: '元', confidence: 0.9, ...at(10, 11) },
  { file: 'a.txt', indicator: 'sites', ...exactly(13), unit: '个', confidence: 0.2, ...at(20, 22) },
  { file: 'a.txt', indicator: 'reads', ...exactly(12), unit: '次', confidence: 0.2, ...at(20, 22) },
  { file: 'a.txt', indicator: 'volunteers', value: null, lower: null, upper: null, redacted: true, confidence: 0.9, ...at(30, 31) },
  { file: 'a.txt', indicator: 'volunteers', value: null, lower: 300, upper: 500, unit: '名', region_code: null, confidence: 0.85, ...at(52, 54) },
  { file: 'a.txt', indicator: 'volunteers', ...exactly(7), unit: '人', confidence: 0.3, ...at(70, 71) },
  { file: 'a.txt', indicator: 'reads', ...exactly(9), unit: '次', quote: '阅读9次。', confidence: 0.7, ...at(90, 92) },
  { file: 'a.txt', indicator: 'volunteers', value: null, lower: null, upper: null, redacted: true, confidence: 0.9, ...at(95, 96) },
]); // prettier-ignore

const documents: LabelledDocument[] = [
  { name: 'a', golds: parseGold(GOLD, INDICATORS).golds, figures: parseFigures(FIGURES).figures },
  {
    name: 'b',
    golds: parseGold(jsonl([{ indicator: 'volunteers', ...exactly(10), ...at(0, 2) }]), INDICATORS).golds,
    figures: [],
  },
];
const result = evaluate(documents, { core: new Set(['volunteers', 'money', 'reads']), acceptAt: 0.8 });

describe('the score of a hand-counted set', () => {
  test('counts right figures, false alarms and misses by indicator', () => {
    const counts = Object.entries(result.indicators).map(([id, { tp, fp, fn }]) => [id, tp, fp, fn]);
    expect(counts).toEqual([
      // a wrong value is a false alarm and a miss of the gold's indicator
      ['money', 0, 1, 1],
      // the one beside the optional row is none
      ['reads', 0, 1, 0],
      ['sites', 0, 0, 1],
      // the redacted number that was given a value is a false alarm; document b is missed
      ['volunteers', 2, 1, 1],
    ]);
  });

  test('gives precision, recall and F1 of the core and of all', () => {
    expect(result.core).toEqual({ precision: 2 / 5, recall: 2 / 4, f1: 4 / 9, tp: 2, fp: 3, fn: 2 });
    expect(result.all).toEqual({ precision: 2 / 5, recall: 2 / 5, f1: 4 / 10, tp: 2, fp: 3, fn: 3 });
  });

  test('scores the attributes of matched figures that the gold states', () => {
    expect(result.attributes).toEqual({
      value: 2 / 3,
      bounds: 2 / 3,
      qualifier: 1,
      unit: 2 / 3,
      statistic: null,
      region_code: 1,
      as_of: 0,
    });
  });

  test('counts redacted mentions apart', () => {
    expect(result.redacted).toEqual({ found: 1, gold: 2, leaked: 1 });
  });

  test('says what accepting by confidence would do, without the optional rows', () => {
    const { review } = result;
    expect(review).toMatchObject({ accept_at: 0.8, accepted: 3 });
    expect(review.accepted_precision).toBeCloseTo(2 / 3, 12);
    expect(review.review_share).toBeCloseTo(2 / 5, 12);
    expect(review.errors_caught).toBeCloseTo(2 / 3, 12);
    // buckets: 0.9 (0.95 − 1 + 0.9), 0.8 (0.85 − 1), 0.7 (0.7), 0.3 (0.3); five figures
    expect(review.calibration_error).toBeCloseTo((0.85 + 0.15 + 0.7 + 0.3) / 5, 12);
  });

  test('lists every error with its place', () => {
    const errors = result.errors.map(({ kind, document, start, indicator }) => [
      kind,
      document,
      start,
      indicator,
    ]);
    expect(errors).toEqual([
      ['as_of', 'a', 0, 'volunteers'],
      ['value', 'a', 10, 'money'],
      ['bounds', 'a', 10, 'money'],
      ['unit', 'a', 50, 'volunteers'],
      ['missed', 'a', 60, 'sites'],
      ['false alarm', 'a', 70, 'volunteers'],
      ['false alarm', 'a', 90, 'reads'],
      ['missed', 'b', 0, 'volunteers'],
    ]);
    expect(result.errors.find(({ start }) => start === 90)).toMatchObject({
      gold: 'nothing',
      got: '9次',
      quote: '阅读9次。',
    });
  });
});

describe('pairing', () => {
  const score = (golds: readonly object[], figures: readonly object[]) =>
    evaluate(
      [
        {
          name: 'a',
          golds: parseGold(jsonl(golds), INDICATORS).golds,
          figures: parseFigures(jsonl(figures.map((figure) => ({ file: 'a', ...figure })))).figures,
        },
      ],
      { core: new Set(), acceptAt: 0.8 },
    );

  test('gives a row to the figure that names its indicator before one that is only accepted', () => {
    const { all } = score(
      [{ indicator: 'volunteers', also: ['sites'], ...exactly(1), ...at(0, 5) }],
      [
        { indicator: 'sites', ...exactly(9), ...at(0, 1) },
        { indicator: 'volunteers', ...exactly(1), ...at(4, 5) },
      ],
    );
    expect(all).toMatchObject({ tp: 1, fp: 1, fn: 0 });
  });

  test('lets a row be answered once', () => {
    const twice = { indicator: 'sites', ...exactly(3), ...at(0, 2) };
    expect(score([twice], [twice, twice]).all).toMatchObject({ tp: 1, fp: 1, fn: 0 });
    expect(score([twice, twice], [twice, twice]).all).toMatchObject({ tp: 2, fp: 0, fn: 0 });
  });

  test('wants the spans to overlap', () => {
    const gold = { indicator: 'sites', ...exactly(3), ...at(10, 12) };
    expect(score([gold], [{ ...gold, ...at(12, 14) }]).all).toMatchObject({ tp: 0, fp: 1, fn: 1 });
    expect(score([gold], [{ ...gold, ...at(11, 14) }]).all).toMatchObject({ tp: 1, fp: 0, fn: 0 });
  });

  test('takes a figure without a confidence as certain, and 1e-9 as equal', () => {
    const gold = { indicator: 'sites', ...exactly(0.3), ...at(0, 2) };
    const { all, review } = score([gold], [{ ...gold, value: 0.1 + 0.2 }]);
    expect(all.tp).toBe(1);
    expect(review).toMatchObject({ accepted: 1, calibration_error: 0 });
  });

  test('gives 0 where there is nothing to divide, and null for attributes that nobody stated', () => {
    const empty = score([], []);
    expect(empty.all).toEqual({ precision: 0, recall: 0, f1: 0, tp: 0, fp: 0, fn: 0 });
    expect(empty.attributes.value).toBeNull();
    expect(empty.review).toMatchObject({
      accepted: 0,
      review_share: 1,
      errors_caught: 1,
      calibration_error: 0,
    });
  });
});

describe('a broken gold file', () => {
  test('gives every fault with its line', () => {
    const row = { indicator: 'sites', ...exactly(3), ...at(0, 2) };
    const text = [
      JSON.stringify({ ...row, start: 5 }),
      '',
      '{"indicator": "sites"',
      JSON.stringify({ ...row, indicator: 'side', also: ['sights'] }),
      JSON.stringify({ ...row, valeu: 3, as_of: '2020年' }),
      JSON.stringify({ indicator: 'sites', ...at(0, 2) }),
      JSON.stringify({ ...row, redacted: true }),
      JSON.stringify({ ...row, lower: 9 }),
      JSON.stringify(row),
    ].join('\n');
    const { faults } = parseGold(text, INDICATORS);
    expect(faults.map(({ line, message }) => `${line} ${message.slice(0, 24)}`)).toEqual([
      '1 end: must be greater tha',
      "3 not JSON: Expected ',' o",
      '4 no rule file has the ind',
      '4 no rule file has the ind',
      expect.stringMatching(/^5 as_of: must be a date/),
      expect.stringMatching(/^5 Unrecognized key/),
      '6 value: value, lower or u',
      '7 redacted: a redacted num',
      '8 lower: must not exceed u',
    ]);
  });

  test('is read with a byte-order mark and Windows line ends', () => {
    const row = JSON.stringify({ indicator: 'sites', ...exactly(3), ...at(0, 2) });
    expect(parseGold(`\uFEFF${row}\r\n${row}\r\n`, INDICATORS)).toMatchObject({
      faults: [],
      golds: [{}, {}],
    });
  });
});

test('reliability and the trade of review are told for every share', () => {
  const { reliability, trade, review } = evaluate(documents, {
    core: new Set(['volunteers', 'money']),
    acceptAt: 0.8,
  });
  const rows = reliability.filter(({ figures }) => figures > 0);
  expect(rows.reduce((sum, { figures }) => sum + figures, 0)).toBe(
    Math.round(review.accepted / (1 - review.review_share)),
  );
  for (const { from, to, confidence } of rows) {
    expect(confidence).toBeGreaterThanOrEqual(from);
    expect(confidence).toBeLessThanOrEqual(to);
  }
  expect(trade.map(({ review_share }) => review_share)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4]);
  expect(trade[0]!.errors_caught).toBe(0);
  const caught = trade.map(({ errors_caught }) => errors_caught);
  expect(caught).toEqual([...caught].sort((a, b) => a - b));
});
