import { describe, expect, test } from 'vitest';
import { showNumbers, type Case } from './show-numbers.js';

describe('blanked-out numbers', () => {
  test.each<Case>([
    ['志愿者X名', 'X redacted 人'],
    ['XX万元', 'XX万 redacted 元'],
    ['×支', '× redacted 支'],
    ['*支', '* redacted 支'],
    ['\\*支', '\\* redacted 支'],
    ['□□名', '□□ redacted 人'],
    ['☆户', '☆ redacted 户'],
    ['_人', '_ redacted 人'],
    ['__个', '__ redacted 个'],
    ['某名', '某 redacted 人'],
    ['某万名', '某万 redacted 人'],
    ['某某人', '某某 redacted 人'],
    ['XX.X万', 'XX.X万 redacted'],
    ['XXX余名', 'XXX redacted 人'],
    ['X万多份', 'X万 redacted 份'],
    ['1X人', '1X redacted 人'],
    ['X%', 'X redacted %'],
    ['XX市'],
    ['X市'],
    ['XX镇'],
    ['某单位'],
    ['某个村'],
    ['X光机'],
    ['APP用户'],
    ['MAX值'],
  ])('are redacted where a measure word or magnitude follows: %s', (text, ...found) => {
    expect(showNumbers(text)).toEqual(found);
  });
});
