import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../src/model.js';
import { normalizeFragment } from '../../src/normalize/normalize.js';
import { quantify } from '../../src/quantify/quantify.js';
import { lexicon } from './show-numbers.js';
import {
  writeChinese,
  writeChineseDecimal,
  writeFormal,
  writeFullWidth,
  writeMixed,
  writeSeparated,
} from './write-number.js';

/** The only quantity of `text` with the source text behind its number. */
function readOne(text: string): { readonly quantity: Quantity; readonly exact: string } {
  const normalized = normalizeFragment(text, []);
  const { quantities } = quantify(normalized.text, lexicon);
  expect(quantities, text).toHaveLength(1);
  const quantity = quantities[0]!;
  const { start, end } = normalized.toSource(quantity.span);
  return { quantity, exact: text.slice(start, end) };
}

const integer = fc.oneof(
  fc.integer({ min: 0, max: 10 ** 12 }),
  fc.integer({ min: 0, max: 99_999 }),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 9 }))
    .map(([n, zeros]) => n * 10 ** zeros),
);
const decimal = fc
  .tuple(
    fc.integer({ min: 0, max: 10 ** 8 }),
    fc.integer({ min: 0, max: 999 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([whole, middle, last]) => `${String(whole)}.${String(middle)}${String(last)}`);

const INTEGERS: readonly (readonly [form: string, write: (n: number) => string])[] = [
  ['in Arabic digits', String],
  ['with commas', (n) => writeSeparated(String(n))],
  ['with full-width commas', (n) => writeSeparated(String(n), '，')],
  ['with blanks', (n) => writeSeparated(String(n), ' ')],
  ['in full width', (n) => writeFullWidth(String(n))],
  ['with 万 and 亿', writeMixed],
  ['in Chinese numerals', writeChinese],
  ['in formal numerals', writeFormal],
];

describe('an integer reads back to itself with its whole span', () => {
  test.each(INTEGERS)('%s', (_form, write) => {
    fc.assert(
      fc.property(integer, (n) => {
        const written = write(n);
        fc.pre(written !== '一' && written !== '壹'); // an article
        const { quantity, exact } = readOne(`本年度收到${written}元。`);
        expect(exact).toBe(written);
        expect(quantity).toMatchObject({ value: n, lower: n, upper: n, qualifier: 'exact', unit: '元' });
      }),
      { numRuns: 300 },
    );
  });
});

const DECIMALS: readonly (readonly [form: string, write: (digits: string) => string])[] = [
  ['in Arabic digits', (digits) => digits],
  ['with commas', (digits) => writeSeparated(digits)],
  ['in full width', writeFullWidth],
  ['in Chinese numerals', writeChineseDecimal],
];

describe('a decimal reads back to itself with its whole span', () => {
  test.each(DECIMALS)('%s', (_form, write) => {
    fc.assert(
      fc.property(decimal, (digits) => {
        const written = write(digits);
        const { quantity, exact } = readOne(`本年度收到${written}元。`);
        expect(exact).toBe(written);
        expect(quantity.value).toBe(Number(digits));
      }),
      { numRuns: 300 },
    );
  });

  test('in front of 万 it has no binary noise', () => {
    fc.assert(
      fc.property(decimal, (digits) => {
        const { quantity } = readOne(`本年度收到${digits}万元。`);
        const [whole = '', decimals = ''] = digits.split('.');
        expect(quantity.value).toBe(Number(`${whole}${decimals.padEnd(4, '0')}`));
      }),
    );
  });
});

/** Number text, value, place value of the last significant digit, magnitude word as a number. */
const hedgeable = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom('', '万', '亿'))
  .chain(([digit, zeros, word]) =>
    fc.integer({ min: 0, max: 99 }).map((front) => {
      const magnitude = word === '万' ? 1e4 : word === '亿' ? 1e8 : 1;
      const digits = `${front === 0 ? '' : String(front)}${String(digit)}${'0'.repeat(zeros)}`;
      const place = 10 ** zeros * magnitude;
      return { written: digits + word, value: Number(digits) * magnitude, place, magnitude };
    }),
  )
  .filter(({ written }) => !/^(?:19|20)\d\d$/.test(written));

const BEFORE = {
  over: ['超', '逾', '超过', '突破', '高于'],
  under: ['近', '将近', '接近', '不足', '不到'],
  about: ['约', '大约', '大概'],
} as const;
const AFTER = { over: ['以上', '+'], about: ['左右', '上下'] } as const;

describe('a hedge gives the bounds of the guide', () => {
  type Hedgeable = { readonly value: number; readonly place: number };
  const boundsOf = {
    over: ({ value }: Hedgeable) => [value, null],
    under: ({ value, place }: Hedgeable) => [value - (value === place ? place / 2 : place), value],
    about: ({ value, place }: Hedgeable) => [value - place / 2, value + place / 2],
  };
  const before = Object.entries(BEFORE).flatMap(([kind, words]) =>
    words.map((word) => [word, kind] as const),
  );
  const after = Object.entries(AFTER).flatMap(([kind, words]) => words.map((word) => [word, kind] as const));

  test.each(before)('%s in front (%s)', (word, kind) => {
    fc.assert(
      fc.property(hedgeable, (number) => {
        const { quantity, exact } = readOne(`全年服务${word}${number.written}户。`);
        const [lower, upper] = boundsOf[kind as keyof typeof boundsOf](number);
        expect(exact).toBe(number.written);
        expect(quantity).toMatchObject({ value: number.value, lower, upper, qualifier: kind });
      }),
    );
  });

  test.each(after)('%s behind (%s)', (word, kind) => {
    fc.assert(
      fc.property(hedgeable, fc.boolean(), (number, behindUnit) => {
        const phrase = behindUnit ? `${number.written}户${word}` : `${number.written}${word}户`;
        const { quantity } = readOne(`全年服务${phrase}。`);
        const [lower, upper] = boundsOf[kind as keyof typeof boundsOf](number);
        expect(quantity).toMatchObject({ value: number.value, lower, upper, qualifier: kind, unit: '户' });
      }),
    );
  });

  test.each(['余', '多'])('%s behind the number decides, whatever stands in front', (word) => {
    const hedges = ['', ...BEFORE.over, ...BEFORE.under, ...BEFORE.about];
    fc.assert(
      fc.property(hedgeable, fc.constantFrom(...hedges), ({ written, value, place, magnitude }, hedge) => {
        const { quantity } = readOne(`全年服务${hedge}${written}${word}户。`);
        const step = magnitude === 1 ? place : Math.min(place, magnitude);
        expect(quantity).toMatchObject({ value, lower: value, upper: value + step, qualifier: 'over' });
      }),
    );
  });

  test('余 in front of 万 counts in the digit before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        const zeros = /0*$/.exec(String(n))![0].length;
        const { quantity } = readOne(`全年服务${String(n)}余万户。`);
        expect(quantity).toMatchObject({ value: n * 1e4, lower: n * 1e4, upper: (n + 10 ** zeros) * 1e4 });
      }),
    );
  });
});

