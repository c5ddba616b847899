import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partAt } from '../../src/review/parts.js';

/** All parts of a text, one behind the other. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const { start, end } = partAt(text, at);
    expect([start, end > start]).toEqual([at, true]);
    parts.push(text.slice(start, end));
    at = end;
  }
  return parts;
}

test('a short text is one part, whatever place is asked for', () => {
  expect(partAt('', 0)).toEqual({ start: 0, end: 0 });
  expect(partAt('志愿者120名。', 3)).toEqual({ start: 0, end: 8 });
  expect(partAt('志愿者120名。', 900)).toEqual({ start: 0, end: 8 });
});

test('parts end behind lines, or behind sentences, or between characters', () => {
  const lines = partsOf('组织志愿者120名，服务450小时。\n'.repeat(3000));
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.every((part) => part.endsWith('\n') && part.length <= 12_000)).toBe(true);
  const sentences = partsOf('组织志愿者120名，服务450小时。'.repeat(3000));
  expect(sentences.every((part) => part.endsWith('。'))).toBe(true);
  const smiles = partsOf(`${'😀'.repeat(20_000)}!`);
  expect(smiles.length).toBeGreaterThan(3);
  expect(smiles.every((part) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(part))).toBe(true);
});

test('parts are the whole text, and each of their places leads back to them', () => {
  const pieces = fc.array(fc.constantFrom('志'.repeat(3000), '。', '\n', '😀'.repeat(700), '名，'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(pieces, fc.nat(120_000), (written, at) => {
      const text = written.join('');
      expect(partsOf(text).join('')).toBe(text);
      const place = Math.min(at, Math.max(0, text.length - 1));
      const { start, end } = partAt(text, place);
      if (text !== '') expect(start <= place && place < end).toBe(true);
      expect(partAt(text, start)).toEqual({ start, end });
    }),
    { numRuns: 60 },
  );
});
