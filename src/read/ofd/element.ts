/** Takes the text of an XML part; gives its elements by their local names, whatever prefix they have. */
import { SaxesParser } from 'saxes';

export interface Element {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** A page of many thousand single characters has a tenth of it. */
const MOST_ELEMENTS = 500_000;
const DEEPEST = 200;

interface OpenElement extends Element {
  readonly children: Element[];
  text: string;
}

/** The root element. Throws on malformed XML, a document type, and more or deeper elements than any page has. */
export function parseElement(source: string): Element {
  const top: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let count = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('it has a document type');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MOST_ELEMENTS || open.length > DEEPEST) throw new Error('too many elements');
    const element: OpenElement = {
      name: localName(tag.name),
      attributes: tag.attributes,
      children: [],
      text: '',
    };
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
  return top.children[0]!;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export const childrenNamed = (element: Element | null, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first child of that name, or null. */
export const childNamed = (element: Element | null, name: string): Element | null =>
  element?.children.find((child) => child.name === name) ?? null;

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
