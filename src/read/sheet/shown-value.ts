/** Takes the text that an ods shows in a cell and the value that it keeps; gives the text with all digits of the value. */
import { isoDateText } from './date-format.js';
import { decimalOf, grouped, movePoint } from './decimal.js';

// takes 12.3 of 12.3万, 1,280 of ¥1,280, 18 of 18%
const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
/** What formats do to a value before they show it: nothing, %, ‰, 千, 万, 百万, 亿. */
const SHIFTS = [0, 2, 3, -3, -4, -6, -8] as const;
const WRITTEN_DATE = /[年月日时]/;

/** Text as it is; a number with its sign and words as shown, and rounded nowhere; a date as Chinese reports write it. */
export function shownValue(shown: string, attributes: Readonly<Record<string, string>>): string {
  const type = attributes['office:value-type'] ?? attributes['calcext:value-type'];
  const date = attributes['office:date-value'];
  if (type === 'date' && date !== undefined)
    return WRITTEN_DATE.test(shown) ? shown : isoDateText(date, null);
  const value = Number(attributes['office:value'] ?? NaN);
  if (!Number.isFinite(value) || !/^(?:float|percentage|currency)$/.test(type ?? '')) return shown;
  return withAllDigits(shown, value);
}

function withAllDigits(shown: string, value: number): string {
  const numbers = [...shown.matchAll(NUMBER)];
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) return shown;
  const digits = number[0].replaceAll(',', '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const all = decimalOf(Math.abs(value));
  const shift = SHIFTS.find(
    (places) => Number(Number(movePoint(all, places)).toFixed(decimals)) === Number(digits),
  );
  if (shift === undefined) return shown;
  const [whole = '', fraction = ''] = movePoint(all, shift).split('.');
  // 12.50 keeps its zero
  if (fraction.length <= decimals) return shown;
  const exact = `${number[0].includes(',') ? grouped(whole) : whole}.${fraction}`;
  return shown.slice(0, number.index) + exact + shown.slice(number.index + number[0].length);
}
