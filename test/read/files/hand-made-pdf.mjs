// A PDF writer for tests: text in a Chinese font that is named and not embedded, and ruled lines.
import { Buffer } from 'node:buffer';

const hex = (text) => Buffer.from(text, 'utf16le').swap16().toString('hex');

/**
 * Pages of marks: `{ text, x, y, size }` puts text on a baseline, `{ line: [x1, y1, x2, y2] }` draws
 * a line; points, origin at the bottom left of an A4 page. Returns the file's bytes.
 */
export function pdfFile(pages, { trailer = '' } = {}) {
  const show = (mark) =>
    mark.line
      ? `${mark.line[0]} ${mark.line[1]} m ${mark.line[2]} ${mark.line[3]} l S`
      : `BT /F1 ${mark.size} Tf ${mark.x} ${mark.y} Td <${hex(mark.text)}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  pages.forEach((marks, index) => {
    const content = marks
      .filter((mark) => mark.line || mark.text)
      .map(show)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let out = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}
