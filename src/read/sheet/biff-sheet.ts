/** Takes the records of one sheet of an xls, in order; gives its cells as text, its merged cells and what it hides. */
import { ZipError } from '../zip.js';
import { formatOf, readText, type XlsGlobals } from './biff-globals.js';
import { RecordReader, type BiffRecord } from './biff-records.js';
import { numberText } from './number-format.js';
import { MOST_COLUMNS, SheetCells, type MergedRange, type RawSheet } from './raw-sheet.js';

/** Error values by their codes: MS-XLS 2.5.10. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A',
}; // prettier-ignore

interface Place {
  readonly row: number;
  readonly column: number;
  readonly style: number;
}

/** Rows and columns count from 0 in the file. */
const readPlace = (reader: RecordReader): Place => ({
  row: reader.short() + 1,
  column: reader.short() + 1,
  style: reader.short(),
});

/** A number in 30 bits, whole or not, in hundredths or not: MS-XLS 2.5.217. */
function rkNumber(rk: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, (rk & 0xfffffffc) >>> 0, true);
  const value = (rk & 2) === 0 ? view.getFloat64(0, true) : rk >> 2;
  return (rk & 1) === 0 ? value : value / 100;
}

export class XlsSheet {
  readonly #cells: SheetCells;
  readonly #merges: MergedRange[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  /** The formula whose text stands in the next record. */
  #awaiting: Place | null = null;

  constructor(
    private readonly name: string,
    private readonly globals: XlsGlobals,
  ) {
    this.#cells = new SheetCells(globals.budget);
  }

  take({ type, pieces }: BiffRecord): void {
    this.#readers[type]?.(new RecordReader(pieces));
  }

  finish(): RawSheet {
    return {
      name: this.name,
      rows: this.#cells.rows(),
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
    };
  }

  readonly #readers: Readonly<Record<number, (reader: RecordReader) => void>> = {
    // FilePass of a sheet in its own file
    0x2f: () => {
      throw new ZipError('encrypted', 'the sheet has a password');
    },
    // LabelSst
    0xfd: (reader) => this.#putShared(readPlace(reader), reader.long()),
    // Label, RString
    0x204: (reader) => this.#label(reader),
    0xd6: (reader) => this.#label(reader),
    // Number, RK, MulRk
    0x203: (reader) => this.#putNumber(readPlace(reader), reader.double()),
    0x27e: (reader) => this.#putNumber(readPlace(reader), rkNumber(reader.long() | 0)),
    0xbd: (reader) => this.#numbers(reader),
    // Formula, and its text
    0x06: (reader) => this.#formula(reader),
    0x207: (reader) => {
      if (this.#awaiting !== null) this.#put(this.#awaiting, readText(reader, reader.short(), this.globals));
      this.#awaiting = null;
    },
    // BoolErr
    0x205: (reader) => this.#putCode(readPlace(reader), reader.byte(), reader.byte() === 1),
    // MergeCells
    0xe5: (reader) => this.#merge(reader),
    // Row, ColInfo
    0x208: (reader) => {
      const row = reader.short() + 1;
      reader.skip(10);
      if ((reader.byte() & 0x20) !== 0) this.#hiddenRows.add(row);
    },
    0x7d: (reader) => {
      const [first, last] = [reader.short() + 1, reader.short() + 1];
      reader.skip(4);
      if ((reader.byte() & 1) !== 0)
        for (let column = first; column <= Math.min(last, MOST_COLUMNS); column += 1)
          this.#hiddenColumns.add(column);
    },
  };

  #put({ row, column }: Place, text: string): void {
    this.#cells.add(row, column, text);
  }

  /** Without its words a table's numbers would be taken for something else. */
  #putShared(place: Place, index: number): void {
    const text = this.globals.strings[index];
    if (text === undefined) throw new ZipError('damaged', `the text ${index} is missing`);
    this.#put(place, text);
  }

  #putNumber(place: Place, value: number): void {
    const { globals } = this;
    if (!Number.isFinite(value)) throw new ZipError('damaged', 'a number is none');
    this.#put(place, numberText(value, formatOf(globals, place.style), globals.is1904));
  }

  #putCode(place: Place, code: number, isError: boolean): void {
    this.#put(place, isError ? (ERRORS[code] ?? '#N/A') : code === 0 ? 'FALSE' : 'TRUE');
  }

  #label(reader: RecordReader): void {
    const place = readPlace(reader);
    this.#put(place, readText(reader, reader.short(), this.globals));
  }

  #numbers(reader: RecordReader): void {
    const row = reader.short() + 1;
    let column = reader.short() + 1;
    // the last column stands behind the numbers
    for (let style = reader.short(); !reader.isAtEnd; column += 1) {
      this.#putNumber({ row, column, style }, rkNumber(reader.long() | 0));
      style = reader.short();
    }
  }

  /** The value that was saved with it: a number, or a code in the first bytes of one that is none. */
  #formula(reader: RecordReader): void {
    const place = readPlace(reader);
    const bytes = Array.from({ length: 8 }, () => reader.byte());
    this.#awaiting = null;
    if (bytes[6] !== 0xff || bytes[7] !== 0xff) {
      this.#putNumber(place, new DataView(Uint8Array.from(bytes).buffer).getFloat64(0, true));
    } else if (bytes[0] === 0) this.#awaiting = place;
    else if (bytes[0] === 1 || bytes[0] === 2) this.#putCode(place, bytes[2]!, bytes[0] === 2);
  }

  #merge(reader: RecordReader): void {
    for (let left = reader.short(); left > 0; left -= 1) {
      const [top, bottom, first, last] = [reader.short(), reader.short(), reader.short(), reader.short()];
      this.#merges.push({ top: top + 1, bottom: bottom + 1, left: first + 1, right: last + 1 });
    }
  }
}
