import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { formatBars } from '../../src/picture/index.js';
import { ask, newDatabase, tell } from '../compare/fixtures.js';
import { askFour, renamed } from './fixtures.js';

describe('bars on a terminal', () => {
  test('show a tie, what is open, a sum, and a gap with its reason', () => {
    expect(formatBars(askFour(), { language: 'zh', width: 70 })).toEqual([
      '各市volunteers',
      '2022-01-01 至 2022-03-31 · 单位：人 · 待审核的数字未计入',
      '',
      '1–2  苏州市  ████████████████████████████▍░░░░░   ≤6,000 (5,000–6,000)',
      '1–2  仙桃市  ███████████████████████████████▏▸    ≥5,500',
      '  3  淮安市  ████                                 700 · 由下级汇总',
      '',
      '没有数字的地区（1）：',
      '  有报告，未提及：北京市',
      '',
      '来源：3 份文件中的 3 个数字，由 huibao 提取',
    ]);
  });

  test('speak English', () => {
    const lines = formatBars(askFour({ includeReview: true }), { language: 'en', width: 70 });
    expect(lines[1]).toBe('2022-01-01 to 2022-03-31 · unit: 人 · numbers in review taken too');
    expect(lines).toContain('  there are reports, none states it: 北京市');
    expect(lines.at(-1)).toBe('Source: 3 figures of 3 documents, read by huibao');
  });

  test('keep to the width, and amounts stand below one another', () => {
    const bars = formatBars(askFour(), { language: 'zh', width: 60 }).filter((line) => /[█▏]/.test(line));
    expect(bars).toHaveLength(3);
    for (const line of bars) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    const starts = bars.map((line) => stringWidth(line.slice(0, line.search(/(?:≤6,000|≥5,500|700)/))));
    expect(new Set(starts).size).toBe(1);
  });

  test('count large numbers in 万 and 亿 in Chinese, and say what is contradicted', () => {
    const database = newDatabase();
    tell(database, [['320500', 123_456_789]]);
    tell(database, [['320800', 59_169]]);
    tell(database, [['320800', 62_000]]);
    const inChinese = formatBars(ask(database), { language: 'zh' });
    expect(inChinese.find((line) => line.includes('苏州市'))).toMatch(/ 1\.235亿$/);
    expect(inChinese.find((line) => line.includes('淮安市'))).toMatch(/ 5\.916万–6\.2万 · 说法有矛盾$/);
    const inEnglish = formatBars(ask(database), { language: 'en' });
    expect(inEnglish.find((line) => line.includes('苏州市'))).toMatch(/ 123\.5 million$/);
    expect(inEnglish.find((line) => line.includes('淮安市'))).toMatch(/ 59,169–62,000 · contradicted$/);
  });

  test('are as many as asked for, and the others are counted', () => {
    const lines = formatBars(askFour(), { language: 'zh', limit: 2 });
    expect(lines.filter((line) => line.includes('█'))).toHaveLength(2);
    expect(lines).toContain('另有 1 个未画出');
    expect(lines.at(-1)).toContain('2 份文件中的 2 个数字');
  });

  test('of nothing say so', () => {
    const database = newDatabase();
    tell(database, [['320500', 5, { needs_review: true }]]);
    const lines = formatBars(ask(database), { language: 'zh' });
    expect(lines).toContain('没有可画的数字。');
    expect(lines).toContain('  待审核：苏州市');
  });

  test('let no name command the terminal, and tell regions of one name apart', () => {
    const lines = formatBars(
      renamed(askFour(), () => '甲\u001b[31m\n乙'),
      { language: 'zh' },
    );
    expect(lines.join('')).not.toMatch(/[\u001b\n]/);
    const same = formatBars(
      renamed(askFour(), () => '鼓楼区'),
      { language: 'zh' },
    ).join('\n');
    expect(same).toContain('鼓楼区 320500');
    expect(same).toContain('鼓楼区 110000');
  });

  test('of a series that is not there are refused', () => {
    expect(() => formatBars(askFour(), { language: 'zh', series: 1 })).toThrow(RangeError);
  });
});
