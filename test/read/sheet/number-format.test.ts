import { describe, expect, test } from 'vitest';
import { numberText, parseNumberFormat } from '../../../src/read/sheet/number-format.js';

const text = (value: number, code: string): string => numberText(value, parseNumberFormat(code), false);

describe('a number in a cell', () => {
  test.each([
    ['as it is', 1234.5, 'General', '1234.5'],
    ['as it is, with a unit word', 320, 'G/通用格式"人"', '320人'],
    ['without binary noise', 0.1 + 0.2, 'General', '0.3'],
    ['without binary noise of sums', 4.35 * 100, '0.00', '435.00'],
    ['with all of a third', 1 / 3, '0.0', '0.333333333333333'],
    ['large, without an exponent', 1.5e21, 'General', '1500000000000000000000'],
    ['small, without an exponent', 1.5e-7, '0.00E+00', '0.00000015'],
    ['of fifteen digits', 123456789012.34, 'General', '123456789012.34'],
    ['with thousands', 1234567, '#,##0', '1,234,567'],
    ['with the decimals that the format has', 12.5, '0.00', '12.50'],
    ['with more than the format shows', 12.3456, '#,##0.0', '12.3456'],
    ['with thousands and more decimals than shown', 12345.678, '#,##0', '12,345.678'],
    ['as a percentage, all digits', 0.18345, '0%', '18.345%'],
    ['as a percentage with a zero', 0.183, '0.00%', '18.30%'],
    ['in 万 with a drawn point', 12345, '0!.0,"万"', '1.2345万'],
    ['in 万 with a drawn point and a backslash', 12000, '0\\.0,"万元"', '1.2万元'],
    ['in 万 with four drawn digits', 12345, '0!.0000"万"', '1.2345万'],
    ['in 万 below one', 900, '0!.0,"万"', '0.09万'],
    ['in thousands', 12345, '#,##0,"千元"', '12.345千元'],
    ['in millions', 12_345_000, '0.00,,"百万"', '12.345百万'],
    ['by a condition', 12345, '[>=10000]0!.0,"万";0', '1.2345万'],
    ['by the other condition', 123, '[>=10000]0!.0,"万";0', '123'],
    ['as money', 1280.5, '¥#,##0.00', '¥1,280.50'],
    ['as money of a country', 1280.5, '[$¥-804]#,##0.00', '¥1,280.50'],
    ['as an accountant shows it', 1280, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', '¥1,280.00'],
    [
      'as an accountant shows a loss',
      -1280,
      '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
      '-¥1,280.00',
    ],
    ['as an accountant shows nothing', 0, '#,##0;-#,##0;"-"', '-'],
    ['negative', -12.5, '0.0', '-12.5'],
    ['negative in red brackets', -1234, '#,##0_);[Red](#,##0)', '-1,234'],
    ['negative in words', -12, '"增加"0;"减少"0', '减少12'],
    ['with a unit word', 86, '0"人次"', '86人次'],
    ['with leading zeros', 123, '00000', '00123'],
    ['with words between its digits', 12345, '0"万"0000', '1万2345'],
    ['as a fraction', 0.25, '# ?/?', '0.25'],
    ['as text', 12, '@', '12'],
    ['hidden', 12, ';;;', ''],
    ['with Chinese numerals', 123, '[DBNum1][$-804]General', '123'],
  ])('is written %s', (_, value, code, expected) => {
    expect(text(value, code)).toBe(expected);
  });
});

describe('a date in a cell', () => {
  test.each([
    ['a day', 45356, 'yyyy/m/d', '2024年3月5日'],
    ['a day in Chinese', 45356, 'yyyy"年"m"月"d"日";@', '2024年3月5日'],
    ['a day of the locale', 45356, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2024年3月5日'],
    ['a month', 45356, 'yyyy"年"m"月"', '2024年3月'],
    ['a month and a day', 45356, 'm"月"d"日"', '3月5日'],
    ['a day with its time', 45356.604166666664, 'yyyy-mm-dd hh:mm', '2024年3月5日 14:30'],
    ['a time', 0.604166666666667, 'h:mm', '14:30'],
    ['the first day', 1, 'yyyy-mm-dd', '1900年1月1日'],
    ['hours above a day', 26.5 / 24, '[h]:mm', '26:30'],
    ['hours with their word', 26.5 / 24, '[h]"小时"', '26.5小时'],
    ['no date', -5, 'yyyy-mm-dd', '-5'],
    ['a year too late', 99_999_999, 'yyyy-mm-dd', '99999999'],
  ])('is written as %s', (_, value, code, expected) => {
    expect(text(value, code)).toBe(expected);
  });

  test('counts from 1904 where the workbook does', () => {
    expect(numberText(43894, parseNumberFormat('yyyy-mm-dd'), true)).toBe('2024年3月5日');
  });
});
