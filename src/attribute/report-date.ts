/** Takes the lines of a report and its title; gives the report's own date, or its year where no more is known. */
import { NO_TIME, type TimeAnchor, isoDate, latestBefore, readDate } from './dates.js';
import { type Line, headOf, splitLines, tailOf } from './report-lines.js';

// Takes 时间:2020.03.17, 发布日期：2020-02-27 and date: "2020-02-11"; must not take 截止日期.
const STAMP =
  /(?<!截止|报名|活动|会议|培训)(?:时间|日\s?期|发布(?:于|时间|日期)?|更新|\bdate)\s?[:：]?\s*["'“]?(?=\d{4}|民[国國]|1[0-2]\d[-./]\d)/;
// Takes 来源, 浏览 (2020-02-27 10:15 来源：…); must not take a sentence.
const STAMP_COMPANY = /来源|浏览|点击|作者|字号|字体|编辑|阅读次数|发布[:：]/;
// A byline: takes 记者某某/台北报道 2025-11-28; must not take 记者从2022年4月2日的会议获悉.
const BYLINE =
  /^[^。，；]{0,40}(?:记者|通讯员|报[道导])[^。，；\d]{0,24}(?=\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?$)/;
// Takes (20230905) at the end of a line; must not take 20230905 inside a number or an address.
const COMPACT = /[(（](\d{4})(\d{2})(\d{2})[)）]$/;
/*
 * A dateline. Takes 本报11月20日讯, 新华社北京11月27日电 and （记者…）4月2日讯 in a paragraph's first words, or behind a
 * headline on the same line;
 * must not take 3月5日电话.
 */
const DATELINE = /(?:^|^[^。]{4,60}[。 ]).{0,24}?(\d{1,2})月(\d{1,2})日(?:讯|电)(?![话影力动视子])/;

// Takes 2024 and ２０２４ anywhere, and 113-08-02; a line without it bears no date.
const YEAR = /[\d０-９]{4}|民[国國]|1[0-2]\d[-./]\d/;

// What a page's text is headed with, on the same line: takes date 2025-11-20 .
const DATED_LINE = /^\s*(?:date|日期|时间)\s?[:：]?\s?(?=\d{4}-\d{1,2}-\d{1,2}\s)/;
// The same of a newspaper's issue: takes 2024年/1月/11日/第004版 behind its name.
const ISSUE = /((?:19|20)\d\d)\s?年\/(\d{1,2})\s?月\/(\d{1,2})\s?日\/?第/;

/** A paragraph may speak of sources and dates, too; what a page says of itself is short. */
const STAMP_LENGTH = 160;

/*
 * A line that bears a day beside names, a place or the hour, and says nothing else of it.
 * Takes 某某新闻网 2024-09-13 | 字体, http://… 2008-05-30 08:48:54, （香港，2017年1月8日）, 市文明办编 2022年9月16日;
 * must not take a sentence, nor the span or the limit of an event (2022年3月1日至5日, 2022年3月1日前, 报名时间).
 */
const BARE_DAY =
  /(?<![\d至到—~-])(?:(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}|(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4}|民[国國]\d{2,3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)(?!\d(?!\d?[时:点])|[至到—~-]|[前后起止以在举召开印的，,])/g;
const NOT_OF_THE_PAGE = /[。；！？]|截[至止]|报名|活动时间|会议时间|关于|通知|有效期|统计时间|数据/;
const BARE_LENGTH = 80;

// The day of a press release: takes （香港，2017年1月8日）公益金…; must not take （2017年1月8日起）.
const RELEASE = /^[（(][^（）()\d]{0,12}(?=(?:19|20)\d\d年\d{1,2}月\d{1,2}日[）)])/;

/** The day of a line that holds one and no sentence; null where it holds none, or several that differ. */
function findBareDay(text: string): string | null {
  const release = RELEASE.exec(text);
  if (release !== null) {
    const written = readDate(text, release[0].length, NO_TIME);
    if (written?.year != null) return isoDate(written.year, written.month!, written.day);
  }
  if (text.length > BARE_LENGTH || NOT_OF_THE_PAGE.test(text)) return null;
  const days = new Set<string>();
  for (const { index } of text.matchAll(BARE_DAY)) {
    const written = readDate(text, index, NO_TIME);
    if (written?.year == null || written.month === null || written.day === null) continue;
    const date = isoDate(written.year, written.month, written.day);
    if (date !== null) days.add(date);
  }
  return days.size === 1 ? [...days][0]! : null;
}

/*
 * Stamps that name the day in other orders, and what they are rewritten to. Take 26.08.2014  12:59, 14/01/2018 on a line of its own, 23-08-10 09:03 and
 * 2023 12/ 06 18:25:50; must not take 10.0.2.15 or 13-15 18:00.
 */
const DAY_FIRST = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?=\s+\d{1,2}:\d\d)/;
const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)\s*$/;
const SHORT_YEAR =
  /(?<![\d-])([012]\d)-([01]\d)-([0-3]\d)(?:(?=\s+\d{1,2}:\d\d)|(?<=(?:时间|日期)[：:]\s?\d\d-\d\d-\d\d)(?!\d))/;
