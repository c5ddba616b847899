import { describe, expect, test } from 'vitest';
import { quantify } from '../../src/quantify/quantify.js';
import { mendDigits } from '../../src/quantify/ocr-digits.js';
import { lexicon, showNumbers, type Case } from './show-numbers.js';

describe('digits that OCR took for letters', () => {
  test.each<Case>([
    ['登记志愿者l,35O人', 'l，35O = 1350 人'],
    ['慰问金ll.6万元', 'll.6万 = 116000 元'],
    ['协助采样1O.5 万份', '1O.5万 = 105000 份'],
    ['张贴海报9OO张', '9OO = 900 张'],
    ['l2名志愿者自筹6干元', 'l2 = 12 人', '6干 = 6000 元'],
    ['服务时间累计3干余小时', '3干 = 3000 over [3000, 4000] 小时'],
    ['返乡人员2万4干人', '2万4干 = 24000 人'],
  ])('are read as what they must be: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });

  test.each([
    '12干部下沉',
    '若干人',
    'PM2.5浓度',
    'O2O平台上线',
    'COVID-l9',
    '成立IT小组',
    '第3干休所',
    '阅读量10w+',
    '4O大道',
    '|12名|30名|',
  ])('are not looked for in %s', (text) => {
    expect(mendDigits(text)).toEqual({ text, mended: [] });
  });

  test.each(['志愿者一O五人', '有l.2万人', '志愿者三十十人', '一百零零五人'])(
    'a part of %s is no number',
    (text) => {
      const { quantities } = quantify(text, lexicon);
      expect(quantities.filter(({ flags }) => !flags.includes('ocr-digits'))).toEqual([]);
    },
  );

  test('are looked for in time that grows with the text', () => {
    const seconds = (times: number): number => {
      const text = `人数${'1，l'.repeat(times)}`;
      const start = performance.now();
      mendDigits(text);
      return (performance.now() - start) / 1000;
    };
    seconds(1000);
    expect(seconds(200_000)).toBeLessThan(2);
  });

  test('stay in the text as they are, and the number is flagged', () => {
    const { quantities } = quantify('登记5OO名，上岗320名', lexicon);
    expect(quantities.map(({ value, flags }) => [value, flags.includes('ocr-digits')])).toEqual([
      [500, true],
      [320, false],
    ]);
  });
});

test('a blank between digits that may be one number makes it doubtful', () => {
  const flagged = (text: string): boolean[] =>
    quantify(text, lexicon).quantities.map(({ flags }) => flags.includes('blank-around'));
  expect(flagged('发放棉被2 60床')).toEqual([true, true]);
  expect(flagged('发放棉被260床')).toEqual([false]);
  expect(flagged('3人 60床')).toEqual([false, false]);
});
