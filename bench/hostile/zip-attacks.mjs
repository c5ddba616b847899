/** Zips, and formats that are zips, whose size lies, that hold themselves, or that unpack to far more than they are. */
import { crc32, deflateRawSync } from 'node:zlib';
import { entriesOf, PACKAGES, xmlOf } from './packages.mjs';
import { zipOf } from './zip-file.mjs';

const REPORT = Buffer.from('全市招募志愿者2300名。\n');
const MEGABYTE = 1024 * 1024;

/** A zip in a zip in a zip, each with ten of the one before. */
function nested(depth) {
  let inner = { name: 'report.txt', data: REPORT };
  for (let level = 0; level < depth; level++) {
    const zip = zipOf([inner]);
    inner = { name: `level-${level}.zip`, data: zipOf(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.zip`, data: zip }))) };
  }
  return inner.data;
} // prettier-ignore

/** Entries that stand at one place, as in bombs that need no nesting. */
function overlapping(count, megabytes) {
  const data = Buffer.alloc(megabytes * MEGABYTE, 0x20);
  const packed = deflateRawSync(data, { level: 9 });
  const claim = { packed, size: data.length, crc: crc32(data) };
  return zipOf(Array.from({ length: count }, (_, i) => ({ name: `${i}.txt`, ...claim, ...(i > 0 && { at: 0 }) })));
} // prettier-ignore

/** Attacks that any zip can make. @type {(size: number) => Record<string, () => Buffer>} */
export const zipAttacks = (size) => ({
  'many-entries.zip': () => zipOf(Array.from({ length: 60 * size }, (_, i) => ({ name: `${i}.txt`, data: REPORT }))),
  'names-that-leave.zip': () => zipOf(['../../out.txt', '/etc/out.txt', 'C:\\out.txt', '..\\out.txt', 'a/../../b.txt', ''].map((name) => ({ name, data: REPORT }))),
  'one-name-twice.zip': () => zipOf([{ name: 'a.txt', data: REPORT }, { name: 'a.txt', data: Buffer.from('捐款5万元。') }]),
  'nested.zip': () => nested(6),
  'deeply-nested.zip': () => nested(size > 10 ? 60 : 8),
  'overlapping.zip': () => overlapping(100, Math.min(size, 20)),
  'locked.zip': () => zipOf([{ name: 'a.txt', data: REPORT, flags: 1 }]),
  'count-lies.zip': () => zipOf([{ name: 'a.txt', data: REPORT }], { count: 60_000 }),
  'offset-lies.zip': () => zipOf([{ name: 'b.txt', data: REPORT }, { name: 'a.txt', data: REPORT, at: 0xfffffff0 }]),
  'directory-within-itself.zip': () => {
    const bytes = zipOf([{ name: 'a.txt', data: REPORT }]);
    bytes.writeUInt32LE(bytes.length - 22, bytes.length - 6);
    return bytes;
  },
  'long-names.zip': () => zipOf(Array.from({ length: 20 }, (_, i) => ({ name: '名'.repeat(20_000) + i, data: REPORT }))),
  'holds-its-own-end.zip': () => zipOf([{ name: 'a.zip', data: zipOf([{ name: 'b.txt', data: REPORT }]) }]).subarray(0, -22),
  'only-end.zip': () => zipOf([]),
}); // prettier-ignore

/** A document whose one paragraph is so many megabytes of blanks. */
function ballooned(format, size) {
  const [before, after] = xmlOf(format, format.paragraph('|')).split('|');
  const data = Buffer.concat([Buffer.from(before), Buffer.alloc(size * MEGABYTE, 0x20), Buffer.from(after)]);
  return [...entriesOf(format, '').slice(0, -1), { name: format.main, data }];
}

/** Attacks by a document of each of the formats. */
export function* packageAttacks(size) {
  for (const [extension, format] of Object.entries(PACKAGES)) {
    const small = (body) => entriesOf(format, xmlOf(format, body));
    const words = format.paragraph('全市招募志愿者2300名。');
    // Beyond what is unpacked of one file, at full size.
    const blank = () => ballooned(format, Math.ceil(size / 4));
    const lying = (claimed) => small(words).map((entry) => ({ ...entry, size: claimed }));
    yield [`bomb.${extension}`, () => zipOf(blank())];
    yield [`bomb-that-lies.${extension}`, () => zipOf(blank().map((entry) => ({ ...entry, size: 9 })))];
    yield [`claims-four-gigabytes.${extension}`, () => zipOf(lying(0xffffffff))];
    yield [`claims-nothing.${extension}`, () => zipOf(lying(0))];
    yield [`locked.${extension}`, () => zipOf(small(words).map((entry) => ({ ...entry, flags: 1 })))];
    yield [`many-parts.${extension}`, () => zipOf([...small(words), ...Array.from({ length: 6_000 }, (_, i) => ({ name: `part-${i}.xml` }))])];
    yield [`main-part-twice.${extension}`, () => zipOf([...small(words), ...small(format.paragraph('捐款5万元。'))])];
    yield [`without-main-part.${extension}`, () => zipOf(small(words).slice(0, -1))];
    yield [`main-part-is-empty.${extension}`, () => zipOf(entriesOf(format, ''))];
    yield [`main-part-is-noise.${extension}`, () => zipOf(entriesOf(format, '\0\x01\x02�<<>>&&'))];
  }
} // prettier-ignore