const SPLIT_YEAR = /(?<!\d)((?:19|20)\d\d)\s+(\d{1,2})\s?\/\s?(\d{1,2})(?=\s+\d{1,2}:\d\d)/;

// takes 时间:2020-01-08 of 时间:2020-01-082019年，…; must not take 时间:2020-01-08 10:00
const GLUED = /^[^，。]{0,24}?\d{4}-\d\d-\d\d(?=(?:19|20)\d\d年)/;

function inUsualOrder(line: Line): Line {
  const slashed = line.text.length < 24 ? SLASHED.exec(line.text) : null;
  if (slashed !== null && Number(slashed[2]) <= 12)
    return { ...line, text: `${slashed[3]}-${slashed[2]}-${slashed[1]}` };
  if (!/[:：]/.test(line.text)) return line;
  // 时间:2020-01-082019年，…: the text follows without a blank
  const glued = GLUED.exec(line.text);
  if (glued !== null) return { ...line, text: glued[0] };
  if (line.text.length > STAMP_LENGTH) return line;
  const text = line.text
    .replace(DAY_FIRST, '$3-$2-$1')
    .replace(SPLIT_YEAR, '$1-$2-$3')
    .replace(SHORT_YEAR, '20$1-$2-$3');
  return text === line.text ? line : { ...line, text };
}

/** The date that the page, not the report, bears: one that is called so, or else one that stands by itself. */
function findStamp(lines: readonly Line[]): string | null {
  const ends = [...headOf(lines), ...tailOf(lines)].map(inUsualOrder);
  return findNamedStamp(ends) ?? firstOf(ends, ({ text }) => findBareDay(text.normalize('NFKC')));
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function findNamedStamp(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const issue = ISSUE.exec(line.text);
    if (issue !== null) return isoDate(Number(issue[1]), Number(issue[2]), Number(issue[3]));
    const dated = DATED_LINE.exec(line.text);
    const day = dated === null ? null : readDate(line.text, dated[0].length, NO_TIME);
    if (day?.year != null && day.month !== null) return isoDate(day.year, day.month, day.day);
    if (line.text.length > STAMP_LENGTH || !YEAR.test(line.text)) continue;
    // compatibility forms: ２０２４ is 2024
    const text = line.text.normalize('NFKC');
    const compact = COMPACT.exec(text);
    if (compact !== null) {
      const date = isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
      if (date !== null) return date;
    }
    const stamp = STAMP.exec(text) ?? BYLINE.exec(text);
    const at = stamp === null ? /\d{4}[-./年]/.exec(text) : null;
    if (stamp === null && (at === null || !STAMP_COMPANY.test(text))) continue;
    const place = stamp === null ? at!.index : stamp.index + stamp[0].length;
    const written = readDate(text, place, NO_TIME);
    if (written?.year == null || written.month === null || written.day === null) continue;
    const date = isoDate(written.year, written.month, written.day);
    if (date !== null) return date;
  }
  return null;
}

