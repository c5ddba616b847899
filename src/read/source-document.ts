/** Takes the parts of a document in order; gives its one text with blocks, paragraph ordinals and page marks. */
import { createHash } from 'node:crypto';
import type { Block, BlockKind, CellPlace, Layout, PageMark, PrintedLine, SourceDocument } from '../model.js';

/** The stretch of a part from `offset` (UTF-16 units into its text) on stands on `page`. */
export interface PageStart {
  readonly offset: number;
  readonly page: number;
}

/** A printed line of a part; `start` and `end` are UTF-16 units into the part's text. */
export type PartLine = PrintedLine;

/** A paragraph, a cell, or a line that is empty and only keeps its place. */
export interface Part {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level?: number | null;
  readonly cell?: CellPlace | null;
  /** What stands between it and the cell in front of it in its row; a tab unless given. */
  readonly separator?: string;
  /** What stands behind it and is no part of it: a rule that closes a cell. */
  readonly ending?: string;
  /** Sorted; the first has offset 0. Left out for formats without pages. */
  readonly pages?: readonly PageStart[];
  /** Where it is printed, as far as known; sorted. */
  readonly lines?: readonly PartLine[];
}

export interface DocumentHead {
  readonly id: string;
  readonly format: string;
  readonly encoding?: string | null;
  readonly properties?: SourceDocument['properties'];
  /** Of formats with pages: their sizes. */
  readonly pages?: Layout['pages'];
}

/** SHA-256 of the file's bytes, in hex. Take it before a parser gets them: pdf-parse transfers its input. */
export const documentId = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Well-formed Unicode, lines ended by `\n` alone, without NUL. */
export function cleanText(text: string): string {
  // Half a surrogate pair: takes '\uD83D' alone, not '😀'.
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '');
  // CR with or without LF: takes '\r\n' and '\r', not '\n'.
  return wellFormed.replace(/\r\n?/g, '\n');
}

/** Body, footnotes, text boxes, page furniture: the order in which a document's text is stored. */
const RANK: Readonly<Record<BlockKind, number>> = {
  paragraph: 0,
  heading: 0,
  cell: 0,
  footnote: 1,
  textbox: 2,
  furniture: 3,
};

/** Sorts parts into the order of the text; parts of one rank stay as they are. */
export const inTextOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => RANK[a.kind] - RANK[b.kind]);

/**
 * Joins the parts: cells of one row by a tab or their separator, everything else by a line feed. A part without a
 * visible character adds its text and no block, so a text file is stored as it was typed.
 */
export function buildDocument(head: DocumentHead, parts: readonly Part[]): SourceDocument {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const pages: PageMark[] = [];
  const lines: PrintedLine[] = [];
  let position = 0;
  let previous: Part | null = null;
  for (const part of parts) {
    if (previous) {
      const between = sameRow(previous.cell, part.cell) ? (part.separator ?? '\t') : '\n';
      texts.push(between);
      position += between.length;
    }
    previous = part;
    const start = position;
    for (const line of part.lines ?? [])
      lines.push({ ...line, start: start + line.start, end: start + line.end });
    let visible = false;
    for (const piece of cleanPieces(part)) {
      markPage(pages, position, piece.page);
      texts.push(piece.text);
      position += piece.text.length;
      visible ||= piece.text.trim() !== '';
    }
    const end = position;
    if (part.ending !== undefined) {
      texts.push(part.ending);
      position += part.ending.length;
    }
    if (!visible) continue;
    blocks.push({
      kind: part.kind,
      span: { start, end },
      level: part.level ?? null,
      paragraph: blocks.length + 1,
      cell: part.cell ?? null,
    });
  }
  return {
    id: head.id,
    format: head.format,
    encoding: head.encoding ?? null,
    text: texts.join(''),
    blocks,
    pages,
    ...(head.pages && { layout: { lines, pages: head.pages } }),
    properties: head.properties ?? { title: null, created: null },
  };
}

const sameRow = (a: CellPlace | null | undefined, b: CellPlace | null | undefined): boolean =>
  a != null && b != null && a.table === b.table && a.row === b.row;

/** The part's text, cleaned page by page, so that page marks stay right when cleaning shortens it. */
function cleanPieces(part: Part): { readonly text: string; readonly page: number | null }[] {
  const starts = part.pages ?? [];
  if (starts.length === 0) return [{ text: cleanText(part.text), page: null }];
  return starts.map(({ offset, page }, index) => ({
    text: cleanText(part.text.slice(offset, starts[index + 1]?.offset)),
    page,
  }));
}

/** Adds a mark where the page changes. */
function markPage(pages: PageMark[], start: number, page: number | null): void {
  if (page !== null && pages.at(-1)?.page !== page) pages.push({ start, page });
}

/** A text that stands in no file, one paragraph a line. */
export function documentOfText(text: string): SourceDocument {
  const lines = cleanText(text).split('\n');
  return buildDocument(
    { id: '', format: 'txt' },
    lines.map((line) => ({ kind: 'paragraph', text: line })),
  );
}
