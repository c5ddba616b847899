/** Takes a list and its items; gives the number that a browser puts in front of each. */
import { formatNumber } from '../number-format.js';
import type { HtmlElement } from './tree.js';

/** Names of CSS and the letters of HTML's `type`; other styles count in plain digits. */
const STYLES: Readonly<Record<string, string>> = {
  a: 'lowerLetter', 'lower-alpha': 'lowerLetter', 'lower-latin': 'lowerLetter', A: 'upperLetter', 'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter', i: 'lowerRoman', 'lower-roman': 'lowerRoman', I: 'upperRoman', 'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting', 'simp-chinese-informal': 'chineseCounting', 'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified', 'trad-chinese-formal': 'ideographLegalTraditional',
  'cjk-heavenly-stem': 'ideographTraditional', 'cjk-earthly-branch': 'ideographZodiac',
}; // prettier-ignore
const CHINESE = new Set(['chineseCounting', 'chineseLegalSimplified', 'ideographLegalTraditional']);

// takes list-style: none and list-style-type:lower-alpha; leaves list-style-position:inside
const LIST_STYLE = /list-style(?:-type)?\s*:\s*([\w-]+)/i;
// takes 1. 一、 （二） 3） ① 第一，: a number that is typed already; leaves 3月 and 12名
const TYPED_NUMBER =
  /^[\s\u00a0\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,3}(?:[、）)]|[.．](?!\d))|[①-⑳]|第[一二三四五六七八九十]{1,3}[、，是])/;

export const hasTypedNumber = (text: string): boolean => TYPED_NUMBER.test(text);

/** What stands in front of each item of an ordered list; items without a number are left out. */
export function listNumbers(list: HtmlElement): Map<HtmlElement, string> {
  const numbers = new Map<HtmlElement, string>();
  const style = styleOf(list);
  if (list.name !== 'ol' || style === 'none') return numbers;
  const items = list.children.filter((child) => typeof child !== 'string' && child.name === 'li');
  const step = list.attributes['reversed'] === undefined ? 1 : -1;
  let next = wholeNumber(list.attributes['start']) ?? (step === 1 ? 1 : items.length);
  for (const item of items as HtmlElement[]) {
    next = wholeNumber(item.attributes['value']) ?? next;
    const own = styleOf(item) ?? style;
    if (own !== 'none') {
      const format = STYLES[own ?? ''] ?? 'decimal';
      const number = formatNumber(next, format);
      numbers.set(item, CHINESE.has(format) ? `${number}、` : `${number}. `);
    }
    next += step;
  }
  return numbers;
}

function styleOf(element: HtmlElement): string | null {
  const written = LIST_STYLE.exec(element.attributes['style'] ?? '')?.[1]?.toLowerCase();
  return written ?? element.attributes['type'] ?? null;
}

function wholeNumber(written: string | undefined): number | null {
  const number = Number.parseInt(written ?? '', 10);
  return Number.isSafeInteger(number) && Math.abs(number) < 1e6 ? number : null;
}
