/**
 * Text in; edits out that leave one mark where several stand (，, → ，  ，。 → 。) and turn straight double
 * quotes into “ and ” in lines that hold an even number of them.
 */
import type { Edit } from '../model.js';

// takes ，， and ，。 and 。。。; leaves ？！ and 。” and ——
const DOUBLED = /[，。；：、]{2,}|！{2,}|？{2,}/g;
const STRONGEST_FIRST = ['。', '；', '：', '，', '、'];

export function doubledPunctuation(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(DOUBLED)) {
    const [marks] = match;
    const strongest = STRONGEST_FIRST.find((mark) => marks.includes(mark)) ?? marks.charAt(0);
    edits.push({ start: match.index, end: match.index + marks.length, replacement: strongest });
  }
  return edits;
}

export function straightQuotes(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf('"'); at >= 0;) {
    const found = text.indexOf('\n', at);
    const lineEnd = found < 0 ? text.length : found;
    const inLine: number[] = [];
    for (; at >= 0 && at < lineEnd; at = text.indexOf('"', at + 1)) inLine.push(at);
    if (inLine.length % 2 !== 0) continue;
    inLine.forEach((start, i) => edits.push({ start, end: start + 1, replacement: i % 2 === 0 ? '“' : '”' }));
  }
  return edits;
}
