import { expect, test } from 'vitest';
import { formatTable } from '../../src/commands/print-rows.js';

test('no cell and no heading of a table commands the terminal or breaks a line', () => {
  const evil = '口\u001b[31m\n\u202e罩';
  const lines = formatTable([{ key: 'a', title: evil }], [{ a: evil }])
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toMatch(/[\u001b\u202e]/);
});
