/** Takes a printed PDF; gives it as a scanner would: a PDF of pictures, with the faults of paper, lamp and glass. */
import { createRequire } from 'node:module';
import { PDFParse } from 'pdf-parse';
import sharp from 'sharp';

/** Degrees, pixels, standard deviation of the noise, darkness of the paper at its darkest edge, JPEG quality. */
export const SCANS = {
  clean: { dpi: 200, skew: 0, shift: 0, noise: 0, shade: 0, blur: 0, quality: 90 },
  office: { dpi: 200, skew: 0.7, shift: 12, noise: 8, shade: 40, blur: 0, quality: 60 },
  poor: { dpi: 150, skew: 1.5, shift: 20, noise: 18, shade: 80, blur: 0.7, quality: 45 },
};

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed) {
  let state = [...seed].reduce((hash, char) => (Math.imul(hash, 31) + char.codePointAt(0)) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The pages of a PDF as PNG. */
export async function pictures(pdf, dpi) {
  const root = createRequire(import.meta.url)
    .resolve('pdfjs-dist/package.json')
    .replace('package.json', '');
  const parser = new PDFParse({ data: new Uint8Array(pdf), cMapUrl: `${root}cmaps/`, cMapPacked: true });
  const { pages } = await parser.getScreenshot({ scale: dpi / 72 });
  await parser.destroy();
  return pages.map(({ data }) => data);
}

async function scanPage(picture, { skew, shift, noise, shade, blur, quality }, next) {
  const { width, height } = await sharp(picture).metadata();
  const [turn, right, down] = [
    (2 * next() - 1) * skew,
    Math.round(next() * shift),
    Math.round(next() * shift),
  ];
  let page = sharp(picture).flatten({ background: 'white' }).greyscale();
  if (turn !== 0) page = sharp(await page.rotate(turn, { background: 'white' }).png().toBuffer());
  page = sharp(await page.extend({ left: right, top: down, background: 'white' }).png().toBuffer());
  page = page.extract({ left: 0, top: 0, width, height });
  if (blur > 0) page = page.blur(blur);
  const { data } = await page.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 1) {
    const dark = shade * ((at % width) / width) ** 2 + (shade > 0 ? 12 : 0);
    // The sum of three even numbers is nearly a normal one.
    const grain = noise > 0 ? noise * 2 * (next() + next() + next() - 1.5) : 0;
    data[at] = Math.max(0, Math.min(255, data[at] * (1 - dark / 255) + grain));
  }
  const jpeg = await sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer();
  return { jpeg, width, height };
}

function pdfOf(pages, dpi) {
  const objects = [];
  const kids = pages.map((_, i) => `${3 + 3 * i} 0 R`).join(' ');
  objects.push(
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
  );
  for (const [i, { jpeg, width, height }] of pages.entries()) {
    const [w, h] = [(width * 72) / dpi, (height * 72) / dpi];
    const content = `q ${w} 0 0 ${h} 0 0 cm /Im Do Q`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /Im ${5 + 3 * i} 0 R >> >> /Contents ${4 + 3 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString('latin1')}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** @param seed the same gives the same faults */
export async function scan(pdf, faults, seed) {
  const next = random(seed);
  const pages = [];
  for (const picture of await pictures(pdf, faults.dpi)) pages.push(await scanPage(picture, faults, next));
  return pdfOf(pages, faults.dpi);
}
