/**
 * Text and blocks in; edits out that join what a line break cut in the middle of a sentence.
 *
 * In hard-wrapped text a line that reaches the usual width and breaks off goes on in the next. Elsewhere
 * only what cannot be otherwise is joined: behind a comma, before closing punctuation, inside a number.
 * A blank line in between asks for the same and for prose on both sides. Cells, headings, notes,
 * furniture, table rows and anything before a list mark stay apart.
 */
import type { Edit } from '../model.js';
import { isDigit, isHan, isLetter } from '../text/characters.js';
import {
  breaksOff,
  findLines,
  isCutSentence,
  isEmpty,
  isProse,
  joint,
  startsItem,
  type Line,
} from './lines.js';
import type { PassContext } from './pass.js';

// takes ，并 and 。; leaves “你好
const CONTINUATION = /^[，。；：、！？）》”’%]/;
// takes 余元, 万元: nothing starts so; leaves 名单, 多次
const REMAINDER =
  /^(?:余|多[名位个人元万亿家支条篇次件场户份]|[万亿][余元多人名次份件户]|元|平方米|人次|公里)/;
// takes 名，共走访 and 支。 ; leaves 名单如下 and 场次
const MEASURE = /^[名位个人家支条篇次件场户份部辆只箱](?:[，。；、）])/;
// takes a tab, or two wide gaps: 街道  人数  金额; leaves 省 市
const TABLE_ROW = /\t|(?<! ) {2,}\S+ {2,}/;

export function lineJoins(text: string, context: PassContext): Edit[] {
  const lines = findLines(text, context.blocks());
  if (lines.length < 2) return [];
  const fullWidth = findWrapWidth(text, lines);
  const edits: Edit[] = [];
  let previous: Line | null = null;
  let blanks = 0;
  for (const line of lines) {
    if (isEmpty(line)) {
      blanks++;
      continue;
    }
    if (previous && goesOn(text, previous, line, blanks, fullWidth)) {
      edits.push({
        start: previous.end,
        end: line.start,
        replacement: joint(text, previous.end, line.start),
      });
    }
    previous = line;
    blanks = 0;
  }
  return edits;
}

function goesOn(text: string, before: Line, after: Line, blanks: number, fullWidth: number | null): boolean {
  if (!isProse(before) || !isProse(after) || blanks > 1) return false;
  if (isNumber(text, before) && isMeasureWord(text, after)) return blanks === 0;
  if (!breaksOff(text, before) && !CONTINUATION.test(text.charAt(after.start))) return false;
  if (startsItem(text, after) || isTableRow(text, before) || isTableRow(text, after)) return false;
  if (isEntry(text, before) && isEntry(text, after)) return false;
  if (CONTINUATION.test(text.charAt(after.start))) return blanks === 0 || isCutSentence(text, before);
  if (cannotEnd(text, before, after)) return true;
  const full = fullWidth !== null && displayWidth(text, before) >= fullWidth;
  return full && (blanks === 0 || isCutSentence(text, before));
}

/** Wherever the lines are cut: behind a comma or an opening mark, or between a number and its measure word. */
function cannotEnd(text: string, before: Line, after: Line): boolean {
  const last = text.charAt(before.end - 1);
  if ('，、（“‘《'.includes(last)) return startsWithWord(text, after);
  if (isDigit(last.charCodeAt(0))) {
    const next = text.slice(after.start, after.start + 3);
    return (REMAINDER.test(next) || MEASURE.test(next)) && !isNumber(text, before);
  }
  // 突击队 + 1800余支: a number starts no sentence here, unless it is a date or a list
  return (
    isCutSentence(text, before) &&
    isDigit(text.charCodeAt(after.start)) &&
    startsWithCount(text, after) &&
    breaksOffWithHan(text, before)
  );
}

/** A line that is only a number may be a table's cell. */
const isNumber = (text: string, line: Line): boolean =>
  /^[\d.,% ]*\d[\d.,% ]*[万亿]?\+?$/.test(text.slice(line.start, line.end));

