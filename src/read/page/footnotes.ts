/** Takes the lines of a page; gives its footnotes, and its body without their marks. */
import { joinLines, makeLine, textOfLine, type Line } from './lines.js';
import type { Run } from './run.js';

export interface Footnoted {
  readonly body: readonly Line[];
  readonly notes: readonly string[];
}

/** Footnotes are set smaller than the body. */
const SMALLER = 0.95;
/** Marks are set smaller than the line they stand in, and their baseline is above its baseline. */
const MARK_SIZE = 0.8;
const MARK_RAISE = 0.15;

// The mark of a footnote: takes '1', '②', '[3]', '*', not '2020' nor 'm'.
const MARK = /^(?:[1-9]\d?|[①-⑳]|[*†‡]+|[[［〔(（][1-9]\d?[\]］〕)）])$/;

/**
 * The small lines at the foot of a page are footnotes where the first of them begins with a mark that
 * stands raised in the body above. Then the mark is taken out of both: 867.25¹ is not 867.251.
 * `sizeOfBody` is the document's.
 */
export function takeFootnotes(lines: readonly Line[], sizeOfBody: number): Footnoted {
  const first = lines.findLastIndex((line) => line.size > SMALLER * sizeOfBody) + 1;
  if (first === 0 || first === lines.length) return { body: lines, notes: [] };
  const above = lines.slice(0, first);
  const marks = new Set(above.flatMap((line) => raisedMarks(line).map((run) => run.text)));
  const notes = splitNotes(lines.slice(first), marks);
  if (notes === null) return { body: lines, notes: [] };
  return { body: above.flatMap((line) => withoutMarks(line, marks)), notes };
}

const raisedMarks = (line: Line): Run[] =>
  line.runs.filter(
    (run) =>
      MARK.test(run.text) && run.size < MARK_SIZE * line.size && line.y - run.y > MARK_RAISE * line.size,
  );

function withoutMarks(line: Line, marks: ReadonlySet<string>): Line[] {
  const raised = new Set(raisedMarks(line).filter((run) => marks.has(run.text)));
  if (raised.size === 0) return [line];
  const rest = line.runs.filter((run) => !raised.has(run));
  return rest.length > 0 ? [makeLine(rest, line.page)] : [];
}

/** The notes' text, each from its mark to the next; null where the first line begins with none. */
function splitNotes(lines: readonly Line[], marks: ReadonlySet<string>): string[] | null {
  const notes: string[] = [];
  for (const line of lines) {
    const [start, ...others] = line.runs;
    const text = textOfLine(line);
    const mark = [...marks].find((candidate) => text.startsWith(candidate));
    const starts = start !== undefined && mark !== undefined && startsWithMark(start, text, mark);
    if (starts && start.text === mark)
      notes.push(others.length > 0 ? textOfLine(makeLine(others, line.page)) : '');
    else if (starts) notes.push(text.slice(mark.length).trimStart());
    else if (notes.length === 0) return null;
    else notes[notes.length - 1] = joinLines(notes.at(-1)!, text);
  }
  return notes;
}

/** A mark of its own, or one that no further digit follows: takes '1资金' for '1', not '12日'. */
const startsWithMark = (start: Run, text: string, mark: string): boolean =>
  start.text === mark || !/^\d/.test(text.slice(mark.length));
