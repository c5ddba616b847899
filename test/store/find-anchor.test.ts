import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorFinder } from '../../src/store/find-anchor.js';

const find = (text: string, prefix: string, exact: string, suffix: string): string | null => {
  const found = anchorFinder(text)({ exact, prefix, suffix });
  return found && `${found.start}:${Array.from(text).slice(found.start, found.end).join('')}`;
};

test.each([
  ['unchanged', '全市招募志愿者1200名。', '全市招募志愿者', '1200', '名。', '7:1200'],
  ['with a sentence in front', '附件。全市招募志愿者1200名。', '全市招募志愿者', '1200', '名。', '10:1200'],
  [
    'with other blanks and width',
    '全市 招募\n志愿者１2 00名。',
    '全市招募志愿者',
    '1200',
    '名。',
    '9:１2 00',
  ],
  ['behind an astral character', '😀全市招募志愿者1200名。', '全市招募志愿者', '1200', '名。', '8:1200'],
  [
    'with one side changed',
    '各县共招募青年志愿者1200名，发放口罩300个。',
    '全市招募志愿者',
    '1200',
    '名，发放口罩300个。',
    '10:1200',
  ],
] as const)('finds a number %s', (_, text, prefix, exact, suffix, place) =>
  expect(find(text, prefix, exact, suffix)).toBe(place),
);

test.each([
  ['that is gone', '全市招募志愿者1300名。', '全市招募志愿者', '1200', '名。'],
  ['that is part of another one', '全市招募志愿者12000名。', '全市招募志愿者', '1200', '0名。'],
  ['that stands twice in the same words', '甲：志愿者1200名。乙：志愿者1200名。', '志愿者', '1200', '名。'],
  ['in other words', '今年收到来信1200件，均已办结。', '全市招募志愿者', '1200', '名，发放口罩300个。'],
] as const)('does not take one %s', (_, text, prefix, exact, suffix) =>
  expect(find(text, prefix, exact, suffix)).toBeNull(),
);

test('finds every number of a text again, where it is told apart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 8 }), (numbers) => {
      const text = numbers
        .map((number, i) => `第${'一二三四五六七八'[i]!}支队伍在当地共发放物资${number}件。`)
        .join('');
      const finder = anchorFinder(`前言。${text}`);
      let at = 0;
      for (const number of numbers) {
        const exact = String(number);
        at = text.indexOf(`资${exact}件`, at) + 1;
        const around = {
          prefix: text.slice(Math.max(0, at - 32), at),
          suffix: text.slice(at + exact.length).slice(0, 32),
        };
        const found = finder({ exact, ...around });
        expect(found).toEqual({ start: at + 3, end: at + 3 + exact.length });
      }
    }),
  );
});
