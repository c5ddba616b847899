import { describe, expect, it } from 'vitest';
import {
  checkExamples,
  readRuleSet,
  type ExampleFigure,
  type ExampleRunner,
} from '../../src/ruleset/index.js';
import { writeRules } from './sample-rules.js';

/** A plain reader: a number before 名 or 支 is a figure, one before 岁 is set aside. */
const figure = (match: RegExpExecArray): ExampleFigure => {
  const value = Number(match[1]);
  return {
    indicator: match[2] === '名' ? 'volunteers' : 'teams',
    start: match.index,
    end: match.index + match[1]!.length,
    exact: match[1]!,
    value,
    lower: value,
    upper: value,
    qualifier: 'under',
    unit: match[2] === '名' ? '人' : '支',
    statistic: match.input.startsWith('每天') ? 'daily' : 'total',
    item: null,
    redacted: false,
  };
};

const reader: ExampleRunner = {
  extract: (text) => Array.from(text.matchAll(/(\d+)([名支])/gu), figure),
  setAside: (text) =>
    Array.from(text.matchAll(/(\d+)岁/gu), ({ index, 1: exact = '' }) => ({
      start: index,
      end: index + exact.length,
      exact,
      kind: 'age',
    })),
};

function failures(run: Partial<ExampleRunner>): string[] {
  const directory = writeRules();
  const { examples } = readRuleSet([directory]);
  return checkExamples(examples, { ...reader, ...run }).map(
    ({ file, line, column, message }) => `${file.slice(directory.length + 1)}:${line}:${column}: ${message}`,
  );
}

const changing = (change: (figure: ExampleFigure) => Partial<ExampleFigure>): Partial<ExampleRunner> => ({
  extract: (text) => reader.extract(text).map((each) => ({ ...each, ...change(each) })),
});

describe('the examples of rule files', () => {
  it('hold where the text gives what they expect', () => {
    expect(failures({})).toEqual([]);
  });

  it('fail with what was expected and what came out', () => {
    expect(
      failures(changing(({ exact }) => (exact === '600' ? { value: 60, qualifier: 'over' } : {}))),
    ).toEqual([
      'indicators/volunteers.yml:15:13: the example fails: at "600" value should be 600 and is 60; qualifier should be "under" and is "over"',
    ]);
  });

  it('fail with what comes out in place of the indicator', () => {
    expect(failures(changing(({ exact }) => (exact === '20' ? { indicator: 'staff' } : {})))).toEqual([
      'indicators/volunteers.yml:19:9: the example fails: no volunteers comes out at "20"; what comes out: 30 as volunteers, 20 as staff',
    ]);
  });

  it('want a number that stands twice to come out twice', () => {
    const twice = writeRules({
      'indicators/teams.yml': `id: teams
name: 队伍数
core: true
units: [支]
cues: [{ after: 队 }]
examples:
  - text: 甲县2支队，乙县2支队
    expect: [{ at: '2' }, { at: '2' }]
  - { text: 3支队, expect: { at: '3' } }
counter_examples: [{ text: 队伍, why: no number }]
`,
    });
    const { examples } = readRuleSet([twice]);
    expect(checkExamples(examples, reader)).toEqual([]);
    const first = { ...reader, extract: (text: string) => reader.extract(text).slice(0, 1) };
    expect(checkExamples(examples, first).map(({ line, column }) => [line, column])).toEqual([
      [8, 27],
      [19, 9],
    ]);
  });

  it('fail where a counter-example comes out', () => {
    expect(failures(changing(({ exact }) => (exact === '9' ? { indicator: 'volunteers' } : {})))).toContain(
      'indicators/volunteers.yml:21:5: the counter-example fails: 9 as volunteers comes out (counts teams)',
    );
  });

  it('fail where a number is not set aside, or is and must not be', () => {
    expect(failures({ setAside: () => [] })).toEqual([
      'exclusions.yml:6:7: the example fails: "65" should be set aside as age; what is set aside: nothing',
    ]);
    const all: ExampleRunner['setAside'] = (text) => [
      { start: 0, end: text.length, exact: text, kind: 'age' },
    ];
    expect(failures({ setAside: all })).toEqual([
      'exclusions.yml:8:7: the counter-example fails: "65" is set aside as age',
    ]);
  });

  it('fail where the statistic is another', () => {
    expect(failures(changing(() => ({ statistic: 'total' })))).toEqual([
      'statistics.yml:5:7: the example fails: at "30" the statistic should be daily; what comes out: total',
    ]);
  });
});
