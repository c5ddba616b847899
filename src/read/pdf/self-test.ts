/** Takes nothing; says whether PDFs with Chinese fonts that are not embedded can be read on this machine. */
import { SAFE_LIMITS } from '../reader.js';
import { readPdf } from './read-pdf.js';

/** 汇报 in GBK. */
const EXPECTED = '汇报';
const EXPECTED_GBK = 'bbe3b1a8';

/** A page with one line in a font that only names its character map. */
function sample(): Uint8Array {
  const content = `BT /F1 12 Tf 72 700 Td <${EXPECTED_GBK}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 6 0 R >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + table + trailer, 'latin1'));
}

/**
 * Reads a small PDF made here. False means that pdf.js does not find its character maps, and that such
 * PDFs would come out empty without an error.
 */
export async function pdfSelfTest(): Promise<boolean> {
  const { document } = await readPdf(sample(), SAFE_LIMITS);
  return document?.text === EXPECTED;
}
