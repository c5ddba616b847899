/** Takes the rows and cells of a table as they open; gives the table's rows, with what is repeated written out. */
import type { Part } from '../source-document.js';
import type { SpannedCell, SpannedRow } from '../spanned-table.js';
import type { Attributes } from './xml-events.js';

/** How many characters a document may add by saying that cells and rows are repeated. */
export interface Spare {
  characters: number;
}

interface OpenRow {
  readonly cells: SpannedCell[];
  readonly repeated: number;
}

/** Writer repeats nothing; spreadsheets repeat what is empty to the edge of the sheet. */
const MOST_REPEATED = 1_000;

export class Table {
  readonly rows: SpannedRow[] = [];
  #row: OpenRow | null = null;
  /** Groups of header rows that are open. */
  headers = 0;

  constructor(private readonly spare: Spare) {}

  openRow(attributes: Attributes): void {
    this.#row = { cells: [], repeated: countOf(attributes['table:number-rows-repeated']) };
  }

  addCell(attributes: Attributes, parts: readonly Part[]): void {
    const cell = {
      parts,
      rowSpan: countOf(attributes['table:number-rows-spanned']),
      columnSpan: countOf(attributes['table:number-columns-spanned']),
    };
    const times = this.#affordable(countOf(attributes['table:number-columns-repeated']), [cell]);
    for (let time = 0; time < times; time += 1) this.#row?.cells.push(cell);
  }

  closeRow(): void {
    if (!this.#row) return;
    const { cells, repeated } = this.#row;
    const row = { cells, isHeader: this.headers > 0 };
    const times = this.#affordable(repeated, cells);
    for (let time = 0; time < times; time += 1) this.rows.push(row);
    this.#row = null;
  }

  /** As often as asked, or once where the document has used up what it may repeat. */
  #affordable(asked: number, cells: readonly SpannedCell[]): number {
    if (asked === 1) return 1;
    const times = Math.min(asked, MOST_REPEATED);
    const cost = times * cells.reduce((sum, cell) => sum + 1 + lengthOf(cell), 0);
    if (cost > this.spare.characters) return 1;
    this.spare.characters -= cost;
    return times;
  }
}

const lengthOf = ({ parts }: SpannedCell): number =>
  parts.reduce((sum, { text }) => sum + 1 + text.length, 0);

function countOf(value: string | undefined): number {
  const count = Math.trunc(Number(value ?? 1));
  return count >= 1 ? count : 1;
}
