/** Runs of `ingest`: when one began, with what, and what came of it. */
import { carryDecisions } from './carry-decisions.js';
import { deferFacetIndexes, restoreFacetIndexes } from './facet-indexes.js';
import type { Run } from './records.js';
import { settleReposts } from './reposts.js';
import type { Store } from './store.js';
import { indexWaiting } from './text-index.js';

/** How a run ended: `partial` when some files failed, `interrupted` when it was stopped. */
export type RunStatus = 'done' | 'partial' | 'failed' | 'interrupted';

/** What a run begins with. */
export interface RunToBegin {
  /** ISO time. */
  readonly startedAt: string;
  readonly ruleVersion: string;
  /** What was asked for; kept as JSON. */
  readonly options: Readonly<Record<string, unknown>>;
  /** How many documents are to come, as far as known; for many, indexes are built at the end of the run. */
  readonly documents?: number;
}

/** From so many documents on, and from more than are there, building indexes anew costs less than keeping them. */
const MANY = 200;

/** What a run ends with. */
export interface RunToFinish {
  /** ISO time. */
  readonly finishedAt: string;
  readonly status: RunStatus;
  /** Kept as JSON. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Begins a run. A run that was killed earlier is marked as interrupted, and what it left undone is done. */
export function beginRun(store: Store, begun: RunToBegin): Run {
  const { startedAt, ruleVersion, options, documents = 0 } = begun;
  const run = store.transaction(() => {
    store.run("UPDATE runs SET status = 'interrupted' WHERE status = 'running'");
    const id = freeId(store, startedAt);
    store.run(
      `INSERT INTO runs (id, started_at, rule_version, options, status)
       VALUES (:id, :startedAt, :ruleVersion, :options, 'running')`,
      { id, startedAt, ruleVersion, options: JSON.stringify(options) },
    );
    return { id, startedAt };
  });
  indexWaiting(store);
  if (documents >= MANY && documents > countDocuments(store)) deferFacetIndexes(store);
  return run;
}

/** Ends a run: all saved documents can be searched afterwards, decisions stand on their figures' new places, reposts point to their originals, and the query planner knows the tables. */
export function finishRun(store: Store, run: Run, { finishedAt, status, counts }: RunToFinish): void {
  indexWaiting(store);
  restoreFacetIndexes(store);
  // before reposts are settled: of two reports that say the same, the one that was reviewed counts
  carryDecisions(store);
  settleReposts(store);
  store.run('UPDATE runs SET finished_at = :finishedAt, status = :status, counts = :counts WHERE id = :id', {
    id: run.id,
    finishedAt,
    status,
    counts: JSON.stringify(counts),
  });
  store.execute('PRAGMA analysis_limit = 1000; PRAGMA optimize');
}

const countDocuments = (store: Store): number =>
  store.get<{ count: number }>('SELECT count(*) AS count FROM documents')!.count;

function freeId(store: Store, startedAt: string): string {
  for (let count = 1; ; count++) {
    const id = count === 1 ? startedAt : `${startedAt}-${count}`;
    if (!store.get('SELECT 1 FROM runs WHERE id = :id', { id })) return id;
  }
}
