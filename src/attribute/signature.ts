/** Takes the lines of a report; gives the date that stands under it or in its letterhead, and the body that signs. */
import { NO_TIME, isoDate, readDate } from './dates.js';
import { BODY_NAME, type Line, headOf, tailOf } from './report-lines.js';

interface DateLine {
  readonly date: string;
  /** What stands in front of the date on its line. */
  readonly rest: Line;
}

/*
 * What stands beside the date of an issue and says nothing.
 * Takes 第2期, 总第15期, 第4版, 印发, 整理, 根据录音整理, 《某日报》, brackets; must not take 发布.
 */
const ISSUE =
  /总?第?\s?[\d一二三四五六七八九十]{1,4}\s?[期版]|《[^》]{2,12}[报刊讯]》|星期[一二三四五六日天]|印发?|签发|(?:根据录音)?整理|[（()）【】[\]，,、\s]/g;

// Behind the date of a line in brackets: takes ，东营） ((2019年1月22日，东营）); must not take ，据悉…）.
const PLACE_BEHIND = /^[，,、 ]\s?\p{Script=Han}{2,5}[)）]$/u;

// Takes the first year of 共青团X市委 2020年3月5日; must not take 12355.
const OPENING = /(?:民[国國]\s?)?\d{2,4}\s?[年./-]|[〇○零一二三四五六七八九]{4}年/g;

/** A line that is a date, alone or beside the name of the body that signs and the number of the issue. */
function readDateLine(line: Line): DateLine | null {
  if (line.text.length > 60) return null;
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(line.text); opening !== null; opening = OPENING.exec(line.text)) {
    const { index } = opening;
    const written = readDate(line.text, index, NO_TIME);
    if (written?.year == null || written.month === null || written.day === null) continue;
    const behind = line.text.slice(written.end);
    if (behind.replace(ISSUE, '') !== '' && !(index === 1 && PLACE_BEHIND.test(behind))) continue;
    const date = isoDate(written.year, written.month, written.day);
    const before = line.text.slice(0, index);
    const rest = before.replace(ISSUE, '') === '' ? '' : before.replace(/[(（【[\s]+$/, '');
    if (date === null || (rest !== '' && !BODY_NAME.test(rest))) continue;
    return { date, rest: { start: line.start, end: line.start + rest.length, text: rest } };
  }
  return null;
}

// What a page is headed with on the day it was looked at: takes 2023年11月23日 星期四; must not take 2023年11月23日.
const CLOCK = /^(?:今天是)?\s?\d{4}年\d{1,2}月\d{1,2}日\s?[，,]?\s?星期[一二三四五六日天]/;

export interface Signature {
  /** ISO date. */
  readonly date: string;
  readonly issuer: Line | null;
}

/** The signature's date and body; looked for in the last lines from below, then in the head. */
export function findSignature(lines: readonly Line[]): Signature | null {
  const sign = (all: readonly Line[], i: number): Signature | null => {
    const dated = readDateLine(all[i]!);
    if (dated === null) return null;
    const above = all[i - 1];
    const issuer = dated.rest.text !== '' ? dated.rest : above && BODY_NAME.test(above.text) ? above : null;
    return { date: dated.date, issuer };
  };
  // a site's own clock says nothing of the report
  const said = (part: readonly Line[]): Line[] => part.filter(({ text }) => !CLOCK.test(text));
  const tail = said(tailOf(lines));
  const head = said(headOf(lines));
  for (let i = tail.length - 1; i >= 0; i -= 1) {
    const found = sign(tail, i);
    if (found !== null) return found;
  }
  for (let i = 0; i < head.length; i += 1) {
    const found = sign(head, i);
    if (found !== null) return found;
  }
  return null;
}
