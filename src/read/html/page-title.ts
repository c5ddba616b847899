/** Takes a page and its main element; gives the element with the title of the report. */
import type { Measures } from './measure.js';
import { elementsOf, type HtmlElement, type HtmlPage } from './tree.js';

const SHORTEST = 4;
const LONGEST = 100;

/** The name of the report: what the page says of it (as sites of authorities must), else the title of the page. */
export const namedTitle = ({ meta, title }: HtmlPage): string | null =>
  meta.get('articletitle') ?? meta.get('og:title') ?? (title === '' ? null : title);

/** Without blanks, so that a title set on two lines is the same. */
export const compact = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, '');

/**
 * The last element in front of the main text's end that says what the page is called, in front of the text rather than in it;
 * else the nearest heading above it. Null where there is none.
 */
export function titleElement(
  page: HtmlPage,
  body: HtmlElement,
  main: HtmlElement,
  measures: Measures,
): HtmlElement | null {
  const names = [page.meta.get('articletitle'), page.title].filter((name) => name !== undefined).map(compact);
  let above: HtmlElement | null = null;
  let heading: HtmlElement | null = null;
  for (const element of elementsOf(body)) {
    const isInside = element.order > main.order && element.order <= main.last;
    if (element.order > main.last) break;
    const { text, linked } = measures.of(element);
    if (text < SHORTEST || text > LONGEST || measures.isHidden(element)) continue;
    const isHeading = HEADING.test(element.name);
    if (!isInside && isHeading && linked * 2 < text) heading = element;
    const says = compact(textOf(element));
    const isNamed = names.some((name) => isNameIn(name, says));
    if (!isNamed || (linked > 0 && !isHeading)) continue;
    // the first inside the text, the last above it
    if (isInside) return above ?? element;
    above = element;
  }
  return above ?? heading;
}

/** A page's title has the site's name in front of or behind that of the report, which is longer. */
const isNameIn = (name: string, says: string): boolean =>
  name === says ||
  ((name.startsWith(says) || name.endsWith(says)) && says.length >= 6 && says.length * 2 > name.length);

// takes h1 to h3
const HEADING = /^h[1-3]$/;

export function textOf(element: HtmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
