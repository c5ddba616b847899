import { createHash } from 'node:crypto';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { describeDiagnostic } from '../../src/diagnostics.js';
import { READERS, readDocument, SAFE_LIMITS } from '../../src/read/registry.js';
import { codes, docxFile, fixture, paragraph } from './support.js';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const ole = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1024),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(1024),
    ]),
  );

describe('the format is found by content', () => {
  test('a file that holds what its name says gives no remark', async () => {
    expect(await codes(fixture('report.pdf'), '汇报.PDF')).toEqual([]);
    expect(await codes(fixture('report.txt'), '汇报')).toEqual([]);
  });

  test('a PDF named docx is read as PDF, and said to be one', async () => {
    const { document, diagnostics } = await readDocument(fixture('report-stsong.pdf'), '汇报.docx');
    expect(document?.format).toBe('pdf');
    expect(diagnostics.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'format-mismatch', params: { named: 'docx', actual: 'pdf' } },
    ]);
  });

  test('a docx named doc is read', async () => {
    const { document, diagnostics } = await readDocument(docxFile(paragraph('汇报')), '汇报.doc');
    expect(document?.text).toBe('汇报');
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['format-mismatch']);
  });

  test.each([
    ['html', 'report.html'],
    ['rtf', 'report.rtf'],
    ['txt', 'report.txt'],
    ['odt', 'report.odt'],
    ['mht', 'report.mht'],
    ['ofd', 'report.ofd'],
    ['xls', 'table.xls'],
    ['eml', 'report.eml'],
  ])('what is %s and named doc is read as what it is', async (format, name) => {
    const { document, diagnostics } = await readDocument(fixture(name), '汇报.doc');
    expect(document?.format).toBe(format);
    expect(document?.text.length).toBeGreaterThan(100);
    expect(diagnostics.map(({ code, params }) => [code, params['actual']])).toContainEqual([
      'format-mismatch',
      format,
    ]);
  });

  test.each([
    ['an empty file', new Uint8Array(), 'document-empty'],
    ['an old Word file without its head', ole('WordDocument'), 'document-damaged'],
    ['an encrypted docx', ole('EncryptedPackage'), 'document-encrypted'],
    ['a workbook without sheets', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'document-damaged'],
    ['a picture without an end', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'document-damaged'],
    ['a moving picture', latin('GIF89a\x01\0\x01\0\0\0\0'), 'format-unknown'],
    ['a picture cut short', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'document-damaged'],
    ['binary data', new Uint8Array(Array.from({ length: 500 }, (_, i) => (i * 37) % 31)), 'format-unknown'],
    ['a zip cut short', zipSync({ 'a.xml': strToU8('a'.repeat(99)) }).subarray(0, 60), 'document-damaged'],
    ['a docx cut short', fixture('report.docx').subarray(0, 6000), 'document-damaged'],
    ['a PDF cut short', fixture('report.pdf').subarray(0, 900), 'document-damaged'],
    ['a PDF with a password', fixture('locked.pdf'), 'document-encrypted'],
  ])('%s is refused with its reason', async (_, bytes, code) => {
    const { document, diagnostics } = await readDocument(bytes, '汇报.docx');
    expect(document).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code).filter((c) => c !== 'format-mismatch')).toEqual([
      code,
    ]);
    for (const diagnostic of diagnostics) {
      expect(diagnostic.message).not.toContain('{');
      expect(describeDiagnostic(diagnostic, 'zh').message).not.toContain('{');
    }
  });

  test.each([
    ['xl/workbook.bin', 'xlsb'],
    ['ppt/presentation.xml', 'pptx'],
  ])('an office file with %s is refused by its own name', async (part, format) => {
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8('x') });
    const { diagnostics } = await readDocument(bytes, `汇报.${format}`);
    expect(diagnostics).toMatchObject([{ code: 'format-unknown', params: { reason: format } }]);
  });
});

describe('every reader', () => {
  const samples: Readonly<Record<string, string>> = {
    txt: 'report.txt',
    docx: 'report.docx',
    doc: 'report.doc',
    rtf: 'report.rtf',
    odt: 'report.odt',
    markdown: 'report.md',
    image: 'head.png',
    pdf: 'report-stsong.pdf',
    zip: 'report.zip',
    eml: 'report.eml',
    ofd: 'report.ofd',
    html: 'report.html',
    mht: 'report.mht',
    xlsx: 'table.xlsx',
    xls: 'table.xls',
    ods: 'table.ods',
    csv: 'table.csv',
  };

  test('is tested here', () => {
    expect(READERS.map((reader) => reader.format).sort()).toEqual(Object.keys(samples).sort());
  });

  test.each(READERS.map((reader) => [reader.format, reader] as const))(
    '%s names the document by its bytes, and leaves them as they were',
    async (format, reader) => {
      const bytes = fixture(samples[format]!);
      const before = Buffer.from(bytes);
      expect(reader.recognises(bytes, reader.extensions[0]!)).toBe(true);
      const { document } = await reader.read(bytes, SAFE_LIMITS);
      expect(Buffer.from(bytes).equals(before)).toBe(true);
      expect(document?.id).toBe(createHash('sha256').update(before).digest('hex'));
      expect(document?.format).toBe(format);
    },
  );

  test.each(READERS.map((reader) => [reader.format, reader] as const))(
    '%s reads a part of a larger buffer',
    async (format, reader) => {
      const bytes = fixture(samples[format]!);
      const larger = new Uint8Array(bytes.length + 64);
      larger.set(bytes, 32);
      const part = larger.subarray(32, 32 + bytes.length);
      expect((await reader.read(part, SAFE_LIMITS)).document).toEqual(
        (await reader.read(bytes, SAFE_LIMITS)).document,
      );
    },
  );

  test.each(READERS.map((reader) => [reader.format, reader] as const))(
    '%s takes a damaged file without an exception',
    async (format, reader) => {
      const bytes = fixture(samples[format]!);
      for (const length of [100, bytes.length >> 1, bytes.length - 30]) {
        const { document, diagnostics } = await reader.read(bytes.slice(0, length), SAFE_LIMITS);
        expect(document !== null || diagnostics.length > 0).toBe(true);
      }
    },
  );
});
