/** A report in; out the bytes of a three-page PDF whose Chinese font is not embedded, as office printers write it. */
import { Buffer } from 'node:buffer';
import { zlibSync } from 'fflate';

const PAGES = 3;
const SIZE = 16;
const LEFT = 90;
const TOP = 740;
const COLUMN = 104;
/** Characters that fit between the margins; half-width ones count half. */
const WIDTH = 26;

export function encodePdf(report) {
  const pages = layOut(report);
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
      stream(content),
    ]),
  ];
  return assemble(objects);
}

/** Content streams of the pages: a header and a page number on each, one line of text a `Tj`. */
function layOut({ title, blocks }) {
  const rows = [{ cells: [title] }, ...blocks.flatMap(rowsOf)];
  const perPage = Math.ceil(rows.length / PAGES);
  const leading = Math.min(28, Math.floor((TOP - 90) / perPage));
  return Array.from({ length: PAGES }, (_, page) => {
    const lines = [`BT /F1 9 Tf ${LEFT} 790 Td ${show(title)} ET`];
    rows.slice(page * perPage, (page + 1) * perPage).forEach((row, i) => {
      const y = TOP - i * leading;
      row.cells.forEach((cell, column) => {
        const x = LEFT + column * COLUMN;
        lines.push(
          `BT /F1 ${row.ruled ? 10.5 : SIZE} Tf ${x + (row.ruled ? 4 : 0)} ${y} Td ${show(cell)} ET`,
        );
        if (row.ruled) lines.push(`0.5 w ${x} ${y - 6} ${COLUMN} ${leading} re S`);
      });
    });
    lines.push(`BT /F1 10.5 Tf 282 40 Td ${show(`- ${page + 1} -`)} ET`);
    return lines.join('\n');
  });
}

function rowsOf(block) {
  if (block.kind === 'table') return block.rows.map((cells) => ({ cells, ruled: true }));
  const indent = block.kind === 'signature' ? '　'.repeat(14) : '　　';
  return wrap(`${indent}${block.number}${block.text}`).map((line) => ({ cells: [line] }));
}

/** Lines no wider than the column; a full stop or comma may hang over, as printers let it. */
function wrap(text) {
  const lines = [];
  let line = '';
  let width = 0;
  for (const char of text) {
    const size = char.charCodeAt(0) < 0x80 ? 0.5 : 1;
    if (width + size > WIDTH && !'，。；：、'.includes(char)) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += char;
    width += size;
  }
  return [...lines, line];
}

/** UCS-2, big end first, in hex. */
function show(text) {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return `<${bytes.toString('hex')}> Tj`;
}

function stream(content) {
  const data = Buffer.from(zlibSync(Buffer.from(content, 'latin1')));
  const head = `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

function assemble(objects) {
  const chunks = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let position = chunks[0].length;
  const offsets = objects.map((object, i) => {
    const start = position;
    const chunk = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(chunk);
    position += chunk.length;
    return start;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${position}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}
