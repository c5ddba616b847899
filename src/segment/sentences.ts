/** A stretch of normalised text in; its sentences with their clauses out. */
import type { NormalizedSpan } from '../model.js';
import { isBlank, isCloser, isDigit, isHan, isLetter, isSentenceEnd } from '../text/characters.js';
import { findMark } from './marks.js';

export interface SentenceParts {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly NormalizedSpan[];
}

/** A stretch without a stop is cut at the next clause beyond this, and anywhere beyond the double. */
const LONGEST = 400;
const LINE_END = 0x0a;
const SEMICOLON = 0xff1b;

/**
 * Sentences end at 。！？, at a line end, and at ； where the next item of an enumeration starts (；二是).
 * Closing quotes and brackets stay with what they close. Clauses end at ，；： and , ; : outside of numbers
 * and times, and at tabs and wide gaps; 、 separates no clauses. Text without stops (bad OCR, lists) is cut, so that
 * what looks around in a sentence stays cheap and a quote can be read.
 */
export function findSentences(text: string, from: number, to: number): SentenceParts[] {
  const sentences: SentenceParts[] = [];
  let clauses: NormalizedSpan[] = [];
  let sentenceStart = from;
  let clauseStart = from;
  const endClause = (end: number): void => {
    const clause = trimClause(text, clauseStart, end);
    if (clause) clauses.push(clause);
  };
  const endSentence = (end: number): void => {
    if (clauses.length > 0) {
      const start = skipSpace(text, sentenceStart, end);
      sentences.push({ start, end: trimEnd(text, start, end), clauses });
      sentenceStart = end;
    }
    clauses = [];
    clauseStart = end;
  };
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (i - sentenceStart >= 2 * LONGEST && isHan(code) && mayBreakAfter(text, i - 1)) {
      endClause(i);
      endSentence(i);
    }
    if (!SEPARATES[code] || isInsideNumber(text, i, code)) continue;
    if (isBlank(code) && !isBlank(text.charCodeAt(i + 1))) continue;
    endClause(i);
    clauseStart = i + 1;
    const ends =
      isSentenceEnd(code) ||
      code === LINE_END ||
      i - sentenceStart >= LONGEST ||
      (code === SEMICOLON && findMark(text, i + 1, to)?.inline === true);
    if (!ends) continue;
    while (i + 1 < to && (isSentenceEnd(text.charCodeAt(i + 1)) || isCloser(text.charCodeAt(i + 1)))) i++;
    endSentence(i + 1);
  }
  endClause(to);
  endSentence(to);
  return sentences;
}

const NUMERALS = '〇零一二三四五六七八九十百千万亿两几多余第';

/** Between two Han characters that are no part of a number. */
const mayBreakAfter = (text: string, i: number): boolean =>
  isHan(text.charCodeAt(i)) && !NUMERALS.includes(text.charAt(i));

const SEPARATES = new Uint8Array(0x10000);
for (const char of '。！？，；：,;:\t\n \u3000\u00a0') SEPARATES[char.charCodeAt(0)] = 1;

/** 59,169 and 12:30; also the slash of http:// starts no clause. */
function isInsideNumber(text: string, i: number, code: number): boolean {
  if (code > 0x80 || isBlank(code)) return false;
  const next = text.charCodeAt(i + 1);
  return (isDigit(text.charCodeAt(i - 1)) && isDigit(next)) || next === 0x2f;
}

const isSpace = (code: number): boolean => isBlank(code) || code === LINE_END || code === 0x09;

function skipSpace(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  return start;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Null where no word, digit or mark that may blank a number out is left. */
function trimClause(text: string, from: number, to: number): NormalizedSpan | null {
  const start = skipSpace(text, from, to);
  const end = trimEnd(text, start, to);
  for (let i = start; i < end; i++) if (isWord(text.charCodeAt(i))) return { start, end };
  return null;
}

/** Anything but punctuation; □ ○ * × stand for numbers that were blanked out. */
const isWord = (code: number): boolean =>
  isHan(code) ||
  isDigit(code) ||
  isLetter(code) ||
  code === 0x2a ||
  (code > 0xa0 && (code < 0x2010 || code > 0x206f) && !(code >= 0x3000 && code <= 0x303f) && code < 0xff00);
