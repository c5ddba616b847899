import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCsvField, formatCsvLine } from '../../src/export/csv.js';

/** As whoever reads the file back takes the guard away. */
const unguarded = (text: string): string => text.replace(/^'(?='*[=+\-@＝＋－＠\t\r\n])/, '');
const read = (csv: string): string[][] => parse(csv, { record_delimiter: '\r\n' });

describe('a field of CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['＝cmd', "'＝cmd"],
    ['-', "'-"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ["'好", "'好"],
    ['1=1', '1=1'],
    ['a"b', '"a""b"'],
    ['一\n二', '"一\n二"'],
  ])('%j is written as %j', (text, field) => {
    expect(formatCsvField(text)).toBe(field);
  });

  test('numbers are numbers, also below zero, and nothing is empty', () => {
    expect([-1.5, true, null, ['a', 'b']].map(formatCsvField)).toEqual(['-1.5', 'true', '', 'a b']);
  });

  test('comes back as it was, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('=', "'", '"', ',', '\r', '\n', '\t', '＋', '数') }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        expect(read(formatCsvLine(texts)).map((row) => row.map(unguarded))).toEqual([texts]);
      }),
    );
  });

  test('never begins as a formula does', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '-', '@', '1', '\t', "'") }), (text) => {
        expect(read(formatCsvLine([text, 'end']))[0]![0]).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
