/** Takes the lines of a report; gives its head, its tail, its title and the body that issued it. */
import type { NormalizedSpan } from '../model.js';

/** A line that is not blank, trimmed, with its place in the normalised text. */
export interface Line extends NormalizedSpan {
  readonly text: string;
}

const HEAD_LINES = 12;
const TAIL_LINES = 12;

// Takes 共青团X市委员会, 江苏省文明办, 市卫生健康局, 某县民政局局长; must not take 一、组织领导, 官方网站 or a sentence.
export const BODY_NAME =
  /^[\p{L}\d（）()·*□ ]{2,40}(?:委员会|委|政府|办公室|办|文明办|局|厅|部|总工会|联合会|协会|红十字会|联|会|中心|指挥部|工作组|领导小组|团|校|学院|大学|医院|集团|公司|(?<!网)站|所|社|院|处|支部)(?:党组书记|[副正]?(?:书记|主任|局长|会长|主席|部长|站长))?$/u;
// Takes 汇报 (…工作汇报), 简报, 总结; must not take 现汇报如下.
const TITLE_WORD =
  /(?:汇报|报告|总结|情况|材料|简报|方案|通报|简讯|信息|纪实|综述|小结|做法|经验)(?:[（(].{0,12}[)）])?$/;
/** The lines of a stretch of text that hold words. */
export function splitLines(text: string, span: NormalizedSpan): Line[] {
  const lines: Line[] = [];
  for (let start = span.start; start < span.end;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > span.end ? span.end : newline;
    const raw = text.slice(start, end);
    const words = raw.trim();
    if (words !== '') {
      const from = start + raw.indexOf(words);
      lines.push({ start: from, end: from + words.length, text: words });
    }
    start = end + 1;
  }
  return lines;
}

/** First and last lines; a body of any length is not looked at. */
export const headOf = (lines: readonly Line[]): readonly Line[] => lines.slice(0, HEAD_LINES);
export const tailOf = (lines: readonly Line[]): readonly Line[] =>
  lines.slice(Math.max(0, lines.length - TAIL_LINES));

// What a newspaper or site says of itself: takes 国内统一刊号：CN64-0011, 主管主办, 江苏省委宣传部 主办, 《精神文明建设》第4期; must not take a headline.
// What stands in front of 主办 is looked at from there: few lines end so.
export const MASTHEAD =
  /刊号|邮发代号|主管主办|CN\d{2}-\d|(?:主办|主管)$(?<=^[^由\n\r\u2028\u2029]*)|^《[^》]{2,16}》\s?(?:\d{4}年)?第\s?\d{1,3}期/;

// What a headline tells and no body is called: takes 访 (副市长访总商会), 召开; must not take 信访局.
const TELLS = /(?<!信)访(?!问)|会见|考察|调研|慰问|捐赠|举办|召开|举行/;

const isBody = ({ text }: Line): boolean => BODY_NAME.test(text) && !MASTHEAD.test(text) && !TELLS.test(text);

/** A signature without a date: one of the last lines, or of the head, that is a body's name. */
export function findIssuer(lines: readonly Line[]): Line | null {
  const tail = lines.length > 3 ? tailOf(lines).slice(-4) : [];
  return [...tail].reverse().find(isBody) ?? headOf(lines).slice(0, 6).find(isBody) ?? null;
}

/** The first line of the head that reads like a report's title. */
export const findTitle = (lines: readonly Line[]): Line | null =>
  headOf(lines).find(
    ({ text }) => text.length <= 60 && !/[。；]/.test(text) && TITLE_WORD.test(text) && !MASTHEAD.test(text),
  ) ?? null;