/** The date of the dateline, which leaves the year to the page's stamp or to the report. */
function findDateline(lines: readonly Line[], stamp: string | null, year: number | null): string | null {
  for (const { text } of headOf(lines)) {
    const found = DATELINE.exec(text);
    if (found === null) continue;
    const [month, day] = [Number(found[1]), Number(found[2])];
    if (stamp !== null) return latestBefore({ year: null, month, day, end: 0 }, stamp);
    const of = year ?? soleYear(lines, month);
    return of === null ? null : isoDate(of, month, day);
  }
  return null;
}

/*
 * A line that says, without the year, for what day all of the report holds.
 * Takes （9月14日18时）, 数据截至2月14日18:00, （以上为截止6月30日24时的后台数据）; must not take 活动截至9月14日.
 */
const HOLDS_FOR =
  /^[（(]?(?:(?:以上|数据|统计)[^。，；\d]{0,8}截[至止])?(\d{1,2})月(\d{1,2})日(?:\d{1,2}(?:[时:：]\d{0,2}分?)?)?(?:的[\p{Script=Han}]{0,6}数据)?[)）]?$/u;

// The period that all figures are counted in: takes 统计周期:2021年1月1日-2021年9月30日; must not take 统计时间：每周一.
const PERIOD_OF_ALL =
  /统计(?:周期|时间|区间|期间|时段)(?:为)?[:：]?\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日\s?[-—~～至到]+\s?(?=\d{4}年\d{1,2}月\d{1,2}日)/;

function findDayOfAll(lines: readonly Line[], year: number | null): string | null {
  const period = firstOf([...headOf(lines), ...tailOf(lines)], ({ text }) => {
    const found = PERIOD_OF_ALL.exec(text);
    const last = found === null ? null : readDate(text, found.index + found[0].length, NO_TIME);
    return last?.year == null || last.month === null ? null : isoDate(last.year, last.month, last.day);
  });
  if (period !== null) return period;
  if (year === null) return null;
  return firstOf([...headOf(lines), ...tailOf(lines)], ({ text }) => {
    const found = HOLDS_FOR.exec(text);
    return found === null ? null : isoDate(year, Number(found[1]), Number(found[2]));
  });
}

/*
 * The day that a report's first words name: takes 3月2日，在开学之际… and 11月9日下午…, with or without the year, and
 * 来临之际，2021年3月5日上午;
 * must not take 1月23日以来, 3月2日至5日, 截至3月2日.
 */
const OPENING_DAY =
  /^(?:[^，。、；：\d]{0,16}(?:汇报|总结|简报|快讯)\s?|[^。]{0,80}[讯电]\s?(?:[（(][^（）()]{0,24}[）)][：:]?\s?)?|[^。]{0,60}。|[^。]{0,60}今[天日][（(]|[^。\n]{2,60}，(?=(?:19|20)\d\d年))?((?:19|20)\d\d年)?(\d{1,2})月(\d{1,2})日(?=[，,上下中晚）)][^，。]{0,40})/;
