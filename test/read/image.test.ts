import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { createEngine, extract } from '../../src/pipeline.js';
import { readDocument, SAFE_LIMITS } from '../../src/read/registry.js';
import { builtInRules, readRuleSet } from '../../src/ruleset/index.js';
import { cellsOf, codes, expectSound, fixture, read, texts } from './support.js';

/** Recognising a page takes two seconds; other tests may want the processor at the same time. */
const SLOW = 240_000;

/** Four lines of the printed report. */
const head = fixture('head.png');
const NUMBERS = ['25719名', '862支', '3450场次', '12000人次'];
const numbersIn = (text: string): string[] =>
  NUMBERS.filter((number) => text.replace(/\s/g, '').includes(number));

/** The bitmap format of Windows, rows from the bottom, 24 bits. */
async function bitmapOf(picture: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(picture)
    .flip()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const stride = Math.ceil((info.width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * info.height);
  file.write('BM', 'latin1');
  for (const [at, value] of [[2, file.length], [10, 54], [14, 40], [18, info.width], [22, info.height]] as const)
    file.writeUInt32LE(value, at); // prettier-ignore
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < info.height; y += 1)
    data.copy(file, 54 + y * stride, y * info.width * 3, (y + 1) * info.width * 3);
  return new Uint8Array(file);
}

