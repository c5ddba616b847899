/** A text and a place in it → the date or period written there, with its ISO value. */
import { formatDate, inherit, numberOf, type DateParts } from './iso-date.js';
import { findNumericDate } from './numeric-date.js';
import { matchAt, matchesAt, sticky, stickyAny, type Recognised } from './recognised.js';

const HAN = '[一二三四五六七八九十廿卅]';
/** A number of a day or month: 3, 03, 二十一. */
const N = `(?:\\d{1,2}|${HAN}{1,3})`;
/** A year: 2020, 二〇二〇, 二零二零. */
const Y = '(?:\\d{4}|[一二][〇零○O0一二三四五六七八九]{3}|[〇零][一二三四五六七八九])';
const RANGE = ' ?(?:[-—–~～]{1,2}|至|到) ?';
/** A blanked-out digit. */
const BLANK = '[XxＸ×*＊_＿□☆○某]';

// takes 2020年, 20年 of 20年3月, 2018 of 2018-2020年; leaves 2018-20人
const YEAR = sticky(`(${Y}|\\d{2,3})(?: ?年度?|(?=${RANGE}${Y}年))`);
// takes 112年, 三年 behind 民国; leaves 1123年
const ROC_YEAR = sticky('(\\d{1,3}|[一二三四五六七八九十百零]{1,6}) ?年');
// takes 3月, 十二月份, 3 of 3-5月; leaves 3个月, 3月龄
const MONTH = sticky(`(${N}) ?(?:月份?(?![饼嫂龄均供])|(?=${RANGE}${N} ?月(?![饼嫂龄均供])))`);
// takes 5日, 15号, 5 of 5-8日; leaves 5日均, 30日内
const DAY = sticky(`(${N}) ?(?:([日号])|(?=${RANGE}${N} ?[日号]))`);
// takes 十五 in 八月十五, 初八 in 正月初八; leaves 十五名
const LUNAR_DAY = sticky(
  '(?:初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)(?=$|[^一-龥\\d.]|[是的前后晚早至到])',
);
// takes 底 of 12月底, 中旬; leaves 初 of 3月初步
const PART = sticky('[底末初](?!期|步|中|级)|[上中下]旬');
// takes - · 至 with a blank on either side; leaves 、
const TO = sticky(RANGE);

/** Dates of one or more parts, with where they end and what they are written with. */
interface ReadDate extends DateParts {
  readonly end: number;
  /** 日 or 号 where the last part is a day with its word. */
  readonly dayWord: string | null;
  /** Digits of the year as written. */
  readonly yearText: string | null;
}

const skipBlank = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);

/** Whether the name of the era stands in front. */
const isRocYear = (text: string, at: number): boolean =>
  text.startsWith('民国', at - 2) || text.startsWith('民國', at - 2);

/** What is written of a date at `at`, whether or not such a day exists. */
function readDate(text: string, at: number): ReadDate | null {
  const year = (isRocYear(text, at) ? matchAt(ROC_YEAR, text, at) : null) ?? matchAt(YEAR, text, at);
  let end = year ? at + year[0].length : at;
  const month = matchAt(MONTH, text, year ? skipBlank(text, end) : at);
  if (month) end = month.index + month[0].length;
  const lunar = month && !/\d/.test(month[1]!) ? matchAt(LUNAR_DAY, text, end) : null;
  const day = year && !month ? null : (lunar ?? matchAt(DAY, text, month ? skipBlank(text, end) : at));
  if (day) end = day.index + day[0].length;
  else if (year ?? month) end = matchAt(PART, text, end) ? PART.lastIndex : end;
  if (!year && !month && !day) return null;
  return {
    year: year && numberOf(year[1]!),
    month: month && numberOf(month[1]!),
    day: day && numberOf(lunar ? lunar[0].replace('初', '') : day[1]!),
    end,
    dayWord: day?.[2] ?? null,
    yearText: year?.[1] ?? null,
  };
}

/** A year alone is one only where it can be no duration. */
// takes 2020 · 08 · 二〇二〇 · 零八; leaves 20, 1500
const isYearAlone = (written: string): boolean =>
  /^(?:(?:19|20)\d\d|0\d|二[〇零○O0]..|[〇零].)$/.test(written);

// takes the 均 of 20日均 · the 内 of 30日内; leaves 20日起
const AFTER_NO_DAY = /[均内游元程报常子用本之]/;
// takes the ， of 15号， · the 起 of 15号起; leaves the 楼 of 12号楼
const AFTER_DAY_NUMBER = /[，。、；：至到起前后开上下晚中（）()\n]/;

/** A day alone, 15号 or 20日, stands in front of a stop or of what goes on with a date; not 12号楼. */
function isDayAlone(text: string, { end, dayWord }: ReadDate): boolean {
  if (dayWord === '日') return !AFTER_NO_DAY.test(text[end] ?? '');
  return AFTER_DAY_NUMBER.test(text[end] ?? '。');
}

