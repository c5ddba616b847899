import { expect, test } from 'vitest';
import { quantify } from '../../src/quantify/quantify.js';
import { lexicon } from './show-numbers.js';

/** Pieces that, repeated, make a careless reader start over at every character. */
const PIECES = [
  '1', '1,111', '1 ', '111 ', '1-', '1.', '1:', '1/', '1至', '1、', '1+', '1X', '2020年至', '1月至', '一', '一二', '一〇', '十', '百', '万',
  '万亿', '百零', '零', '一点', '一分之', '一又', '三成', '一个半', '1元5角', 'X', '□', '*', '\\*', '某', 'X.X', 'X年', '数', '上万', '半',
  '-1', '负', '第1、', '“1', '《1', '1人（', '1个（个、', '电话：', 'http://1', '3千 ', '十 ',
]; // prettier-ignore

function milliseconds(text: string): number {
  const before = process.cpuUsage();
  quantify(text, lexicon);
  return process.cpuUsage(before).user / 1000;
}

test.each(PIECES)('five times as much of %j takes no more than twelve times as long', (piece) => {
  const small = piece.repeat(Math.ceil(100_000 / piece.length));
  milliseconds(small);
  // what starts over at every character takes 25 times as long; a run may be disturbed by the collector
  const ratios = [1, 2, 3].map(() => milliseconds(small.repeat(5)) / Math.max(2, milliseconds(small)));
  expect(Math.min(...ratios)).toBeLessThan(12);
});
