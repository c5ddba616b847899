/** Takes the text of an XML part; gives its elements by their local names, whatever prefix they have. */
import { localName } from '../walk-xml.js';
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml.js';

/** Its name has no prefix. */
export type Element = XmlElement;

/** The root element. Throws on malformed XML, a document type, and more or deeper elements than any page has. */
export const parseElement = (source: string): Element => parseXml(source, localName).children[0]!;

export const childrenNamed = childrenOf;

/** The first child of that name, or null. */
export const childNamed = childOf;

/** The text of the first child of that name, without blanks around it; null where there is none. */
export const textOfChild = (element: Element | null, name: string): string | null =>
  childNamed(element, name)?.text.trim() ?? null;

/** The first element of that name below, in the order of the file; null where there is none. */
export function descendantNamed(element: Element, name: string): Element | null {
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) return next;
    for (const child of next.children.toReversed()) waiting.push(child);
  }
  return null;
}

// What stands between two numbers: takes ' ', ', ' and a line end, not '.'.
const BETWEEN = /[\s,]+/;

/** The numbers of a list (ST_Array); what is none is left out. */
export function numbersOf(list: string | null | undefined): number[] {
  const numbers: number[] = [];
  if (!list) return numbers;
  for (const word of list.split(BETWEEN)) {
    const number = word === '' ? NaN : Number(word);
    if (Number.isFinite(number)) numbers.push(number);
  }
  return numbers;
}

/** A number; null where it is missing or none. */
export function numberOf(value: string | null | undefined): number | null {
  const number = value == null || value.trim() === '' ? NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}
