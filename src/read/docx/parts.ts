/** Takes mammoth's document tree; gives the parts of the document in reading order. */
import type { BlockKind } from '../../model.js';
import { LONGEST_HEADING, TITLE_NAME } from '../heading.js';
import { labelled } from '../list-label.js';
import type { Part } from '../source-document.js';
import { isFrame, spannedTableParts } from '../spanned-table.js';
import { TEXT_BOX_END, TEXT_BOX_START } from './main-part.js';
import { referenceOf } from './numbering.js';
import { paragraphText } from './paragraph-text.js';
import type {
  DocxTree,
  Element,
  NoteReferenceElement,
  ParagraphElement,
  TableCellElement,
  TableRowElement,
} from './tree.js';

interface Walk extends DocxTree {
  readonly parts: Part[];
  readonly notes: NoteReferenceElement[];
  tables: number;
}

/** Where paragraphs go: `kind` is that of everything inside a footnote or a text box, else null. */
interface Place {
  readonly kind: 'footnote' | 'textbox' | null;
}

/** All parts of the document: body in order, footnotes in the order of their references, text boxes. */
export function partsOfTree(tree: DocxTree): Part[] {
  const walk: Walk = { ...tree, parts: [], notes: [], tables: 0 };
  walkElements(walk, tree.document.children, { kind: null });
  for (const reference of walk.notes) {
    const note = tree.document.notes.resolve(reference);
    if (note) walkElements(walk, note.body, { kind: 'footnote' });
  }
  return walk.parts;
}

/** Text boxes stand behind their paragraph, between two bookmarks that `prepareMainPart` set. */
function walkElements(walk: Walk, elements: readonly Element[], place: Place): void {
  let depth = 0;
  for (const element of elements) {
    depth = Math.max(0, depth + textBoxStep(element));
    const here: Place = depth > 0 ? { kind: 'textbox' } : place;
    if (element.type === 'paragraph') addParagraph(walk, element as ParagraphElement, here);
    else if (element.type === 'table') addTable(walk, element, here);
  }
}

function textBoxStep(element: Element): number {
  if (element.type !== 'bookmarkStart') return 0;
  const { name } = element as Element & { readonly name: string };
  if (name === TEXT_BOX_START) return 1;
  return name === TEXT_BOX_END ? -1 : 0;
}

function addParagraph(walk: Walk, paragraph: ParagraphElement, place: Place): void {
  const read = labelledText(walk, paragraph);
  // Behind its mark, which is left out, a note begins with a blank.
  const text = place.kind === 'footnote' ? read.trimStart() : read;
  const { heading, level } = headingOf(walk, paragraph, text);
  const kind: BlockKind = place.kind ?? (heading ? 'heading' : 'paragraph');
  if (text !== '') walk.parts.push({ kind, text, level: kind === 'heading' ? level : null });
}

function headingOf(
  walk: Walk,
  paragraph: ParagraphElement,
  text: string,
): { readonly heading: boolean; readonly level: number | null } {
  const style = walk.styles.paragraph.get(paragraph.styleId ?? '');
  const level = style?.outlineLevel ?? null;
  const named = level !== null || TITLE_NAME.test(style?.name ?? '');
  return { heading: named && text.length <= LONGEST_HEADING, level };
}

/** The paragraph as it reads on paper: with its list label, as if that had been typed. */
function labelledText(walk: Walk, paragraph: ParagraphElement): string {
  const { text, notes } = paragraphText(paragraph);
  for (const note of notes) walk.notes.push(note);
  const style = walk.styles.paragraph.get(paragraph.styleId ?? '');
  const reference = referenceOf(paragraph.numbering) ?? style?.numbering ?? null;
  if (reference === null) return text;
  return labelled(walk.numbering.labelFor(reference, paragraph.styleId), text);
}

/** A table's rows; one that is a frame around text is read as what it frames. */
function addTable(walk: Walk, table: Element, place: Place): void {
  const rows = (table.children ?? [])
    .filter((row): row is TableRowElement => row.type === 'tableRow')
    .map(({ children, isHeader }) => ({ cells: children, isHeader }));
  if (isFrame(rows)) {
    for (const { cells } of rows) for (const cell of cells) walkElements(walk, cell.children, place);
    return;
  }
  walk.tables += 1;
  const number = walk.tables;
  const read = rows.map(({ cells, isHeader }) => ({
    isHeader,
    cells: cells.map((cell) => ({
      parts: partsInside(walk, cell, place),
      rowSpan: cell.rowSpan,
      columnSpan: cell.colSpan,
    })),
  }));
  for (const part of spannedTableParts(number, read, place.kind)) walk.parts.push(part);
}

function partsInside(walk: Walk, cell: TableCellElement, place: Place): readonly Part[] {
  const inside: Walk = { ...walk, parts: [] };
  walkElements(inside, cell.children, place);
  walk.tables = inside.tables;
  return inside.parts;
}