// takes 人次, 场, 万元 as a whole line, and 辆流动图书车 below a number; leaves 人员 and 名单
const MEASURE_LINE =
  /^(?:人次|人|名|支|个|家|场|篇|条|部|期|[万亿]?元|小时|册|份|件|辆|户|平方米)(?![一-龥]*[：:])(?:$|[^员单额次户][一-龥]{1,8}$)/;

/** Large figures of a page are set with their measure word on the line below. */
const isMeasureWord = (text: string, line: Line): boolean =>
  line.end - line.start <= 10 && MEASURE_LINE.test(text.slice(line.start, line.end));

const startsWithWord = (text: string, line: Line): boolean => {
  const code = text.charCodeAt(line.start);
  return isHan(code) || isDigit(code) || isLetter(code) || '“‘"（《'.includes(text.charAt(line.start));
};

const breaksOffWithHan = (text: string, line: Line): boolean => isHan(text.charCodeAt(line.end - 1));

const startsWithCount = (text: string, line: Line): boolean =>
  // takes 1800 余支, 3.5万名; leaves 2020年, 3月5日, 12355
  /^\d[\d,.]* ?(?:[余多几]|[万亿]|[名位个人元家支条篇次件场户份部辆])/.test(
    text.slice(line.start, Math.min(line.end, line.start + 16)),
  );

const isTableRow = (text: string, line: Line): boolean => TABLE_ROW.test(text.slice(line.start, line.end));

// takes 义工人数：526 and 服务时数：6,424小时; leaves 目前进展如下：各县已
const ENTRY = /^[^，。；：]{1,24}：[^，。；：]{0,4}\d[^，。；：]{0,12}$/;

/** A line of a list of labels and numbers: two of them never make one sentence. */
const isEntry = (text: string, line: Line): boolean => ENTRY.test(text.slice(line.start, line.end));

/** Of the line, in half-width characters. */
function displayWidth(text: string, line: Line): number {
  let width = 0;
  for (let i = line.start; i < line.end; i++) width += text.charCodeAt(i) < 0x2000 ? 1 : 2;
  return width;
}

const NARROWEST = 24;
const WIDEST = 200;
/** Lines as full as this below the widest still count as full: a number or a word did not fit in. */
const SLACK = 6;

/**
 * The least width of a full line in hard-wrapped text, in half-width characters; null where the text is
 * not wrapped. Wrapped text has many lines of nearly one width, most of them cut off, and hardly any beyond.
 */
function findWrapWidth(text: string, lines: readonly Line[]): number | null {
  const cut = new Uint32Array(WIDEST + 1);
  const widths: number[] = [];
  let cutLines = 0;
  let beyond = 0;
  let prose = 0;
  for (const line of lines) {
    if (isEmpty(line) || !isProse(line)) continue;
    prose++;
    widths.push(line.end - line.start > WIDEST ? WIDEST + 1 : displayWidth(text, line));
    // a heading ends without a stop, too
    if (startsItem(text, line) && !isCutSentence(text, line)) continue;
    if (!breaksOff(text, line)) {
      if (line.end - line.start > WIDEST / 2 + SLACK) beyond++;
      continue;
    }
    const width = widths.at(-1)!;
    if (width < NARROWEST) continue;
    if (width > WIDEST) beyond++;
    else {
      cut[width]!++;
      cutLines++;
    }
  }
  if (cutLines < 3 || beyond * 5 > prose) return null;
  let bestWidth = 0;
  let bestCount = 0;
  let window = 0;
  for (let width = 0; width <= WIDEST; width++) {
    window += cut[width]! - (width > SLACK ? cut[width - SLACK - 1]! : 0);
    if (window > 0 && window >= bestCount) {
      bestWidth = width;
      bestCount = window;
    }
  }
  const wider = widths.filter((width) => width > bestWidth + SLACK).length;
  const enough =
    wider * 10 <= prose && bestCount >= 3 && bestCount * 10 >= cutLines * 6 && bestCount * 4 >= prose;
  return enough ? bestWidth - SLACK : null;
}
