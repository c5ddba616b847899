import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRuleSet } from '../../src/ruleset/index.js';
import { changed, problemsOf, SAMPLE, writeRules } from './sample-rules.js';

type Changes = Record<string, string | undefined>;

const V = 'indicators/volunteers.yml';
const cue = (pattern: string) => changed(V, 'after: 志愿服务队', `after: '${pattern}'`);

const CASES: readonly (readonly [what: string, changes: Changes, ...problems: string[]])[] = [
  [
    'an unknown key, with the key that was meant',
    changed(V, 'units: [人]\ncues', 'unit: [人]\ncues'),
    `${V}:4:1: unknown key "unit" (did you mean "units"?)`,
    `${V}:1:1: units is missing`,
  ],
  [
    'an unknown key inside a list',
    changed(V, 'value: 600', 'valu: 600'),
    `${V}:15:26: unknown key "valu" (did you mean "value"?)`,
  ],
  [
    'an unknown direction of a cue',
    changed(V, '- before: 志愿者{gap}', '- befor: 志愿者'),
    `${V}:8:5: unknown key "befor" (did you mean "before"?)`,
  ],
  [
    'a cue without a direction',
    changed(V, '- after: 志愿服务队', '- why: 不计'),
    `${V}:12:5: not[1] must have at least one of after, before, clause, lead, sentence, header, section, unit`,
  ],
  [
    'an unknown unit of the indicator, of a cue and of an example',
    {
      [V]: SAMPLE[V].replace('units: [人]\ncues', 'units: [人, 亽]\ncues').replace(
        'unit: 人 }',
        'unit: 人人次 }',
      ),
    },
    `${V}:4:12: unknown unit "亽" (add it to units.yml, or use one that stands there)`,
    `${V}:15:62: unknown unit "人人次" (did you mean "人"?)`,
  ],
  [
    'a unit to supply that the indicator does not take',
    changed(V, 'cues:', 'unit_when_missing: 支\ncues:'),
    `${V}:5:20: unit_when_missing "支" is not one of the units (known here: 人)`,
  ],
  [
    'a conversion from a unit that the indicator does not take',
    changed(V, 'cues:', 'convert: { 支: 人, 人: 次 }\ncues:'),
    `${V}:5:12: convert: "支" is not one of the units (known here: 人)`,
    `${V}:5:21: unknown unit "次" (add it to units.yml, or use one that stands there)`,
  ],
  [
    'an id that is not the name of the file and is taken',
    changed('indicators/teams.yml', 'id: teams', 'id: volunteers'),
    `${V}:1:5: duplicate id "volunteers": indicators/teams.yml has it too`,
    'indicators/teams.yml:1:5: the id "volunteers" is not the file\'s name "teams" (call the file volunteers.yml, or write id: teams)',
  ],
  [
    'an exclusion id that stands twice',
    { 'exclusions.yml': SAMPLE['exclusions.yml'] + SAMPLE['exclusions.yml'] },
    'exclusions.yml:9:7: duplicate id "age"',
  ],
  [
    'a word that stands for two units',
    changed('units.yml', 'words: [支]', 'words: [支, 位]'),
    'units.yml:3:25: duplicate word "位": it already stands for 人',
  ],
  [
    'a context model with a class twice',
    { 'context.json': '{"classes": ["none", "none"], "intercepts": [0, 0], "features": {}}' },
    'context.json:1:1: not a context model: a class stands there twice (huibao calibrate --context-out writes it)',
  ],
  [
    'a context model of another shape',
    { 'context.json': '[]' },
    'context.json:1:1: not a context model: ✖ Invalid input: expected object, received array (huibao calibrate --context-out writes it)',
  ],
  [
    'a context model with a class too few',
    { 'context.json': '{"classes": ["none"], "intercepts": [0], "features": {"u人": [1, 20]}}' },
    'context.json:1:1: not a context model: "u人": there is no class 1 (huibao calibrate --context-out writes it)',
  ],
  [
    'a context model with a weight missing',
    { 'context.json': '{"classes": ["none"], "intercepts": [0], "features": {"u人": [0]}}' },
    'context.json:1:1: not a context model: "u人": a class without a weight (huibao calibrate --context-out writes it)',
  ],
  [
    'a bad regex',
    cue('志愿(服务'),
    `${V}:12:12: not a valid pattern: Unterminated group (put \\ before a sign that stands for itself)`,
  ],
  [
    '\\b, which does not see Han characters',
    cue('\\b志愿者'),
    `${V}:12:12: \\b does not see Han characters: between 名 and 志 there is none (leave it out, or name the characters that must (not) stand there: (?<![A-Za-z]))`,
  ],
  [
    'a pattern that matches the empty text',
    cue('(?:志愿)?(?=者)'),
    `${V}:12:12: the pattern matches the empty text, so it says nothing about a number (make at least one character of it necessary)`,
  ],
  [
    'a back-reference',
    cue('(志愿).{0,3}\\1'),
    `${V}:12:12: the back-reference \\1 is not allowed: it makes a search slow (write the text out)`,
  ],
  [
    'a repetition without an end inside another one',
    cue('(?:志愿.*)+者'),
    `${V}:12:12: slow pattern: a repetition without an end inside another one (give one of them an end, e.g. {1,20} for +, {0,20} for *)`,
  ],
  [
    'a slow pattern that only a trial finds',
    cue('[志愿]{1,90}[^，]{1,90}[志愿]{1,90}者'),
    `${V}:12:12: slow pattern: more than 20 ms for a text of at most 500 characters (give repetitions an end, and let no two neighbours take the same characters)`,
  ],
  [
    'an unknown named pattern, with the one that was meant',
    cue('{helpers}队'),
    `${V}:12:12: unknown pattern {helpers} (did you mean "helper"?)`,
  ],
  [
    'a named pattern inside a class',
    cue('[{gap}]队'),
    `${V}:12:12: [{gap}]: a named pattern can not stand in [ ] (use (?:a|b) in its place)`,
  ],
  [
    'named patterns that use each other in a circle, once',
    changed('patterns.yml', "'青年|团员'", "'青年{helper}'"),
    'patterns.yml:3:9: patterns use each other in a circle: {youth} → {helper} → {youth} (write one of them out)',
  ],
  [
    'a fault of a named pattern at the name, not where it is used',
    changed('patterns.yml', "'青年|团员'", "'青年(|团员'"),
    'patterns.yml:2:8: not a valid pattern: Unterminated group (put \\ before a sign that stands for itself)',
  ],
  [
    'a number where text is expected',
    changed(V, "at: '600'", 'at: 600'),
    `${V}:15:19: examples[1].expect.at must be text, not a number (put it in quotes: "600")`,
  ],
  [
    'a value that must be one of a few',
    changed(V, 'qualifier: under', 'qualifier: undr'),
    `${V}:15:49: examples[1].expect.qualifier can not be "undr" (did you mean "under"?)`,
  ],
  [
    'an empty value',
    changed(V, 'cues:\n', 'description:\ncues:\n'),
    `${V}:5:13: description must be text, not nothing`,
  ],
  [
    'too few examples and no counter-examples',
    { [V]: SAMPLE[V].replace(/ {2}- text: 30[^]*/u, '') },
    `${V}:1:1: counter_examples is missing`,
    `${V}:14:3: examples needs at least 2 entries`,
  ],
  [
    'an example whose place is not in its text',
    changed('indicators/teams.yml', "expect: { at: '12' }", "expect: { at: '13' }"),
    'indicators/teams.yml:11:19: "13" does not stand in the text (write it as the text does, character for character)',
  ],
  [
    'an example of an unknown indicator',
    changed('indicators/teams.yml', "expect: { at: '12' }", "expect: { at: '12', indicator: volunteer }"),
    'indicators/teams.yml:11:13: unknown indicator "volunteer" (did you mean "volunteers"?)',
  ],
  [
    'a YAML syntax error',
    changed(V, 'units: [人]\ncues', 'units: [人\ncues'),
    `${V}:5:1: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]`,
  ],
  [
    'a tab that indents',
    changed(V, '  - after: 志愿服务队', '\t- after: 志愿服务队'),
    `${V}:12:1: not valid YAML: Tabs are not allowed as indentation`,
  ],
  [
    'a key that stands twice',
    changed(V, 'core: true', 'core: true\ncore: false'),
    `${V}:4:1: not valid YAML: Map keys must be unique`,
  ],
  [
    'furniture that does not take its example or takes its counter-example',
    changed('noise.yml', '^浏览(?:数|次数)', '浏览次?数达'),
    'noise.yml:3:12: the pattern does not take this',
    'noise.yml:4:13: the pattern takes this, and must not',
  ],
  [
    'a confidence out of bounds',
    changed('confidence.json', '0.7', '7'),
    'confidence.json:1:35: review_below must be at most 1',
  ],
  [
    'a confidence file that is YAML but not JSON',
    { 'confidence.json': 'intercept: 2\nreview_below: 0.7\nweights: {}\n' },
    'confidence.json:1:1: not valid JSON: Unexpected token \'i\', "intercept:"... is not valid JSON',
  ],
  ['a file that is missing', { 'noise.yml': undefined }, 'noise.yml:1:1: the file is missing'],
  [
    'a file whose name no rule file has',
    { 'unit.yml': '[]', 'README.md': 'anything' },
    'unit.yml:1:1: no rule file has this name (did you mean "units.yml"? an indicator\'s file stands in the folder indicators)',
  ],
  [
    'an indicator file that is not called .yml',
    { 'indicators/a.yaml': 'id: a' },
    'indicators/a.yaml:1:1: not an indicator file (call it <id>.yml)',
  ],
];

