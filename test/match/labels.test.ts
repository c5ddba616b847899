import { expect, test } from 'vitest';
import { findLabels } from '../../src/match/labels.js';
import { normalizeFragment } from '../../src/normalize/normalize.js';
import { quantify } from '../../src/quantify/quantify.js';
import { buildUnitLexicon } from '../../src/quantify/unit.js';
import { segment } from '../../src/segment/segment.js';

const LEXICON = buildUnitLexicon([
  { word: '人', unit: '人', factor: '1' },
  { word: '小时', unit: '小时', factor: '1' },
]);

/** `number: label` of each number that has one. */
function labelsOf(lines: readonly string[]): string[] {
  const normalized = normalizeFragment(lines.join('\n'), []);
  const { sentences } = segment({ blocks: [] }, normalized, { furniture: [] });
  const labels = findLabels(normalized.text, sentences, quantify(normalized.text, LEXICON).quantities);
  const words = (i: number): string =>
    normalized.text.slice(sentences[i]!.span.start, sentences[i]!.span.end);
  return [...labels].map(([i, label]) => `${words(i)}: ${label}`);
}

test('labels above their numbers', () => {
  expect(labelsOf(['2023年服务数据', '注册志愿者', '1260人', '服务时长', '3.2万小时'])).toEqual([
    '1260人: 注册志愿者',
    '3.2万小时: 服务时长',
  ]);
});

test('labels below their numbers', () => {
  expect(labelsOf(['2022年度数字', '1,260', '義工人數', '32,000', '服務時數'])).toEqual([
    '1,260: 义工人数',
    '32,000: 服务时数',
  ]);
});

test('measure words on lines of their own, and the group that labels stand in', () => {
  expect(labelsOf(['【志愿者】', '注册总数', '12,486', '人', '服务时长', '216,370', '小时'])).toEqual([
    '12,486人: 注册总数\n志愿者',
    '216,370小时: 服务时长\n志愿者',
  ]);
});

test('labels in front of numbers on the same line, two lines at least', () => {
  expect(labelsOf(['募款收入　　　　1,864', '捐贈物品收入　　　23', '全縣志工'])).toEqual([
    '募款收入    1,864: 募款收入',
    '捐赠物品收入   23: 捐赠物品收入',
  ]);
  expect(labelsOf(['阅读　　　　1,864', '全县招募志愿者。'])).toEqual([]);
});

test.each<[string, string[]]>([
  ['one number may be anything', ['浏览次数', '1260', '2023年5月6日']],
  ['numbers and words that begin and end alike', ['注册志愿者', '1260人', '服务时长', '320小时', '友情链接']],
  ['words in brackets, which may change the number', ['服务时长（万小时）', '32', '志愿者（万人）', '12']],
  ['sentences', ['全年组织活动，反响热烈', '1260人', '服务时长喜人。', '320小时']],
])('no label: %s', (_why, lines) => {
  expect(labelsOf(lines)).toEqual([]);
});
