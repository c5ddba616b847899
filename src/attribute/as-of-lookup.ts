/** Takes a document's date marks and the place of a figure; gives the date that the figure holds for. */
import type { Sentence } from '../model.js';
import { countBelow } from '../text/span.js';
import type { DateMark } from './as-of.js';

/** Date marks in order and, by report, the one that governs all of it. */
export interface DateIndex {
  readonly marks: readonly DateMark[];
  readonly ofReport: ReadonlyMap<number, DateMark>;
}

const sameParagraph = (a: Sentence, b: Sentence): boolean =>
  a.paragraph === b.paragraph && a.report === b.report;

/** Prepares the marks, which are in order, for look-up. */
export function indexDates(marks: readonly DateMark[], sentences: readonly Sentence[]): DateIndex {
  const ofReport = new Map<number, DateMark>();
  for (const mark of marks) {
    const { report } = sentences[mark.sentence]!;
    if (mark.wholeReport && !ofReport.has(report)) ofReport.set(report, mark);
  }
  return { marks, ofReport };
}

/** The mark that governs a figure at `at` in a sentence, or null; O(log n). */
export function governingDate(
  { marks, ofReport }: DateIndex,
  sentences: readonly Sentence[],
  sentence: number,
  at: number,
): DateMark | null {
  const own = sentences[sentence]!;
  const before = countBelow(marks.length, (i) => marks[i]!.start <= at);
  const last = marks[before - 1];
  if (last?.sentence === sentence) return last;
  // 招募志愿者500名（截至3月5日）
  const next = marks[before];
  if (next?.sentence === sentence) return next;
  if (last !== undefined && sameParagraph(sentences[last.sentence]!, own)) return last;
  return ofReport.get(own.report) ?? null;
}
