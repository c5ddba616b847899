/** Takes the bytes of an OLE file (MS-CFB); gives one of its streams. */
import { ZipError } from '../zip.js';

const HEADER = 512;
const ENTRY = 128;
const FREE = 0xfffffffa;
const FIRST_FAT_ENTRIES = 109;
const ROOT = 5;
const STREAM = 2;

/** The first stream of one of these names, in their order; throws `ZipError` where there is none or its sectors are not there. */
export function readOleStream(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const file = new OleFile(bytes);
  const entries = file.entries();
  for (const name of names) {
    const entry = entries.find((each) => each.type === STREAM && each.name === name);
    if (entry) return file.stream(entry, entries.find(({ type }) => type === ROOT) ?? null);
  }
  throw new ZipError('damaged', `the stream ${names[0] ?? ''} is missing`);
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

class OleFile {
  readonly #view: DataView;
  readonly #sector: number;
  readonly #fat: Uint32Array;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < HEADER) throw new ZipError('damaged', 'its head is missing');
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new ZipError('damaged', 'its sectors have no size');
    this.#sector = 1 << shift;
    this.#fat = this.#readFat();
  }

  entries(): Entry[] {
    const directory = this.#chain(this.#view.getUint32(48, true));
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const length = Math.min(64, view.getUint16(at + 64, true));
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)));
      entries.push({
        name,
        type: view.getUint8(at + 66),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  /** Short streams stand in a stream of their own, which the root entry leads to. */
  stream({ start, size }: Entry, root: Entry | null): Uint8Array {
    const isShort = size < this.#view.getUint32(56, true);
    const data = isShort && root !== null ? this.#short(start, root) : this.#chain(start);
    if (data.length < size) throw new ZipError('damaged', 'its end is missing');
    return data.subarray(0, size);
  }

  #at(sector: number): number {
    return (sector + 1) * this.#sector;
  }

  /** The table that tells which sector follows which: its own sectors are listed in the head, and in sectors that follow on. */
  #readFat(): Uint32Array {
    const perSector = this.#sector / 4;
    const sectors: number[] = [];
    const most = Math.ceil(this.bytes.length / this.#sector);
    const list = (at: number, count: number): void => {
      for (let i = 0; i < count && at + 4 * i + 4 <= this.bytes.length; i += 1) {
        const sector = this.#view.getUint32(at + 4 * i, true);
        if (sector < FREE && sectors.length < most) sectors.push(sector);
      }
    };
    list(76, FIRST_FAT_ENTRIES);
    let next = this.#view.getUint32(68, true);
    for (let seen = 0; next < FREE && seen < most && this.#at(next + 1) <= this.bytes.length; seen += 1) {
      list(this.#at(next), perSector - 1);
      next = this.#view.getUint32(this.#at(next + 1) - 4, true);
    }
    const fat = new Uint32Array(sectors.length * perSector).fill(FREE);
    sectors.forEach((sector, i) => {
      for (let k = 0; k < perSector && this.#at(sector) + 4 * k + 4 <= this.bytes.length; k += 1)
        fat[i * perSector + k] = this.#view.getUint32(this.#at(sector) + 4 * k, true);
    });
    return fat;
  }

  /** The sectors from `start` on, joined; a chain in a circle ends with the file's length. */
  #chain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const most = Math.ceil(this.bytes.length / this.#sector);
    for (let sector = start; sector < FREE; sector = this.#fat[sector] ?? FREE) {
      if (this.#at(sector) >= this.bytes.length || parts.length >= most)
        throw new ZipError('damaged', 'its sectors lead nowhere');
      parts.push(this.bytes.subarray(this.#at(sector), this.#at(sector + 1)));
    }
    return new Uint8Array(Buffer.concat(parts));
  }

  #short(start: number, root: Entry): Uint8Array {
    const container = this.#chain(root.start);
    const table = this.#chain(this.#view.getUint32(60, true));
    const next = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const size = 1 << this.#view.getUint16(32, true);
    const parts: Uint8Array[] = [];
    for (let sector = start; sector < FREE;) {
      if ((sector + 1) * size > container.length || parts.length > container.length / size)
        throw new ZipError('damaged', 'its sectors lead nowhere');
      parts.push(container.subarray(sector * size, (sector + 1) * size));
      sector = 4 * sector + 4 <= table.length ? next.getUint32(4 * sector, true) : FREE;
    }
    return new Uint8Array(Buffer.concat(parts));
  }
}
