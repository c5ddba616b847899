/** Takes the elements of a text, a header or a footer; gives its paragraphs, headings, cells, notes and text boxes in order. */
import type { BlockKind } from '../../model.js';
import { LONGEST_HEADING } from '../heading.js';
import { labelled } from '../list-label.js';
import type { Part } from '../source-document.js';
import { isFrame, spannedTableParts } from '../spanned-table.js';
import { LEFT_OUT, STREAMS } from './elements.js';
import { framed, kindOfTables, outlineLevel, type Flow, type OpenParagraph } from './flow.js';
import { Numbering } from './numbering.js';
import { ParagraphText } from './paragraph-text.js';
import type { Styles } from './styles.js';
import { Table, type Spare } from './table.js';
import type { Attributes, XmlSink } from './xml-events.js';

/** What to do where an element ends; null: nothing of the element is read. */
type Close = (() => void) | null;

const nothing = (): void => undefined;

export class Body implements XmlSink {
  readonly #parts: Part[] = [];
  readonly #flows: Flow[] = [];
  readonly #closes: (() => void)[] = [];
  /** Elements that are open inside one that is left out, itself among them. */
  #leftOut = 0;
  #tables = 0;
  readonly #spare: Spare = { characters: 1_000_000 };
  readonly #numbering: Numbering;

  constructor(private readonly styles: Styles) {
    this.#numbering = new Numbering(styles);
  }

  parts(): readonly Part[] {
    return this.#parts;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#leftOut > 0) {
      this.#leftOut += 1;
      return;
    }
    const close = this.#enter(name, attributes);
    if (close === null) this.#leftOut = 1;
    else this.#closes.push(close);
  }

  text(text: string): void {
    if (this.#leftOut === 0) this.#paragraph()?.text.type(text);
  }

  close(): void {
    if (this.#leftOut > 0) this.#leftOut -= 1;
    else this.#closes.pop()?.();
  }

  #enter(name: string, attributes: Attributes): Close {
    if (LEFT_OUT.has(name) || this.#isHidden(name, attributes)) return null;
    if (name === 'office:text') return this.#openFlow(null);
    const stream = STREAMS[name];
    if (stream !== undefined)
      return this.#openFlow(this.#flow()?.kind === 'furniture' ? 'furniture' : stream);
    const flow = this.#flow();
    if (!flow) return nothing;
    if (name === 'text:p' || name === 'text:h') return this.#openParagraph(flow, name, attributes);
    if (name.startsWith('table:')) return this.#enterTable(flow, name, attributes);
    return this.#enterList(flow, name, attributes) ?? this.#enterSign(flow, name, attributes);
  }

  #isHidden(name: string, attributes: Attributes): boolean {
    if (name === 'text:span') return this.styles.isHiddenText(attributes['text:style-name']);
    if (name === 'text:p' || name === 'text:h')
      return this.styles.paragraph(attributes['text:style-name'] ?? '').isHidden;
    if (name.startsWith('style:')) return attributes['style:display'] === 'false';
    if (attributes['text:display'] === 'none') return true;
    return attributes['text:is-hidden'] === 'true' && name !== 'text:hidden-paragraph';
  }

  #enterList({ lists }: Flow, name: string, attributes: Attributes): Close {
    if (name === 'text:list') this.#numbering.openList(lists, attributes);
    else if (name === 'text:numbered-paragraph') this.#numbering.openNumberedParagraph(lists, attributes);
    else {
      if (name === 'text:list-item') this.#numbering.openItem(lists, attributes);
      else if (name === 'text:list-header') this.#numbering.openHeader(lists);
      else return null;
      return nothing;
    }
    return () => void lists.pop();
  }

  #enterSign({ paragraph }: Flow, name: string, attributes: Attributes): () => void {
    if (name === 'text:s') paragraph?.text.blanks(attributes['text:c']);
    else if (name === 'text:tab') paragraph?.text.put('\t');
    else if (name === 'text:line-break') paragraph?.text.put('\n');
    else if (name === 'text:hidden-paragraph' && paragraph && attributes['text:is-hidden'] === 'true')
      paragraph.isHidden = true;
    return nothing;
  }

  #enterTable(flow: Flow, name: string, attributes: Attributes): () => void {
    const { table } = flow;
    if (name === 'table:table') return this.#openTable(flow);
    if (!table) return nothing;
    if (name === 'table:table-header-rows') {
      table.headers += 1;
      return () => (table.headers -= 1);
    }
    if (name === 'table:table-row') {
      table.openRow(attributes);
      return () => table.closeRow();
    }
    if (name !== 'table:table-cell') return nothing;
    return this.#openFlow(kindOfTables(flow), (parts) => table.addCell(attributes, parts));
  }

  #openTable(flow: Flow): () => void {
    const around = flow.table;
    const number = ++this.#tables;
    const table = new Table(this.#spare);
    flow.table = table;
    return () => {
      flow.table = around;
      const { rows } = table;
      this.#deliver(
        isFrame(rows) ? framed(rows, flow.kind) : spannedTableParts(number, rows, kindOfTables(flow)),
      );
    };
  }

  #openParagraph(flow: Flow, name: string, attributes: Attributes): () => void {
    // a paragraph inside another one, which only text boxes can hold
    if (flow.paragraph) {
      const close = this.#openFlow(flow.kind ?? 'textbox');
      const closeInner = this.#openParagraph(this.#flow()!, name, attributes);
      return () => {
        closeInner();
        close();
      };
    }
    const style = attributes['text:style-name'] ?? '';
    const level = name === 'text:h' ? outlineLevel(attributes) : undefined;
    const isOfOutline = level !== undefined && flow.lists.length === 0;
    flow.paragraph = {
      text: new ParagraphText(),
      label: isOfOutline
        ? this.#numbering.headingLabel(attributes, level)
        : this.#numbering.label(flow.lists, style),
      level: level ?? (this.styles.paragraph(style).isTitle ? null : undefined),
      isHidden: false,
      behind: [],
    };
    return () => this.#closeParagraph(flow);
  }

  #closeParagraph(flow: Flow): void {
    const { paragraph } = flow;
    if (!paragraph) return;
    flow.paragraph = null;
    const typed = labelled(paragraph.label, paragraph.text.text());
    // Behind its mark, which is left out, a note begins with a blank.
    const text = flow.kind === 'footnote' ? typed.trimStart() : typed;
    const isHeading = paragraph.level !== undefined && text.length <= LONGEST_HEADING && flow.kind === null;
    if (text !== '' && !paragraph.isHidden)
      flow.parts.push({
        kind: flow.kind ?? (isHeading ? 'heading' : 'paragraph'),
        text,
        level: isHeading ? (paragraph.level ?? null) : null,
      });
    this.#deliver(paragraph.behind);
  }

  #openFlow(kind: BlockKind | null, deliver?: (parts: readonly Part[]) => void): () => void {
    const flow: Flow = { kind, parts: [], lists: [], table: null, paragraph: null };
    this.#flows.push(flow);
    return () => {
      this.#flows.pop();
      if (deliver) deliver(flow.parts);
      else this.#deliver(flow.parts);
    };
  }

  /** Parts that are whole: behind the paragraph that is open, or else next in the text around. */
  #deliver(parts: readonly Part[]): void {
    const flow = this.#flow();
    const to = flow ? (flow.paragraph?.behind ?? flow.parts) : this.#parts;
    for (const part of parts) to.push(part);
  }

  #flow(): Flow | null {
    return this.#flows.at(-1) ?? null;
  }

  #paragraph(): OpenParagraph | null {
    return this.#flow()?.paragraph ?? null;
  }
}
