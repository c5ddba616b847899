/** A text and a place in it → the time of day written there. */
import { numberOf, two } from './iso-date.js';
import { matchAt, sticky, type Recognised } from './recognised.js';

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|零)';
// takes 10:30 · 17：00 · 08:15:30; leaves 3:1, 12:345
const COLON = sticky('(\\d{1,2})[:：]([0-5]\\d)(?:[:：]([0-5]\\d))?(?![\\d:：])');
// takes 10时30分 · 17时 · 20时许; leaves 24小时, 3时间
const HOUR = sticky(`(${N})时(?![间期刻长代数段速任节候机常])(?:(${N})分(?![之钟个])(?:(${N})秒)?)?`);
// takes 8点30分 · 8点半 · 九点钟 · 九点二十; leaves 5点建议, 3点五万
const POINT = sticky(
  `(${N})点(?:(${N})分(?![之钟个])|(半|整|钟|一刻|三刻)|([零一二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])(?=$|[^一-龥]|[前后左]))?`,
);
/** What may follow a bare 9点 so that it is no count of points. */
// takes ， · 左右 · 至; leaves 建议
const AFTER_POINT = /^(?:$|[，。、；）)”\-—～~至到\n]|前|后|许|左右|以前|以后|开始|准时|起|多(?!点))/;
/** What stands in front of an hour. */
// takes 上午 · 今晚; leaves 共
const DAYTIME = /[午晨早晚夜日天上]$/;

// takes 零五; leaves 零, 十五
const LEADING_ZERO = /^[零〇](?=.)/;
const MINUTES: Readonly<Record<string, number>> = { 半: 30, 整: 0, 钟: 0, 一刻: 15, 三刻: 45 };

function clock(hour: number, minute: number, second: number | null): string | null {
  if (hour > 24 || minute > 59 || (second ?? 0) > 59) return null;
  return `T${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`;
}

/** The time at `at` as `T10:30`, or null. */
export function findClock(text: string, at: number): Recognised | null {
  const made = (match: RegExpExecArray, value: string | null): Recognised | null =>
    value === null ? null : { kind: 'time', end: at + match[0].length, value };
  const colon = matchAt(COLON, text, at);
  if (colon) {
    const [, hour = '', minute = '', second] = colon;
    return made(colon, clock(Number(hour), Number(minute), second === undefined ? null : Number(second)));
  }
  const full = matchAt(HOUR, text, at);
  if (full) {
    const [, hour = '', minute, second] = full;
    return made(
      full,
      clock(
        numberOf(hour.replace('零', '〇')),
        minute ? numberOf(minute) : 0,
        second ? numberOf(second) : null,
      ),
    );
  }
  const point = matchAt(POINT, text, at);
  if (!point) return null;
  const [whole, hour = '', minute, word, spoken] = point;
  const before = text.slice(Math.max(0, at - 1), at);
  const end = at + whole.length;
  const bare = minute === undefined && word === undefined;
  // 零点零一 and 八点零五 are decimals unless the time of day is said
  if (spoken?.startsWith('零') && !DAYTIME.test(before)) return null;
  if (bare && spoken === undefined && !AFTER_POINT.test(text.slice(end, end + 3)) && !DAYTIME.test(before))
    return null;
  const minutes = minute
    ? numberOf(minute)
    : word
      ? MINUTES[word]!
      : spoken
        ? numberOf(spoken.replace(LEADING_ZERO, ''))
        : 0;
  return made(point, clock(numberOf(hour), minutes, null));
}
