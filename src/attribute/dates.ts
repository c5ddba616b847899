/** Takes text at a place; gives the calendar date that is written there, complete or with parts left out. */

/** A date as written; `day` null means the last day of the month, `month` null with a year its last. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Where the text goes on. */
  readonly end: number;
}

/** What is known of the time of a report. */
export interface TimeAnchor {
  /** ISO date of the report. */
  readonly date: string | null;
  /** Its year, where that alone is known. */
  readonly year: number | null;
}

/** Nothing is known. */
export const NO_TIME: TimeAnchor = { date: null, year: null };

export type ResolvedDate =
  | { readonly kind: 'date'; readonly date: string; readonly yearInferred: boolean }
  /** No such day (2月30日), or no year and none to be inferred. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'no-year' };

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
// 民国112年; the years of the Republic in use today (101 to 129) need not say so, since no other year has three digits
const REPUBLIC = '(?:民[国國]\\s?(?=\\d))?((?<=民[国國]\\s?)\\d{2,3}|10[1-9]|1[12]\\d)';
const YEAR = `(?:(\\d{4})|([〇○零一二三四五六七八九]{4})|${REPUBLIC}|(今|去|上))\\s?年`;
// Takes 2020年3月5日, 二〇二〇年三月五日, 3月底, 2021年6月, 民国112年5月1日; must not take 3月来.
const MONTH_DATE = new RegExp(
  `(?:${YEAR}\\s?)?(${NUMBER})\\s?月(?:\\s?(${NUMBER})\\s?[日号]|份?(底|末|下旬|中旬|上旬|份)?)`,
  'uy',
);
// Takes 2021年底, 2021年; must not take 21年.
const YEAR_DATE = new RegExp(`${YEAR}(?:年?[底末])?`, 'uy');
// Takes 15日; must not take 15日内.
const DAY_DATE = new RegExp(`(${NUMBER})\\s?[日号](?![内前后])`, 'uy');
// Takes 2020.03.17, 2022-4-2, 2022/04/02 and, in the years of the Republic, 113-08-02; must not take 1.2.3.
const NUMERIC_DATE = /(\d{4}|1[0-2]\d)([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y;

/** The calendar of the Republic counts 1912 as its first year. */
const REPUBLIC_FROM = 1911;

const DIGITS = '〇一二三四五六七八九';

/** 二十三 → 23; plain digits as they are. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return DIGITS.indexOf(text);
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text[0]!);
  return tens * 10 + (ten === text.length - 1 ? 0 : DIGITS.indexOf(text.at(-1)!));
}

function yearOf(groups: readonly (string | undefined)[], anchor: TimeAnchor): number | null {
  const [plain, han, republic, relative] = groups;
  if (plain !== undefined) return Number(plain);
  if (han !== undefined)
    return Number(han.replace(/./g, (char) => String(Math.max(0, DIGITS.indexOf(char)))));
  if (republic !== undefined) return Number(republic) + REPUBLIC_FROM;
  if (relative === undefined || anchor.year === null) return null;
  return relative === '今' ? anchor.year : anchor.year - 1;
}

const exec = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const TENTHS: ReadonlyMap<string, number> = new Map([
  ['上旬', 10],
  ['中旬', 20],
]);

/** The date that starts at `at`, or null. A day alone (15日) counts only where `dayAlone`. */
export function readDate(text: string, at: number, anchor: TimeAnchor, dayAlone = false): WrittenDate | null {
  const numeric = exec(NUMERIC_DATE, text, at);
  if (numeric !== null) {
    const [whole, digits, , month, day] = numeric;
    const year = Number(digits) + (digits!.length === 3 ? REPUBLIC_FROM : 0);
    return { year, month: Number(month), day: Number(day), end: at + whole.length };
  }
  const written = exec(MONTH_DATE, text, at);
  if (written !== null) {
    const [whole, y1, y2, y3, y4, month, day, part] = written;
    return {
      year: yearOf([y1, y2, y3, y4], anchor),
      month: smallNumber(month!),
      day: day === undefined ? (TENTHS.get(part ?? '') ?? null) : smallNumber(day),
      end: at + whole.length,
    };
  }
  const year = exec(YEAR_DATE, text, at);
  if (year !== null) {
    const [whole, ...groups] = year;
    return { year: yearOf(groups, anchor), month: null, day: null, end: at + whole.length };
  }
  const day = dayAlone ? exec(DAY_DATE, text, at) : null;
  if (day === null) return null;
  return { year: null, month: null, day: smallNumber(day[1]!), end: at + day[0].length };
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastDay = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : MONTH_DAYS[month - 1]!;

/** ISO date; null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12 || year < 1912 || year > 2199) return null;
  const last = lastDay(year, month);
  const exact = day ?? last;
  if (exact < 1 || exact > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(exact).padStart(2, '0')}`;
}

/** The day before an ISO date. */
export const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const found = (date: string | null, yearInferred: boolean): ResolvedDate =>
  date === null ? { kind: 'impossible' } : { kind: 'date', date, yearInferred };

/** The latest 15日 or 3月5日 that is not after the report's date. */
export function latestBefore(written: WrittenDate, date: string): string | null {
  let year = Number(date.slice(0, 4));
  let month = written.month ?? Number(date.slice(5, 7));
  // 2月29日 comes every fourth year (with one gap of eight), a 31日 at least every second month
  for (let tries = 0; tries < 9; tries += 1) {
    const candidate = isoDate(year, month, written.day);
    // the end of the month that the report was written in is not over: its figures hold for its day
    if (candidate !== null && written.day === null && candidate.slice(0, 7) === date.slice(0, 7)) return date;
    if (candidate !== null && candidate <= date) return candidate;
    if (written.month !== null) year -= 1;
    else if (month > 1) month -= 1;
    else [year, month] = [year - 1, 12];
  }
  return null;
}

/**
 * The ISO date of a written one. A year left out is the one that makes it the latest such date not after
 * the report's date; where only the report's year is known, that year.
 */
export function resolveDate(written: WrittenDate, anchor: TimeAnchor): ResolvedDate {
  if (written.year !== null) return found(isoDate(written.year, written.month ?? 12, written.day), false);
  if (anchor.date !== null) return found(latestBefore(written, anchor.date), true);
  if (anchor.year === null || written.month === null) return { kind: 'no-year' };
  return found(isoDate(anchor.year, written.month, written.day), true);
}
