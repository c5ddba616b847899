/** Takes the elements of styles; gives what paragraph, text and list styles say of headings, numbers and what is hidden. */
import { TITLE_NAME } from '../heading.js';
import type { ListLevel, ListLevels } from '../list-label.js';
import { listLevel } from './list-styles.js';
import type { Attributes, XmlSink } from './xml-events.js';

interface RawStyle {
  readonly parent: string | null;
  readonly names: readonly string[];
  /** Null where the style says nothing of lists; '' where it switches them off. */
  readonly list: string | null;
  readonly outlineLevel: number | null;
  isHidden: boolean | null;
}

export interface ParagraphStyle {
  readonly list: string | null;
  readonly isTitle: boolean;
  readonly isHidden: boolean;
  /** The outline counts headings of this style. */
  readonly isOutline: boolean;
}

/** Styles stand on one another; a longer row of them is none that a person made. */
const LONGEST_CHAIN = 50;
const LIST_STYLES: ReadonlySet<string> = new Set(['text:list-style', 'text:outline-style']);
/** LibreOffice's name for it, where a file gives none. */
const OUTLINE = 'Outline';

export class Styles implements XmlSink {
  readonly #raw = new Map<string, RawStyle>();
  readonly #lists = new Map<string, Map<number, ListLevel>>();
  readonly #paragraphs = new Map<string, ParagraphStyle>();
  #style: RawStyle | null = null;
  #list: Map<number, ListLevel> | null = null;
  /** The name of the list that headings are counted by. */
  outline = OUTLINE;

  open(name: string, attributes: Attributes): void {
    if (name === 'style:style') this.#openStyle(attributes);
    else if (name === 'style:default-style') this.#style = null;
    else if (name === 'style:text-properties' && this.#style && attributes['text:display'] !== undefined)
      this.#style.isHidden = attributes['text:display'] === 'none';
    else if (LIST_STYLES.has(name)) this.#openList(name, attributes);
    else if (this.#list) {
      const found = listLevel(name, attributes);
      if (found) this.#list.set(...found);
    }
  }

  text(): void {
    // styles are all attributes
  }

  close(): void {
    // the next style ends the one before
  }

  list(name: string): ListLevels | null {
    return this.#lists.get(name) ?? null;
  }

  isHiddenText(name: string | undefined): boolean {
    return name !== undefined && (this.#chain('text', name).find(saysHidden)?.isHidden ?? false);
  }

  paragraph(name: string): ParagraphStyle {
    const known = this.#paragraphs.get(name);
    if (known) return known;
    const chain = this.#chain('paragraph', name);
    const list = chain.find((style) => style.list !== null)?.list ?? null;
    const found: ParagraphStyle = {
      list,
      isTitle: chain.some((style) => style.names.some((own) => TITLE_NAME.test(own))),
      isHidden: chain.find(saysHidden)?.isHidden ?? false,
      isOutline: this.#isOutline(chain),
    };
    this.#paragraphs.set(name, found);
    return found;
  }

  /** All headings are, unless another list is named, or none ('') behind the style that stands for the level. */
  #isOutline(chain: readonly RawStyle[]): boolean {
    const telling = chain.find((style) => style.outlineLevel !== null || style.list !== null);
    if (!telling?.list) return telling?.list !== '' || telling.outlineLevel !== null;
    return telling.list === this.outline;
  }

  #openStyle(attributes: Attributes): void {
    const { 'style:name': name, 'style:family': family } = attributes;
    const level = Number(attributes['style:default-outline-level'] || NaN);
    this.#style = {
      parent: attributes['style:parent-style-name'] ?? null,
      names: [name ?? '', attributes['style:display-name'] ?? ''],
      list: attributes['style:list-style-name'] ?? null,
      outlineLevel: Number.isInteger(level) ? level : null,
      isHidden: null,
    };
    this.#list = null;
    if (name === undefined || family === undefined) return;
    // the styles of the text itself come last, and count for it
    this.#raw.set(`${family}/${name}`, this.#style);
    this.#paragraphs.clear();
  }

  #openList(name: string, attributes: Attributes): void {
    const own = attributes['style:name'] ?? OUTLINE;
    if (name === 'text:outline-style') this.outline = own;
    this.#style = null;
    this.#list = new Map();
    this.#lists.set(own, this.#list);
  }

  /** The style and those that it stands on, nearest first; a circle ends where it closes. */
  #chain(family: string, name: string): RawStyle[] {
    const chain: RawStyle[] = [];
    for (let next: string | null = name; next !== null && chain.length < LONGEST_CHAIN;) {
      const style = this.#raw.get(`${family}/${next}`);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.parent;
    }
    return chain;
  }
}

const saysHidden = (style: RawStyle): boolean => style.isHidden !== null;
