/** PDFs that lead in circles, nest without end, or ask for more than there is. */
import { deflateSync } from 'node:zlib';
import { pageOf, pages, pdfOf, stream } from './pdf-file.mjs';

const TEXT = 'BT /F1 12 Tf 72 700 Td (Recruited 120 volunteers) Tj ET';
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';

/** A page whose content is packed: small on disk, large in memory. */
function packed(content) {
  const bytes = deflateSync(Buffer.from(content, 'latin1'), { level: 9 }).toString('latin1');
  return pdfOf([
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    stream(bytes, '/Filter /FlateDecode'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** Deflated as often as `times`. */
function packedAgain(content, times) {
  let bytes = Buffer.from(content, 'latin1');
  for (let i = 0; i < times; i++) bytes = deflateSync(bytes, { level: 9 });
  const filters = `/Filter [${'/FlateDecode '.repeat(times)}]`;
  return pdfOf([
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    stream(bytes.toString('latin1'), filters),
  ]);
}

const withPrevious = (offsetOf) => {
  const plain = pageOf(TEXT).toString('latin1');
  const start = plain.lastIndexOf('xref\n0');
  return Buffer.from(plain.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${offsetOf(start)}`), 'latin1');
};

const lines = (count) =>
  Array.from(
    { length: count },
    (_, i) => `${i % 595} 0 m ${i % 595} 842 l S 0 ${i % 842} m 595 ${i % 842} l S`,
  ).join('\n');

const textItems = (count) =>
  `BT /F1 1 Tf ${Array.from({ length: count }, (_, i) => `1 0 0 1 ${i % 595} ${(i * 7) % 842} Tm (9) Tj`).join(' ')} ET`;

/** Small numbers in the short form. @type {(size: number) => Record<string, () => Buffer>} */
export const pdfAttacks = (size) => ({
  'pages-in-a-circle.pdf': () =>
    pdfOf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
  'pages-in-a-large-circle.pdf': () =>
    pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 9 >>', '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9 >>']),
  'parent-of-itself.pdf': () => pageOf(TEXT, '/Parent 3 0 R'),
  'a-billion-pages.pdf': () =>
    pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>']),
  'minus-one-pages.pdf': () =>
    pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count -1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>']),
  'many-pages.pdf': () => pages(10 * size),
  'pages-up-to-the-limit.pdf': () => pages(Math.min(2_900, size)),
  'xref-before-itself.pdf': () => withPrevious((start) => start),
  'xref-before-the-file.pdf': () => withPrevious(() => -5),
  'object-stream-in-itself.pdf': () =>
    pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', stream('3 0 << /Type /Page >>', '/Type /ObjStm /N 1 /First 4')]),
  'length-of-itself.pdf': () =>
    pdfOf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>', `<< /Length 4 0 R >>\nstream\n${TEXT}\nendstream`]),
  'form-in-itself.pdf': () =>
    pageOf('/X1 Do', undefined, [stream(`${TEXT} /X1 Do /X1 Do`, '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >>')]),
  'forms-of-forms.pdf': () =>
    pageOf('/X1 Do', undefined, Array.from({ length: 30 }, (_, i) =>
      stream('/X1 Do /X1 Do /X1 Do /X1 Do', `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 ${Math.min(35, 7 + i)} 0 R >> >>`))),
  'huge-box.pdf': () => pageOf(TEXT, '/MediaBox [-1e30 -1e30 1e30 1e30]'),
  'box-of-nothing.pdf': () => pageOf(TEXT, '/MediaBox [0 0 0 0]'),
  'box-without-numbers.pdf': () => pageOf(TEXT, '/MediaBox [/a (b) null << >>]'),
  'huge-letters.pdf': () => pageOf('BT /F1 1e30 Tf 1e30 1e30 Td (120) Tj ET BT /F1 0 Tf (12) Tj ET'),
  'matrix-of-nothing.pdf': () => pageOf('0 0 0 0 0 0 cm BT /F1 12 Tf 0 0 0 0 0 0 Tm (Recruited 120 volunteers) Tj ET'),
  'deep-arrays.pdf': () => pageOf(TEXT, `/MediaBox [0 0 595 842] /Deep ${'['.repeat(100 * size)}${']'.repeat(100 * size)}`),
  'deep-dictionaries.pdf': () => pageOf(TEXT, `/MediaBox [0 0 595 842] /Deep ${'<< /A '.repeat(100 * size)}1${' >>'.repeat(100 * size)}`),
  'deep-states.pdf': () => packed(`${'q '.repeat(1000 * size)}${TEXT}`),
  'deep-arrays-on-the-page.pdf': () => packed(`${'['.repeat(100 * size)} TJ ${TEXT}`),
  'many-lines.pdf': () => packed(lines(50 * size)),
  'many-letters.pdf': () => packed(textItems(100 * size)),
  'a-long-word.pdf': () => packed(`BT /F1 1 Tf (${'9'.repeat(5_000 * size)}) Tj ET`),
  'bomb.pdf': () => packed(' '.repeat(200_000 * size)),
  'bomb-in-bombs.pdf': () => packedAgain(' '.repeat(100_000 * size), 4),
  'without-objects.pdf': () => Buffer.from('%PDF-1.7\n%%EOF\n'),
  'only-head.pdf': () => Buffer.from('%PDF-'),
  'a-million-objects.pdf': () => pdfOf([CATALOGUE, '<< /Type /Pages /Kids [] /Count 0 >>', ...Array.from({ length: 100 * size }, () => 'null')]),
  'names-without-end.pdf': () => pageOf(TEXT, `/MediaBox [0 0 595 842] /${'A'.repeat(1000 * size)} 1`),
}); // prettier-ignore
