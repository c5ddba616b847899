import { utils, write } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FigureRecord } from '../../src/model.js';
import { createEngine, extract, type Engine } from '../../src/pipeline.js';
import { readDocument } from '../../src/read/registry.js';
import { builtInRules, loadRuleSet } from '../../src/ruleset/index.js';
import { TABLE_REPORTS } from './table-reports.js';
import { WRITERS } from './write-report.js';

let engine: Engine;
beforeAll(() => {
  engine = createEngine(loadRuleSet([builtInRules()], { checkExamples: false }));
});

async function figuresOf(format: string, name: string): Promise<FigureRecord[]> {
  const file = `table.${format}`;
  const { document, diagnostics } = await readDocument(WRITERS[format]!(TABLE_REPORTS[name]!), file);
  expect(diagnostics).toEqual([]);
  expect(document!.format).toBe(format);
  const figures = extract(document!, file, engine).figures.map(({ record }) => record);
  for (const { start, end, exact } of figures)
    expect(Array.from(document!.text).slice(start, end).join('')).toBe(exact);
  return figures;
}

const said = ({ indicator, value, unit, region_name }: FigureRecord): string =>
  `${indicator} ${value} ${unit} ${region_name}`;

describe.each(Object.keys(TABLE_REPORTS))('a table with %s', (name) => {
  test.each(Object.keys(WRITERS))('gives the same figures as %s', async (format) => {
    const figures = await figuresOf(format, name);
    expect(figures.map(said).sort()).toEqual([...TABLE_REPORTS[name]!.figures].sort());
  });
});

test.each(['xlsx', 'xls', 'ods', 'csv'])(
  'the cell of a figure is the row and the column of the %s',
  async (format) => {
    const figures = await figuresOf(format, 'a unit above the table');
    // A1 is the title, C2 the unit, A3 the first header: 312万元 stands in C4
    expect(figures.find(({ value }) => value === 3_120_000)?.cell).toBe('table 1 row 4 column 3');
  },
);

test('a sheet’s name, and its title, tell the division that its tables are about', async () => {
  const rows = [['志愿服务情况表'], ['街道', '志愿者（人）'], ['东街街道', 5], ['西街街道', 6], ['合计', 11]];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '椒江区');
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '黄岩区');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['温岭市志愿服务情况表'], ...rows.slice(1)]), '表3');
  const { document } = await readDocument(
    new Uint8Array(write(book, { type: 'buffer' }) as Buffer),
    'a.xlsx',
  );
  const figures = extract(document!, 'a.xlsx', engine).figures.map(({ record }) => record);
  expect(figures.map(({ value, region_name }) => `${value} ${region_name}`)).toEqual(
    ['椒江区', '黄岩区', '温岭市'].flatMap((region) => [`5 ${region}`, `6 ${region}`, `11 ${region}`]),
  );
});
