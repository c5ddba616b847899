import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { membersWithin, memberNamed, OpenFile } from '../../src/read/members.js';
import { readDocument, SAFE_LIMITS, type ReadLimits } from '../../src/read/registry.js';
import { mailOf, zipOf, type ZipEntry } from './made-files.js';
import { docxFile, fixture, paragraph } from './support.js';

/** 汇报.txt in GBK. */
const GBK_NAME = Buffer.from('bbe3b1a82e747874', 'hex');
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const entry = (name: string, content = '志愿者12名', more: Partial<ZipEntry> = {}): ZipEntry => ({
  name: utf8(name),
  content: utf8(content),
  ...more,
});

/** What is inside, each with the text of its bytes, or the code of what is wrong with them. */
async function inside(bytes: Uint8Array, limits: ReadLimits = SAFE_LIMITS): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { path, content } of membersWithin(bytes, 'a.zip', limits))
    found[path.join(' > ')] = content instanceof Uint8Array ? Buffer.from(content).toString() : content.code;
  return found;
}
const names = async (bytes: Uint8Array): Promise<string[]> => Object.keys(await inside(bytes));

async function textAt(file: OpenFile, path: readonly string[]): Promise<string | null> {
  const bytes = await file.bytesAt(path);
  return bytes && Buffer.from(bytes).toString();
}

describe('the files inside a zip', () => {
  test('are found, those of zips and mails inside it too', async () => {
    const mail = mailOf({
      subject: '报送',
      text: '见附件',
      attachments: [{ name: '附表.txt', content: utf8('1') }],
    });
    const inner = zipSync({ '东山区.txt': strToU8('志愿者12名'), '邮件.eml': mail });
    expect(await names(zipSync({ '县/内.zip': inner, 'a.txt': strToU8('b') }))).toEqual([
      '县/内.zip',
      '县/内.zip > 东山区.txt',
      '县/内.zip > 邮件.eml',
      '县/内.zip > 邮件.eml > 附表.txt',
      'a.txt',
    ]);
  });

  test('have their bytes, and are found again by the way to them and by the name that is shown', async () => {
    const zip = zipSync({ '县/内.zip': zipSync({ '东山/汇报.txt': strToU8('志愿者12名') }) });
    const path = await memberNamed(zip, 'a.zip', '县/内.zip/东山/汇报.txt', SAFE_LIMITS);
    expect(path).toEqual(['县/内.zip', '东山/汇报.txt']);
    expect(await textAt(new OpenFile(zip, 'a.zip', SAFE_LIMITS), path!)).toBe('志愿者12名');
    expect(await memberNamed(zip, 'a.zip', '县/内.zip/无.txt', SAFE_LIMITS)).toBeNull();
  });

  test('are found in any order, whatever was asked for before', async () => {
    const inner = (name: string): Uint8Array =>
      zipSync({ '汇报.txt': strToU8(name), '深.zip': zipSync({ '汇报.txt': strToU8(`${name}之下`) }) });
    const zip = zipSync({ '东.zip': inner('东'), '西.zip': inner('西'), '汇报.txt': strToU8('外') });
    const file = new OpenFile(zip, 'a.zip', SAFE_LIMITS);
    const asked: (readonly [string[], string | null])[] = [
      [['东.zip', '深.zip', '汇报.txt'], '东之下'],
      [['东.zip', '汇报.txt'], '东'],
      [['西.zip', '深.zip', '汇报.txt'], '西之下'],
      [['东.zip', '深.zip', '汇报.txt'], '东之下'],
      [['西.zip', '汇报.txt'], '西'],
      [['汇报.txt'], '外'],
      [['西.zip', '深.zip', '无.txt'], null],
      [['无.zip', '汇报.txt'], null],
      [['东.zip', '深.zip', '汇报.txt'], '东之下'],
    ];
    for (const [path, text] of asked) expect(await textAt(file, path)).toBe(text);
  });

  test.each([
    ['GBK, as Windows writes them', { name: GBK_NAME }, '汇报.txt'],
    ['UTF-8 without its mark, as macOS writes them', { name: utf8('汇报.txt') }, '汇报.txt'],
    ['UTF-8', { name: utf8('汇报.txt'), flags: 0x800 }, '汇报.txt'],
    ['Big5', { name: Buffer.from('b3f8a769b6d7bee32e747874', 'hex') }, '報告匯整.txt'],
  ])('have names in %s', async (_, named, shown) => {
    expect(await names(zipOf([{ content: utf8('a'), ...named }]))).toEqual([shown]);
  });

  test('have the Unicode name that is kept beside the old one, where it belongs to it', async () => {
    const extra = (crc: number): Buffer => {
      const head = Buffer.from([0x75, 0x70, 0, 0, 1, 0, 0, 0, 0]);
      head.writeUInt16LE(5 + utf8('东山.txt').length, 2);
      head.writeUInt32LE(crc, 5);
      return Buffer.concat([head, utf8('东山.txt')]);
    };
    const right = extra(crc32(utf8('old.txt')));
    expect(await names(zipOf([entry('old.txt', 'a', { extra: right })]))).toEqual(['东山.txt']);
    expect(await names(zipOf([entry('old.txt', 'a', { extra: extra(1) })]))).toEqual(['old.txt']);
  });

  test('have names that lead nowhere else and can be told apart', async () => {
    const hostile = [
      '../../etc/passwd',
      '/root/a.txt',
      'C:\\b.txt',
      'x\n\u202Ey.txt',
      '..',
      'a.txt',
      'a.txt',
    ];
    expect(await names(zipOf(hostile.map((name) => entry(name))))).toEqual([
      'etc/passwd', 'root/a.txt', 'C:/b.txt', 'x  y.txt', '(no name)', 'a.txt', 'a.txt (2)',
    ]); // prettier-ignore
  });

  test('that are damaged or lie about their size say so, and the others are read', async () => {
    const zip = zipOf([entry('a.txt'), entry('b.txt', '志愿者13名', { size: 4 }), entry('c.txt')]);
    const found = await inside(zip);
    expect(found).toEqual({ 'a.txt': '志愿者12名', 'b.txt': 'document-damaged', 'c.txt': '志愿者12名' });
  });

  test('are not followed deeper than four levels', async () => {
    let zip = zipSync({ 'a.txt': strToU8('a') });
    for (let level = 0; level < 6; level += 1) zip = zipSync({ 'z.zip': zip });
    const found = Object.entries(await inside(zip));
    expect(found).toHaveLength(5);
    expect(found.at(-1)).toEqual(['z.zip > z.zip > z.zip > z.zip > z.zip', 'document-nested']);
  });

  test('may not be larger together than is allowed', async () => {
    const inner = zipSync({ 'a.txt': new Uint8Array(600), 'b.txt': new Uint8Array(600) });
    const found = await inside(zipSync({ 'z.zip': inner }), { ...SAFE_LIMITS, unpackedBytes: 1300 });
    expect(Object.values(found).at(-1)).toBe('document-too-large');
  });
});

