/** Takes the sentences of a report and its date; gives the dates that its figures hold for. */
import type { AsOf, Sentence } from '../model.js';
import { NO_TIME, type TimeAnchor, type WrittenDate, dayBefore, readDate, resolveDate } from './dates.js';

/*
 * Only 截至 and its like date a figure. A period (上半年, 2月1日至15日) does not: its figures hold for the date of
 * the report that states them, as all others do.
 */

/** A date that governs the figures of its sentence and the rest of its paragraph. */
export interface DateMark {
  readonly start: number;
  readonly end: number;
  /** Index of its sentence. */
  readonly sentence: number;
  /** It says of itself that it governs all figures of its report (以上数据统计至…). */
  readonly wholeReport: boolean;
  readonly asOf: AsOf;
  readonly flag: string | null;
}

/*
 * Words that a date follows. Takes 截至 (截至3月3日), 截止到, 统计至, 到 (到2月13日17:00截止), 至 at the start of a clause;
 * must not take 截止日期, nor the 至 of 20至30名.
 */
const LEAD =
  /截(?:至|止至?)到?|统计[至到]|[至到](?=(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，。；]{0,6}(?:截[至止]|为止|止))|(?:累计)?[至到](?=今?\d|去年)(?<=(?:^|[，,。；;：:、（(\s])(?:累计)?[至到])/g;
// Takes 截至目前, 目前 and 迄今 at the start of a clause; must not take 目前 inside one (是目前最大的).
const NOW =
  /截[至止]到?(?:目前|当前|现在|今[日天]?|发稿)|到?(?:目前|至今|迄今|当前)(?<=(?:^|[，,。；;：:（(\s])到?(?:目前|至今|迄今|当前))/g;
// Takes 截至昨日, 截止到昨天; must not take 截至昨晚的会议's 会议, nor 昨日 alone.
const YESTERDAY = /截[至止]到?昨[日天晚]?/g;
// What the figures of a whole report are called, in front of 截至: takes 以上数据, 下列统计; must not take 以上.
const ALL_FIGURES =
  /(?:以[上下]|上述|下[列述]|本[表文页])[^，。；：]{0,4}(?:数据|数字|统计|情况|内容)[^，。；：]{0,4}$/;
// Behind the date: takes 的有关情况公布如下 (现将截至4月30日的…); must not take ，共有…，情况如下.
const AS_FOLLOWS = /^[^，。；：]{0,24}如下/;

const UNKNOWN: AsOf = { date: null, method: 'none' };

/** The figures of a report without a date of their own. */
export const reportAsOf = (anchor: TimeAnchor): AsOf =>
  anchor.date === null ? UNKNOWN : { date: anchor.date, method: 'report-date' };

function asOfWritten(written: WrittenDate, anchor: TimeAnchor): { asOf: AsOf; flag: string | null } {
  const resolved = resolveDate(written, anchor);
  if (resolved.kind === 'impossible') return { asOf: reportAsOf(anchor), flag: 'date-impossible' };
  if (resolved.kind === 'no-year') return { asOf: UNKNOWN, flag: 'date-year-unknown' };
  const method = resolved.yearInferred ? 'stated-year-inferred' : 'stated';
  return { asOf: { date: resolved.date, method }, flag: null };
}

type Found = Omit<DateMark, 'sentence'>;

// What each of the patterns above needs; few sentences hold it, and to look for it costs less than to look for the
// words. Takes 截至, 目前, 到2 (到2月13日); must not take 到场.
const POSSIBLE = /截(?=[至止])|统计(?=[至到])|[至到](?=[今去\d])|目前|迄今|当前/g;

function* marksOf(text: string, anchor: TimeAnchor): Generator<Found> {
  yield* leadsOf(text, anchor);
  yield* nowsOf(text, anchor);
}

function* leadsOf(text: string, anchor: TimeAnchor): Generator<Found> {
  for (const lead of text.matchAll(LEAD)) {
    const { index: start } = lead;
    const at = start + lead[0].length;
    const space = /\s?/y;
    space.lastIndex = at;
    const written = readDate(text, at + (space.exec(text)?.[0].length ?? 0), anchor, true);
    if (written === null) continue;
    const wholeReport =
      ALL_FIGURES.test(text.slice(Math.max(0, start - 16), start + 2)) ||
      AS_FOLLOWS.test(text.slice(written.end, written.end + 32));
    yield { start, end: written.end, wholeReport, ...asOfWritten(written, anchor) };
  }
}

function* nowsOf(text: string, anchor: TimeAnchor): Generator<Found> {
  for (const now of text.matchAll(NOW))
    yield {
      start: now.index,
      end: now.index + now[0].length,
      wholeReport: false,
      asOf: reportAsOf(anchor),
      flag: null,
    };
  if (!text.includes('昨')) return;
  for (const { index: start, 0: words } of text.matchAll(YESTERDAY)) {
    const asOf: AsOf =
      anchor.date === null ? UNKNOWN : { date: dayBefore(anchor.date), method: 'stated-year-inferred' };
    yield { start, end: start + words.length, wholeReport: false, asOf, flag: null };
  }
}

/** The sentences in which a mark may stand. */
function* likelySentences(text: string, sentences: readonly Sentence[]): Generator<[Sentence, number]> {
  let index = 0;
  for (const { index: at } of text.matchAll(POSSIBLE)) {
    while (index < sentences.length && sentences[index]!.span.end <= at) index += 1;
    const sentence = sentences[index];
    if (sentence === undefined) return;
    if (sentence.span.start > at) continue;
    yield [sentence, index];
    index += 1;
  }
}

/** All marks of a document, in order; `anchors` are the reports', by index. */
export function findDateMarks(
  text: string,
  sentences: readonly Sentence[],
  anchors: readonly TimeAnchor[],
): DateMark[] {
  return [...likelySentences(text, sentences)].flatMap(([{ span, report }, index]) => {
    const words = text.slice(span.start, span.end);
    return [...marksOf(words, anchors[report] ?? NO_TIME)]
      .map((mark) => ({
        ...mark,
        start: mark.start + span.start,
        end: mark.end + span.start,
        sentence: index,
      }))
      .sort((a, b) => a.start - b.start);
  });
}
