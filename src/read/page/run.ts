/** A stretch of printed text: its place, the width that its text needs, and how it is cut in two. */

/** A stretch of text on one baseline; points, y downwards from the top of the page. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of the font; an em. */
  readonly size: number;
  /** Of text that was recognised in a picture: how sure, 0 to 100. */
  readonly confidence?: number;
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
