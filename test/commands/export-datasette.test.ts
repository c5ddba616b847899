import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetteMetadata } from '../../src/export/datasette-metadata.js';
import { huibao, type Ended } from './huibao.js';
import { ingested, NANJIANG, withStore, type Database } from './reviewed-database.js';

const run = ({ db, folder }: Database, ...args: string[]): Promise<Ended> =>
  huibao(['export', '--format', 'datasette', '--db', db, ...args], { cwd: folder });

describe('huibao export --format datasette', () => {
  it('writes what Datasette shows of the database, and says how to look at it', async () => {
    const database = await ingested({ 'a.txt': NANJIANG });
    const { code, stdout, stderr } = await run(database, '--out', 'my views');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain("-m 'my views/metadata.json' -c 'my views/datasette.json'");
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(join(database.folder, 'my views', name), 'utf8'));
    const { metadata, config } = withStore(database.db, datasetteMetadata);
    expect(read('metadata.json')).toEqual(metadata);
    expect(read('datasette.json')).toEqual(config);
  });

  it('overwrites nothing unless it is asked to', async () => {
    const database = await ingested({ 'a.txt': NANJIANG });
    await run(database, '--out', 'views');
    expect((await run(database, '--out', 'views')).stderr).toContain('is there already');
    expect((await run(database, '--out', 'views', '--force')).code).toBe(0);
  });

  it('refuses what it does not take, and says what to do', async () => {
    const database = await ingested({ 'a.txt': NANJIANG });
    writeFileSync(join(database.folder, 'file'), '');
    expect((await run(database)).stderr).toContain('huibao export --format datasette --out DIR');
    expect(await run(database, '--out', 'views', '--wan')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--wan does not go with --format datasette') as string,
    });
    expect(await run(database, '--out', 'file')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('file cannot be written') as string,
    });
  });
});
