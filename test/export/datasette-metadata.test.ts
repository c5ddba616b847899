import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetteMetadata, type DatasetteFiles } from '../../src/export/datasette-metadata.js';
import { columnWords, TABLE_WORDS } from '../../src/export/schema-words.js';
import { openStore, type Store } from '../../src/store/index.js';
import { huibao } from '../commands/huibao.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const CASES = ['youth-league-city-chrome', 'flood-shucheng', 'redacted-women-federation', 'village-hanyin'];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new database in a file of this name. */
async function databaseOf(name: string, cases: readonly string[]): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'datasette-'));
  folders.push(folder);
  for (const one of cases) cpSync(join(FIXTURES, one, 'input.txt'), join(folder, 'reports', `${one}.txt`));
  const path = join(folder, name);
  if (cases.length === 0) return openStore(path, { create: true });
  const { code } = await huibao(['ingest', 'reports', '--db', name], { cwd: folder });
  expect(code).toBe(0);
  return openStore(path, { readonly: true });
}

/** Tables and views of the database that are not the text index or SQLite's own, with their columns. */
const publicTables = (store: Store): { name: string; columns: string[] }[] =>
  store
    .all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
         AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'document_words*'`,
    )
    .map(({ name }) => ({
      name,
      columns: store
        .all<{ name: string }>('SELECT name FROM pragma_table_info(:name) ORDER BY cid', { name })
        .map((column) => column.name),
    }));

describe('what Datasette shows of a new database', () => {
  let store: Store;
  let files: DatasetteFiles;
  beforeAll(async () => {
    store = await databaseOf('2024.reports.sqlite', []);
    files = datasetteMetadata(store);
    return () => store.close();
  });
  const database = (): DatasetteFiles['metadata']['databases'][string] =>
    Object.values(files.metadata.databases)[0]!;

  it('is under the name that Datasette gives the file', () => {
    expect(Object.keys(files.metadata.databases)).toEqual(['2024.reports']);
    expect(Object.keys(files.config.databases)).toEqual(['2024.reports']);
  });

  it('describes every public table and view with every column, in both languages, and names no other', () => {
    const described = Object.entries(database().tables).filter(([, { hidden }]) => !hidden);
    expect(described.map(([name, { columns }]) => ({ name, columns: Object.keys(columns!) }))).toEqual(
      publicTables(store).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    for (const [, { description, columns }] of described)
      for (const text of [description!, ...Object.values(columns!)]) {
        expect(text).toMatch(/\p{Script=Han}/u);
        expect(text).toMatch(/[a-z]{2}/);
      }
  });

  it('hides the text index and nothing else', () => {
    const hidden = Object.entries(database().tables).flatMap(([name, table]) => (table.hidden ? [name] : []));
    expect(hidden).toEqual(expect.arrayContaining(['document_words', 'document_words_data']));
    expect(hidden.filter((name) => !/^(?:document_words|sqlite_)/.test(name))).toEqual([]);
  });

  it('sorts, counts and links by columns that are there', () => {
    for (const { name, columns } of publicTables(store)) {
      const { sort, sort_desc, facets, sortable_columns, label_column, fts_pk, units } =
        database().tables[name]!;
      const named = [sort, sort_desc, label_column, fts_pk, ...(facets ?? []), ...(sortable_columns ?? [])];
      const all = [...named, ...Object.keys(units ?? {})].filter((column) => column !== undefined);
      expect({ name, unknown: all.filter((column) => !columns.includes(column)) }).toEqual({
        name,
        unknown: [],
      });
    }
  });

  it('describes no table that the schema has lost', () => {
    const names = publicTables(store).map(({ name }) => name);
    expect(Object.keys(TABLE_WORDS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('says of a column on either side whose it is', () => {
    expect(columnWords('conflicts', 'value_b')![0]).toMatch(/^Second: The number/);
    expect(columnWords('figures', 'nonsense')).toBeUndefined();
  });

  it('is JSON', () => {
    expect(JSON.parse(JSON.stringify(files))).toEqual(files);
  });
});

describe('the questions that Datasette offers', () => {
  let store: Store;
  beforeAll(async () => {
    store = await databaseOf('reports.sqlite', CASES);
    return () => store.close();
  });
  const ask = (name: string, params: Record<string, string> = {}): Record<string, unknown>[] => {
    const { sql, params: names } = datasetteMetadata(store).metadata.databases['reports']!.queries[name]!;
    return store.all(sql, Object.fromEntries(names.map((one) => [one, params[one] ?? ''])));
  };

  it('run with nothing filled in', () => {
    const { queries } = datasetteMetadata(store).metadata.databases['reports']!;
    expect(Object.keys(queries).length).toBeGreaterThan(10);
    for (const [name, { sql, params }] of Object.entries(queries)) {
      expect([...new Set([...sql.matchAll(/:(\w+)/g)].map(([, param]) => param))].sort()).toEqual(
        [...params].sort(),
      );
      expect(Array.isArray(ask(name))).toBe(true);
    }
  });

  it.each([
    ['totals_by_region', {}],
    ['totals_by_region', { indicator: '志愿者人数' }],
    ['latest_statements', { indicator: 'volunteers' }],
    ['figures_by_month', {}],
    ['search_sentences', { word: '志愿者' }],
    ['region_and_below', { region: '140000' }],
    ['counties_without', { region: '140700', indicator: '志愿者人数' }],
    ['waiting_by_file', {}],
    ['confidence_by_indicator', {}],
  ])('%s answers %j', (name, params) => {
    expect(ask(name, params)).not.toEqual([]);
  });

  it('finds documents by words of one, two and more characters, and by Latin ones', () => {
    const found = (word: string): unknown[] => ask('search_documents', { word }).map(({ file }) => file);
    const holding = (word: string): unknown[] =>
      store
        .all<{ file: string }>('SELECT file FROM documents WHERE instr(text, :word) ORDER BY file', { word })
        .map(({ file }) => file);
    for (const word of ['志愿', '志愿者', '青年志愿者', '12,468', ' 突击队 ', 'N95'])
      expect(found(word)).toEqual(holding(word.trim()));
    expect(found('志愿者')).not.toEqual([]);
    expect(found('志愿"者')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('shows a figure in its text', () => {
    const { figure_id } = store.get<{ figure_id: string }>(
      "SELECT figure_id FROM figures WHERE exact = '十八万六千'",
    )!;
    const [row] = ask('figure_in_context', { figure_id: figure_id.slice(0, 10) });
    expect(row!['context']).toContain('服务1.5万余人次、⟦十八万六千⟧小时；');
  });

  it('the search box of the table of documents finds two-character words', () => {
    const { fts_table, fts_pk } =
      datasetteMetadata(store).metadata.databases['reports']!.tables['documents']!;
    // as Datasette asks
    const rows = store.all(
      `SELECT file FROM documents WHERE ${fts_pk!} IN (SELECT rowid FROM ${fts_table!} WHERE ${fts_table!} MATCH :search)`,
      { search: '"志愿" "服务"' },
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});
