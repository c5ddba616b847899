import { expect, test } from 'vitest';
import { bodyOf, cellsOf, codes, fixture, read, texts } from './support.js';

// takes the numbers that Word reckons out and a doc does not hold: 一、 （二） 3.
const LIST_NUMBER = /^(?:[一二三]、|（[一二]）|[123]\.)/;

test('has the paragraphs of the typed text, without the numbers that Word reckons out', async () => {
  const typed = await read(fixture('report.txt'), 'report.txt');
  const document = await read(fixture('report.doc'), 'report.doc');
  expect(document.format).toBe('doc');
  expect(bodyOf(document)).toEqual(bodyOf(typed).map((text) => text.replace(LIST_NUMBER, '')));
});

test('has the cells of the typed table in their places, and its footnote behind the body', async () => {
  const typed = await read(fixture('report.txt'), 'report.txt');
  const document = await read(fixture('report.doc'), 'report.doc');
  expect(cellsOf(document)).toEqual(cellsOf(typed));
  const [note] = texts(document, 'footnote');
  expect(note?.replace(/\s/g, '')).toBe('资金数据由市青年基金会提供，含物资折价213.4万元。');
  expect(texts(document, 'furniture')).toContain('云岭市志愿服务工作简报');
});

test('is read as what it is under another name', async () => {
  expect(await codes(fixture('report.doc'), 'report.docx')).toEqual(['format-mismatch']);
  expect(await codes(fixture('report.doc'), 'report.wps')).toEqual([]);
});

test('that wants a password, or is cut short, is refused with the reason', async () => {
  const locked = fixture('report.doc');
  const head = locked.findIndex(
    (byte, at) => at % 512 === 0 && at > 0 && byte === 0xec && locked[at + 1] === 0xa5,
  );
  locked[head + 11]! |= 1;
  expect(await codes(locked, 'a.doc')).toEqual(['document-encrypted']);
  const whole = fixture('report.doc');
  for (const share of [0.1, 0.3, 0.5, 0.9]) {
    const found = await codes(whole.slice(0, Math.floor(share * whole.length)), 'a.doc');
    expect(found.length).toBeGreaterThan(0);
  }
});
