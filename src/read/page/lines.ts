/** Takes the runs of a page; gives its printed lines, top to bottom, and their text. */
import type { PartLine } from '../source-document.js';
import { greatestOf, leastOf } from './extent.js';
import type { Run } from './run.js';

/** What stands on one baseline, left to right. */
export interface Line {
  readonly page: number;
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** The font size of most of its characters. */
  readonly size: number;
}

/** Blanks of an em or more set text apart; smaller ones are the printer's. */
const APART = 1;

/** Groups runs whose glyphs stand side by side; small raised marks belong to the line they are raised from. */
export function groupLines(runs: readonly Run[], page: number): Line[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.left - b.left);
  const groups: { runs: Run[]; lead: Run }[] = [];
  for (const run of sorted) {
    const group = groups.at(-1);
    if (group && sideBySide(group.lead, run)) {
      group.runs.push(run);
      if (run.size > group.lead.size) group.lead = run;
    } else groups.push({ runs: [run], lead: run });
  }
  return groups.map((group) => makeLine(group.runs, page));
}

/** Half of the lower glyph's height or more is beside the other. */
function sideBySide(a: Run, b: Run): boolean {
  const overlap = Math.min(a.y, b.y) - Math.max(a.y - 0.8 * a.size, b.y - 0.8 * b.size);
  return overlap >= 0.4 * Math.min(a.size, b.size);
}

/** A line of these runs, which stand on one baseline. */
export function makeLine(runs: readonly Run[], page: number): Line {
  const ordered = [...runs].sort((a, b) => a.left - b.left);
  const size = mostly(ordered, (run) => run.size);
  return {
    page,
    runs: ordered,
    left: leastOf(ordered, (run) => run.left),
    right: greatestOf(ordered, (run) => run.right),
    y: mostly(ordered, (run) => run.y),
    size,
  };
}

/** The value that holds for most characters. */
function mostly(runs: readonly Run[], value: (run: Run) => number): number {
  const counts = new Map<number, number>();
  for (const run of runs) {
    const key = Math.round(value(run) * 10) / 10;
    counts.set(key, (counts.get(key) ?? 0) + run.text.length);
  }
  return mode(counts) ?? 0;
}

/** The key with the highest count; of equal ones the first; null of nothing. */
export function mode(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [key, count] of counts) if (best === null || count > counts.get(best)!) best = key;
  return best;
}

/** The stretches of a line between wide blanks. */
export function stretches(line: Line): Run[][] {
  const result: Run[][] = [];
  let right = -Infinity;
  for (const run of line.runs) {
    if (run.left - right >= APART * line.size) result.push([]);
    result.at(-1)!.push(run);
    right = Math.max(right, run.right);
  }
  return result;
}

/** Ideographs, kana, full-width forms and Chinese punctuation, by UTF-16 unit. */
const isChinese = (unit: number): boolean =>
  (unit >= 0x2e80 && unit <= 0x9fff) ||
  (unit >= 0xd840 && unit <= 0xdfff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0xfe30 && unit <= 0xfe4f) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  CHINESE_MARKS.has(unit);
const CHINESE_MARKS = new Set(Array.from('‘’“”…—·', (char) => char.charCodeAt(0)));

// A run of blanks: takes ' ' and U+3000, not a tab.
const BLANKS = /[ \u3000]+/g;

/** Drops blanks that layout puts beside Chinese: 募 25719 名 is 募25719名, Open Day and 12 30 stay. */
const withoutLayoutBlanks = (text: string): string =>
  text.replace(BLANKS, (blank, at: number) => {
    const beside = isChinese(text.charCodeAt(at - 1)) || isChinese(text.charCodeAt(at + blank.length));
    return beside ? '' : blank;
  });

/** The text of runs that stand close together. */
export function textOfRuns(runs: readonly Run[]): string {
  let text = '';
  let right: number | null = null;
  for (const run of runs) {
    if (right !== null && run.left - right > 0.15 * run.size) text += ' ';
    text += run.text;
    right = run.right;
  }
  return withoutLayoutBlanks(text).trim();
}

/** How far glyphs reach above and below their baseline, in ems. */
const [ABOVE, BELOW] = [0.92, 0.22];

/** Where runs of one line are printed, whose text is `[start, start + length)` of a part. */
export function printedLine(runs: readonly Run[], page: number, start: number, length: number): PartLine {
  return {
    start,
    end: start + length,
    page,
    top: leastOf(runs, (run) => run.y - ABOVE * run.size),
    bottom: greatestOf(runs, (run) => run.y + BELOW * run.size),
    runs: runs.map(({ text, left, right, confidence }) => ({
      text,
      left,
      right,
      ...(confidence !== undefined && { confidence }),
    })),
  };
}

/** The text of a whole line; wide blanks are kept as one. */
export const textOfLine = (line: Line): string => stretches(line).map(textOfRuns).join(' ');

// Latin letters at both sides of a line end: takes 'Open|Day', not '2020|年' nor '1200|0'.
const WORD_END = /[A-Za-z,.;:]$/;
const WORD_START = /^[A-Za-z]/;

// A digit that stands alone at a line end, and one at a line start: takes '1' of '党员 1' and '2' of '2 8 支', not '12', '200'.
const LONE_END = /(?<!\d)\d$/;
const LONE_START = /^\d(?!\d)/;
// Digits set apart, as OCR leaves them: takes '1 1' and '2 8 支'.
const APART_END = /\d \d$/;
const APART_START = /^\d \d/;

/** What goes between two printed lines of a paragraph: numbers come together, words and digits set apart stay so. */
export function lineJoint(before: string, after: string): string {
  if (WORD_END.test(before) && WORD_START.test(after)) return ' ';
  const digits = LONE_END.test(before) && LONE_START.test(after);
  return digits && (APART_END.test(before) || APART_START.test(after)) ? ' ' : '';
}

/** The two lines as one text. */
export const joinLines = (before: string, after: string): string => before + lineJoint(before, after) + after;
