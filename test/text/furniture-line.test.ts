import { expect, test } from 'vitest';
import { isFurnitureLine, mayBeFurniture } from '../../src/text/furniture-line.js';

const may = (line: string): boolean => mayBeFurniture(line, 0, line.length);

test.each([
  ['a short line', '浏览次数：3127次', true],
  ['a short sentence', '本文由会员分享。', true],
  ['a long line without a sentence’s end', `来源：${'某县融媒体中心 '.repeat(10)}`, true],
  ['a long sentence', `${'全县招募志愿者，'.repeat(8)}共320名。`, false],
  ['a paragraph', '字'.repeat(201), false],
])('%s', (_, line, expected) => {
  expect(may(line)).toBe(expected);
});

test('asks patterns of which texts are known, and those of which none are', () => {
  const is = (line: string, ...patterns: RegExp[]): boolean =>
    isFurnitureLine(`前\n${line}\n后`, 2, 2 + line.length, patterns);
  expect(is('浏览次数：12', /^(?:浏览|阅读)次数/)).toBe(true);
  expect(is('阅览次数：12', /^(?:浏览|阅读)次数/)).toBe(false);
  expect(is('本次浏览', /^(?:浏览|阅读)/)).toBe(false);
  expect(is('12', /^\d+$/, /^浏览/)).toBe(true);
  expect(is('浏览', /^\d+$/, /^浏览/)).toBe(true);
  expect(is('浏览', /^\d+$/)).toBe(false);
  expect(is('浏览')).toBe(false);
  // what stands around the line is no part of it
  expect(is('览次数', /前|浏览|后/)).toBe(false);
});