// As a last resort the day on which a reporter heard it: takes 11月17日，记者从; must not take 11月19日至22日.
const HEARD_DAY = /(?<![\d月日至到])(\d{1,2})月(\d{1,2})日，记者/;
// A full date in brackets behind a title that shares its line with the text: takes 工作组（2023年3月28日）根据.
const BRACKETED_DAY = /^[^。]{4,120}?[（(]((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[）)]/;

/** The day that the first lines of a report without any other date open with. */
function findOpeningDay(lines: readonly Line[], year: number | null): string | null {
  return firstOf(headOf(lines).slice(0, 4), ({ text }) => {
    const bracketed = BRACKETED_DAY.exec(text);
    if (bracketed !== null) return isoDate(Number(bracketed[1]), Number(bracketed[2]), Number(bracketed[3]));
    const heard = HEARD_DAY.exec(text.slice(0, 200));
    const opening = OPENING_DAY.exec(text) ?? (heard && [heard[0], undefined, heard[1], heard[2]]);
    if (opening === null) return null;
    const [, written, month, day] = opening;
    const of = written === undefined ? (year ?? soleYear(lines, Number(month))) : Number(written.slice(0, 4));
    return of === null ? null : isoDate(of, Number(month), Number(day));
  });
}

// Takes 2020 (2020年以来), 2024 (2024郴州马拉松); must not take 1990 (1990年代), 2035 (到2035年).
const NAMED_YEAR =
  /(?<!\d|到|(?<!截)至)(?:19|20)\d\d(?=年(?!代)|\s?[一-龥]{2,12}?(?:马拉松|运动会|博览会|锦标赛|公开赛|大会|论坛|峰会|书展)|(?<=[—“《]\d{4})(?=[一-龥]{3}))/g;
// A limit in the first months of a year, which may be the one behind the year that the report names.
const EARLY_LIMIT = /截[至止]到?\s?[12]月/;

// What is over in February, so that the year that it is named with is the report's: takes 2020年春节; must not take 2020年底.
const NEW_YEAR = /(?:19|20)\d\d年(?:春节|元旦|新春|春运)/;
// The same of what a day of these months is the day of: takes 1月21日，全县2020年“三下乡”活动; must not take 1月21日发布的2019年总结.
const EVENT_OF_DAY = /[12]月\d{1,2}日[^。；]{0,30}?(?:19|20)\d\d年[^，。；]{2,24}?(?:活动|仪式|大会|启动)/;

// What a report of the first months calls the year that it names: takes 去年; must not take 去年底以来.
const LAST_YEAR = /去年(?!底|末)/;

const yearsOf = new WeakMap<readonly Line[], readonly number[]>();

/** The years that the lines name, each once; they are looked for once. */
function namedYears(lines: readonly Line[]): readonly number[] {
  const known = yearsOf.get(lines);
  if (known !== undefined) return known;
  const years = new Set(lines.flatMap(({ text }) => (text.match(NAMED_YEAR) ?? []).map(Number)));
  const found = [...years];
  yearsOf.set(lines, found);
  return found;
}

// Since when something is done: takes 2004 (自2004年以来, 于2004年); must not take 2019 (2019年).
const SINCE_YEAR =
  /(?<=[自从于])(?:19|20)\d\d(?=年)|(?<!\d)(?:19|20)\d\d(?=年(?:以来|起|至今|，?[^。；，\d]{0,14}(?:成立|启动|发起|创办|开始)))/g;

// When a body of long standing was founded: takes 1997 (1997年由某夫妇设立); must not take 2021 (2021年全市成立).
const FOUNDED_YEAR = /(?<!\d)(?:19|20)\d\d(?=年由[^。；，]{1,24}(?:设立|创[立办建]|成立|发起))/g;

/** The years that the lines speak of, without earlier ones since when something is done or founded. */
function reportedYears(lines: readonly Line[]): readonly number[] {
  const named = namedYears(lines);
  const founded = new Set(lines.flatMap(({ text }) => (text.match(FOUNDED_YEAR) ?? []).map(Number)));
  if (named.length < 2) return named.filter((year) => !founded.has(year));
  const all = lines
    .flatMap(({ text }) => (text.match(NAMED_YEAR) ?? []).map(Number))
    .filter((year) => !founded.has(year));
  const latest = named.reduce((last, year) => Math.max(last, year), -Infinity);
  for (const since of lines.flatMap(({ text }) => (text.match(SINCE_YEAR) ?? []).map(Number))) {
    const at = all.indexOf(since);
    if (at >= 0 && since < latest) all.splice(at, 1);
  }
  return [...new Set(all)];
}

/**
 * The only year that is spoken of; in January and February a report speaks of the year before, which it may say
 * (去年).
 */
function soleYear(lines: readonly Line[], month: number): number | null {
  const [year, ...others] = reportedYears(lines);
  if (
    month <= 3 &&
    year !== undefined &&
    others.length === 0 &&
    lines.some(({ text }) => LAST_YEAR.test(text))
  )
    return year + 1;
  if (month <= 2 && !lines.some(({ text }) => NEW_YEAR.test(text) || EVENT_OF_DAY.test(text))) return null;
  return others.length === 0 ? (year ?? null) : null;
}

/** Year and, where the title names a period (2021年度, 2021年上半年, 2022年1-6月, 2022年第三季度), the period's last day. */
function readTitleTime(title: string): TimeAnchor {
  // Takes 2021年 and 民国112年; must not take 12355.
  const opening = /(?:民[国國]\s?)?\d{2,4}\s?年|[〇○零一二三四五六七八九]{4}年/.exec(title);
  const written = opening === null ? null : readDate(title, opening.index, NO_TIME);
  if (written?.year == null) return NO_TIME;
  const { year, month, day } = written;
  const behind = title.slice(written.end);
  if (month !== null) return { date: isoDate(year, month, day), year };
  const last = lastMonth(behind);
  return { date: last === null ? null : isoDate(year, last, null), year };
}

// Takes 1-6月, 1月至6月 and 1、2月; must not take 1月6日.
const MONTHS = /^\s?\d{1,2}月?份?[-—~～至到、](\d{1,2})月/;
// Takes 前三季度, 第2季度 and 四季度; must not take 季度 alone.
const QUARTER = /^\s?(?:前|第)?([一二三四1-4])个?季度/;

/** The last month of the period that a year's number is followed by; null where none is named. */
function lastMonth(words: string): number | null {
  if (/^(?:度|全年|下半年)/.test(words)) return 12; // 2021年度; must not take 年内
  if (/^上半年/.test(words)) return 6; // 2021年上半年; must not take 上半场
  const quarter = QUARTER.exec(words)?.[1];
  if (quarter !== undefined) return 3 * ('一二三四'.indexOf(quarter) + 1 || Number(quarter));
  const month = Number(MONTHS.exec(words)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

/** The year of all the dates that the report writes out; null where it writes out none or several years. */
function onlyYear(lines: readonly Line[]): number | null {
  const years = new Set<string>();
  for (const { text } of lines) {
    // Takes 2020年2月7日, 2021年7月, 2022年第17期 and 〔2022〕9号; must not take 2022年计划.
    for (const [, year] of text.matchAll(
      /(?<!\d)((?:19|20)\d\d)(?:年(?:\d{1,2}月|第\d{1,3}期)|[〕\]]第?\d{1,4}号)/g,
    ))
      years.add(year!);
  }
  if (years.size !== 1) return null;
  const year = Number([...years][0]);
  // 1993年12月 in a report that also speaks of 2010年 is history
  return namedYears(lines).some((one) => one > year + 1) ? null : year;
}

/**
 * The date under the report or in its letterhead (`signed`); else its dateline, else the page's stamp, else the day
 * that it says it holds for, else the end of the period that its title names, else the day that it opens with. `source`
 * is the text before it was normalised, with the page’s furniture still in.
 */
export function findReportTime(
  lines: readonly Line[],
  title: string | null,
  signed: string | null,
  source: string,
): TimeAnchor {
  if (signed !== null) return { date: signed, year: Number(signed.slice(0, 4)) };
  const named = title === null ? NO_TIME : readTitleTime(title);
  const stamp = findStamp(lines) ?? findStamp(splitLines(source, { start: 0, end: source.length }));
  const year = named.year ?? onlyYear(lines);
  const date =
    findDateline(lines, stamp, year) ??
    stamp ??
    findDayOfAll(lines, year) ??
    named.date ??
    findOpeningDay(lines, year);
  if (date !== null) return { date, year: Number(date.slice(0, 4)) };
  const early = lines.some(({ text }) => EARLY_LIMIT.test(text));
  return { date, year: year ?? (early ? null : soleYear(lines, 12)) };
}
