/** Text and marks of one stream of an RTF file in → its paragraphs, headings, and the cells of its tables. */
import type { Part } from '../source-document.js';
import { tableParts, type FoundCell } from '../table.js';

export class Flow {
  readonly #parts: Part[] = [];
  #text = '';
  #row: string[] = [];
  #rows: string[][] = [];

  /**
   * @param kind of its paragraphs
   * @param nextTable gives tables their numbers, across all flows
   */
  constructor(
    private readonly kind: Part['kind'],
    private readonly nextTable: () => number,
  ) {}

  append(text: string): void {
    this.#text += text;
  }

  /** @param level of a heading, from 1; null: a paragraph */
  endParagraph({ inTable, level }: { readonly inTable: boolean; readonly level: number | null }): void {
    if (inTable) {
      this.#text += '\n';
      return;
    }
    this.#endTable();
    const heading = level !== null && this.kind === 'paragraph';
    if (this.#text.trim() !== '')
      this.#parts.push({
        kind: heading ? 'heading' : this.kind,
        text: this.#text,
        ...(heading && { level }),
      });
    this.#text = '';
  }

  endCell(): void {
    this.#row.push(this.#text.replace(/\n+$/, ''));
    this.#text = '';
  }

  endRow(): void {
    if (this.#row.length > 0) this.#rows.push(this.#row);
    this.#row = [];
    this.#text = '';
  }

  parts(): readonly Part[] {
    // a row that was cut off
    if (this.#row.length > 0) this.endRow();
    this.endParagraph({ inTable: false, level: null });
    return this.#parts;
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    const cells = this.#rows.flatMap((row, i) =>
      row.map((text, j): FoundCell => ({ text, row: i + 1, column: j + 1 })),
    );
    for (const part of tableParts(this.nextTable(), cells)) this.#parts.push(part);
    this.#rows = [];
  }
}
