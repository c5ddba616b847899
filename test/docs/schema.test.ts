import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { ROOT } from './run-page.js';
import { schemaPage } from './schema-page.js';

test('docs/schema.md says what the migrations say of the schema that they make', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  const store = openStore(join(folder, 'new.sqlite'), { create: true });
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await expect(await schemaPage(store)).toMatchFileSnapshot(join(ROOT, 'docs/schema.md'));
});
