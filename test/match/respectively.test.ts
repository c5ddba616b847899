import { expect, test } from 'vitest';
import { findRespectiveNouns } from '../../src/match/respectively.js';
import type { Sentence } from '../../src/model.js';
import { quantify } from '../../src/quantify/quantify.js';
import { lexicon } from '../quantify/show-numbers.js';

test.each<[string, string[]]>([
  ['《老兵》播放量、点赞量、转发量分别是1120万、94.2万、3.8万', ['《老兵》播放量', '点赞量', '转发量']],
  ['听众、学员依次为7800人次、960人', ['听众', '学员']],
  ['海报和横幅分别张贴3500张、420条', ['海报张贴', '横幅张贴']],
  ['成都、重庆两地志愿者分别为1000名、2000名', ['重庆两地志愿者', '重庆两地志愿者']],
  ['东区、西区阅读量分别为1万次、2万次', ['西区阅读量', '西区阅读量']],
  ['播放量、点赞量分别是1120万', []],
  ['播放量1120万、94.2万', []],
  ['三家企业分别捐款80万元、60万元', []],
])('%s', (text, nouns) => {
  const sentence = { span: { start: 0, end: text.length } } as Sentence;
  const { quantities } = quantify(text, lexicon);
  expect([...findRespectiveNouns(text, sentence, quantities).values()]).toEqual(nouns);
});
