/** A text with highlights and marks → paragraphs of stretches that each carry the same meaning throughout. */
import type { Highlight, Mark } from '../../api.js';

/** `place`: where a link led to. */
export type HighlightKind = Highlight['kind'] | 'place';

export interface Highlighted extends Omit<Highlight, 'kind'> {
  readonly kind: HighlightKind;
}

/** A stretch of text under the same highlights. */
export interface Piece {
  readonly text: string;
  readonly kinds: readonly HighlightKind[];
}

/** Pieces that stand together, because one mark holds them or none does. */
export interface Stretch {
  readonly start: number;
  readonly mark: Mark | null;
  readonly pieces: readonly Piece[];
}

/** One line of the text, without its line break. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly stretches: readonly Stretch[];
}

/**
 * Every character of `text` but its line breaks is in exactly one piece, in order. Of marks that overlap, the one
 * that starts first holds; highlights may overlap as they like, and what crosses a line break goes on behind it.
 */
export function segmentText(
  text: string,
  highlights: readonly Highlighted[],
  marks: readonly Mark[],
): Paragraph[] {
  const sorted = withoutOverlaps(marks);
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    while (next < sorted.length && sorted[next]!.end <= start) next++;
    const here: Mark[] = [];
    for (let i = next; i < sorted.length && sorted[i]!.start < end; i++) here.push(sorted[i]!);
    const over = highlights.filter((each) => each.start < end && each.end > start);
    paragraphs.push({ start, end, stretches: stretchesOf(text, start, end, over, here) });
    start = end + 1;
  }
  return paragraphs;
}

/** The same line of a text that has `by` characters more in front. */
export const shiftParagraph = ({ start, end, stretches }: Paragraph, by: number): Paragraph => ({
  start: start + by,
  end: end + by,
  stretches: stretches.map(({ start: from, mark, pieces }) => ({
    start: from + by,
    mark: mark && { ...mark, start: mark.start + by, end: mark.end + by },
    pieces,
  })),
});

function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start >= (kept.at(-1)?.end ?? 0) && mark.end > mark.start) kept.push(mark);
  }
  return kept;
}

function stretchesOf(
  text: string,
  start: number,
  end: number,
  highlights: readonly Highlighted[],
  marks: readonly Mark[],
): Stretch[] {
  const inside = (offset: number): boolean => offset > start && offset < end;
  const cuts = [...highlights, ...marks].flatMap((each) => [each.start, each.end]).filter(inside);
  const bounds = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  const stretches: { start: number; mark: Mark | null; pieces: Piece[] }[] = [];
  for (const [i, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[i + 1]!;
    const mark = marks.find((each) => each.start <= from && each.end >= to) ?? null;
    const kinds = highlights.filter((each) => each.start <= from && each.end >= to).map(({ kind }) => kind);
    const piece: Piece = { text: text.slice(from, to), kinds: [...new Set(kinds)] };
    const last = stretches.at(-1);
    if (last?.mark === mark) last.pieces.push(piece);
    else stretches.push({ start: from, mark, pieces: [piece] });
  }
  return stretches;
}

/** The kinds that are there, in the order in which a legend names them. */
export function kindsIn(highlights: readonly Highlighted[]): HighlightKind[] {
  const order: readonly HighlightKind[] = [
    'number',
    'hedge',
    'unit',
    'cue',
    'region',
    'date',
    'sentence',
    'place',
  ];
  return order.filter((kind) => highlights.some((each) => each.kind === kind));
}

/** Number, hedge and unit as the text writes them (近6000名); null where they do not stand together. */
export function phraseOf(text: string, highlights: readonly Highlighted[]): string | null {
  const parts = highlights.filter(({ kind }) => kind === 'number' || kind === 'hedge' || kind === 'unit');
  if (!parts.some(({ kind }) => kind === 'number')) return null;
  const phrase = text.slice(
    Math.min(...parts.map(({ start }) => start)),
    Math.max(...parts.map(({ end }) => end)),
  );
  return phrase.length <= 32 && !phrase.includes('\n') ? phrase : null;
}
