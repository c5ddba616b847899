/** Takes an element; tells by its name and its own style whether it is shown, and whether it stands on lines of its own. */
import type { HtmlElement } from './tree.js';

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt',
  'fieldset', 'figcaption', 'figure', 'footer', 'form', 'frameset', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hgroup', 'hr',
  'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'option', 'optgroup', 'p', 'pre', 'search', 'section', 'select',
  'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'button', '#root', 'xmp',
]); // prettier-ignore

// takes display:none, visibility: hidden and mso-hide:all; leaves display:none2 and overflow:hidden
const HIDDEN = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b/i;
// takes display:block, display: flex; leaves display:inline-block
const BLOCK_STYLE = /(?:^|[;\s])display\s*:\s*(?:block|flex|grid|table|list-item|flow-root)\b(?!-)/i;
// takes display:inline; leaves display:inline-block
const INLINE_STYLE = /(?:^|[;\s])display\s*:\s*inline\s*(?:;|$|!)/i;
// takes white-space:pre-wrap; leaves white-space:nowrap
const PRE_STYLE = /white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\s*(?:;|$|!)/i;

const styleOf = (element: HtmlElement): string => element.attributes['style'] ?? '';

const STRUCK = new Set(['del', 's', 'strike']);

/** Not shown, or shown as no longer valid. */
export const isHidden = (element: HtmlElement): boolean =>
  STRUCK.has(element.name) || element.attributes['hidden'] !== undefined || HIDDEN.test(styleOf(element));

export function isBlock(element: HtmlElement): boolean {
  const style = element.attributes['style'];
  if (style === undefined) return BLOCKS.has(element.name);
  if (BLOCKS.has(element.name))
    return !INLINE_STYLE.test(style) || element.name === 'td' || element.name === 'tr';
  return BLOCK_STYLE.test(style);
}

/** Line ends of the source are line ends of the page. */
export const keepsLines = (element: HtmlElement): boolean =>
  element.name === 'pre' ||
  element.name === 'listing' ||
  element.name === 'xmp' ||
  PRE_STYLE.test(styleOf(element));

// takes #top, /art/2024.html and javascript:print(); leaves the empty one that editors put around text
export const isLink = (element: HtmlElement): boolean =>
  element.name === 'a' && (element.attributes['href'] ?? '').trim() !== '';

// takes nav, aside, footer, the choices of a form, and what says that it is one of these
const CHROME_ROLE = /^(?:navigation|complementary|contentinfo|search|banner|menu|menubar|toolbar|dialog)$/i;
const CHROME_NAMES = new Set([
  'nav',
  'aside',
  'footer',
  'select',
  'button',
  'datalist',
  'menu',
  'search',
  'dialog',
]);

/** Says of itself that it is no content. */
export const isChrome = (element: HtmlElement): boolean =>
  CHROME_NAMES.has(element.name) || CHROME_ROLE.test(element.attributes['role'] ?? '');
