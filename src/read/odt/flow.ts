/** A stream of text that is open while its elements are read, and what its tables and headings count as. */
import type { BlockKind } from '../../model.js';
import type { Part } from '../source-document.js';
import type { SpannedRow } from '../spanned-table.js';
import type { OpenLists } from './numbering.js';
import type { ParagraphText } from './paragraph-text.js';
import type { Table } from './table.js';
import type { Attributes } from './xml-events.js';

/** What is inside one note, cell, text box or header, or the body itself. */
export interface Flow {
  /** Of its paragraphs; null: what they are by themselves. */
  readonly kind: BlockKind | null;
  readonly parts: Part[];
  readonly lists: OpenLists;
  table: Table | null;
  paragraph: OpenParagraph | null;
}

export interface OpenParagraph {
  readonly text: ParagraphText;
  readonly label: string;
  /** Of a heading, from 1; null: of a title; undefined: of none. */
  readonly level: number | null | undefined;
  isHidden: boolean;
  /** Notes and text boxes that are anchored in it, and stand behind it. */
  readonly behind: Part[];
}

/** LibreOffice puts tables that text runs around into text boxes; they are tables all the same. */
export const kindOfTables = ({ kind }: Flow): BlockKind | null => (kind === 'textbox' ? null : kind);

/** What a table of one column frames, as if it stood without it; nothing in a text box is a heading. */
export function framed(rows: readonly SpannedRow[], kind: BlockKind | null): Part[] {
  const isOwn = (part: Part): boolean => part.kind === 'paragraph' || part.kind === 'heading';
  const parts = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.parts));
  return kind === null ? parts : parts.map((part) => (isOwn(part) ? { ...part, kind, level: null } : part));
}

/** The standard's default is 1 (ODF 1.2, 19.844). */
export function outlineLevel(attributes: Attributes): number {
  const level = Number(attributes['text:outline-level'] ?? 1);
  return Number.isInteger(level) && level >= 1 && level <= 10 ? level : 1;
}
