/** Objects of a PDF in; out its bytes, with a table of where they stand. Nothing is checked: the objects may be nonsense. */

const HEAD = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

export const stream = (content, entries = '') =>
  `<< /Length ${Buffer.byteLength(content, 'latin1')} ${entries} >>\nstream\n${content}\nendstream`;

/**
 * @param {readonly string[]} objects number 1 first, which is the catalogue
 * @param {string} trailer more entries of the trailer
 */
export function pdfOf(objects, trailer = '') {
  const parts = [HEAD];
  const offsets = [];
  let length = HEAD.length;
  objects.forEach((object, i) => {
    offsets.push(length);
    const text = `${i + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(text);
    length += text.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** One page with this content; `page` are more entries of its dictionary. */
export const pageOf = (content, page = '/MediaBox [0 0 595 842]', more = []) =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${page} /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> /Contents 4 0 R >>`,
    stream(content),
    FONT,
    ...more,
  ]);

/** So many pages, each with a line of text. */
export function pages(count) {
  const kids = Array.from({ length: count }, (_, i) => `${5 + i} 0 R`).join(' ');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    FONT,
    stream('BT /F1 12 Tf 72 700 Td (Recruited 120 volunteers) Tj ET'),
    ...Array.from(
      { length: count },
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>',
    ),
  ]);
}