/** Pieces that meet in odd ways when they are put together at random. */
const PIECES = [
  '0', '1', '2', '20', '2020', '3.5', '59,169', '1 000', '.', ',', ' ', '-', '—', ':', '/', '%', '\n', '\t', '。', '，', '、',
  '一', '二', '两', '三四', '十', '百', '千', '万', '亿', '零', '〇', '半', '点', '余', '多', '几', '数', '上', '成', '第', '负', '零下',
  '近', '约', '超', '以上', '左右', '+', '至', '到', '和', '之间', '分之', '百分之', '又', '又', '年', '月', '日', '号', '时', '分', '季度',
  '人', '名', '人次', '个', '元', '角', '块', '小时', '天', '（', '）', '次', '“', '”', '《', '》', 'X', 'XX', '×', '*', '□', '_', '某', 'N', 'k', 'w',
  '电话：', '民国', '双', '届', '志愿者', 'http://a.cn/1', '￥', '港币', '成百上千', '数以万计', '若干', '四个意识', '廿', '壹', '拾', '伍',
]; // prettier-ignore
const jumble = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('whatever the text', () => {
  test('spans are sorted, never overlap and hold a number', () => {
    fc.assert(
      fc.property(jumble, (text) => {
        const { quantities, setAside } = quantify(text, lexicon);
        for (const list of [quantities, setAside]) {
          const starts = list.map(({ span }) => span.start);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
        const spans = [...quantities, ...setAside].map(({ span }) => span).sort((a, b) => a.start - b.start);
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const { span, phrase } of quantities) {
          expect(phrase.start).toBeLessThanOrEqual(span.start);
          expect(phrase.end).toBeGreaterThanOrEqual(span.end);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('values are finite and lie between their bounds', () => {
    fc.assert(
      fc.property(jumble, (text) => {
        for (const { value, lower, upper, redacted } of quantify(text, lexicon).quantities) {
          for (const number of [value, lower, upper])
            expect(number === null || Number.isFinite(number)).toBe(true);
          if (redacted) expect(value).toBeNull();
          if (lower !== null && upper !== null) expect(lower).toBeLessThanOrEqual(upper);
          if (value !== null && lower !== null) expect(lower).toBeLessThanOrEqual(value);
          if (value !== null && upper !== null) expect(value).toBeLessThanOrEqual(upper);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
