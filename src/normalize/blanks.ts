/**
 * Text in; edits out that remove blanks which carry nothing: around lines, and those that PDF writers and
 * OCR put between Han characters, digits, letters and Chinese punctuation.
 *
 * What stays: every blank between two digits (`1 000` is for quantify to read; that of 0. 5 goes) or two
 * letters, tabs, and in lines without sentence punctuation the single blanks between Han characters
 * (titles) and all wide gaps (columns).
 */
import type { Edit } from '../model.js';
import { isDigit, isHan, isLetter } from '../text/characters.js';

// takes every run of blanks; leaves tabs
const BLANKS = / +/g;
// takes 本周动员志愿者 50 人，发放 ; leaves 淮安市：齐聚力 暖人心
const PROSE = /[，。；！？]/;
/** Titles are no longer than this; a longer line without punctuation is prose that lost it. */
const LONGEST_TITLE = 60;

export function blanks(text: string): Edit[] {
  const edits: Edit[] = [];
  let lineEnd = -1;
  let lineStart = 0;
  let prose: boolean | null = null;
  for (const match of text.matchAll(BLANKS)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start > lineEnd) {
      lineStart = text.lastIndexOf('\n', start) + 1;
      const found = text.indexOf('\n', start);
      lineEnd = found < 0 ? text.length : found;
      prose = null;
    }
    if (start === lineStart || end === lineEnd) {
      edits.push({ start, end, replacement: '' });
      continue;
    }
    if (isDecimal(text, start, end)) {
      edits.push({ start, end, replacement: '' });
      continue;
    }
    const sides = sidesOf(text.charCodeAt(start - 1), text.charCodeAt(end));
    if (sides === 'keep') continue;
    prose ??= isProseLine(text, lineStart, lineEnd);
    if (prose || (sides === 'mixed' && end === start + 1)) edits.push({ start, end, replacement: '' });
    else if (sides === 'han' && isSpacedOut(text, start, end)) edits.push({ start, end, replacement: '' });
  }
  return edits;
}

// takes 0. (0. 5万元), which numbers no list; leaves 9. and 10.
const LEADING_ZERO = /(?<![\d.])0\.$/;

/** The blank stands behind the point of a decimal below one. */
const isDecimal = (text: string, start: number, end: number): boolean =>
  end === start + 1 &&
  isDigit(text.charCodeAt(end)) &&
  LEADING_ZERO.test(text.slice(Math.max(0, start - 3), start));

const isProseLine = (text: string, start: number, end: number): boolean =>
  end - start > LONGEST_TITLE || PROSE.test(text.slice(start, end));

const isChinesePunctuation = (code: number): boolean =>
  (code >= 0x3001 && code <= 0x3011) ||
  (code >= 0xff01 && code <= 0xff1f) ||
  (code >= 0x2018 && code <= 0x201d);

function sidesOf(left: number, right: number): 'keep' | 'han' | 'mixed' {
  if (isHan(left) && isHan(right)) return 'han';
  const chinese = isHan(left) || isHan(right) || isChinesePunctuation(left) || isChinesePunctuation(right);
  if (!chinese) return 'keep';
  const known = (code: number): boolean =>
    isHan(code) || isChinesePunctuation(code) || isDigit(code) || isLetter(code) || code === 0x25;
  return known(left) && known(right) ? 'mixed' : 'keep';
}

/** The blank stands in a word set with spaces, 总 结 报 告: three single characters in a row at least. */
function isSpacedOut(text: string, start: number, end: number): boolean {
  const single = (at: number): boolean =>
    isHan(text.charCodeAt(at)) && !isHan(text.charCodeAt(at - 1)) && !isHan(text.charCodeAt(at + 1));
  if (end !== start + 1 || !single(start - 1) || !single(end)) return false;
  return (
    (text.charCodeAt(start - 2) === 0x20 && single(start - 3)) ||
    (text.charCodeAt(end + 1) === 0x20 && single(end + 2))
  );
}
