/** A text and a place in it → the date written there without words: 2022-04-02, 2020.3.5-3.8. */
import { formatDate, inherit, type DateParts } from './iso-date.js';
import { matchAt, sticky, type Recognised } from './recognised.js';

// takes - · 至 with a blank on either side; leaves ---
const TO = sticky(' ?(?:[-—–~～]{1,2}|至|到) ?');
// takes 2022-04-02 · 2020.03.17 · 2020/3/5; leaves 1.2.3, 2020-3-456
const NUMERIC = sticky('((?:19|20)\\d{2})([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d.]\\d|\\d)');
// takes 3.8 of 2020.3.5-3.8
const NUMERIC_END = sticky('(?:((?:19|20)\\d{2})[-./])?(?:(\\d{1,2})[-./])?(\\d{1,2})(?!\\d)');
// takes 2022-04 · 2020.03; leaves 2022-2023, 2020.05万
const NUMERIC_MONTH = sticky('((?:19|20)\\d{2})[-.](0[1-9]|1[0-2])(?![-\\d.%万亿]|[个人名余多元])');
// takes 1/2/2020; leaves 1/2
const DAY_FIRST = sticky('\\d{1,2}([-/])\\d{1,2}\\1(?:19|20)\\d{2}(?!\\d)');
// takes 2019-2020学年 · 2019—2023; leaves 2019-2020人
const YEARS = sticky(
  '((?:19|20)\\d{2})[-—–~～至到]{1,2}((?:19|20)\\d{2})(?=学年|赛季|财|$|[）)”，。、；：\\s])',
);

function readFullDate(text: string, at: number): Recognised | null {
  const match = matchAt(NUMERIC, text, at);
  if (!match) return null;
  const [whole, year = '', , month = '', day = ''] = match;
  const first = { year: Number(year), month: Number(month), day: Number(day) };
  const start = formatDate(first);
  if (start === null) return null;
  const end = at + whole.length;
  const last = readPeriodEnd(text, end, first);
  return last !== null && last.value > start
    ? { kind: 'period', end: last.end, value: `${start}/${last.value}` }
    : { kind: 'date', end, value: start };
}

/** The date behind 至 or a dash; what it leaves out is that of the first. */
function readPeriodEnd(text: string, at: number, first: DateParts): { end: number; value: string } | null {
  const to = matchAt(TO, text, at);
  const match = to && matchAt(NUMERIC_END, text, at + to[0].length);
  if (!match) return null;
  const [whole, year, month, day] = match;
  const number = (digits: string | undefined): number | null =>
    digits === undefined ? null : Number(digits);
  const value = formatDate(inherit(first, { year: number(year), month: number(month), day: number(day) }));
  return value === null ? null : { end: match.index + whole.length, value };
}

/** The date or period at `at`, or null. */
export function findNumericDate(text: string, at: number): Recognised | null {
  const full = readFullDate(text, at);
  if (full) return full;
  const month = matchAt(NUMERIC_MONTH, text, at);
  if (month) return { kind: 'date', end: at + month[0].length, value: `${month[1]!}-${month[2]!}` };
  const years = matchAt(YEARS, text, at);
  if (years && years[2]! > years[1]!) {
    return { kind: 'period', end: at + years[0].length, value: `${years[1]!}/${years[2]!}` };
  }
  const dayFirst = matchAt(DAY_FIRST, text, at);
  return dayFirst && { kind: 'date', end: at + dayFirst[0].length, value: null };
}
