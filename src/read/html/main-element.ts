/** Takes a page; gives the element that holds its report, with nothing of the report outside of it. */
import type { Measure, Measures } from './measure.js';
import { elementsOf, type HtmlElement } from './tree.js';
import { isChrome } from './visibility.js';

/** Pages with fewer links have nothing but a text: saved by Word, or a mail. */
const FEWEST_LINKS = 4;
/** An element with less of the page's prose is not what a person would read. */
const LEAST_PROSE = 0.4;
/** What stands beside the text and has more links than this is the page's, not the report's. */
const MOST_LINKED = 0.25;
/** With fewer links than this Readability's answer holds nothing but the text. */
const FEW_LINKED = 0.1;
const NEARLY_ALL = 0.95;
const MOST = 0.6;

// takes footer, nav_top, left-side, crumbs, ewm; leaves renavigate and content
const CHROME_CLASS =
  /(?:^|[\s_-])(?:nav|navbar|menu|foot|footer|header|sidebar|side|crumbs?|breadcrumb|location|position|dqwz|copyright|banner|search|friend|ewm|qrcode|related|recommend|hot|rank|share|comments?)(?:$|[\s_\d-])/i;
// takes what only a site says of itself
const CHROME_WORDS =
  /版权所有|ICP备|公网安备|网站标识码|(?:当前|所在)的?位置|设为首页|加入收藏|网站地图|扫一扫/;
const CHROME_SAMPLE = 600;

/**
 * @param readable what Readability thinks; asked only where the page has more than a text
 */
export function mainElement(
  body: HtmlElement,
  measures: Measures,
  readable: () => HtmlElement | null,
): HtmlElement {
  if (countLinks(body) < FEWEST_LINKS) return body;
  let main = innermost(readable() ?? body, measures);
  const page = measures.of(body);
  while (main !== body && main.parent !== null) {
    if (!isTooLittle(measures.of(main), page) && !belongs(main.parent, main, measures)) break;
    main = main.parent;
  }
  return main;
}

/** Where links stand in it, too: the innermost element that has what `outer` has of prose, or most of what is no link. */
function innermost(outer: HtmlElement, measures: Measures): HtmlElement {
  const whole = measures.of(outer);
  if (whole.linked <= FEW_LINKED * whole.text) return outer;
  const isMost = ({ prose, text, linked }: Measure): boolean =>
    whole.prose > 0 ? prose >= NEARLY_ALL * whole.prose : text - linked >= MOST * (whole.text - whole.linked);
  let inner = outer;
  for (;;) {
    const next = inner.children.find((child) => typeof child !== 'string' && isMost(measures.of(child)));
    if (next === undefined || typeof next === 'string') return inner;
    inner = next;
  }
}

/** Neither most sentences nor, on a page of figures and hardly a sentence, most of what is no link. */
const isTooLittle = (part: Measure, page: Measure): boolean =>
  part.prose < LEAST_PROSE * page.prose ||
  (part.prose === 0 && part.text - part.linked < LEAST_PROSE * (page.text - page.linked));

function countLinks(body: HtmlElement): number {
  let links = 0;
  for (const { name, attributes } of elementsOf(body))
    if (name === 'a' && attributes['href'] !== undefined && !attributes['href'].startsWith('#')) links += 1;
  return links;
}

/** Whether the rest of `outer` is part of the report, too. */
function belongs(outer: HtmlElement, inner: HtmlElement, measures: Measures): boolean {
  const whole = measures.of(outer);
  const part = measures.of(inner);
  const text = whole.text - part.text;
  if (text === 0) return true;
  if (whole.linked - part.linked > MOST_LINKED * text) return false;
  return !outer.children.some(
    (child) =>
      typeof child !== 'string' && child !== inner && measures.of(child).text > 0 && isPageChrome(child),
  );
}

function isPageChrome(element: HtmlElement): boolean {
  const { attributes } = element;
  if (isChrome(element)) return true;
  if (CHROME_CLASS.test(attributes['class'] ?? '') || CHROME_CLASS.test(attributes['id'] ?? '')) return true;
  return CHROME_WORDS.test(startOf(element));
}

/** The first characters of an element's text. */
function startOf(element: HtmlElement): string {
  let text = '';
  for (const { children } of elementsOf(element)) {
    for (const child of children) if (typeof child === 'string') text += `${child.slice(0, CHROME_SAMPLE)} `;
    if (text.length > CHROME_SAMPLE) break;
  }
  return text.slice(0, CHROME_SAMPLE);
}
