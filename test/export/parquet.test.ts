import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { writeParquet } from '../../src/export/parquet.js';
import { queryFigures, recordDecision, type CurrentFigure } from '../../src/store/index.js';
import { newDatabase, tell } from '../compare/fixtures.js';

async function bytesOf(figures: Iterable<CurrentFigure>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeParquet(figures, (bytes) => parts.push(bytes.slice()));
  return Buffer.concat(parts);
}

function figures(): CurrentFigure[] {
  const database = newDatabase();
  const [, decided] = tell(database, [
    ['320800', 6000, { lower: 5000, upper: null, qualifier: 'under', reasons: ['one-cue', 'region-unknown'] }],
    ['320500', 41.4, { item: '=口罩', page: 3, as_of: null }],
    ['320500', 7, { value: null, lower: null, upper: null, redacted: true, region_code: null, region_name: null }],
  ]); // prettier-ignore
  const by = { who: '李', at: '2026-01-02T00:00:00.000Z' };
  recordDecision(database.store, { ...by, figureId: decided!, action: 'accept' });
  return [...queryFigures(database.store)];
}

const read = async (bytes: Buffer): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: new Uint8Array(bytes).buffer });

describe('a Parquet file', () => {
  test('gives every figure back as it was', async () => {
    const all = figures();
    expect(all).toHaveLength(3);
    expect(await read(await bytesOf(all))).toEqual(all);
  });

  test('is the same each time', async () => {
    const all = figures();
    expect(await bytesOf(all)).toEqual(await bytesOf(all));
  });

  test('of more figures than are held in memory has groups of them', async () => {
    const [figure] = figures();
    const all = Array.from({ length: 20_001 }, (_, start) => ({ ...figure!, start }));
    const rows = await read(await bytesOf(all));
    expect([rows.length, rows.at(-1)!['start']]).toEqual([20_001, 20_000]);
  });

  test('of no figure has the columns', async () => {
    expect(await read(await bytesOf([]))).toEqual([]);
    expect(typesOf(await bytesOf([]))).toEqual(typesOf(await bytesOf(figures())));
  });

  test('says of what type its columns are', async () => {
    expect(typesOf(await bytesOf(figures()))).toMatchObject({
      file: 'STRING',
      value: 'DOUBLE',
      page: 'INT32',
      redacted: 'BOOLEAN',
      reasons: 'LIST',
    });
  });
});

/** The logical type of each column, or where it has none how it is stored. */
function typesOf(bytes: Buffer): Record<string, string | undefined> {
  const { schema } = parquetMetadata(new Uint8Array(bytes).buffer);
  return Object.fromEntries(schema.map(({ name, type, logical_type }) => [name, logical_type?.type ?? type]));
}
