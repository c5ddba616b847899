import { describe, expect, test } from 'vitest';
import { comparisonSheet } from '../../src/export/sheets/comparison.js';
import { detailSheet } from '../../src/export/sheets/details.js';
import type { Cell, Sheet } from '../../src/export/xlsx/sheet.js';
import { inLanguage } from '../../src/language/language.js';
import { ask, newDatabase, tell } from '../compare/fixtures.js';
import type { Fixture } from '../store/fixtures.js';

interface Sheets {
  readonly comparison: readonly (readonly Cell[])[];
  readonly details: readonly (readonly Cell[])[];
}

function sheetsOf(database: Fixture): Sheets {
  const comparison = ask(database);
  const common = { comparison, wan: true };
  const rowsOf = ({ rows }: Sheet): (readonly Cell[])[] => [...rows];
  return inLanguage('zh', () => ({
    comparison: rowsOf(
      comparisonSheet({ ...common, name: '对比', title: '题', asked: '问', details: "明'细" }),
    ),
    details: rowsOf(detailSheet({ ...common, name: '明细', linkTo: (file) => `../${file}` })),
  }));
}

const named = (rows: readonly (readonly Cell[])[], name: string): readonly Cell[] =>
  rows.find(([first]) => first!.value === name)!;

describe('the sheet of a comparison', () => {
  test.each([
    [6000, 5000, 6000, '≤', 'whole'],
    [6000, 6000, 7000, '≥', 'whole'],
    [6000, 6000, null, '≥', 'whole'],
    [60000, 5000, 60000, '≤', 'wan'],
    [60000, 50000, 70000, '≈', 'wan'],
    [6000, 6000, 6000, null, 'whole'],
  ])('shows %s from %s to %s with the sign %s', (value, lower, upper, sign, format) => {
    const database = newDatabase();
    tell(database, [['320800', value, { lower, upper }]]);
    expect(named(sheetsOf(database).comparison, '淮安市')[2]).toMatchObject({ value, sign, format });
  });

  test('shows what is open above by what it is at least', () => {
    const database = newDatabase();
    tell(database, [['320800', 6000, { lower: 5500, upper: null }]]);
    const [, , cell] = named(sheetsOf(database).comparison, '淮安市');
    expect(cell).toMatchObject({ value: 5500, sign: '≥' });
  });

  test('has text where only bounds are known', () => {
    const database = newDatabase();
    tell(database, [['320800', 0, { value: null, lower: 5000, upper: 6000 }]]);
    expect(named(sheetsOf(database).comparison, '淮安市')[2]).toMatchObject({ value: '5,000–6,000' });
  });

  test('leads from each cell to its row among the cells', () => {
    const database = newDatabase();
    tell(database, [['320800', 59169]]);
    tell(database, [['320500', 700]]);
    tell(database, [], { region_code: '429004' });
    const { comparison, details } = sheetsOf(database);
    for (const name of ['淮安市', '苏州市', '仙桃市']) {
      const [, row] = /^'明''细'!A(\d+)$/.exec(named(comparison, name)[2]!.place!)!;
      expect(details[Number(row) - 1]![0]!.value).toBe(name);
    }
  });
});