describe('a zip', () => {
  const read = async (bytes: Uint8Array): Promise<string[]> => {
    const { document, diagnostics } = await readDocument(bytes, 'a.zip');
    expect(document?.text ?? '').toBe('');
    return [document?.format ?? 'none', ...diagnostics.map(({ code }) => code)];
  };

  test('has no text, and tells what it holds', async () => {
    expect(await read(zipSync({ 'a.txt': strToU8('志愿者12名') }))).toEqual(['zip', 'document-container']);
    expect(await read(zipSync({}))).toEqual(['zip', 'document-empty-container']);
  });

  test('with a docx inside, packed or not, is not taken for one', async () => {
    const docx = docxFile(paragraph('志愿者12名'));
    for (const level of [0, 9] as const)
      expect(await read(zipSync({ '汇报.docx': [docx, { level }] }))).toEqual(['zip', 'document-container']);
  });

  test('that is locked, cut short or overlaps itself is refused', async () => {
    expect(await read(zipOf([entry('a.txt', 'a', { flags: 1 })]))).toEqual(['none', 'document-encrypted']);
    const zip = zipSync({ 'a.txt': strToU8('志愿者12名'.repeat(50)) });
    expect(await read(zip.subarray(0, 60))).toEqual(['none', 'document-damaged']);
    expect(await inside(zip.subarray(0, 60))).toEqual({});
  });

  test('of another program is no container', async () => {
    expect(await read(zipSync({ 'META-INF/MANIFEST.MF': strToU8('x'), 'a.txt': strToU8('y') }))).toEqual([
      'none',
      'format-unknown',
    ]);
    expect(await inside(fixture('report.docx'))).toEqual({});
  });
});
