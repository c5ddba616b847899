/** Bytes of a container in; out the same container, whole, with what it holds broken: zip entries, XML, OLE sectors, PDF objects, RTF words. */
import { unzipSync, zipSync } from 'fflate';
import { flipBits, holed, overwritten, repeated } from './mutate.mjs';

const startsWith = (bytes, ...signature) => signature.every((byte, i) => bytes[i] === byte);
const isZip = (bytes) => startsWith(bytes, 0x50, 0x4b, 3, 4);
const isOle = (bytes) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isPdf = (bytes) => startsWith(bytes, 0x25, 0x50, 0x44, 0x46);
const isRtf = (bytes) => startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66);

/** Replaces the n-th match, drawn at random, by what `change` makes of it. */
function replaceOne(random, text, pattern, change) {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { index, 0: found } = random.pick(matches);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

const XML_CHANGES = [
  (random, xml) => replaceOne(random, xml, /<[^>]*>/g, () => ''),
  (random, xml) => replaceOne(random, xml, /<[^>]*>/g, (tag) => tag.repeat(1 + random.below(50))),
  (random, xml) => replaceOne(random, xml, /="[^"]*"/g, () => `="${random.pick(['', '-1', '99999999999', 'NaN', '０', 'x'.repeat(70_000)])}"`),
  (random, xml) => replaceOne(random, xml, />[^<]+</g, () => `>${random.pick(['&x;', '&#0;', '&#xD800;', '\0', '<![CDATA[', ']]>', '<!--'])}<`),
  (random, xml) => replaceOne(random, xml, /<(\/?)[\w:]+/g, (tag) => `${tag}x`),
  (random, xml) => xml.replace(/encoding="[^"]*"/, 'encoding="utf-16"'),
]; // prettier-ignore

/** One entry of a zip is broken and packed again, so that its checksum holds. */
function breakEntry(random, bytes) {
  const files = unzipSync(bytes);
  const names = Object.keys(files).filter((name) => files[name].length > 1);
  const name = random.pick(names);
  const change = random.pick([flipBits, holed, overwritten, repeated]);
  return Buffer.from(zipSync({ ...files, [name]: change(random, Buffer.from(files[name])) }));
}

/** Markup of one XML part is broken, or the part is missing. */
function breakXml(random, bytes) {
  const files = unzipSync(bytes);
  const names = Object.keys(files).filter((name) => /\.(?:xml|rels|x?html)$/.test(name));
  if (names.length === 0) return breakEntry(random, bytes);
  const name = random.pick(names);
  if (random.chance(0.1)) {
    const others = Object.entries(files).filter(([other]) => other !== name);
    return Buffer.from(zipSync(Object.fromEntries(others)));
  }
  let xml = Buffer.from(files[name]).toString('utf8');
  for (let i = 0; i < 5; i++) xml = random.pick(XML_CHANGES)(random, xml);
  return Buffer.from(zipSync({ ...files, [name]: Buffer.from(xml) }));
}

const SECTOR = 512;

/** Sectors of an OLE file change places, or its tables of sectors point anywhere. */
function breakSectors(random, bytes) {
  const broken = Buffer.from(bytes);
  const sectors = Math.max(1, Math.floor(broken.length / SECTOR) - 1);
  const at = () => SECTOR * (1 + random.below(sectors));
  for (let i = 0; i < 3; i++) {
    if (random.chance(0.5)) {
      const [from, to] = [at(), at()];
      broken.copy(broken, to, from, from + SECTOR);
    } else
      for (let field = 0; field < 8; field++)
        broken.writeInt32LE(
          random.pick([-1, -2, 0, 1, random.below(sectors), 0x7fffffff]),
          Math.min(broken.length - 4, at() + 4 * random.below(SECTOR / 4)),
        );
  }
  if (random.chance(0.3))
    broken.writeInt32LE(
      random.pick([-2, 0, 1, 0x7fffffff]),
      random.pick([0x2c, 0x30, 0x3c, 0x40, 0x44, 0x48]),
    );
  return broken;
}

const PDF_CHANGES = [
  (random, pdf) => replaceOne(random, pdf, /\b\d+ 0 R/g, () => `${random.below(40)} 0 R`),
  (random, pdf) => replaceOne(random, pdf, /\b\d+ 0 obj/g, () => `${random.below(40)} 0 obj`),
  (random, pdf) => replaceOne(random, pdf, /\b\d{1,10}\b/g, () => random.pick(['-1', '0', '99999999999', '1e308', '2147483648'])),
  (random, pdf) => replaceOne(random, pdf, /\/[A-Z]\w+/g, () => random.pick(['/Kids', '/Parent', '/Length', '/Filter', '/Contents', '/Type'])),
  (random, pdf) => replaceOne(random, pdf, /endstream|endobj|stream|xref|trailer/g, () => ''),
  (random, pdf) => replaceOne(random, pdf, /<<|>>|\[|\]/g, (mark) => mark.repeat(200)),
  (random, pdf) => pdf.replace(/startxref\s+\d+/, `startxref ${random.below(pdf.length)}`),
]; // prettier-ignore

const RTF_WORDS = [
  '{',
  '}',
  '\\bin99999999 ',
  '\\u-99999 ',
  '\\uc99 ',
  "\\'",
  '\\cell ',
  '\\row ',
  '\\trowd ',
  '\\f-1 ',
  '\\ansicpg0 ',
  '\\*',
  '\\outlinelevel-3 ',
  '\\par ',
];
const RTF_CHANGES = [
  (random, rtf) => replaceOne(random, rtf, /\\[a-z]+-?\d* ?/g, () => random.pick(RTF_WORDS)),
  (random, rtf) => replaceOne(random, rtf, /[{}]/g, () => random.pick(['', '{{{', '}}}'])),
  (random, rtf) => replaceOne(random, rtf, /\d+/g, () => random.pick(['-1', '99999999999', ''])),
]; // prettier-ignore

const byWords = (changes) => (random, bytes) => {
  let text = Buffer.from(bytes).toString('latin1');
  for (let i = 0; i < 6; i++) text = random.pick(changes)(random, text);
  return Buffer.from(text, 'latin1');
};

/** What a file of this content can be broken by, from inside; none of plain text. */
export function innerMutations(bytes) {
  if (isZip(bytes)) return { breakEntry, breakXml };
  if (isOle(bytes)) return { breakSectors };
  if (isPdf(bytes)) return { breakObjects: byWords(PDF_CHANGES) };
  if (isRtf(bytes)) return { breakWords: byWords(RTF_CHANGES) };
  return {};
}
