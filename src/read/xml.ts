/** Takes the text of a small XML part; gives its elements, one after the other, with their path's depth. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The tree of an XML document. Throws on malformed XML. Meant for small parts (styles, numbering). */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.write(source).close();
  return root;
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
