import { describe, expect, test } from 'vitest';
import { quantify } from '../../src/quantify/quantify.js';
import { matchUnit } from '../../src/quantify/unit.js';
import { lexicon, showNumbers, unitWords } from './show-numbers.js';

/** Words that are no measure behind a number alone: a date, a fraction of money, a dozen, a discount. */
const OTHERWISE = new Set(['年', '月', '日']);

describe('every measure word of the rule files', () => {
  test.each(unitWords.map(({ word, unit, factor }) => [word, unit, Number(factor)] as const))(
    '37%s counts in %s',
    (word, unit, factor) => {
      const text = `合计37${word}。`;
      const { quantities } = quantify(text, lexicon);
      if (OTHERWISE.has(word)) {
        expect(matchUnit(text, 4, lexicon)).toMatchObject({ unit, factor });
        return;
      }
      expect(quantities).toHaveLength(1);
      expect(quantities[0]).toMatchObject({
        value: Number((37 * factor).toPrecision(15)),
        unit,
        unitText: word,
        span: { start: 2, end: 4 },
      });
    },
  );

  test.each(unitWords.flatMap(({ word, notBefore = [] }) => notBefore.map((next) => [word, next] as const)))(
    '%s is none in front of %s',
    (word, next) => {
      const longer = matchUnit(word + next, 0, lexicon);
      expect(longer?.end === word.length).toBe(false);
    },
  );
});

describe('a second measure word', () => {
  test.each([
    ['5600人（次）', '人次'],
    ['5600人(次)', '人次'],
    ['5600人/次', '人次'],
    ['730个（双、只）', '个'],
    ['730台/套', '台'],
    ['45场（次）', '场'],
  ])('%s counts in %s', (text, unit) => {
    const { quantities } = quantify(text, lexicon);
    expect(quantities.map((quantity) => quantity.unit)).toEqual([unit]);
    expect(quantities[0]!.phrase.end).toBe(text.length);
  });

  test.each(['80元/人', '300人/天', '6次/周'])('is none in the rate %s', (text) => {
    const { quantities } = quantify(text, lexicon);
    expect(text.slice(quantities[0]!.phrase.end)).toMatch(/^\//);
  });
});

describe('a word that only begins like a measure', () => {
  test.each([
    ['选派3人民陪审员', ['3 = 3']],
    ['走访20家属', ['20 = 20']],
    ['新设4场馆', ['4 = 4']],
    ['覆盖9部门', ['9 = 9']],
    ['联系2期间', ['2 = 2']],
  ] as const)('%s', (text, found) => {
    expect(showNumbers(text)).toEqual(found);
  });
});
