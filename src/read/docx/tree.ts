/** Takes a docx as a zip; gives mammoth's document tree, with lists and text boxes made visible in it. */
import mammoth from 'mammoth';
import { prepareMainPart } from './main-part.js';
import { readNumbering, type Numbering } from './numbering.js';
import { readStyles, type Styles } from './styles.js';
import { isNestedDeeper } from '../xml.js';
import { ZipError, type Zip } from '../zip.js';

/** What is used of mammoth's elements (lib/documents.js); its typings leave the tree open. */
export interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
}
export interface ParagraphElement extends Element {
  readonly type: 'paragraph';
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly numbering: { readonly level: string; readonly paragraphStyleId: string | undefined } | null;
}
export interface TableCellElement extends Element {
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly children: readonly Element[];
}
export interface TableRowElement extends Element {
  readonly isHeader: boolean;
  readonly children: readonly TableCellElement[];
}
export interface NoteReferenceElement extends Element {
  readonly noteType: string;
  readonly noteId: string;
}
export interface DocumentElement extends Element {
  readonly children: readonly Element[];
  readonly notes: {
    resolve(reference: NoteReferenceElement): { readonly body: readonly Element[] } | null;
  };
}

export interface DocxTree {
  readonly document: DocumentElement;
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** Parts that hold nothing of the text, or that mammoth would spend time on for nothing. */
const HIDDEN = /(?:^|\/)(?:comments\w*\.xml|style-map)$/;

/**
 * Reads the tree. Mammoth takes its parts from `zip` itself (its `file` input), so nothing is inflated
 * twice or beyond the zip's limits. Throws `ZipError`, or mammoth's error where the XML is broken.
 */
export async function readTree(zip: Zip): Promise<DocxTree> {
  let styles = readStyles(null);
  let numbering = readNumbering(null, styles);
  const readPart = (name: string): string => {
    const text = xmlPart(zip, name);
    // Mammoth asks for the styles before the numbering, and for both before the body.
    if (name.endsWith('/styles.xml')) {
      styles = readStyles(text);
      return styles.reduced;
    }
    if (name.endsWith('/numbering.xml')) {
      numbering = readNumbering(text, styles);
      return numbering.marked;
    }
    return prepareMainPart(text);
  };
  const file = {
    exists: (name: string) => zip.has(name) && !HIDDEN.test(name),
    read: async (name: string, encoding?: string) => {
      await Promise.resolve();
      return encoding === 'utf-8' ? readPart(name) : zip.read(name);
    },
  };
  const captured: DocumentElement[] = [];
  await mammoth.convertToHtml({ file } as unknown as Parameters<typeof mammoth.convertToHtml>[0], {
    includeEmbeddedStyleMap: false,
    includeDefaultStyleMap: false,
    transformDocument: (tree: DocumentElement) => {
      captured.push(tree);
      return { ...tree, children: [] };
    },
  });
  const document = captured[0];
  if (!document) throw new ZipError('damaged', 'it holds no document');
  return { document, styles, numbering };
}

/** Elements inside one another; tables in tables in text boxes reach some 60, deeper ones are hostile. */
const DEEPEST = 1_000;

/** The text of an XML part. Office files never declare entities; one that does is up to something. */
export function xmlPart(zip: Zip, name: string): string {
  const text = new TextDecoder().decode(zip.read(name));
  if (text.includes('<!DOCTYPE')) throw new ZipError('damaged', `${name} holds a DOCTYPE`);
  if (isNestedDeeper(text, DEEPEST)) throw new ZipError('damaged', `${name} is nested too deep`);
  return text;
}
