import { describe, expect, test } from 'vitest';
import { findPlaces } from '../src/commands/find-places.js';
import { documentOfText } from '../src/read/source-document.js';
import {
  explain,
  type FigureExplanation,
  type NumberExplanation,
  type PlaceExplanation,
} from '../src/explain.js';
import { createEngine, extract } from '../src/pipeline.js';
import { readDocument } from '../src/read/registry.js';
import { buildContextModel, EMPTY_CONTEXT } from '../src/ruleset/context-model.js';
import { builtInRules, loadRuleSet } from '../src/ruleset/index.js';

const ruleSet = loadRuleSet([builtInRules()]);
const engine = createEngine({ ...ruleSet, context: EMPTY_CONTEXT });
const REPORT = [
  '淮安市志愿服务工作简报',
  '2021年3月5日',
  '一、队伍情况',
  '全市共招募志願(yuàn)者近６000名，组建志愿服务队42支。',
  '下一步，计划再招募志愿者500名。',
  '全年新增读者证81530张。',
  '浏览次数：9644次',
].join('\n');

function open(text: string, by = engine) {
  const extraction = extract(documentOfText(text), 'a.txt', by);
  const explainer = explain(extraction, by);
  const points = Array.from(text);
  for (const { start, end, exact } of explainer.numbers())
    expect(points.slice(start, end).join('')).toBe(exact);
  return {
    extraction,
    explainer,
    places: (at: string): PlaceExplanation[] =>
      findPlaces(extraction, by, at).map((span) => explainer.place(span)),
  };
}

function only(places: readonly PlaceExplanation[]): NumberExplanation {
  expect(places.flatMap(({ numbers }) => numbers)).toHaveLength(1);
  return places[0]!.numbers[0]!;
}

function figureAt(text: string, at: string): FigureExplanation {
  const found = only(open(text).places(at));
  if (found.state !== 'figure') throw new Error(`${at} is no figure`);
  return found;
}

