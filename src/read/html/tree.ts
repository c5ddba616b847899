/** Takes the text of a web page; gives its elements and their text as a light tree, without what no browser shows. */
import { Parser } from 'htmlparser2';

export interface HtmlElement {
  readonly name: string;
  attributes: Readonly<Record<string, string>>;
  readonly parent: HtmlElement | null;
  readonly children: (HtmlElement | string)[];
  /** Elements count in the order in which they open; what is inside has the numbers up to `last`. */
  readonly order: number;
  last: number;
}

export interface HtmlPage {
  readonly root: HtmlElement;
  /** Of the head; '' where there is none. */
  readonly title: string;
  /** Contents of the head's meta elements by their names in lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly elements: number;
}

/** Why a page is not read; `kind` names the diagnostic. */
export class HtmlError extends Error {
  constructor(
    readonly kind: 'damaged' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

/** What stands deeper is read as if it stood here; pages nest 30 to 60 deep. */
const DEEPEST = 200;
/** Each open element makes the next one dearer; a page of this depth was not written to be read. */
const HOSTILE_DEPTH = 20_000;
const MOST_ELEMENTS = 2_000_000;
const LONGEST_ATTRIBUTE = 2_000;

/** Nothing in these is text of the page. */
const UNREAD = new Set([
  'script', 'style', 'noscript', 'template', 'svg', 'math', 'textarea', 'object', 'embed', 'applet', 'iframe', 'audio', 'video',
  'canvas', 'map', 'xml', 'rt', 'rp', 'rtc', 'noframes',
]); // prettier-ignore

/** Attributes that are looked at; a page may have millions of others. */
const KEPT = new Set([
  'class', 'id', 'style', 'href', 'hidden', 'colspan', 'rowspan', 'border', 'type', 'start', 'value', 'reversed', 'name', 'property',
  'content', 'role', 'title',
]); // prettier-ignore

/** Throws `HtmlError` for a page that is too large or nested too deep. */
export function parseHtml(source: string): HtmlPage {
  const builder = new TreeBuilder();
  const parser = new Parser(builder, { decodeEntities: true });
  parser.end(source);
  return builder.page();
}

const NONE: Readonly<Record<string, string>> = {};

class TreeBuilder {
  readonly #root: HtmlElement = make('#root', null, 0);
  readonly #meta = new Map<string, string>();
  #title = '';
  #current = this.#root;
  #depth = 0;
  /** Depth of the outermost element that is not read; 0 outside of all. */
  #unread = 0;
  #elements = 0;
  /** Whose attributes are told. */
  #latest: HtmlElement | null = null;

  /** The attributes of an element are told behind this. */
  onopentagname(name: string): void {
    this.#depth += 1;
    this.#latest = null;
    if (this.#depth > HOSTILE_DEPTH) throw new HtmlError('damaged', 'elements too deep');
    if (this.#unread > 0) return;
    if (UNREAD.has(name)) this.#unread = this.#depth;
    else if (this.#depth <= DEEPEST) this.#latest = this.#current = this.#add(name);
    // where it would have begun a line, one begins
    else if (this.#current.children.length > 0) this.#add('br');
  }

  onattribute(name: string, value: string): void {
    if (this.#latest === null || !KEPT.has(name)) return;
    const { attributes } = this.#latest;
    if (attributes[name] === undefined)
      this.#latest.attributes = { ...attributes, [name]: value.slice(0, LONGEST_ATTRIBUTE) };
  }

  onclosetag(): void {
    const depth = this.#depth;
    this.#depth -= 1;
    this.#latest = null;
    if (this.#unread > 0) {
      if (this.#unread === depth) this.#unread = 0;
      return;
    }
    if (depth > DEEPEST || this.#current.parent === null) return;
    if (this.#current.name === 'meta') this.#addMeta(this.#current.attributes);
    this.#current.last = this.#elements;
    this.#current = this.#current.parent;
  }

  ontext(text: string): void {
    if (this.#unread > 0) return;
    if (this.#current.name === 'title') {
      this.#title += text;
      return;
    }
    const { children } = this.#current;
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += text;
    else children.push(text);
  }

  page(): HtmlPage {
    this.#root.last = this.#elements;
    const title = this.#title.replace(/\s+/g, ' ').trim();
    return { root: this.#root, title, meta: this.#meta, elements: this.#elements };
  }

  #add(name: string): HtmlElement {
    this.#elements += 1;
    if (this.#elements > MOST_ELEMENTS)
      throw new HtmlError('too-large', `it has more than ${MOST_ELEMENTS} elements`);
    const element = make(name, this.#current, this.#elements);
    this.#current.children.push(element);
    return element;
  }

  #addMeta(attributes: Readonly<Record<string, string>>): void {
    const name = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
    const content = (attributes['content'] ?? '').trim();
    if (name !== '' && content !== '' && !this.#meta.has(name)) this.#meta.set(name, content);
  }
}

const make = (name: string, parent: HtmlElement | null, order: number): HtmlElement => ({
  name,
  attributes: NONE,
  parent,
  children: [],
  order,
  last: order,
});

/** Whether what stands at `order` is `outer` or stands in it. */
export const holds = (outer: HtmlElement, { order }: { readonly order: number }): boolean =>
  outer.order <= order && order <= outer.last;

/** The element and all in it, in order. */
export function* elementsOf(element: HtmlElement): Generator<HtmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index]!;
      if (typeof child !== 'string') waiting.push(child);
    }
  }
}
