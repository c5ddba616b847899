import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../src/model.js';
import { quantify } from '../../src/quantify/quantify.js';
import { lexicon } from './show-numbers.js';

function readOne(text: string): Quantity {
  const { quantities } = quantify(text, lexicon);
  expect(quantities).toHaveLength(1);
  return quantities[0]!;
}

describe('the phrase reaches from the hedge to the measure word or the hedge behind it', () => {
  test.each([
    ['共有近6000名队员', '近6000名'],
    ['服务5000人次以上的', '5000人次以上'],
    ['募集约人民币300万元款', '约人民币300万元'],
    ['阅读5.1万+次之后', '5.1万+次'],
    ['历时两个半小时完成', '两个半小时'],
    ['花费12元5角购买', '12元5角'],
    ['派发数以万计的口罩', '数以万计'],
    ['约XX万元资金', '约XX万元'],
    ['从3万元至5万元不等', '3万元至5万元'],
    ['占比超过三成五左右', '超过三成五左右'],
  ])('%s', (text, phrase) => {
    const { phrase: found } = readOne(text);
    expect(text.slice(found.start, found.end)).toBe(phrase);
  });
});

describe('the measure word is kept as written', () => {
  test.each([
    ['3456人（次）', '人（次）'],
    ['300名', '名'],
    ['12元5角8分', '元角分'],
    ['两个半小时', '小时'],
    ['八成', '成'],
    ['17%', '%'],
    ['百分之五', '百分之'],
    ['200', null],
  ])('%s', (text, unitText) => {
    expect(readOne(text).unitText).toBe(unitText);
  });
});

describe('doubts are flagged', () => {
  test.each([
    ['59169人', []],
    ['2015人', ['year-like']],
    ['59，169人', ['comma-inside']],
    ['1 000人', ['blank-inside']],
    ['下沉1 1 0余名', ['blank-inside']],
    ['三名', ['single-numeral']],
    ['二〇五名', ['digit-by-digit']],
    ['3百五十名', ['mixed-numerals']],
    ['6万4092户', []],
    ['3000', ['no-unit']],
    ['数千居民', ['no-unit']],
  ])('%s', (text, flags) => {
    expect(readOne(text).flags).toEqual(flags);
  });
});

describe('digits that OCR set apart', () => {
  test.each([
    ['数字不够：5 3人', [5, 3]],
    ['附近也有：1 1 0余名，另有4 . 6万人', [110, 46000]],
    ['另一处帮助判断：1 2 5人，又有3 5人', [125, 35]],
    ['表格的列：3\t5\t2', [3, 5, 2]],
    ['没有量词：1 2 3', [1, 2, 3]],
  ])('%s', (text, values) => {
    expect(quantify(text, lexicon).quantities.map(({ value }) => value)).toEqual(values);
  });
});

test('a number of a sentence of 16 digits and more is a code', () => {
  expect(quantify('编号1234567890123456789元', lexicon)).toMatchObject({
    quantities: [],
    setAside: [{ kind: 'code', value: null }],
  });
});

test('no text gives no numbers', () => {
  expect(quantify('', lexicon)).toEqual({ quantities: [], setAside: [] });
});
