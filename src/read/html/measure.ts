/** Takes a page; gives for each element how much text, linked text and prose is in it, and whether it is shown. */
import { elementsOf, type HtmlElement } from './tree.js';
import { isHidden, isLink } from './visibility.js';

export interface Measure {
  /** Visible characters, without blanks. */
  text: number;
  /** Those of them that are links. */
  linked: number;
  /** Those of strings that read like sentences, and are no links. */
  prose: number;
}

export interface Measures {
  of(element: HtmlElement): Measure;
  /** Hidden, and not waiting for a script to show it: that is what holds most of a page's prose. */
  isHidden(element: HtmlElement): boolean;
}

const SHORTEST_PROSE = 12;
// takes 组织志愿者12名，募捐3万元; leaves 关于召开会议的通知, 地址：解放路8号 and 3,256
const SENTENCE_MARK = /[，。；！？]|[,;](?!\d)/;
/** Articles wait for a script to be shown (WeChat's are hidden until then). */
const MOST_OF_THE_PAGE = 0.5;

const NOTHING: Measure = { text: 0, linked: 0, prose: 0 };

export function measure(root: HtmlElement): Measures {
  const all: Measure[] = [];
  const hidden = new Set<HtmlElement>();
  const add = (element: HtmlElement, inLink: boolean): Measure => {
    const sum: Measure = { ...NOTHING };
    all[element.order] = sum;
    for (const child of element.children) {
      const part =
        typeof child === 'string' ? measureText(child, inLink) : add(child, inLink || isLink(child));
      sum.text += part.text;
      sum.linked += part.linked;
      sum.prose += part.prose;
    }
    return sum;
  };
  const total = add(root, false);
  for (const element of elementsOf(root)) {
    if (!isHidden(element)) continue;
    const held = all[element.order]!;
    const isMost =
      held.prose > MOST_OF_THE_PAGE * total.prose || (total.prose === 0 && held.text * 2 > total.text);
    if (!isMost) hidden.add(element);
  }
  return {
    of: (element) => all[element.order] ?? NOTHING,
    isHidden: (element) => hidden.has(element),
  };
}

function measureText(text: string, inLink: boolean): Measure {
  const length = countVisible(text);
  const isProse = !inLink && length >= SHORTEST_PROSE && SENTENCE_MARK.test(text);
  return { text: length, linked: inLink ? length : 0, prose: isProse ? length : 0 };
}

/** Characters that are no blanks. */
export function countVisible(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000) count += 1;
  }
  return count;
}
