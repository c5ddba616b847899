/**
 * Text and blocks in; edits out that remove page numbers, and page furniture that interrupts a sentence.
 *
 * Three kinds: a line that can be nothing else (`- 12 -`, `第3页 共10页`); a bare number on its own line; and
 * `N、` that a site put where a page began, in the middle of a sentence (巡护\n6、员上山). The last two look
 * like data and list items, so they go only in a run of pages, N, N+1, …, each cutting a sentence in two.
 */
import type { Edit } from '../model.js';
import { isDigit, isHan } from '../text/characters.js';
import { isFurnitureLine } from '../text/furniture-line.js';
import { findLines, isCutSentence, isEmpty, isProse, joint, startsItem, type Line } from './lines.js';
import type { PassContext } from './pass.js';

// takes - 12 -, —3—, 第 3 页, 第3页 共10页, 3 / 10页, Page 4; leaves 12, -5, 3/10, 第3期
const PAGE_LINE =
  /^(?:[-—–－] ?\d{1,4} ?[-—–－]|第 ?\d{1,4} ?页(?:[ ,，/（]*共 ?\d{1,4} ?页）?)?|\d{1,4} ?\/ ?\d{1,4} ?页|page \d{1,4}(?: of \d{1,4})?)$/i;
// takes 6、者 and 6、 and 12; leaves 6.5 and 2020年
const MARK = /^(\d{1,3})(?:、|$)/;
// takes 余元, 名志愿者: what goes on behind a number; leaves 加强
const MEASURE = /^[余多名位个人元万亿家支条篇次件场户份部辆]/;
// takes 者下沉, 的工作: what starts no item; leaves 加强
const TAIL = /^[者们的了等之]/;
// takes 12人 (796 + 12人), 4万元: digits that go on with what the line before breaks off; leaves 12月
const DIGITS_ON = /^\d{1,4}(?:[余多]?[名位人元户]|[万亿])/;
const SHORTEST_PAGE = 100;

interface Mark {
  readonly line: number;
  readonly number: number;
  /** Offset behind the mark. */
  readonly end: number;
  /** The line that it cuts off; -1 at the start of the text. */
  readonly previous: number;
  /** It stands in the middle of a sentence. */
  readonly cuts: boolean;
  /** It stands inside a word or number: no page before or after is needed to prove it. */
  readonly certain: boolean;
}

export function pageMarks(text: string, context: PassContext): Edit[] {
  // takes a line that starts with a digit, a dash, 第 or `page`: nothing else can be a mark
  const mayHoldMarks =
    /(?:^|\n)[ \t]*(?:\d{1,3}(?:、|[ \t]*(?:\n|$))|[-—–－] ?\d|第 ?\d|\d{1,4} ?\/|page )/i.test(text);
  if (
    !mayHoldMarks &&
    !context.blocks().some((block) => block.kind === 'furniture') &&
    context.furniture.length === 0
  )
    return [];
  const lines = findLines(text, context.blocks());
  const edits: Edit[] = [];
  const gone = new Set<number>();
  if (mayHoldMarks) {
    markPageLines(text, lines, gone);
    for (const mark of pagesInSequence(findMarks(text, lines, gone))) {
      edits.push(mark.cuts ? joinOver(text, lines, mark) : withoutMark(lines, mark));
    }
  }
  markInterruptions(text, lines, context.furniture, gone);
  for (const line of gone) edits.push(withoutLine(lines, line, text.length));
  return mergeEdits(edits);
}

/** Takes the mark with the line ends around it; behind a bare number the sentence goes on after blank lines. */
function joinOver(text: string, lines: readonly Line[], mark: Mark): Edit {
  const start = lines[mark.previous]!.end;
  let end = mark.end;
  while (end < text.length && ' \t\n'.includes(text.charAt(end))) end++;
  return { start, end, replacement: joint(text, start, end) };
}

const withoutMark = (lines: readonly Line[], mark: Mark): Edit => ({
  start: lines[mark.line]!.start,
  end: mark.end,
  replacement: '',
});

/** Takes the line with the line end before it, or with the one behind it where it is the first. */
function withoutLine(lines: readonly Line[], index: number, length: number): Edit {
  const { start, end } = lines[index]!;
  if (index > 0) return { start: lines[index - 1]!.end, end, replacement: '' };
  return { start, end: Math.min(length, end + 1), replacement: '' };
}

/** Edits that touch or overlap (furniture on neighbouring lines) become one; all of them only remove. */
function mergeEdits(edits: Edit[]): Edit[] {
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Edit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last && edit.start <= last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, edit.end) };
    } else if (edit.end > edit.start) merged.push(edit);
  }
  return merged;
}

function markPageLines(text: string, lines: readonly Line[], gone: Set<number>): void {
  lines.forEach((line, i) => {
    const length = line.end - line.start;
    if (length < 3 || length > 20 || !isProse(line)) return;
    if (PAGE_LINE.test(text.slice(line.start, line.end))) gone.add(i);
  });
}