/** A page that is a picture, with marks before and behind it, and one with the word Total. */
async function mixedPdf(behind = '', before = ''): Promise<Uint8Array> {
  const { width, height } = await sharp(head).metadata();
  const jpeg = await sharp(head).greyscale().jpeg({ quality: 80 }).toBuffer();
  const [w, h] = [(width * 72) / 200, (height * 72) / 200];
  const draw = `${behind} q ${w} 0 0 ${h} 0 0 cm /Im Do Q ${before}`;
  const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  const write = 'BT /F1 12 Tf 72 400 Td (Total) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 2 /Kids [3 0 R 6 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Resources << ${font} /XObject << /Im 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${Buffer.from(jpeg).toString('latin1')}\nendstream`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${font} >> /Contents 7 0 R >>`,
    `<< /Length ${write.length} >>\nstream\n${write}\nendstream`,
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  // Without a table of offsets the engine looks for the objects itself.
  return new Uint8Array(
    Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Size 8 /Root 1 0 R >>\n%%EOF\n`, 'latin1'),
  );
}

describe('a picture of a page', () => {
  test(
    'is read as its paragraphs, says that it was recognised, and the same each time',
    async () => {
      const { document, diagnostics } = await readDocument(head, '扫描.png');
      expectSound(document!);
      expect(texts(document!, 'heading')).toEqual(['云岭市青年志愿服务工作情况汇报']);
      expect(numbersIn(texts(document!, 'paragraph').at(-1)!)).toEqual(NUMBERS);
      expect(diagnostics.map(({ code }) => code)).toEqual(['document-recognised']);
      const again = await readDocument(await sharp(head).extract({ left: 0, top: 0, width: 900, height: 150 }).png().toBuffer(), 'a.png'); // prettier-ignore
      expect(again.document?.text).not.toBe(document!.text);
      expect((await readDocument(head, '扫描.png')).document).toEqual(document);
    },
    SLOW,
  );

  test(
    'has every character marked as recognised, but for blanks',
    async () => {
      const { text, recognised } = await read(head, 'a.png');
      const marked = recognised!.map(({ start, end }) => text.slice(start, end)).join('');
      expect(marked.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(recognised!.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
    },
    SLOW,
  );

  test(
    'gives figures that go to review',
    async () => {
      const engine = createEngine(readRuleSet([builtInRules()]).ruleSet);
      const { figures } = extract(await read(head, 'a.png'), 'a.png', engine);
      const records = figures.map(({ record }) => record);
      expect(records.map(({ value }) => value)).toContain(25719);
      expect(records.filter(({ needs_review }) => !needs_review)).toEqual([]);
      expect(records.every(({ reasons }) => reasons.includes('recognised'))).toBe(true);
    },
    SLOW,
  );

  test.each<[string, (picture: Sharp) => Promise<Uint8Array>]>([
    ['on its side', (picture) => picture.rotate(90).png().toBuffer()],
    ['on its head', (picture) => picture.rotate(180).png().toBuffer()],
    [
      'as its camera says it lies',
      (picture) => picture.rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
    ],
    ['askew', (picture) => picture.rotate(-1.4, { background: 'white' }).png().toBuffer()],
    ['small, as on a screen', (picture) => picture.resize(760).webp({ lossless: true }).toBuffer()],
    ['large', (picture) => picture.resize(4500).jpeg({ quality: 60 }).toBuffer()],
    ['white on black', (picture) => picture.negate().png().toBuffer()],
    ['pale, on grey paper', (picture) => picture.linear(0.35, 110).jpeg({ quality: 70 }).toBuffer()],
    ['as a bitmap', async (picture) => await bitmapOf(await picture.png().toBuffer())],
  ])(
    'is read %s',
    async (_, change) => {
      const document = await read(await change(sharp(head)), 'a.jpg');
      expect(document.format).toBe('image');
      expect(numbersIn(document.text)).toEqual(NUMBERS);
    },
    SLOW,
  );

  test('without anything on it holds no text', async () => {
    const white = await sharp({ create: { width: 600, height: 800, channels: 3, background: 'white' } }).png().toBuffer(); // prettier-ignore
    expect(await codes(white, 'a.png')).toEqual(['document-without-text']);
  });

  test('is left alone where OCR is switched off', async () => {
    const { document, diagnostics } = await readDocument(head, 'a.png', { ...SAFE_LIMITS, ocr: false });
    expect(document?.text).toBe('');
    expect(diagnostics.map(({ code }) => code)).toEqual(['document-without-text', 'pages-left-unread']);
    const mixed = await readDocument(await mixedPdf(), 'a.pdf', { ...SAFE_LIMITS, ocr: false });
    expect(mixed.document?.text).toBe('Total');
    expect(mixed.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'pages-left-unread', params: { pages: 1 } }),
    );
  });

  test.each([
    ['cut short', head.slice(0, 9000)],
    ['of more pixels than a page can have', bombOf(60_000, 60_000)],
    ['whose bitmap is larger than the file', Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), Buffer.from([40, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 16]), Buffer.alloc(60)])], // prettier-ignore
    ['of no TIFF', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1')],
  ])('%s is damaged', async (_, bytes) => {
    expect(await codes(new Uint8Array(bytes), 'a.png')).toContain('document-damaged');
  });
});

/** A PNG that says how large it is, and holds nothing. */
function bombOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2, 0, 0, 0], 16);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header, head.subarray(33)]);
}

test(
  'a fax of two pages has the cells of its ruled table, its pages and its running heads',
  async () => {
    const document = await read(fixture('report.tif'), 'report.tif');
    const typed = await read(fixture('report.txt'), 'report.txt');
    // Brackets come out as narrow ones.
    expect(cellsOf(document)).toEqual(cellsOf(typed).map((cell) => cell.normalize('NFKC')));
    expect(document.pages.map(({ page }) => page)).toEqual([1, 2, 1, 2]);
    expect(texts(document, 'furniture').filter((text) => text === '云岭市志愿服务工作简报')).toHaveLength(2);
    expect(document.layout?.pages).toHaveLength(2);
  },
  SLOW,
);

describe('a PDF', () => {
  test(
    'with a page that is a picture has that page recognised, and the other read',
    async () => {
      const { document, diagnostics } = await readDocument(await mixedPdf(), 'a.pdf');
      expect(diagnostics.map(({ code }) => code)).toEqual(['document-recognised']);
      expect(numbersIn(document!.text)).toEqual(NUMBERS);
      const total = document!.text.indexOf('Total');
      expect(total).toBeGreaterThan(0);
      expect(document!.recognised!.filter(({ end }) => end > total)).toEqual([]);
    },
    SLOW,
  );

  const LAYER = 'BT /F1 12 Tf 40 60 Td (by 25719 volunteers of 862 teams, it says) Tj ET';

  test.each([
    ['invisible', ['', `3 Tr ${LAYER}`]],
    ['under the picture', [LAYER, '']],
  ])('whose pictures have text that is %s keeps it, as recognised by another program', async (_, marks) => {
    const { document, diagnostics } = await readDocument(await mixedPdf(...marks), 'a.pdf');
    expect(diagnostics.map(({ code, params }) => [code, params['pages']])).toEqual([
      ['text-layer-recognised', 1],
    ]);
    const { text, recognised } = document!;
    expect(recognised!.map(({ start, end }) => text.slice(start, end)).join('')).toContain('25719');
    expect(recognised!.every(({ confidence }) => confidence === 0.75)).toBe(true);
    expect(text).toContain('862 teams');
  });

  test('with text printed over a picture has nothing recognised', async () => {
    const { document, diagnostics } = await readDocument(await mixedPdf('', LAYER), 'a.pdf');
    expect(diagnostics).toEqual([]);
    expect(document?.recognised).toBeUndefined();
  });

  test(
    'whose picture has but a stamp over it is recognised whole',
    async () => {
      const stamp = 'BT /F1 8 Tf 500 5 Td (Page 7) Tj ET';
      const { document, diagnostics } = await readDocument(await mixedPdf('', stamp), 'a.pdf');
      expect(diagnostics.map(({ code }) => code)).toEqual(['document-recognised']);
      expect(numbersIn(document!.text)).toEqual(NUMBERS);
    },
    SLOW,
  );

  test('of characters has nothing recognised', async () => {
    expect((await read(fixture('report-stsong.pdf'), 'a.pdf')).recognised).toBeUndefined();
  });
});
