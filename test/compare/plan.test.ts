import { expect, test } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { FIND_STATEMENTS } from '../../src/store/statements.js';
import { newDatabase, tell } from './fixtures.js';

test('statements are read from one index alone', () => {
  const database = newDatabase();
  tell(database, [['320800', 10]]);
  database.store.close();
  const store = openStore(database.path, { readonly: true });
  const plan = store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${FIND_STATEMENTS}`, {
    ...{ indicators: '["volunteers"]', from: '2022-01-01', to: '2022-12-31' },
  });
  store.close();
  const steps = plan.map(({ detail }) => detail);
  expect(steps).toContain('SEARCH f USING COVERING INDEX figures_to_compare (indicator=?)');
  expect(steps.filter((step) => step.startsWith('SCAN f'))).toEqual([]);
});
