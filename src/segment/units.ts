/** A document and its normalised text in; out the lines and blocks that sentences never cross, in order. */
import type { Block, NormalizedText, SourceDocument } from '../model.js';
import { isBlank } from '../text/characters.js';
import { isFurnitureLine } from '../text/furniture-line.js';

export type UnitKind = 'line' | 'heading' | 'cell' | 'footnote' | 'furniture';

/** Where words stand that belong together: a line of prose, or a heading, cell, note or piece of page furniture. */
export interface Unit {
  readonly kind: UnitKind;
  /** Range in the normalised text, without blanks around it; never empty. */
  readonly start: number;
  readonly end: number;
  /** The block that it starts in; null outside of all. */
  readonly block: Block | null;
  /** Ordinal of the block that it starts in; that of the block before where it starts in none. */
  readonly paragraph: number;
}

export function findUnits(
  document: Pick<SourceDocument, 'blocks'>,
  normalized: NormalizedText,
  furniture: readonly RegExp[],
  links: readonly RegExp[],
): Unit[] {
  const { text } = normalized;
  const units: Unit[] = [];
  let paragraph = 1;
  let position = 0;
  let inLinks = false;
  const lines = (end: number, block: Block | null): void => {
    for (const line of splitLines(text, position, end)) {
      const opens = isFurniture(text, line, links);
      inLinks = opens || (inLinks && isLink(text, line));
      const kind = inLinks || isFurniture(text, line, furniture) ? 'furniture' : 'line';
      units.push({ kind, start: line.start, end: line.end, block, paragraph });
    }
    position = Math.max(position, end);
  };
  const places = document.blocks.map((block) => normalized.fromSource(block.span));
  document.blocks.forEach((block, i) => {
    const { start, end } = places[i]!;
    lines(start, null);
    // a block that a join has swallowed starts inside the sentence of the one before
    if (end <= position) return;
    paragraph = block.paragraph;
    const kind = SPECIAL[block.kind];
    if (!kind) {
      // a join may lead on beyond the block: up to the line's end, or to the next cell, is its text
      const next = document.blocks[i + 1];
      const limit = next && SPECIAL[next.kind] ? places[i + 1]!.start : text.length;
      lines(Math.min(limit, lineEnd(text, end)), block);
      return;
    }
    for (const line of kind === 'cell' ? trim(text, start, end) : splitLines(text, start, end)) {
      units.push({ kind, start: line.start, end: line.end, block, paragraph });
    }
    position = end;
  });
  lines(text.length, null);
  return units;
}

const SPECIAL: Readonly<Record<Block['kind'], UnitKind | null>> = {
  paragraph: null,
  textbox: null,
  heading: 'heading',
  cell: 'cell',
  footnote: 'footnote',
  furniture: 'furniture',
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** `at` itself where a line has just ended, else the end of the line that it stands in. */
function lineEnd(text: string, at: number): number {
  if (text.charCodeAt(at - 1) === 0x0a) return at;
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

function trim(text: string, from: number, to: number): Range[] {
  const isSpace = (code: number): boolean => isBlank(code) || code === 0x09 || code === 0x0a;
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start < end ? [{ start, end }] : [];
}

function splitLines(text: string, from: number, to: number): Range[] {
  const lines: Range[] = [];
  for (let start = from; start < to;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > to ? to : found;
    lines.push(...trim(text, start, end));
    start = end + 1;
  }
  return lines;
}

/** Longer lines are prose again. */
const LONGEST_LINK = 60;

/** A line without a sentence: a headline, with a date or a count perhaps. */
function isLink(text: string, line: Range): boolean {
  return line.end - line.start <= LONGEST_LINK && !/[。；]/.test(text.slice(line.start, line.end));
}

const isFurniture = (text: string, line: Range, patterns: readonly RegExp[]): boolean =>
  isFurnitureLine(text, line.start, line.end, patterns);
