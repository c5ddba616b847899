import { describe, expect, test } from 'vitest';
import { bodyOf, cellsOf, codes, fixture, read, texts } from './support.js';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const gbk = (text: string): string =>
  Array.from(GBK[text] ?? [], (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
/** 志愿者, 慈善, as GBK has them. */
const GBK: Readonly<Record<string, readonly number[]>> = {
  志愿者: [0xd6, 0xbe, 0xd4, 0xb8, 0xd5, 0xdf],
  慈善: [0xb4, 0xc8, 0xc9, 0xc6],
};
const textOf = async (body: string): Promise<string> =>
  (await read(latin(`{\\rtf1\\ansi ${body}}`), 'a.rtf')).text;

describe('a report that LibreOffice has saved as rtf', () => {
  test('has the paragraphs of the typed text, with the numbers of its lists', async () => {
    const typed = await read(fixture('report.txt'), 'report.txt');
    const document = await read(fixture('report.rtf'), 'report.rtf');
    expect(document.format).toBe('rtf');
    expect(bodyOf(document)).toEqual(bodyOf(typed));
  });

  test('has the cells of the typed table, its footnote, its headings and its running header apart', async () => {
    const typed = await read(fixture('report.txt'), 'report.txt');
    const document = await read(fixture('report.rtf'), 'report.rtf');
    expect(cellsOf(document)).toEqual(cellsOf(typed));
    expect(texts(document, 'footnote').join('')).toContain(
      '资金数据由市青年基金会提供，含物资折价213.4万元。',
    );
    expect(texts(document, 'heading').length).toBeGreaterThan(3);
    expect(texts(document, 'furniture')).toContain('云岭市志愿服务工作简报');
  });
});

describe('rtf', () => {
  test.each([
    ['GBK by the code page', `\\ansicpg936 ${gbk('志愿者')}12\\'c3\\'fb\\par`, '志愿者12名'],
    ['GBK by the font', `{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 ${gbk('慈善')}\\par`, '慈善'],
    ['GBK by the default font', `\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}${gbk('慈善')}\\par`, '慈善'],
    ['a paragraph that does not end', '12', '12'],
    ['a character split between two groups of bytes', `\\ansicpg936 \\'d6\\'be\n\\'d4\\'b8\\par`, '志愿'],
    ['Unicode with what stands for it', '\\uc1\\u24535 ?\\u24895 ?\\u32773 ?12\\par', '志愿者12'],
    ['Unicode with two bytes that stand for it', "{\\uc2\\u24535\\'d6\\'be}12\\par", '志12'],
    ['Unicode above 32767', '\\u-27035 ?\\par', String.fromCharCode(0x10000 - 27035)],
    ['signs, tabs and hard blanks', 'a\\emdash b\\~c\\_d\\{e\\}\\par', 'a—b c-d{e}'],
    [
      'deleted, hidden and foreign groups',
      '{\\*\\generator X;}{\\info{\\title T}}{\\pict 0a0b}x{\\*\\unknown y}\\par',
      'x',
    ],
    ['the shown side of a field', '{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt 12}}\\par', '12'],
    ['what is shown of revisions', 'a{\\deleted 99}{\\v 88}b\\par', 'ab'],
    ['binary data', '{\\pict\\bin5 }}}}}}9\\par', '9'],
  ])('reads %s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  test('cut short anywhere, or of groups without end, is read as far as it goes or refused', async () => {
    const whole = fixture('report.rtf');
    for (let share = 0.05; share < 1; share += 0.05)
      await codes(whole.slice(0, Math.floor(share * whole.length)), 'a.rtf');
    expect(await codes(latin(`{\\rtf1 ${'{'.repeat(100_000)}x`), 'a.rtf')).toEqual(['document-damaged']);
    expect(await codes(latin(`{\\rtf1 ${'}'.repeat(100_000)}x`), 'a.rtf')).toEqual([]);
  });

  test('is read as what it is under the name of another format', async () => {
    expect(await codes(fixture('report.rtf'), 'report.doc')).toEqual(['format-mismatch']);
  });
});
