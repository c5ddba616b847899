/** Takes printed lines in reading order and their measures; gives the paragraphs that were broken into them. */
import type { PageStart, PartLine } from '../source-document.js';
import type { TextLine } from './flow.js';
import { lineJoint, printedLine, textOfLine } from './lines.js';
import type { Measures } from './measures.js';
import { unbreakableWidth } from './run.js';

export interface Paragraph {
  readonly text: string;
  readonly pages: readonly PageStart[];
  readonly lines: readonly PartLine[];
  readonly heading: boolean;
}

interface Draft {
  readonly first: TextLine;
  /** Where lines after the first one start in this frame; null as long as there is none. */
  left: number | null;
  pitch: number | null;
  last: TextLine;
  /** The lines' texts and what goes between them; joined once, at the end. */
  readonly texts: string[];
  length: number;
  readonly pages: PageStart[];
  readonly lines: PartLine[];
}

// The end of a sentence: takes '。', '。”' and '；', not '，'.
const SENTENCE_END = /[。！？!?；;：:…][”’"')）】》」』]*$/;
// A list label: takes '一、', '（二）', '3.', '④', '•', not '一是' nor '2020年'.
const LABEL = /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|[①-⑳]|[•●○■□◆◇▪➢])/;
/** A heading is set at least this much larger than the body, and is no longer than this. */
const HEADING_SIZE = 1.15;
const LONGEST_HEADING = 100;

/** Joins the lines of one stretch of text without tables in it. */
export function joinParagraphs(lines: readonly TextLine[], measures: Measures): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let draft: Draft | null = null;
  for (const line of lines) {
    const text = textOfLine(line);
    if (text === '') continue;
    if (draft && continues(draft, line, text, measures)) extend(draft, line, text);
    else {
      if (draft) paragraphs.push(finish(draft, measures));
      const pages = [{ offset: 0, page: line.page }];
      const lines = [printedLine(line.runs, line.page, 0, text.length)];
      const { length } = text;
      draft = { first: line, left: null, pitch: null, last: line, texts: [text], length, pages, lines };
    }
  }
  if (draft) paragraphs.push(finish(draft, measures));
  return paragraphs;
}

function extend(draft: Draft, line: TextLine, text: string): void {
  const joint = lineJoint(draft.texts.at(-1)!, text);
  draft.length += joint.length;
  if (line.page !== draft.last.page) draft.pages.push({ offset: draft.length, page: line.page });
  draft.lines.push(printedLine(line.runs, line.page, draft.length, text.length));
  draft.length += text.length;
  draft.texts.push(joint, text);
  if (isBelow(draft.last, line)) draft.pitch = line.y - draft.last.y;
  if (line.frame !== draft.last.frame) draft.left = line.left;
  draft.left ??= line.left;
  draft.last = line;
}

function finish(draft: Draft, { bodySize }: Measures): Paragraph {
  const { pages, lines, first } = draft;
  const text = draft.texts.join('');
  const heading =
    first.size >= HEADING_SIZE * bodySize && text.length <= LONGEST_HEADING && !/[。；，]$/.test(text);
  return { text, pages, lines, heading };
}

const isBelow = (above: TextLine, line: TextLine): boolean =>
  above.page === line.page && above.frame === line.frame && line.y > above.y;

/** Whether a line goes on where the paragraph's last line was full. */
function continues(draft: Draft, line: TextLine, text: string, measures: Measures): boolean {
  const { last } = draft;
  if (Math.abs(line.size - last.size) > 0.08 * last.size) return false;
  if (isBelow(last, line) && line.y - last.y > 1.3 * expectedPitch(draft, measures)) return false;
  return isFull(draft, text, measures) && startsBelow(draft, line, text, measures);
}

function expectedPitch({ pitch, last }: Draft, measures: Measures): number {
  if (pitch !== null) return pitch;
  const isBody = Math.abs(last.size - measures.bodySize) <= 0.08 * last.size;
  return isBody && measures.pitch !== null ? measures.pitch : 2 * last.size;
}

/** A line is full when what comes first in the next one would not have fitted behind it. */
function isFull({ last }: Draft, next: string, measures: Measures): boolean {
  const { left, right } = measures.margins(last);
  const [before, behind] = [last.left - left, right - last.right];
  const centred = isCentred(last, measures);
  // Set to the right, like a signature: it reaches the margin without being full.
  if (!centred && before > 5 * last.size && last.right - last.left < (right - left) / 2) return false;
  return (centred ? before + behind : behind) < unbreakableWidth(next, last.size) + 0.3 * last.size;
}

/** Whether the line starts where this paragraph's next line would, and not where a new paragraph would. */
function startsBelow(draft: Draft, line: TextLine, text: string, measures: Measures): boolean {
  const em = line.size;
  const { first, left, last } = draft;
  const ended = SENTENCE_END.test(draft.texts.at(-1)!) && !goesOnAfterSentence(draft, line, text, measures);
  const offset = (of: TextLine): number => of.left - measures.margins(of).left;
  if (isSymmetric(last, measures) && isCentred(line, measures)) return !ended;
  if (left !== null && line.frame === last.frame) return Math.abs(line.left - left) <= 0.7 * em && !ended;
  const step = offset(line) - offset(first);
  if (step < -0.7 * em) return true;
  if (step > 0.7 * em) return LABEL.test(draft.texts[0]!) && step <= 4 * em && !ended;
  return !ended;
}

/**
 * A sentence that ends where the line ends may end the paragraph or not. Where paragraphs are indented
 * or set apart the next line's place tells; else a line that is filled to the margin speaks for going on.
 */
function goesOnAfterSentence(draft: Draft, line: TextLine, text: string, measures: Measures): boolean {
  const { first, last } = draft;
  if (measures.spaced && isBelow(last, line)) return true;
  const indent = (of: TextLine): number => (of.left - measures.margins(of).left) / of.size;
  if (measures.indented || indent(first) > 1.2) return indent(line) < 1.2;
  return Math.abs(measures.margins(last).right - last.right) < 0.35 * last.size && !LABEL.test(text);
}

/** As far from one margin as from the other, be it wide or narrow. */
function isSymmetric(line: TextLine, measures: Measures): boolean {
  const { left, right } = measures.margins(line);
  return Math.abs(line.left - left - (right - line.right)) < 0.6 * line.size;
}

/** As far from one margin as from the other; an indented line that ends early only looks so. */
function isCentred(line: TextLine, measures: Measures): boolean {
  const before = (line.left - measures.margins(line).left) / line.size;
  const indent = measures.indented && before >= 1.4 && before <= 2.6;
  return before > 1.2 && !indent && isSymmetric(line, measures);
}
