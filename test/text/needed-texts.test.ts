import { expect, it } from 'vitest';
import { neededTexts } from '../../src/text/needed-texts.js';
import { builtInRules } from '../../src/ruleset/built-in-rules.js';
import { readRuleSet } from '../../src/ruleset/load-rule-set.js';

it.each<[RegExp, string[] | null]>([
  [/志愿者/, ['志愿']],
  [/招募|招收/, ['招募', '招收']],
  [/[招应]募/, ['招募', '应募']],
  [/共$/, ['共']],
  [/(?:共|一共)(?:有|计)$/, ['共有', '共计', '一共']],
  [/共(?:有)?招募/, ['共招', '共有']],
  [/^[^，。]{0,6}(?:核酸|采样)/, ['核酸', '采样']],
  [/(?:核酸|采样)[^，。]{0,6}完成$/, ['完成']],
  [/(?<!虚)拟(?!定)招/, ['拟招']],
  [/招募(?=[^，。]{0,8}$)/, ['招募']],
  [/(?<=^来自)[^，。]{2}/, ['来自']],
  [/^(?=.*志愿).*服务/, ['志愿']],
  [/(?:志愿)+者/, ['志愿']],
  [/志{2}/, ['志']],
  [/(?<name>志愿)(?:者){0,1}/, ['志愿']],
  [/\uff0c其中/, ['，其']],
  [/\(其中\)/, ['(其']],
  [/(?<name>志愿|义工)者\k<name>/, ['志愿', '义工']],
  // nothing that all matches share
  [/(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10/, null],
  [/(?<name>.)\k<name>/, null],
  [/\x41|\cJ|\n/, null],
  [/[志-愿]|[\d]|[^]/, null],
  [/志愿|.{2}/, null],
  [/(?:志愿)?/, null],
  [/(?:志愿)*者?/, null],
  [/\d+/, null],
  [/[^，。]/, null],
  [/[一-龥]/, null],
  [/^(?![^]*志愿)[^]/, null],
  [/(?!志愿)/, null],
  // a character stands for others
  [/aed/i, null],
  [/志愿/u, null],
])('%s needs %j', (pattern, needed) => {
  expect(neededTexts(pattern)).toEqual(needed);
});

it('names a text of each match of a built-in pattern', () => {
  const { ruleSet, examples } = readRuleSet([builtInRules()]);
  const { rules, exclusions } = ruleSet;
  const all = [...rules, ...exclusions];
  const patterns = all.flatMap(({ cues, not }) =>
    [...cues, ...not].flatMap(({ conditions }) => conditions.map(({ pattern }) => pattern)),
  );
  const texts = examples.flatMap(({ text }) => [text, ...text.split(/(?<=\d)|(?=\d)|[，。；：]/)]);
  const missed = patterns.flatMap((pattern) => {
    const needed = neededTexts(pattern);
    return texts.filter(
      (text) => needed !== null && pattern.test(text) && !needed.some((one) => text.includes(one)),
    );
  });
  expect(missed).toEqual([]);
});