describe('a figure', () => {
  const found = figureAt(REPORT, '６000');

  test('stands in its paragraph, report, headings and sentence', () => {
    expect(found).toMatchObject({
      number: { exact: '６000' },
      paragraph: 4,
      page: null,
      cell: null,
      headings: ['一、队伍情况'],
      report: { title: '淮安市志愿服务工作简报', region_code: '320800', date: '2021-03-05' },
      sentence: { exact: '全市共招募志願(yuàn)者近６000名，组建志愿服务队42支。', normalized: '全市共招募志愿者近6000名，组建志愿服务队42支。' },
    }); // prettier-ignore
  });

  test('shows pass by pass what normalisation changed in its sentence', () => {
    expect(found.normalization).toEqual([
      { pass: 'pinyin', edits: [{ before: '(yuàn)', after: '' }] },
      { pass: 'width', edits: [{ before: '６', after: '6' }] },
      { pass: 'traditional', edits: [{ before: '願', after: '愿' }] },
    ]);
  });

  test('shows its value with hedge, bounds and unit', () => {
    expect(found.quantity).toMatchObject({
      digits: '6000', before: '近', behind: '名', value: 6000, lower: 5000, upper: 6000, qualifier: 'under',
      unit: { canonical: '人', origin: 'written', written: '名', converted_from: null },
    }); // prettier-ignore
  });

  test('names the rule and the cue that decided, and every rule that lost', () => {
    expect(found.match).toMatchObject({ rule: 'volunteers', name: '志愿者人数', level: 'phrase', gap: 0 });
    expect(found.match.version).toBe(engine.ruleSet.version);
    expect(found.match.cue?.took).toContain('志愿者');
    const personnel = found.match.losers.find(({ rule }) => rule === 'personnel');
    expect(personnel).toMatchObject({ name: '工作力量' });
    expect(personnel?.why).not.toBe('');
  });

  test('shows how region, date and statistic became known', () => {
    expect(found.attributes).toMatchObject({
      region: { code: '320800' },
      as_of: { date: '2021-03-05', method: 'report-date' },
      statistic: 'total',
      item: null,
    });
  });

  test('shows what the report may be about, and what tells the first from the second', () => {
    const { choice } = found.attributes.region;
    expect(choice!.likely[0]).toMatchObject({ code: '320800', name: '淮安市' });
    expect(choice!.likely.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1.001);
    const [first, second] = choice!.likely;
    const codes = new Set(choice!.cues.map(({ code }) => code));
    expect([...codes].every((code) => code === first!.code || code === second!.code)).toBe(true);
    const sizes = choice!.cues.map(({ weight }) => Math.abs(weight));
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test('has factors whose weights add up to its confidence', () => {
    const { intercept, factors, value, needs_review } = found.confidence;
    const logOdds = factors.reduce((sum, { weight }) => sum + weight, intercept);
    expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(value, 3);
    expect({ value, needs_review }).toEqual({
      value: found.figure.confidence,
      needs_review: found.figure.needs_review,
    });
  });

  test('goes on with what was counted before it, where no cue of its own decides', () => {
    const part = figureAt('全市招募志愿者80名，其中女性30名。', '30');
    expect(part.match).toMatchObject({ rule: 'volunteers', cue: null, level: 'sentence' });
  });

  test('says where a unit comes from that is not written beside it', () => {
    expect(figureAt('全市募集善款122.5万。', '122.5万').quantity.unit).toMatchObject({
      canonical: '元',
      origin: 'supplied',
      written: null,
    });
    const reads = figureAt('文章阅读量达8000人次。', '8000').quantity.unit;
    expect(reads).toMatchObject({ canonical: '次', written: '人次', converted_from: '人次' });
  });

  test('in a table shows its cell with the headers', async () => {
    const { document } = await readDocument(
      Buffer.from('单位\t捐款（万元）\n城东社区\t12\n城西社区\t30\n'),
      'a.txt',
    );
    const extraction = extract(document!, 'a.txt', engine);
    const { record } = extraction.figures[0]!;
    const cell = explain(extraction, engine).figure(record.figure_id);
    expect(cell).toMatchObject({
      cell: { table: 1, row: 2, column: 2, column_headers: ['捐款（万元）'] },
      quantity: { value: 120000, unit: { canonical: '元', origin: 'header', written: '万元' } },
      match: { level: 'header', cue: { direction: 'header' } },
    });
  });

  test('is looked up by its id; another document has none of it', () => {
    const { explainer, extraction } = open(REPORT);
    const { figure_id } = extraction.figures[0]!.record;
    expect(explainer.figure(figure_id)?.figure.figure_id).toBe(figure_id);
    expect(open('无').explainer.figure(figure_id)).toBeNull();
  });
});

describe('a place', () => {
  const { places, explainer } = open(REPORT);

  test('may be a code point, words as written, or words as they read once normalised', () => {
    const at = Array.from(REPORT).indexOf('６');
    for (const words of [String(at), String(at + 3), '者近６000名', '志愿者近6000名'])
      expect(only(places(words))).toMatchObject({ state: 'figure', number: { exact: '６000', start: at } });
    expect(places('没有这些字')).toEqual([]);
    expect(places('')).toEqual([]);
  });

  test('counts code points behind characters outside the basic plane', () => {
    const text = `𬶍𬶍𬶍${REPORT}`;
    const at = Array.from(text).indexOf('６');
    expect(only(open(text).places(String(at)))).toMatchObject({
      number: { start: at, end: at + 4, exact: '６000' },
    });
  });

  test('that holds several numbers explains all of them', () => {
    const [found] = places('近６000名，组建志愿服务队42支');
    expect(found?.numbers.map(({ number }) => number.exact)).toEqual(['６000', '42']);
  });

  test('of an unmatched number tells what each rule that takes its unit lacked', () => {
    const found = only(places('81530'));
    if (found.state !== 'unmatched') throw new Error(found.state);
    expect(found.losers.map(({ rule }) => rule)).toEqual(
      engine.ruleSet.rules.filter(({ units }) => units.has('张')).map(({ id }) => id),
    );
    for (const { why, name, looks_for } of found.losers) {
      expect(why).toBe('no cue');
      expect(name).not.toBe('');
      expect(looks_for.length).toBeGreaterThan(0);
    }
  });

  test('of a number set aside tells the kind, the rule and its words', () => {
    const plan = only(places('500'));
    expect(plan).toMatchObject({ state: 'set-aside', kind: 'plan', rule: 'plan', value: 500 });
    if (plan.state === 'set-aside')
      expect(plan.cue).toMatchObject({
        asks: expect.stringMatching(/^(?:lead|before): /) as string,
        took: expect.stringContaining('计划') as string,
      });
    expect(only(places('3月5日'))).toMatchObject({
      kind: 'date',
      value: '2021-03-05',
      rule: null,
      cue: null,
    });
    expect(only(places('9644'))).toMatchObject({ kind: 'furniture', rule: null });
  });

  test('without a number says why, and which numbers are near', () => {
    expect(places('组建')[0]).toMatchObject({
      numbers: [],
      nothing: {
        reason: 'no-number',
        removed_by: [],
        nearby: [{ exact: '６000', state: 'figure' }, { exact: '42' }],
      },
    });
    expect(places('(yuàn)')[0]?.nothing).toMatchObject({ reason: 'removed', removed_by: ['pinyin'] });
    expect(places('浏览')[0]?.nothing).toMatchObject({ reason: 'furniture' });
  });

  test('is one of all numbers of the document, in order', () => {
    expect(explainer.numbers().map(({ exact, state }) => `${exact} ${state}`)).toEqual(
      expect.arrayContaining([
        '2021年3月5日 set-aside',
        '６000 figure',
        '42 figure',
        '500 set-aside',
        '81530 unmatched',
        '9644 set-aside',
      ]),
    );
    const starts = explainer.numbers().map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('a figure that no rule found', () => {
  const context = buildContextModel({
    classes: ['none', 'supplies', 'volunteers'],
    intercepts: [0, 0, 0],
    features: { u张: [1, 60], B者证: [1, 40, 0, -20], c新: [0, 20] },
  });
  const [place] = open(REPORT, createEngine({ ...ruleSet, context })).places('81530');
  const [found] = place!.numbers as [FigureExplanation];

  test('is explained by the words around it, with what else they could mean', () => {
    expect(found.state).toBe('figure');
    expect(found.figure.rule).toMatch(/^context@/);
    expect(found.match).toMatchObject({ rule: 'context', name: '物资数量', level: 'context', cue: null });
    expect(found.context).toMatchObject({ proposed: true, rival: 'none' });
    expect(found.context!.own).toBeGreaterThan(0.9);
    expect(found.context!.features.map(({ place: where, words }) => where + words)).toEqual([
      'B者证',
      'u张',
      'c新',
    ]);
  });

  test('and what rules found is explained by both', () => {
    const [volunteers] = open(REPORT, createEngine({ ...ruleSet, context })).places('６000')[0]!.numbers as [
      FigureExplanation,
    ];
    expect(volunteers.match.cue).not.toBeNull();
    expect(volunteers.context).toMatchObject({ proposed: false });
  });
});
