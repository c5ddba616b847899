/** Takes the lists that open and close around paragraphs; gives the label of each paragraph. */
import { countLevel, labelOf, type Counter } from '../list-label.js';
import type { Styles } from './styles.js';
import type { Attributes } from './xml-events.js';

interface OpenList {
  readonly style: string | null;
  readonly counter: Counter;
  readonly level: number;
  item: Item;
}

interface Item {
  /** Its first paragraph, which has the label, is still to come. */
  readonly isNew: boolean;
  /** The number that it was given. */
  readonly start: number | null;
  /** A list inside it has begun. */
  readonly holdsList: boolean;
}

/** The lists that are open in one stream of text: those around a table do not reach into its cells. */
export type OpenLists = OpenList[];

const NO_ITEM: Item = { isNew: false, start: null, holdsList: false };

export class Numbering {
  readonly #byId = new Map<string, Counter>();
  readonly #lastOfStyle = new Map<string, Counter>();
  readonly #headings: Counter = [];

  constructor(private readonly styles: Styles) {}

  openList(lists: OpenLists, attributes: Attributes): void {
    const around = lists.at(-1);
    const style = attributes['text:style-name'] ?? around?.style ?? null;
    const counter = around?.counter ?? this.#counterOf(style, attributes);
    if (!around) this.#remember(style, attributes['xml:id'], counter);
    if (around) this.#openInner(around, attributes);
    lists.push({ style, counter, level: lists.length, item: NO_ITEM });
  }

  /** A second list inside one item counts anew, as LibreOffice has it; one inside the next item goes on. */
  #openInner(around: OpenList, attributes: Attributes): void {
    if (around.item.holdsList && attributes['text:continue-numbering'] !== 'true')
      around.counter.length = Math.min(around.counter.length, around.level + 1);
    around.item = { ...around.item, holdsList: true };
  }

  /** A paragraph that is an item of its own; paragraphs of one list share its id. */
  openNumberedParagraph(lists: OpenLists, attributes: Attributes): void {
    const id = attributes['text:list-id'];
    const style = attributes['text:style-name'] ?? null;
    const counter = (id === undefined ? undefined : this.#byId.get(id)) ?? [];
    this.#remember(style, id, counter);
    const level = (numberOf(attributes['text:level']) ?? 1) - 1;
    lists.push({
      style,
      counter,
      level,
      item: newItem(attributes),
    });
  }

  openItem(lists: OpenLists, attributes: Attributes): void {
    const list = lists.at(-1);
    if (list) list.item = newItem(attributes);
  }

  /** What stands in front of the items of a list. */
  openHeader(lists: OpenLists): void {
    const list = lists.at(-1);
    if (list) list.item = NO_ITEM;
  }

  /** The label of the paragraph that begins here, '' where it has none; counts it. */
  label(lists: OpenLists, paragraphStyle: string): string {
    const list = lists.at(-1);
    if (!list?.item.isNew) return '';
    const { start } = list.item;
    list.item = { ...list.item, isNew: false };
    const style = list.style ?? this.styles.paragraph(paragraphStyle).list;
    return style === null ? '' : this.#count(style, list.counter, list.level, start);
  }

  /** The label of a heading that no list holds. */
  headingLabel(attributes: Attributes, level: number): string {
    const isListed = this.styles.paragraph(attributes['text:style-name'] ?? '').isOutline;
    if (!isListed || attributes['text:is-list-header'] === 'true') return '';
    const start =
      attributes['text:restart-numbering'] === 'true'
        ? (numberOf(attributes['text:start-value']) ?? 1)
        : null;
    return this.#count(this.styles.outline, this.#headings, level - 1, start);
  }

  #count(style: string, counter: Counter, level: number, start: number | null): string {
    const levels = this.styles.list(style);
    if (!levels?.has(level)) return '';
    countLevel(counter, levels, level, start);
    return labelOf(level, levels, counter);
  }

  #counterOf(style: string | null, attributes: Attributes): Counter {
    if (style === this.styles.outline) return this.#headings;
    const continued = attributes['text:continue-list'];
    if (continued !== undefined) return this.#byId.get(continued) ?? [];
    const goesOn = attributes['text:continue-numbering'] === 'true' && style !== null;
    return (goesOn ? this.#lastOfStyle.get(style) : undefined) ?? [];
  }

  #remember(style: string | null, id: string | undefined, counter: Counter): void {
    if (id !== undefined) this.#byId.set(id, counter);
    if (style !== null) this.#lastOfStyle.set(style, counter);
  }
}

const newItem = (attributes: Attributes): Item => ({
  ...NO_ITEM,
  isNew: true,
  start: numberOf(attributes['text:start-value']),
});

function numberOf(value: string | undefined): number | null {
  const number = value === undefined ? NaN : Number(value);
  return Number.isInteger(number) && number >= 0 ? number : null;
}
