/** The worker's side of `ComparisonThread`: opens the database and answers what the compare page asks of it. */
import { Comparisons, type ComparisonRequest } from '../review/comparisons.js';
import { openStore, StoreError, type StoreErrorCode } from '../store/index.js';

export interface ComparisonTask {
  /** The database. */
  readonly path: string;
  readonly request: ComparisonRequest;
}

/** An error loses its class on its way between threads. */
export type ComparisonReply =
  | { readonly state: 'answered'; readonly json: string | null }
  | { readonly state: 'failed'; readonly code: StoreErrorCode; readonly reason: string };

let comparisons: Comparisons | null = null;

export default function answer({ path, request }: ComparisonTask): ComparisonReply {
  try {
    comparisons ??= new Comparisons(openStore(path, { readonly: true }));
    return { state: 'answered', json: comparisons.answer(request) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { state: 'failed', code: error.code, reason: error.reason };
  }
}
