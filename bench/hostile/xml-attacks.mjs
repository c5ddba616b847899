/** Documents whose XML grows when it is read, nests without end, or says next to nothing in a great many words. */
import { entriesOf, PACKAGES, xmlOf } from './packages.mjs';
import { zipOf } from './zip-file.mjs';

/** Ten entities, each of which is ten of the one before. */
const LAUGHS = `<!DOCTYPE r [<!ENTITY a0 "志愿者2300名">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;
const ITSELF = '<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]>';
const FROM_DISK = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const FROM_NETWORK = '<!DOCTYPE r [<!ENTITY % a SYSTEM "http://example.invalid/a.dtd"> %a;]>';

/** A body and, for some, a document type declaration. */
const ATTACKS = (size, { tag, paragraph }) => {
  const words = paragraph('全市招募志愿者2300名。');
  const many = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');
  return {
    'entities': [paragraph('&a12;'), LAUGHS],
    'entities-in-a-circle': [paragraph('&a;'), ITSELF],
    'entity-from-disk': [paragraph('&a;') + words, FROM_DISK],
    'entity-from-network': [words, FROM_NETWORK],
    'a-million-attributes': [`<${tag} ${many(1_000 * size, (i) => `a${i}="1" `)}/>${words}`],
    'a-long-attribute': [`<${tag} a="${'x'.repeat(50_000 * size)}"/>${words}`],
    'a-long-text': [paragraph('a'.repeat(100_000 * size))],
    'deep': [`<${tag}>`.repeat(100 * size) + words + `</${tag}>`.repeat(100 * size)],
    'deep-and-open': [`<${tag}>`.repeat(100 * size) + words],
    'many-paragraphs': [words.repeat(100 * size)],
    'many-empty-paragraphs': [paragraph('').repeat(500 * size)],
    'a-long-comment': [`<!--${'-x'.repeat(50_000 * size)}-->${words}`],
    'many-comments': [`<!---->`.repeat(1_000 * size) + words],
    'a-long-name': [`<${'n'.repeat(10_000 * size)}/>${words}`],
    'namespaces': [many(100 * size, (i) => `<p${i}:x xmlns:p${i}="u${i}">`) + words],
    'unclosed': [words.slice(0, -3)],
    'no-characters': [paragraph('&#0;&#x1F;&#xFFFF;&#x110000;&#99999999999;')],
  };
}; // prettier-ignore

export function* xmlAttacks(size) {
  for (const [extension, format] of Object.entries(PACKAGES))
    for (const [name, [body, declaration]] of Object.entries(ATTACKS(size, format)))
      yield [`${name}.${extension}`, () => zipOf(entriesOf(format, xmlOf(format, body, declaration)))];
}
