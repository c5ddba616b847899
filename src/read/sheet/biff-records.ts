/** Takes the Workbook stream of an xls (MS-XLS 2.1.4); gives its records, each with the pieces that go on with it. */
import { ZipError } from '../zip.js';

export interface BiffRecord {
  readonly type: number;
  /** Where it begins in the stream. */
  readonly at: number;
  /** The record's own bytes, then those of each record that goes on with it. */
  readonly pieces: readonly Uint8Array[];
}

const CONTINUE = 0x3c;

/** Throws `ZipError` where a record is cut off; blank bytes behind the last record are none. */
export function* biffRecords(stream: Uint8Array): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    if (type === 0 && view.getUint16(at + 2, true) === 0) return;
    const start = at;
    const pieces: Uint8Array[] = [];
    do {
      const length = view.getUint16(at + 2, true);
      if (at + 4 + length > stream.length) throw new ZipError('damaged', 'a record is cut off');
      pieces.push(stream.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    } while (at + 4 <= stream.length && view.getUint16(at, true) === CONTINUE);
    yield { type, at: start, pieces };
  }
}

/** Reads numbers and texts of a record from front to back, over the ends of its pieces. */
export class RecordReader {
  #piece = 0;
  #at = 0;

  constructor(private readonly pieces: readonly Uint8Array[]) {}

  get isAtEnd(): boolean {
    this.#advance();
    return this.#piece >= this.pieces.length;
  }

  byte(): number {
    this.#advance();
    const value = this.pieces[this.#piece]?.[this.#at];
    if (value === undefined) throw new ZipError('damaged', 'a record is too short');
    this.#at += 1;
    return value;
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return this.short() + this.short() * 0x10000;
  }

  double(): number {
    const view = new DataView(new ArrayBuffer(8));
    for (let i = 0; i < 8; i += 1) view.setUint8(i, this.byte());
    return view.getFloat64(0, true);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      this.#advance();
      const piece = this.pieces[this.#piece];
      if (piece === undefined) throw new ZipError('damaged', 'a record is too short');
      const taken = Math.min(left, piece.length - this.#at);
      this.#at += taken;
      left -= taken;
    }
  }

  /** Text of one byte a character in `encoding`. */
  bytesAs(encoding: string, count: number): string {
    const bytes = new Uint8Array(count);
    for (let i = 0; i < count; i += 1) bytes[i] = this.byte();
    return new TextDecoder(encoding).decode(bytes);
  }

  /** `count` characters of Unicode behind their flags; each further piece begins with flags of its own (MS-XLS 2.5.293). */
  text(count: number): string {
    const flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.short();
    const extra = (flags & 4) === 0 ? 0 : this.long();
    const text = this.#characters(count, (flags & 1) !== 0);
    this.skip(4 * runs + extra);
    return text;
  }

  #characters(count: number, isWide: boolean): string {
    let wide = isWide;
    let text = '';
    for (let left = count; left > 0;) {
      if (this.#piece < this.pieces.length && this.#at >= this.pieces[this.#piece]!.length) {
        this.#advance();
        wide = (this.byte() & 1) !== 0;
      }
      const piece = this.pieces[this.#piece];
      if (piece === undefined) throw new ZipError('damaged', 'a text is cut off');
      const size = wide ? 2 : 1;
      const taken = Math.min(left, Math.floor((piece.length - this.#at) / size));
      if (taken === 0) throw new ZipError('damaged', 'a text is cut off');
      const bytes = piece.subarray(this.#at, this.#at + taken * size);
      text += Buffer.from(bytes).toString(wide ? 'utf16le' : 'latin1');
      this.#at += taken * size;
      left -= taken;
    }
    return text;
  }

  #advance(): void {
    while (this.#piece < this.pieces.length && this.#at >= this.pieces[this.#piece]!.length) {
      this.#piece += 1;
      this.#at = 0;
    }
  }
}
