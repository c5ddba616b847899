import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/attribute/attribute.js';
import { documentOf, matchOf } from './build-document.js';

const asOfOf = (body: string, number: string, signature = '\n2020年3月5日', title = '工作总结') => {
  const document = documentOf(`${title}\n${body}${signature}`);
  const match = matchOf(document, number);
  const { asOf, flags } = attribute(document.prepared, { match, statistics: [], holds: () => false });
  return { date: asOf.date, method: asOf.method, flags };
};

const INFERRED = 'stated-year-inferred';

const CASES: readonly (readonly [says: string, body: string, date: string | null, method: string])[] = [
  ['年月日', '截至2020年3月3日，共有志愿者45人。', '2020-03-03', 'stated'],
  ['月日 takes the report’s year', '截至3月3日，共有志愿者45人。', '2020-03-03', INFERRED],
  [
    '月日 that would come after the report is last year’s',
    '截至12月31日，共有志愿者45人。',
    '2019-12-31',
    INFERRED,
  ],
  ['截止', '截止2月20日，共有志愿者45人。', '2020-02-20', INFERRED],
  ['截止到', '截止到2月20日，共有志愿者45人。', '2020-02-20', INFERRED],
  ['with an hour behind it', '截至2月20日18时，共有志愿者45人。', '2020-02-20', INFERRED],
  ['a day alone', '截至25日，共有志愿者45人。', '2020-02-25', INFERRED],
  ['a day alone of the report’s month', '截至3日，共有志愿者45人。', '2020-03-03', INFERRED],
  ['底 is the last day', '截至1月底，共有志愿者45人。', '2020-01-31', INFERRED],
  ['末 in a leap year', '截至2月末，共有志愿者45人。', '2020-02-29', INFERRED],
  ['年底', '截至2019年底，共有志愿者45人。', '2019-12-31', 'stated'],
  ['a month', '截至2019年6月，共有志愿者45人。', '2019-06-30', 'stated'],
  ['去年', '截至去年12月底，共有志愿者45人。', '2019-12-31', 'stated'],
  ['至 at the start of a clause', '活动有序，至2月20日，共有志愿者45人。', '2020-02-20', INFERRED],
  ['Chinese numerals', '截至二月二十日，共有志愿者45人。', '2020-02-20', INFERRED],
  ['dots', '截至2020.2.20，共有志愿者45人。', '2020-02-20', 'stated'],
  ['in brackets behind the figure', '共有志愿者45人（截至2月20日）。', '2020-02-20', INFERRED],
  ['the rest of its paragraph', '截至2月20日，开展宣讲20场。又招募志愿者45人。', '2020-02-20', INFERRED],
  ['not the next paragraph', '截至2月20日，开展宣讲20场。\n又招募志愿者45人。', '2020-03-05', 'report-date'],
  ['until another one', '截至2月20日，宣讲20场。截至2月28日，动员。志愿者45人。', '2020-02-28', INFERRED],
  [
    '截至目前 is the report’s date',
    '截至2月20日，宣讲20场。截至目前，志愿者45人。',
    '2020-03-05',
    'report-date',
  ],
  ['目前 ends an earlier 截至', '截至2月20日，宣讲20场。目前，志愿者45人。', '2020-03-05', 'report-date'],
  ['日前 is no date', '日前，志愿者45人上岗。', '2020-03-05', 'report-date'],
  ['an event’s date is none', '2月10日，发布倡议，志愿者45人报名。', '2020-03-05', 'report-date'],
  ['a deadline is none', '截止日期为2月20日，志愿者45人报名。', '2020-03-05', 'report-date'],
  ['统计至', '数据统计至2月20日，共有志愿者45人。', '2020-02-20', INFERRED],
  ['a year of the Republic', '统计到108年底，共有志愿者45人。', '2019-12-31', 'stated'],
  ['昨日', '截至昨日，共有志愿者45人。', '2020-03-04', INFERRED],
  ['昨天 with 截止到', '截止到昨天，共有志愿者45人。', '2020-03-04', INFERRED],
  ['yesterday’s event is none', '昨日，志愿者45人上岗。', '2020-03-05', 'report-date'],
  [
    'it goes on in the sentence, whatever the period',
    '截至2月20日，全年招募志愿者45人。',
    '2020-02-20',
    INFERRED,
  ],
  ['a span of days is none', '1月23日至2月15日，志愿者45人上岗。', '2020-03-05', 'report-date'],
  ['a span of months is none', '2019年1—6月，志愿者45人上岗。', '2020-03-05', 'report-date'],
  ['上半年 is none', '上半年，志愿者45人上岗。', '2020-03-05', 'report-date'],
  ['a whole year is none', '2019年，全市志愿者45人上岗。', '2020-03-05', 'report-date'],
  [
    'for all figures of the report, where it says so',
    '招募志愿者45人。\n宣讲20场。\n注：以上数据统计至2月29日。',
    '2020-02-29',
    INFERRED,
  ],
  [
    'for all figures that follow, where it says so',
    '现将截至2月29日的有关情况公布如下。\n招募志愿者45人。',
    '2020-02-29',
    INFERRED,
  ],
  [
    'a paragraph’s own goes before that',
    '以下数字统计至2月29日。\n截至2月10日，招募志愿者45人。',
    '2020-02-10',
    INFERRED,
  ],
  [
    'a count that introduces others is its own paragraph’s only',
    '截至2月29日，宣讲20场，具体情况如下。\n招募志愿者45人。',
    '2020-03-05',
    'report-date',
  ],
  ['a year that is not over', '2020年，全市志愿者45人上岗。', '2020-03-05', 'report-date'],
  ['a beginning is no end', '2020年以来，全市志愿者45人上岗。', '2020-03-05', 'report-date'],
  ['a day that is none', '截至2月30日，共有志愿者45人。', '2020-03-05', 'report-date'],
];

describe('the date that a figure holds for', () => {
  test.each(CASES)('%s', (_says, body, date, method) => {
    expect(asOfOf(body, '45')).toMatchObject({ date, method });
  });

  test('a day that is none is flagged', () => {
    expect(asOfOf('截至2月30日，共有志愿者45人。', '45').flags).toEqual(['date-impossible']);
  });
  test('the year of the title serves where the report has no date', () => {
    const asOf = asOfOf('截至3月3日，共有志愿者45人。', '45', '', '2022年应对疫情工作汇报');
    expect(asOf).toMatchObject({ date: '2022-03-03', method: INFERRED });
  });
  test('no year anywhere leaves it open', () => {
    const asOf = asOfOf('截至3月3日，共有志愿者45人。', '45', '');
    expect(asOf).toEqual({ date: null, method: 'none', flags: ['date-year-unknown'] });
  });
  test('the year that the report’s other dates name serves where it has no date', () => {
    const body = '2021年7月，活动开始。截至8月20日，共有志愿者45人。';
    expect(asOfOf(body, '45', '')).toMatchObject({ date: '2021-08-20', method: INFERRED });
  });
  test('two years in the text leave it open', () => {
    const body = '2020年7月筹备，2021年3月开始。截至8月20日，共有志愿者45人。';
    expect(asOfOf(body, '45', '').date).toBeNull();
  });
  test('29 February goes back to the last leap year', () => {
    expect(asOfOf('截至2月29日，共有志愿者45人。', '45', '\n2022年4月2日').date).toBe('2020-02-29');
  });
  test('nothing tells', () => {
    expect(asOfOf('共有志愿者45人。', '45', '')).toEqual({ date: null, method: 'none', flags: [] });
  });
});
