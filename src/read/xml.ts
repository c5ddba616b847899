/** Takes the text of an XML part; gives the tree of its elements. */
import { strictParser } from './walk-xml.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/** A page of many thousand single characters has a tenth of it. */
const MOST_ELEMENTS = 500_000;
const DEEPEST = 200;

/**
 * An element without a name around the root. Throws on malformed XML, a document type, and more or deeper elements than
 * any part has.
 * @param nameOf an element's name in the tree, from its name in the file
 */
export function parseXml(source: string, nameOf = (name: string): string => name): XmlElement {
  const top: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let count = 0;
  const parser = strictParser();
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > MOST_ELEMENTS || open.length > DEEPEST) throw new Error('too many elements');
    const element = { name: nameOf(name), attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string): void => {
    open.at(-1)!.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source).close();
  return top;
}

// A tag: takes '<w:p>', '</w:p>', '<w:tab/>' and '<a b=">">', not '<!-- a -->', '<?xml ?>' nor '< a'.
const TAG = /<(\/?)[\p{L}_](?:[^<>"']|"[^"]*"|'[^']*')*>/gu;

/** Whether elements stand inside one another deeper than `most`, found out before a parser's stack or patience ends. */
export function isNestedDeeper(source: string, most: number): boolean {
  let depth = 0;
  for (const [tag, closing] of source.matchAll(TAG)) {
    if (closing === '/') depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > most) return true;
  }
  return false;
}

/** The first child of that name, or null. */
export const childOf = (element: XmlElement | null, name: string): XmlElement | null =>
  element?.children.find((child) => child.name === name) ?? null;

/** The children of that name. */
export const childrenOf = (element: XmlElement | null, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** `w:val` of the first child of that name, or null. */
export const valueOf = (element: XmlElement | null, name: string): string | null =>
  childOf(element, name)?.attributes['w:val'] ?? null;

/** The same as a number; null where it is missing or none. */
export function numberOf(element: XmlElement | null, name: string): number | null {
  const value = valueOf(element, name);
  const number = value === null ? NaN : Number(value);
  return Number.isInteger(number) ? number : null;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** Text as the value of an attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<"]/g, (char) => ESCAPES[char]!);
