import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInRules, loadRuleSet, readRuleSet } from '../../src/ruleset/index.js';
import { changed, problemsOf, SAMPLE, writeFiles, writeRules } from './sample-rules.js';

const V = 'indicators/volunteers.yml';
const read = (...directories: readonly string[]) => readRuleSet(directories).ruleSet;
const version = (...directories: readonly string[]): string => read(...directories).version;

describe('a rule set', () => {
  it('holds the rules in order of their ids, compiled, with the first direction of a cue first', () => {
    const { rules } = read(writeRules());
    expect(rules.map(({ id }) => id)).toEqual(['teams', 'volunteers']);
    const [both, units] = rules[1]!.cues;
    expect(both!.conditions.map(({ direction }) => direction)).toEqual(['after', 'section']);
    expect(both!.units).toBeNull();
    expect(units!.units).toEqual(new Set(['人']));
    expect(rules[1]).toMatchObject({ priority: 0, unitWhenMissing: null, core: true, description: null });
  });

  it('keeps the order in which a cue has its directions', () => {
    const section = changed(
      V,
      "after: '{helper}'\n    section: 志愿",
      "section: 志愿\n    after: '{helper}'",
    );
    const { conditions } = read(writeRules(section)).rules[1]!.cues[0]!;
    expect(conditions.map(({ direction }) => direction)).toEqual(['section', 'after']);
  });

  it('fills named patterns in, also those inside named patterns', () => {
    const condition = read(writeRules()).rules[1]!.cues[0]!.conditions[0];
    expect(condition.source).toBe('{helper}');
    expect(condition.pattern.source).toBe('(?:(?:(?:青年|团员))?志愿者)');
    expect(condition.pattern.flags).toBe('');
  });

  it('leaves counts and character properties as they are', () => {
    const { pattern } = read(writeRules(changed(V, 'after: 志愿服务队', "after: '\\p{Lu}{0,6}志\\{愿'")))
      .rules[1]!.not[0]!.conditions[0];
    expect(pattern.flags).toBe('u');
    expect(pattern.source).toBe('\\p{Lu}{0,6}志\\{愿');
  });

  it('has a word for each unit, also where its own name is not written out', () => {
    const units = `- { unit: 户 }\n- { unit: 元, words: [角], factor: "0.1" }\n- unit: 场\n  not_before: { 场: [所] }\n`;
    const words = read(
      writeRules({ 'units.yml': SAMPLE['units.yml'].replace(/- \{ unit: 元[^]*/u, units) }),
    ).units;
    expect(words.slice(-4)).toEqual([
      { word: '角', unit: '元', factor: '0.1' },
      { word: '户', unit: '户', factor: '1' },
      { word: '元', unit: '元', factor: '1' },
      { word: '场', unit: '场', factor: '1', notBefore: ['所'] },
    ]);
  });

  it('is found where the package has it', () => {
    expect(existsSync(join(builtInRules(), 'units.yml'))).toBe(true);
  });
});

describe("a user's directory", () => {
  it('adds indicators', () => {
    const text = SAMPLE['indicators/teams.yml'].replace('id: teams', 'id: squads');
    const { rules } = read(writeRules(), writeFiles({ 'indicators/squads.yml': text }));
    expect(rules.map(({ id }) => id)).toEqual(['squads', 'teams', 'volunteers']);
  });

  it('takes the place of an indicator of the same id, even of one that is not valid', () => {
    const text = SAMPLE['indicators/teams.yml'].replace('name: 队伍数', 'name: 小队数');
    const builtIn = writeRules({ 'indicators/teams.yml': 'id: [' });
    const { rules } = read(builtIn, writeFiles({ 'indicators/teams.yml': text }));
    expect(rules.map(({ name }) => name)).toEqual(['小队数', '志愿者人数']);
  });

  it('changes and adds entries of the other files by their key', () => {
    const user = writeFiles({
      'units.yml': '- { unit: 人, words: [青骄] }\n- { unit: 支, words: [位] }\n',
      'patterns.yml': "helper: 义工\nmore: '志愿{gap}'\n",
      'exclusions.yml': SAMPLE['exclusions.yml'].replace('kind: age', 'kind: years'),
      'statistics.yml': '- statistic: each\n  cues: [{ before: 每篇 }]\n',
      'noise.yml': 'furniture:\n  - { pattern: ^字体, takes: 字体大, leaves: 改字体 }\n',
      'confidence.json': '{ "weights": { "far": -1 } }',
    });
    const set = read(writeRules(), user);
    const unitOf = (word: string) => set.units.find((each) => each.word === word)?.unit;
    expect(['青骄', '位', '名'].map(unitOf)).toEqual(['人', '支', '人']);
    expect(set.rules[1]!.cues[0]!.conditions[0].pattern.source).toBe('(?:义工)');
    expect(set.exclusions.map(({ id, kind }) => [id, kind])).toEqual([['age', 'years']]);
    expect(set.statistics.map(({ statistic }) => statistic)).toEqual(['daily', 'each']);
    expect(set.furniture).toHaveLength(2);
    expect(set.confidence).toEqual({
      fixed: new Map(),
      intercept: 2,
      reviewBelow: 0.7,
      weights: new Map([
        ['noise-inside', -1.5],
        ['far', -1],
      ]),
    });
  });

  it('need not be complete, but what it holds must be valid', () => {
    const user = writeFiles({ 'statistics.yml': '- statistic: dayly\n  cues: [{ before: 天 }]\n' });
    expect(problemsOf(writeRules(), user)).toEqual([
      'statistics.yml:1:14: [1].statistic can not be "dayly" (did you mean "daily"?)',
    ]);
  });

  it('holds the towns of each county; a later list takes the place of an earlier one', () => {
    const regions = '330000\t浙江省\tprovince\t\t\t\n330226\t宁海县\tcounty\t330000\t\t\n';
    const towns = '# towns\n330226\t前童镇 跃龙街道\n';
    const user = writeFiles({ 'towns.tsv': '330226\t西店镇\n' });
    const builtIn = writeRules({ 'regions.tsv': regions, 'towns.tsv': towns });
    expect(read(builtIn).towns).toEqual([{ division: '330226', names: ['前童镇', '跃龙街道'] }]);
    expect(read(builtIn, user).towns).toEqual([{ division: '330226', names: ['西店镇'] }]);
    expect(read(writeRules()).towns).toEqual([]);
  });

  it('says what is wrong with each line of towns', () => {
    const regions = '330000\t浙江省\tprovince\t\t\t\n330226\t宁海县\tcounty\t330000\t\t\n';
    const towns =
      '330227\t前童镇\n330226\t前童镇  跃龙街道\n330226\n330226\t西店镇\n330226\t张镇\n330226\t西店镇\n';
    expect(problemsOf(writeRules({ 'regions.tsv': regions, 'towns.tsv': towns }))).toEqual([
      'towns.tsv:1:1: 330227 is not in regions.tsv',
      'towns.tsv:2:1: "" is no name of two characters and a rank',
      'towns.tsv:3:1: needs a code, a tab and names',
      'towns.tsv:5:1: 330226 stands already in an earlier line',
      'towns.tsv:6:1: 330226 stands already in an earlier line',
    ]);
  });

  it('has its examples run when it is loaded; the built-in one only when asked', () => {
    const user = writeFiles({
      'indicators/squads.yml': SAMPLE['indicators/teams.yml'].replace('teams', 'squads'),
    });
    const builtIn = writeRules();
    const asked: string[] = [];
    const runner = () => ({
      extract: (text: string) => {
        asked.push(text);
        return [];
      },
      setAside: () => [],
    });
    expect(loadRuleSet([builtIn], { runner }).rules).toHaveLength(2);
    expect(loadRuleSet([builtIn, user], { runner, checkExamples: false }).rules).toHaveLength(3);
    expect(asked).toEqual([]);
    expect(() => loadRuleSet([builtIn, user], { runner })).toThrow('2 problems in the rule files');
    expect(asked).toEqual(['成立9支志愿服务队', '组建12支小分队', '队伍里有3人']);
    expect(() => loadRuleSet([builtIn], { runner, checkExamples: true })).toThrow('7 problems');
    expect(() => loadRuleSet([builtIn, user])).toThrow(TypeError);
  });
});

describe('the version of a rule set', () => {
  it('is twelve hex digits and the same wherever the files lie', () => {
    expect(version(writeRules())).toMatch(/^[0-9a-f]{12}$/u);
    expect(version(writeRules())).toBe(version(writeRules()));
  });

  it('changes with the content of any file that is used', () => {
    const before = version(writeRules());
    for (const name of Object.keys(SAMPLE)) {
      const directory = writeRules();
      appendFileSync(join(directory, name), name.endsWith('.json') ? '\n\n' : '# changed\n');
      expect(version(directory), name).not.toBe(before);
    }
  });

  it('changes with the name of a file', () => {
    const text = SAMPLE['indicators/teams.yml'];
    const renamed = {
      'indicators/teams.yml': undefined,
      'indicators/squads.yml': text.replace('teams', 'squads'),
    };
    expect(version(writeRules(renamed))).not.toBe(version(writeRules()));
  });

  it('does not change with line endings, a byte order mark or files that are no rules', () => {
    const directory = writeRules({ 'README.md': '规则' });
    for (const [name, text] of Object.entries(SAMPLE)) {
      writeFileSync(join(directory, name), `\ufeff${text.replaceAll('\n', '\r\n')}`);
    }
    expect(version(directory)).toBe(version(writeRules()));
  });

  it('does not change with a built-in file that a user has replaced', () => {
    const user = writeFiles({ 'indicators/teams.yml': SAMPLE['indicators/teams.yml'] });
    const other = writeRules(changed('indicators/teams.yml', 'core: true', 'core: false'));
    expect(version(other, user)).toBe(version(writeRules(), user));
  });
});
