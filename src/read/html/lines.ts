/** Takes an element of a page; gives its text in order: lines, and tables with their cells. */
import type { FoundCell } from '../table.js';
import { isTable, type LineKind, type PageLine, type PagePiece } from './page-piece.js';
import { LineText } from './line-text.js';
import { hasTypedNumber, listNumbers } from './list-number.js';
import type { Measures } from './measure.js';
import { isNote, isNoteMark, isRunning } from './notes.js';
import { isDataTable, tableShape, type TableShape } from './table-shape.js';
import type { HtmlElement } from './tree.js';
import { isBlock, isChrome, isLink, keepsLines } from './visibility.js';

// takes h1 … h6
const HEADING = /^h([1-6])$/;
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface Place {
  readonly inLink: boolean;
  readonly isVerbatim: boolean;
  readonly isRaised: boolean;
  readonly level: number | null;
}

const TOP: Place = { inLink: false, isVerbatim: false, isRaised: false, level: null };

/**
 * @param layouts tables that are none whatever they look like: those around the main text
 */
export function linesOf(
  element: HtmlElement,
  measures: Measures,
  layouts: (table: HtmlElement) => boolean,
): PagePiece[] {
  const writer = new LineWriter(measures, layouts);
  writer.walk(element, TOP);
  writer.endLine();
  return writer.pieces;
}

class LineWriter {
  pieces: PagePiece[] = [];
  #line = new LineText();
  #kind: LineKind = 'text';
  #level: number | null = null;
  #order = 0;
  #endsInDigit = false;
  /** Waits for the first text of its item. */
  #number: string | null = null;
  readonly #numbers = new Map<HtmlElement, string>();

  constructor(
    private readonly measures: Measures,
    private readonly layouts: (table: HtmlElement) => boolean,
  ) {}

  walk(element: HtmlElement, place: Place): void {
    if (element.name === 'br' || element.name === 'hr') {
      this.endLine();
      return;
    }
    const kind = this.#kindOf(element);
    if (kind === this.#kind) {
      this.#enter(element, place);
      return;
    }
    if (isBlock(element) && element.name !== 'button' && !this.measures.isHidden(element)) this.endLine();
    this.#aside(kind, () => this.#enter(element, place));
  }

  endLine(): void {
    const { linked, beside } = this.#line;
    const text = this.#line.take();
    this.#endsInDigit = false;
    if (text.trim() === '') return;
    this.pieces.push({ text, linked, beside, kind: this.#kind, level: this.#level, order: this.#order });
  }

  #kindOf(element: HtmlElement): LineKind {
    if (this.#kind === 'chrome') return 'chrome';
    if (this.measures.isHidden(element) || isRunning(element)) return 'chrome';
    if (isChrome(element)) return 'chrome';
    return isNote(element) ? 'footnote' : this.#kind;
  }

  /** What does not belong to the line that it stands in makes lines of its own, in front of it. */
  #aside(kind: LineKind, write: () => void): void {
    const outer = {
      line: this.#line,
      kind: this.#kind,
      level: this.#level,
      order: this.#order,
      digit: this.#endsInDigit,
    };
    const number = this.#number;
    this.#line = new LineText();
    this.#kind = kind;
    this.#number = null;
    write();
    this.endLine();
    this.#line = outer.line;
    this.#kind = outer.kind;
    this.#level = outer.level;
    this.#order = outer.order;
    this.#endsInDigit = outer.digit;
    this.#number = number;
  }

  #enter(element: HtmlElement, place: Place): void {
    if (isNoteMark(element)) return;
    const inside: Place = {
      inLink: place.inLink || isLink(element),
      isVerbatim: place.isVerbatim || keepsLines(element),
      isRaised: place.isRaised || element.name === 'sup',
      level: HEADING.test(element.name) ? Number(HEADING.exec(element.name)![1]) : place.level,
    };
    if (!isBlock(element)) {
      this.#children(element, inside);
      return;
    }
    this.endLine();
    if (element.name === 'ol')
      for (const [item, number] of listNumbers(element)) this.#numbers.set(item, number);
    if (element.name === 'li') this.#number = this.#numbers.get(element) ?? null;
    if (element.name !== 'table' || !this.#table(element, inside)) this.#children(element, inside);
    this.endLine();
    if (element.name === 'li') this.#number = null;
  }

  #children(element: HtmlElement, place: Place): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child, element, place);
      else this.walk(child, place);
    }
  }

  #text(text: string, element: HtmlElement, place: Place): void {
    if (this.#line.isEmpty) {
      if (text.trim() === '' && !place.isVerbatim && !text.includes('\u3000') && !text.includes('\u00a0'))
        return;
      this.#level = place.level;
      this.#order = element.order;
      if (this.#number !== null && text.trim() !== '') {
        if (!hasTypedNumber(text) && !this.#isLinkItem(element))
          this.#line.appendVerbatim(this.#number, false);
        this.#number = null;
      }
    }
    if (!place.isVerbatim) this.#put(text, place);
    else
      text.split(/\r\n?|\n/).forEach((line, index) => {
        if (index > 0) this.endLine();
        if (this.#line.isEmpty) this.#order = element.order;
        this.#line.appendVerbatim(line, place.inLink);
      });
  }

  #put(text: string, place: Place): void {
    // 10 with a raised 4 behind it is not 104
    const isPower = place.isRaised && this.#endsInDigit && /^\s*\d/.test(text);
    this.#line.append(
      isPower ? text.replace(/\d/g, (digit) => SUPERSCRIPT[Number(digit)]!) : text,
      place.inLink,
    );
    if (text !== '') this.#endsInDigit = !isPower && /\d$/.test(text);
  }

  /** Lists of links are numbered by nobody. */
  #isLinkItem(element: HtmlElement): boolean {
    const { text, linked } = this.measures.of(element);
    return isLink(element) || linked * 2 > text;
  }

  /** Writes a table of data; false for one that only lays out. */
  #table(table: HtmlElement, place: Place): boolean {
    if (this.layouts(table)) return false;
    const shape = tableShape(table);
    if (!isDataTable(shape, table, this.measures)) return false;
    if (shape.caption) this.walk(shape.caption, place);
    this.endLine();
    this.pieces.push({
      ...this.#cells(shape, place),
      headerRows: shape.headerRows,
      kind: this.#kind,
      linked: this.measures.of(table).linked,
      order: table.order,
    });
    return true;
  }

  #cells(shape: TableShape, place: Place): { readonly cells: FoundCell[]; readonly beside: string } {
    const outer = this.pieces;
    const asides: PagePiece[] = [];
    const beside: string[] = [];
    const cells = shape.cells.map(({ element, ...at }): FoundCell => {
      this.pieces = [];
      this.walk(element, { ...place, level: null });
      this.endLine();
      const texts = this.pieces.filter(
        (piece): piece is PageLine => !isTable(piece) && piece.kind === this.#kind,
      );
      for (const line of texts) beside.push(line.beside);
      for (const piece of this.pieces) if (piece.kind !== this.#kind) asides.push(piece);
      return { ...at, text: texts.map(({ text }) => text.trim()).join('\n') };
    });
    this.pieces = outer;
    for (const piece of asides) this.pieces.push(piece);
    return { cells, beside: beside.join('\n') };
  }
}
