/** Takes the text items of a page; gives runs of upright text with their places, and what stands askew. */
import { cleanText } from '../source-document.js';
import { multiply, type Matrix, type Page } from './engine.js';

/** A stretch of text on one baseline; points, y downwards from the top of the page. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of the font; an em. */
  readonly size: number;
}

export interface PageRuns {
  readonly runs: readonly Run[];
  /** Text that is turned, e.g. a watermark; in the order of the file. */
  readonly askew: string;
}

// A radical that stands for the ideograph of the same shape, as some fonts map their glyphs: takes '⼀' (U+2F00), not '一'.
const RADICAL = /[\u2F00-\u2FD5]/g;
// What few items hold, so that most are left alone: takes a radical, NUL, CR and half pairs, not '一'.
const UNCLEAN = /[\0\r\uD800-\uDFFF\u2F00-\u2FD5]/;

const cleanItem = (text: string): string =>
  UNCLEAN.test(text) ? cleanText(text).replace(RADICAL, (sign) => sign.normalize('NFKC')) : text;

/** More than any page is points wide. */
const PLACES = 65_536;

/** Places the items of a page, without blanks and without second strikes that only make text bold. */
export function readRuns(page: Page): PageRuns {
  const runs: Run[] = [];
  const askew: string[] = [];
  const seen = new Map<number, string>();
  for (const item of page.items) {
    if (item.str.trim() === '') continue;
    const matrix = multiply(page.transform, item.transform as unknown as Matrix);
    const text = cleanItem(item.str);
    const size = Math.hypot(matrix[2], matrix[3]);
    if (Math.abs(matrix[1]) > 0.1 * size || matrix[0] <= 0 || size === 0) {
      askew.push(text);
      continue;
    }
    const [left, y] = [matrix[4], matrix[5]];
    const place = Math.round(y) * PLACES + Math.round(left);
    if (seen.get(place) === text) continue;
    seen.set(place, text);
    runs.push({ text, left, right: left + item.width, y, size });
  }
  return { runs, askew: askew.join('') };
}

/** The width that text needs at a font size: ASCII about half an em, everything else one. */
export function estimateWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += char.codePointAt(0)! < 0x80 ? 0.55 : 1;
  return ems * size;
}

// What goes to the next line as a whole, with the brackets before and the punctuation behind it:
// takes '1200' of '1200名', '全，' of '全，市', '（一）' of '（一）全', '料.docx》' of '料.docx》由', not '全市'.
const UNBREAKABLE =
  /^[“‘（《〈【〔「『([{]*(?:[\p{Script=Latin}\d.,:%|_/@#&+~-]+|.)?(?:[，。、；：？！”’）》〉】〕」』％,.;:?!)\]}]+[\p{Script=Latin}\d]*)*/u;
/** However long a word is, printers break it at some length, in ems. */
const LONGEST_WORD = 12;

/** The width of what comes first in a text and cannot be broken at a line end. */
export const unbreakableWidth = (text: string, size: number): number =>
  Math.min(estimateWidth(UNBREAKABLE.exec(text)?.[0] ?? '', size), LONGEST_WORD * size);

/** Cuts a run in two at `x`, at the nearest place between two characters. */
export function cutRun(run: Run, x: number): Run[] {
  const chars = Array.from(run.text);
  const scale = (run.right - run.left) / Math.max(estimateWidth(run.text, 1), 0.01);
  let at = run.left;
  let index = 0;
  while (index < chars.length) {
    const width = estimateWidth(chars[index]!, 1) * scale;
    if (at + width / 2 > x) break;
    at += width;
    index += 1;
  }
  const first = { ...run, text: chars.slice(0, index).join(''), right: at };
  const second = { ...run, text: chars.slice(index).join(''), left: at };
  return [first, second].filter((part) => part.text.trim() !== '');
}
