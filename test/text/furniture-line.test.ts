import { expect, test } from 'vitest';
import { mayBeFurniture } from '../../src/text/furniture-line.js';

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
