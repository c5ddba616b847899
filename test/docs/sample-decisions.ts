/** What two reviewers have decided in the database that the documentation asks: a folder in, decisions in its database. */
import { join } from 'node:path';
import { openStore, recordDecision, type DecisionToRecord, type Store } from '../../src/store/index.js';

type Action = Pick<DecisionToRecord, 'who' | 'action' | 'changes' | 'note'>;

const DECIDED: readonly (readonly [file: string, exact: string, decision: Action])[] = [
  ['南江县-6月', '2.6万', { who: '王芳', action: 'accept' }],
  ['南江县-全年', '5036', { who: '王芳', action: 'accept' }],
  [
    '南江县-全年',
    '800',
    { who: '李强', action: 'correct', changes: { item: '棉被（加厚）' }, note: '据物资清单' },
  ],
  ['巴中市-全年', 'X', { who: '王芳', action: 'accept', note: '原文已隐去' }],
  ['巴中市-全年', 'X', { who: '李强', action: 'reject', note: '未写明哪个县' }],
];

export function decideSamples(folder: string): void {
  const store = openStore(join(folder, 'huibao.sqlite'));
  try {
    for (const [minute, [file, exact, decision]] of DECIDED.entries())
      recordDecision(store, {
        ...decision,
        figureId: figureAt(store, `docs/samples/${file}.txt`, exact),
        at: `2024-01-08T09:${String(minute).padStart(2, '0')}:00.000Z`,
      });
  } finally {
    store.close();
  }
}

const figureAt = (store: Store, file: string, exact: string): string =>
  store.get<{ figure_id: string }>(
    `SELECT figure_id FROM figures f JOIN documents d ON d.id = f.document_id WHERE d.file = :file AND f.exact = :exact`,
    { file, exact },
  )!.figure_id;
