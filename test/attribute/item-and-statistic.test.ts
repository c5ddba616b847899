import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { attribute } from '../../src/attribute/attribute.js';
import type { Cue, Direction, Statistic, StatisticRule } from '../../src/model.js';
import { documentOf, matchOf } from './build-document.js';

const itemOf = (sentence: string, number: string, indicator = 'supplies'): string | null => {
  const document = documentOf(`工作总结\n${sentence}`);
  const match = matchOf(document, number, indicator);
  return attribute(document.prepared, { match, statistics: [], holds: () => false }).item;
};

describe('the goods of a figure', () => {
  const CASES: readonly (readonly [says: string, sentence: string, number: string, item: string | null])[] = [
    ['in front', '捐赠口罩5000只。', '5000', '口罩'],
    ['behind', '捐赠5000只口罩。', '5000', '口罩'],
    ['with its kind', '发放25箱医用口罩。', '25', '医用口罩'],
    ['with digits of its own', '购买84消毒液30桶。', '30', '84消毒液'],
    ['with letters', '筹集N95口罩200只。', '200', 'N95口罩'],
    ['one of a list', '送去方便面20箱、矿泉水30箱。', '30', '矿泉水'],
    ['the first of a list', '送去方便面20箱、矿泉水30箱。', '20', '方便面'],
    ['one of a list behind its numbers', '送去20箱方便面、30箱矿泉水。', '20', '方便面'],
    ['not the next quantity’s', '发放口罩5000只手套300双。', '5000', '口罩'],
    ['the second of two that run on', '发放口罩5000只手套300双。', '300', '手套'],
    ['without what was done with it', '5000只口罩送到社区。', '5000', '口罩'],
    ['in front of what was done with it', '口罩5000只送到社区。', '5000', '口罩'],
    ['in front of what will be done with it', '300瓶免洗凝胶将投放到社区。', '300', '免洗凝胶'],
    ['behind whom they are given to', '捐赠我市帐篷45个。', '45', '帐篷'],
    ['of a part by a division', '发放口罩25600只，其中思南县6100只、江口县3000只。', '3000', '口罩'],
    ['of a part of nothing', '其中思南县6100只。', '6100', null],
    ['behind whose they are', '思南县口罩6100只。', '6100', '口罩'],
    ['behind whose they are, in full', '铜仁市思南县对口支援矿泉水900件。', '900', '矿泉水'],
    ['a place that is part of their name', '捐赠金华火腿30箱。', '30', '金华火腿'],
    ['behind what says that they are goods', '捐赠物资手套等640个。', '640', '手套'],
    ['the noun behind 等', '分发帽子、围巾等保暖用品800个。', '800', '保暖用品'],
    ['a collective that says which', '捐赠防疫物资100件。', '100', '防疫物资'],
    ['a collective that says nothing', '捐赠各类物资100件。', '100', null],
    ['a count in front of the number', '筹集口罩共计5000只。', '5000', '口罩'],
    ['all of a list', '捐赠口罩、防护服、消毒液共计3500件。', '3500', '口罩、防护服、消毒液'],
    ['nothing named', '共捐赠5000只。', '5000', null],
  ];
  test.each(CASES)('%s', (_says, sentence, number, item) => {
    expect(itemOf(sentence, number)).toBe(item);
  });
  test('other indicators have none', () => {
    expect(itemOf('捐赠口罩5000只。', '5000', 'money')).toBeNull();
  });
});

type RawCue = Partial<Record<Direction, string>>;
interface RawRule {
  readonly statistic: Statistic;
  readonly cues: readonly RawCue[];
  readonly examples: readonly { readonly text: string; readonly at: string }[];
}

const file = parse(readFileSync(new URL('../../rules/statistics.yml', import.meta.url), 'utf8')) as RawRule[];

const statistics: StatisticRule[] = file.map(({ statistic, cues }) => ({
  statistic,
  cues: cues.map((cue): Cue => {
    const [first, ...rest] = Object.entries(cue).map(([direction, source]) => ({
      direction: direction as Direction,
      pattern: new RegExp(source, 'u'),
      source,
    }));
    return { conditions: [first!, ...rest], units: null };
  }),
}));

const statisticOf = (sentence: string, number: string): Statistic => {
  const document = documentOf(`工作总结\n${sentence}`);
  const match = matchOf(document, number);
  const { phrase } = match.quantity;
  const clause = document.segments.sentences[match.sentence]!.clauses.findLast(
    ({ start }) => start <= phrase.start,
  )!;
  const previous =
    document.quantities.filter((each) => each.phrase.end <= phrase.start).at(-1)?.phrase.end ?? 0;
  const windows: Partial<Record<Direction, string>> = {
    before: document.text.slice(Math.max(previous, clause.start, phrase.start - 24), phrase.start),
    after: document.text.slice(phrase.end, clause.end),
    clause: document.text.slice(clause.start, clause.end),
  };
  const holds = (cue: Cue): boolean =>
    cue.conditions.every(({ direction, pattern }) => pattern.test(windows[direction] ?? ''));
  return attribute(document.prepared, { match, statistics, holds }).statistic;
};

describe('the statistic of a figure', () => {
  const CASES: readonly (readonly [sentence: string, number: string, statistic: Statistic])[] = [
    ['全市招募志愿者45人。', '45', 'total'],
    ['每天组织志愿者45人到卡口值守。', '45', 'daily'],
    ['每日上岗志愿者45人。', '45', 'daily'],
    ['当天参加志愿者45人。', '45', 'daily'],
    ['日均上岗45人。', '45', 'daily_average'],
    ['平均每天上岗45人。', '45', 'daily_average'],
    ['平均日上岗45人次。', '45', 'daily_average'],
    ['每天平均上岗45人。', '45', 'daily_average'],
    ['人均服务45次。', '45', 'average'],
    ['平均服务45次。', '45', 'average'],
    ['单篇最高阅读量45万次。', '45万', 'maximum'],
    ['单日最高上岗45人。', '45', 'maximum'],
    ['最多一天上岗45人。', '45', 'maximum'],
    ['多部作品阅读量均45万次。', '45万', 'each'],
    ['多部作品阅读量45万次。', '45万', 'each'],
    ['每轮检测约45人。', '45', 'each'],
    ['每支小分队45人。', '45', 'each'],
    ['向两村各发放45件。', '45', 'each'],
    ['三个乡镇各获发口罩45只。', '45', 'each'],
    ['各村均获赠45件。', '45', 'each'],
    ['三家企业分别捐款45万元。', '45万', 'each'],
    ['两家企业分别捐款30万元、45万元。', '45万', 'total'],
    ['两家企业分别捐款30万元、45万元。', '30万', 'total'],
    ['服务时间最长的一名达45次。', '45', 'maximum'],
    ['《灯》以45万次的播放量居首。', '45万', 'maximum'],
    ['甲村力度最大：组织志愿者45人。', '45', 'total'],
    ['各派出所投入45人。', '45', 'total'],
    ['各地招募志愿者45人。', '45', 'total'],
    ['各级团组织发布信息45条。', '45', 'total'],
    ['每天播报20次，共招募45人。', '45', 'total'],
  ];
  test.each(CASES)('%s', (sentence, number, statistic) => {
    expect(statisticOf(sentence, number)).toBe(statistic);
  });
});