function findMarks(text: string, lines: readonly Line[], gone: ReadonlySet<number>): Mark[] {
  const marks: Mark[] = [];
  let previous = -1;
  lines.forEach((line, i) => {
    if (isEmpty(line) || gone.has(i)) return;
    const mark =
      isProse(line) && isDigit(text.charCodeAt(line.start)) ? readMark(text, lines, i, previous) : null;
    if (mark) marks.push(mark);
    // a bare number is no line that a later mark could cut
    if (!mark || mark.end < line.end) previous = i;
  });
  return marks;
}

function readMark(text: string, lines: readonly Line[], index: number, previous: number): Mark | null {
  const line = lines[index]!;
  const match = MARK.exec(text.slice(line.start, Math.min(line.end, line.start + 5)));
  if (!match || (match[0].length === match[1]!.length && line.end - line.start > 3)) return null;
  const before = lines[previous];
  const end = line.start + match[0].length;
  const number = Number(match[1]);
  const bare = end === line.end;
  const cuts = before !== undefined && isProse(before) && isCutSentence(text, before);
  const certain = !bare && before !== undefined && isProse(before) && goesOn(text, before, end);
  return { line: index, number, end, previous, cuts: cuts || certain, certain };
}

/** 45000 + 余元 and 志愿 + 者下沉: the second half cannot start anything. */
function goesOn(text: string, before: Line, at: number): boolean {
  const last = text.charCodeAt(before.end - 1);
  const next = text.charAt(at);
  if (!isDigit(last)) return isHan(last) && TAIL.test(next);
  return MEASURE.test(next) || DIGITS_ON.test(text.slice(at, at + 8));
}

interface Run {
  readonly mark: Mark;
  readonly length: number;
  readonly before: Run | null;
}

/**
 * The longest run of marks that cut sentences, count up (by 1 to 3: a page may end with its sentence) and
 * have a page's worth of text between them, with the marks that need no run.
 */
function pagesInSequence(marks: readonly Mark[]): Mark[] {
  const best = new Map<number, Run>();
  let longest: Run | null = null;
  for (const mark of marks) {
    if (!mark.cuts) continue;
    const before =
      [1, 2, 3]
        .map((step) => best.get(mark.number - step))
        .find((run) => run && isPageApart(run.mark, mark)) ?? null;
    const run: Run = { mark, length: 1 + (before?.length ?? 0), before };
    if (run.length <= (best.get(mark.number)?.length ?? 0)) continue;
    best.set(mark.number, run);
    if (longest === null || run.length > longest.length) longest = run;
  }
  const run: Mark[] = [];
  for (let at = longest; at !== null; at = at.before) run.unshift(at.mark);
  const certain = marks.filter((mark) => mark.certain);
  const opening = marks[0];
  const second =
    run[0]?.number === 2 && opening?.number === 1 && !opening.cuts && isPageApart(opening, run[0]);
  if (run.length < 2 && !second) return certain;
  return [...new Set([...run, ...certain, ...fillGaps(marks, run)])];
}

const isPageApart = (a: Mark, b: Mark): boolean => b.end - a.end >= SHORTEST_PAGE;

/** Marks of the pages in between, and of page 1, where exactly one line could be each. */
function fillGaps(marks: readonly Mark[], run: readonly Mark[]): Mark[] {
  const taken = new Set(run);
  const filled: Mark[] = [];
  let next = 0;
  run.forEach((mark, i) => {
    const from = run[i - 1]?.number ?? (mark.number === 2 ? 0 : mark.number - 1);
    const candidates = new Map<number, Mark[]>();
    for (; next < marks.length && marks[next]!.line < mark.line; next++) {
      const candidate = marks[next]!;
      if (candidate.number <= from || candidate.number >= mark.number || taken.has(candidate)) continue;
      candidates.set(candidate.number, [...(candidates.get(candidate.number) ?? []), candidate]);
    }
    for (const same of candidates.values()) if (same.length === 1) filled.push({ ...same[0]!, cuts: false });
  });
  return filled;
}

/** Running heads and feet between a line that breaks off and the one that goes on. */
function markInterruptions(
  text: string,
  lines: readonly Line[],
  furniture: readonly RegExp[],
  gone: Set<number>,
): void {
  let before: Line | null = null;
  let between: number[] = [];
  lines.forEach((line, i) => {
    if (isEmpty(line) || gone.has(i)) return;
    if (isFurniture(text, line, furniture)) {
      between.push(i);
      return;
    }
    const runsOn = before !== null && isProse(before) && isProse(line) && isCutSentence(text, before);
    if (between.length > 0 && runsOn && !startsItem(text, line)) for (const each of between) gone.add(each);
    between = [];
    before = line;
  });
}

function isFurniture(text: string, line: Line, patterns: readonly RegExp[]): boolean {
  if (line.kind === 'furniture') return true;
  return isProse(line) && isFurnitureLine(text, line.start, line.end, patterns);
}
