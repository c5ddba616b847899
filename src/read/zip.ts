/** Takes a zip's bytes; gives its entries, inflated one by one under hard limits. */
import { crc32, inflateRawSync } from 'node:zlib';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import { reasonOf, type ReadLimits } from './reader.js';
import { decodeNames, type RawName } from './zip-names.js';

/** Why a zip was not read; `kind` names the diagnostic. */
export class ZipError extends Error {
  constructor(
    readonly kind: 'damaged' | 'encrypted' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

/** What the failure of a reader over a zip means for its document. */
export function zipDiagnosis(error: unknown, format: string): Diagnostic {
  const reason = reasonOf(error);
  if (!(error instanceof ZipError)) return diagnose('document-damaged', { format, reason });
  if (error.kind === 'encrypted') return diagnose('document-encrypted', { format });
  if (error.kind === 'too-large') return diagnose('document-too-large', { reason });
  return diagnose('document-damaged', { format, reason });
}

const MOST_ENTRIES = 5_000;
/** Smaller entries may be compressed as far as they like. */
const RATIO_FROM = 10 * 1024 * 1024;

interface Entry {
  readonly isLocked: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

export interface Zip {
  /** In the order of the directory, folders left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Throws `ZipError` where the entry is missing or damaged. */
  read(name: string): Uint8Array;
}

/** Bits of an entry's flags (APPNOTE 4.4.4). */
const LOCKED = 1;
const UTF8 = 0x800;

const STORED = 0;
const DEFLATED = 8;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** How a zip that holds anything begins. */
const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1');

export const isZip = (bytes: Uint8Array): boolean => SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length));

/** Names of a zip's entries, or null where it has no directory. Looks at nothing else. */
export function zipNames(bytes: Uint8Array): string[] | null {
  try {
    return [...directoryOf(bytes).keys()];
  } catch {
    return null;
  }
}

/**
 * Whether the bytes are a zip with such an entry.
 * @param left what is looked for in a zip that is cut short: what is left of its names has to do
 */
export function zipHolds(bytes: Uint8Array, isEntry: (name: string) => boolean, left: string): boolean {
  if (!isZip(bytes)) return false;
  const names = zipNames(bytes);
  if (names) return names.some(isEntry);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(left);
}

/**
 * Opens a zip; throws `ZipError` where it is cut short, locked or suspiciously large.
 * @param isUnread entries that the caller never reads; they do not count
 */
export function openZip(
  bytes: Uint8Array,
  limits: ReadLimits,
  isUnread: (name: string) => boolean = () => false,
): Zip {
  const entries = directoryOf(bytes);
  let total = 0;
  let packed = 0;
  for (const [name, entry] of entries) {
    if (isUnread(name)) continue;
    if (entry.isLocked) throw new ZipError('encrypted', 'the zip has a password');
    total += entry.size;
    packed += entry.packed;
    if (entry.size > RATIO_FROM && entry.size > limits.ratio * entry.packed)
      throw new ZipError('too-large', `${name} is compressed more than ${limits.ratio} times`);
  }
  if (total > limits.unpackedBytes)
    throw new ZipError('too-large', `it holds more than ${limits.unpackedBytes / 1024 / 1024} MB`);
  if (packed > bytes.length) throw new ZipError('too-large', 'its entries overlap');
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith('/')),
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw new ZipError('damaged', `${name} is missing`);
      return inflate(bytes, name, entry);
    },
  };
}

/** Each reader that is asked whether a file is its own looks into the directory: it is read once. */
const directories = new WeakMap<Uint8Array, Map<string, Entry>>();

function directoryOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const known = directories.get(bytes) ?? readDirectory(bytes);
  directories.set(bytes, known);
  return known;
}

/** Reads the central directory (APPNOTE 4.3.12), found from the end record (4.3.16). */
function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new ZipError('too-large', `it holds ${count} files`);
  const names: RawName[] = [];
  const found: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw new ZipError('damaged', 'the directory of the zip is broken');
    const flags = view.getUint16(at + 8, true);
    const [nameEnd, extraEnd] = ends(view, at);
    names.push({
      bytes: bytes.subarray(at + 46, nameEnd),
      isUtf8: (flags & UTF8) !== 0,
      extra: bytes.subarray(nameEnd, extraEnd),
    });
    found.push({
      isLocked: (flags & LOCKED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  const entries = new Map<string, Entry>();
  decodeNames(names).forEach((name, index) => entries.set(unlike(entries, name), found[index]!));
  return entries;
}

/** Of entries with one name the later ones are numbered: `附表.docx`, `附表.docx (2)`. */
function unlike(entries: ReadonlyMap<string, unknown>, name: string): string {
  let unused = name;
  for (let number = 2; entries.has(unused); number += 1) unused = `${name} (${number})`;
  return unused;
}

/** Where the name and the extra fields of the directory's entry at `at` end. */
function ends(view: DataView, at: number): [name: number, extra: number] {
  const name = at + 46 + view.getUint16(at + 28, true);
  return [name, name + view.getUint16(at + 30, true)];
}

/** The end record stands in the last 64 KB (its comment may follow it). */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new ZipError('damaged', 'the end of the zip is missing');
}

/** Inflates one entry; declared sizes can lie, so the declared size is also the hard cap. */
function inflate(bytes: Uint8Array, name: string, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, packed, size } = entry;
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL)
    throw new ZipError('damaged', `${name} is not where the directory says`);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const body = bytes.subarray(start, start + packed);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new ZipError('damaged', `${name} is packed by a method that is not known (${entry.method})`);
  const data = entry.method === STORED ? body : inflateCapped(body, size, name);
  if (data.length !== size || crc32(data) !== entry.crc)
    throw new ZipError('damaged', `${name} is not what was packed`);
  return data;
}

function inflateCapped(body: Uint8Array, size: number, name: string): Uint8Array {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new ZipError('damaged', `${name}: ${reasonOf(error)}`);
  }
}
