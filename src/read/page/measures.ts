/** Takes the text lines of a document; gives the measures by which lines are joined to paragraphs. */
import type { TextLine } from './flow.js';
import { mode } from './lines.js';

/** The margins between which a frame's text runs. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

export interface Measures {
  /** The font size of most characters. */
  readonly bodySize: number;
  /** The distance of baselines inside paragraphs of the body; null where there are no two lines. */
  readonly pitch: number | null;
  /** Paragraphs begin with an indent of about two characters. */
  readonly indented: boolean;
  /** Paragraphs are set apart by more than the pitch. */
  readonly spaced: boolean;
  margins(line: TextLine): Margins;
}

/** The font size that most characters have; 0 of nothing. */
export function bodySizeOf(
  lines: readonly { readonly size: number; readonly left: number; readonly right: number }[],
): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const key = Math.round(line.size * 2) / 2;
    counts.set(key, (counts.get(key) ?? 0) + (line.right - line.left) / Math.max(line.size, 1));
  }
  return mode(counts) ?? 0;
}

/** Measures the lines of a document, which are in reading order. */
export function measure(lines: readonly TextLine[], pageWidths: ReadonlyMap<number, number>): Measures {
  const bodySize = bodySizeOf(lines);
  const frames = new Map<string, TextLine[]>();
  for (const line of lines) {
    const frame = frames.get(line.frame);
    if (frame) frame.push(line);
    else frames.set(line.frame, [line]);
  }
  const margins = new Map(
    [...frames].map(([name, own]) => [name, marginsOf(own, bodySize, pageWidths.get(own[0]!.page) ?? 0)]),
  );
  const marginsOfLine = (line: TextLine): Margins => margins.get(line.frame) ?? line;
  const indents = lines.filter((line) => {
    const indent = (line.left - marginsOfLine(line).left) / line.size;
    return indent >= 1.4 && indent <= 2.6;
  });
  const gaps = gapsOf(lines, bodySize);
  return {
    bodySize,
    pitch: mode(gaps),
    spaced: isSpaced(gaps),
    indented: indents.length >= Math.max(2, 0.05 * lines.length),
    margins: marginsOfLine,
  };
}

/**
 * The left margin is where the leftmost of the usual line starts stand, the right one where most full
 * lines end (punctuation may hang out beyond it). A page on which no line is full (a list) still has its margin opposite to the left one.
 */
function marginsOf(lines: readonly TextLine[], bodySize: number, pageWidth: number): Margins {
  const body = lines.filter((line) => Math.abs(line.size - bodySize) < 0.1 * bodySize);
  const own = body.length > 0 ? body : lines;
  const left = usual(
    own.map((line) => line.left),
    bodySize,
    'least',
  );
  const rights = own.map((line) => line.right);
  const right = mostFrequentNear(usual(rights, bodySize, 'greatest'), rights, bodySize);
  const isColumn = own[0]!.frame.includes(' ');
  const opposite = pageWidth - left;
  return { left, right: !isColumn && right < opposite - 3 * bodySize ? opposite : right };
}

/** Of the edges within two ems of `edge` the one that most lines share. */
function mostFrequentNear(edge: number, edges: readonly number[], em: number): number {
  const counts = new Map<number, number>();
  for (const other of edges) {
    const key = Math.round((4 * other) / em);
    if (Math.abs(other - edge) <= 2 * em) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return ((mode(counts) ?? 0) * em) / 4;
}

/** The least or greatest edge that a twentieth of the lines (and two of many) come to within half an em. */
function usual(edges: readonly number[], em: number, which: 'least' | 'greatest'): number {
  const sign = which === 'least' ? 1 : -1;
  const sorted = edges.map((edge) => edge * sign).sort((a, b) => a - b);
  const enough = Math.min(sorted.length, Math.max(sorted.length > 4 ? 2 : 1, Math.ceil(sorted.length / 20)));
  for (let index = 0; index + enough <= sorted.length; index += 1)
    if (sorted[index + enough - 1]! - sorted[index]! <= 0.5 * em) return sorted[index]! * sign;
  return (sorted[0] ?? 0) * sign;
}

/** How often the baseline of a body line has which distance from the one before it. */
function gapsOf(lines: readonly TextLine[], bodySize: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let index = 1; index < lines.length; index += 1) {
    const [above, line] = [lines[index - 1]!, lines[index]!];
    const gap = Math.round((line.y - above.y) * 2) / 2;
    const isBody = [above, line].every(({ size }) => Math.abs(size - bodySize) < 0.1 * bodySize);
    if (isBody && above.page === line.page && gap > 0 && gap < 4 * bodySize)
      counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return counts;
}

/** A tenth of the distances, and no less than three, are clearly larger than the usual one. */
function isSpaced(gaps: ReadonlyMap<number, number>): boolean {
  const pitch = mode(gaps);
  let all = 0;
  let wide = 0;
  for (const [gap, count] of gaps) {
    all += count;
    if (pitch !== null && gap > 1.3 * pitch) wide += count;
  }
  return wide >= Math.max(3, 0.1 * all);
}