/** The year that was meant: 民国112年 is 2023, 18年10月 is 2018. */
function fullYear(date: ReadDate, roc: boolean): number | null {
  const { year, yearText } = date;
  if (year === null || yearText === null) return year;
  if (roc || (yearText.length === 3 && isRocYearNumber(year))) return year + 1911;
  return yearText.length === 2 ? 2000 + year : year;
}

/** 108 of 108年度: the years of the Republic that reports are of. */
const isRocYearNumber = (year: number): boolean => year >= 80 && year <= 140;

/** Whether the parts make a date, however impossible, and no count of years or days. */
function isDate(text: string, date: ReadDate, roc: boolean): boolean {
  const { year, month, day, yearText } = date;
  const short = yearText === null ? 0 : numberOf(yearText);
  if (year !== null && month === null)
    return (
      (roc || isYearAlone(yearText!) || (text[date.end - 1] === '度' && isRocYearNumber(short))) &&
      !/[多余限来]/.test(text[date.end] ?? '')
    );
  if (year !== null && yearText!.length < 4) return roc || yearText!.length === 2 || isRocYearNumber(short);
  return month !== null || (day !== null && isDayAlone(text, date));
}

const lastPart = ({ month, day }: DateParts): string =>
  day !== null ? 'day' : month !== null ? 'month' : 'year';

function readPeriodEnd(text: string, first: ReadDate): ReadDate | null {
  const to = matchAt(TO, text, first.end);
  if (!to) return null;
  const second = readDate(text, first.end + to[0].length);
  if (!second || lastPart(second) !== lastPart(first)) return null;
  return second.year !== null && second.yearText!.length < 4 && second.month === null ? null : second;
}

/** A date with words: 2020年3月5日, 3月5日至8日, 二〇二〇年, 民国112年, 农历八月十五. */
function findWordDate(text: string, at: number): Recognised | null {
  const read = readDate(text, at);
  if (!read) return null;
  const roc = isRocYear(text, at);
  const first = { ...read, year: fullYear(read, roc) };
  const second = readPeriodEnd(text, first);
  const whole = second ?? first;
  if (!isDate(text, second ? { ...read, end: second.end, dayWord: second.dayWord } : first, roc)) return null;
  const start = formatDate(first);
  const stop = second && formatDate(inherit(first, { ...second, year: fullYear(second, roc) }));
  // 13月5日 and 2月30日 name no day
  if (start === null || (second && stop === null)) return { kind: 'code', end: whole.end, value: null };
  return second
    ? { kind: 'period', end: second.end, value: `${start}/${stop!}` }
    : { kind: 'date', end: first.end, value: start };
}

/** Dates with blanked-out digits, and what only names a stretch of time. */
const OTHERS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  // takes 20XX年X月X日 · 202_年 · X年X月; leaves X年限
  {
    kind: 'date',
    pattern: sticky(
      `(?=[^年月日]{0,6}${BLANK})(?:\\d|${BLANK}){1,4}年(?!限|级|度|来)(?:(?:\\d|${BLANK}){1,2}月(?:(?:\\d|${BLANK}){1,2}[日号])?)?`,
    ),
  },
  // takes X月X日 · 3月X日 · X月; leaves X月饼
  {
    kind: 'date',
    pattern: sticky(
      `(?=[^月日]{0,4}${BLANK}|\\d{1,2}月${BLANK})(?:\\d|${BLANK}){1,2}月(?!饼|嫂)(?:(?:\\d|${BLANK}){1,2}[日号])?`,
    ),
  },
  // takes 一季度 · 1-3季度 · 三季度末; leaves 3季稻
  { kind: 'period', pattern: sticky(`[1-4一二三四](?:${RANGE}[1-4一二三四])?季度`) },
  // takes 20世纪90年代 · 21世纪 · 九十年代; leaves 90年
  {
    kind: 'period',
    pattern: sticky(`(?:\\d{1,2}|${HAN}{1,3})世纪(?:(?:\\d0|${HAN}十)年代)?|(?:(?:19|20)?\\d0|${HAN}十)年代`),
  },
];

const ANY_OTHER = stickyAny(OTHERS.map(({ pattern }) => pattern));

/** The date, period or stretch of time at `at`: ISO, `--03-05` where the year is left out, `a/b`. */
export function findCalendar(text: string, at: number): Recognised | null {
  const found = findNumericDate(text, at) ?? findWordDate(text, at);
  if (found || !matchesAt(ANY_OTHER, text, at)) return found;
  for (const { kind, pattern } of OTHERS) {
    const match = matchAt(pattern, text, at);
    if (match) return { kind, end: at + match[0].length, value: null };
  }
  return null;
}

/** 十五 in 正月十五, 廿三 in 腊月廿三: the month stands in front and is no numeral. */
export function findLunarDay(text: string, at: number): Recognised | null {
  if (text[at - 1] !== '月' || !'正腊冬'.includes(text[at - 2] ?? ' ')) return null;
  const day = matchAt(LUNAR_DAY, text, at);
  return day && { kind: 'date', end: at + day[0].length, value: null };
}