describe('the rule loader reports', () => {
  for (const [what, changes, ...problems] of CASES) {
    it(what, () => {
      expect(problemsOf(writeRules(changes)).sort()).toEqual([...problems].sort());
    });
  }

  it('nothing about the sample itself', () => {
    expect(() => readRuleSet([writeRules()])).not.toThrow();
  });

  it('a directory that does not exist', () => {
    expect(problemsOf('no-such-rules')[0]).toMatch(
      /^no-such-rules:1:1: the directory cannot be read: ENOENT/u,
    );
  });

  it('the faults of all files at once, in order of file and place', () => {
    const found = problemsOf(
      writeRules({
        ...changed('units.yml', 'factor: "0.1"', 'factor: 0.1'),
        ...changed('indicators/teams.yml', 'after: 队', 'after: 队*'),
        ...changed('exclusions.yml', 'kind: age', 'kind: ""'),
        [V]: SAMPLE[V].replace('core: true', 'core: yes').replace('why: counts', 'whyy: counts'),
      }),
    );
    expect(found).toEqual([
      'exclusions.yml:2:9: [1].kind must not be empty',
      expect.stringMatching(/^indicators\/teams.yml:6:12: the pattern matches the empty text/u),
      `${V}:3:7: core must be true or false, not text`,
      `${V}:21:5: counter_examples[1].why is missing`,
      `${V}:21:24: unknown key "whyy" (did you mean "why"?)`,
      'units.yml:5:34: [5].factor must be text, not a number (put it in quotes: "0.1")',
    ]);
  });
});

it('does not wait for what is no file', () => {
  const directory = writeRules({ 'units.yml': undefined });
  mkdirSync(join(directory, 'units.yml'));
  expect(problemsOf(directory)).toContainEqual(
    expect.stringContaining('the file is a folder, a pipe or a device'),
  );
});
