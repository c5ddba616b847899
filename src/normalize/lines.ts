/** A text with its blocks in, its lines out: where each stands, without the blanks around it, and of what kind. */
import type { BlockKind } from '../model.js';
import { isBlank, isCloser, isDigit, isHan, isLetter } from '../text/characters.js';
import type { PlacedBlock } from './pass.js';

export interface Line {
  /** Without blanks and tabs around it; start = end where it is blank. */
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  /** Index of the block that it starts in; -1 outside of all. */
  readonly block: number;
}

const isGap = (code: number): boolean => isBlank(code) || code === 0x09;

export function findLines(text: string, blocks: readonly PlacedBlock[]): Line[] {
  const lines: Line[] = [];
  let block = 0;
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    let start = from;
    let end = to;
    while (start < end && isGap(text.charCodeAt(start))) start++;
    while (end > start && isGap(text.charCodeAt(end - 1))) end--;
    while (block < blocks.length && blocks[block]!.end <= start) block++;
    const holder = blocks[block];
    const inside = holder !== undefined && holder.start <= start;
    lines.push({ start, end, kind: inside ? holder.kind : 'paragraph', block: inside ? block : -1 });
    from = to + 1;
  }
  return lines;
}

export const isEmpty = (line: Line): boolean => line.start === line.end;

/** Prose that may run on: no cell, heading, note or page furniture. */
export const isProse = (line: Line): boolean => line.kind === 'paragraph' || line.kind === 'textbox';

/**
 * The line breaks off in the middle of a sentence: it ends with a word, a comma or an opening mark.
 * Behind a closing quote or bracket a sentence may go on as well.
 */
export function breaksOff(text: string, line: Line): boolean {
  if (isEmpty(line)) return false;
  const last = text.charCodeAt(line.end - 1);
  if (isHan(last) || isDigit(last) || isLetter(last) || last === 0x25) return true;
  const char = text.charAt(line.end - 1);
  if (isCloser(last)) return !'。！？；'.includes(text.charAt(line.end - 2));
  return '，、（“‘《—-'.includes(char);
}

/** The line has a sentence or clause end inside, so what breaks off at its end is prose and no title. */
export function isCutSentence(text: string, line: Line): boolean {
  if (!breaksOff(text, line)) return false;
  const words = text.slice(line.start, line.end);
  // takes 完成采样。目前已 and 组织力量，深入一线，走访; leaves 一、主要做法
  return /[。；！？]|，[^]*，/.test(words);
}

// takes 一、 （二） 3. 4、 （5） 第一， 一是 ①; leaves 3.5万 and 一批
const MARKER =
  /^(?:[一二三四五六七八九十百]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:[.．](?!\d)|、|）)|（\d{1,2}）|第[一二三四五六七八九十百]{1,3}[章节条部、，]|[一二三四五六七八九十]是|[①-⑳]|首先，|其次，|[-*+•●■◆▪◦➢➤√★►▶·] ?(?=\D)|#{1,6} |【|附件|附：|报：|送：|发：|抄送|主送|主报)/;

/** Starts with a heading's or list item's mark, so that it never continues the line before. */
export const startsItem = (text: string, line: Line): boolean =>
  MARKER.test(text.slice(line.start, Math.min(line.end, line.start + 12)));

/** What replaces the stretch between two halves of a sentence: two Latin words or two numbers stay apart. */
export function joint(text: string, leftEnd: number, rightStart: number): '' | ' ' {
  const left = text.charCodeAt(leftEnd - 1);
  const right = text.charCodeAt(rightStart);
  return (isDigit(left) && isDigit(right)) || (isLetter(left) && isLetter(right)) ? ' ' : '';
}
