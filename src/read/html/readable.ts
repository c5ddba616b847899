/** Takes a page; asks Readability for its main text, and gives the element of the page that holds it. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Measures } from './measure.js';
import { holds, type HtmlElement } from './tree.js';
import { isLink } from './visibility.js';

/** Readability looks at every element many times. */
const MOST_ELEMENTS = 8_000;
/** Shorter texts are looked for again, with everything that looked unlikely. */
const SHORTEST_TEXT = 200;
/** What it keeps here and there beside the main text does not count. */
const MOST_OF_IT = 0.9;

const NUMBER = 'data-order';

/** The innermost element with nearly all that Readability keeps; null where it finds nothing. */
export function readableElement(body: HtmlElement, measures: Measures): HtmlElement | null {
  if (body.last - body.order > MOST_ELEMENTS) return null;
  const byOrder = new Map<string, HtmlElement>();
  const source = `<html><head></head><body>${skeleton(body, measures, byOrder)}</body></html>`;
  const { document } = parseHTML(source) as { readonly document: object };
  const article = new Readability<Found>(document, {
    charThreshold: SHORTEST_TEXT,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (content) => content as Found,
  }).parse();
  if (!article?.content) return null;
  const kept = Array.from(article.content.querySelectorAll(`[${NUMBER}]`))
    .map((found) => byOrder.get(found.getAttribute(NUMBER) ?? ''))
    .filter((element) => element !== undefined);
  return holderOf(kept, body);
}

/** What is used of linkedom's elements. */
interface Found {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

/** The shown part of the page with what Readability looks at: names, classes, ids, text. */
function skeleton(element: HtmlElement, measures: Measures, byOrder: Map<string, HtmlElement>): string {
  const pieces: string[] = [];
  const write = (current: HtmlElement): void => {
    for (const child of current.children) {
      if (typeof child === 'string') pieces.push(escape(child));
      else if (!measures.isHidden(child)) {
        const { name, attributes, order } = child;
        // names of office programs (o:p) are none of HTML
        const tag = /^[a-z][a-z0-9]*$/.test(name) && name !== 'body' && name !== 'html' ? name : 'span';
        byOrder.set(String(order), child);
        pieces.push(`<${tag} ${NUMBER}="${order}"`);
        for (const key of ['class', 'id', 'role'] as const)
          if (attributes[key]) pieces.push(` ${key}="${escape(attributes[key])}"`);
        pieces.push(isLink(child) ? ' href="x">' : '>');
        if (VOID.has(tag)) continue;
        write(child);
        pieces.push(`</${tag}>`);
      }
    }
  };
  write(element);
  return pieces.join('');
}

const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'col',
  'area',
  'base',
  'wbr',
  'source',
  'param',
]);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char]!);

/** Text that stands in the element itself, not in one of its own. */
const ownText = (element: HtmlElement): number =>
  element.children.reduce((sum, child) => sum + (typeof child === 'string' ? child.trim().length : 0), 0);

function holderOf(kept: readonly HtmlElement[], body: HtmlElement): HtmlElement | null {
  const weights = kept
    .map((element) => ({ element, weight: ownText(element) }))
    .filter(({ weight }) => weight > 0);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  let holder = body;
  for (;;) {
    const inner: HtmlElement | undefined = holder.children.find(
      (child): child is HtmlElement =>
        typeof child !== 'string' &&
        weights.reduce((sum, { element, weight }) => sum + (holds(child, element) ? weight : 0), 0) >=
          MOST_OF_IT * total,
    );
    if (inner === undefined) return holder;
    holder = inner;
  }
}
