/**
 * The database: typed functions over one SQLite file. Open it with `openStore`, save with `beginRun`,
 * `saveCatalogue`, `saveDocument` and `finishRun`, read with `queryFigures` and the functions beside it,
 * and close it. Every function takes the open `Store` first and throws a `StoreError` when the file
 * cannot be used; anything else that is thrown is a bug.
 */
export { openStore, type OpenOptions } from './open.js';
export { Store, type Bindable, type Parameters } from './store.js';
export { StoreError, type StoreErrorCode } from './errors.js';
export { APPLICATION_ID, SCHEMA_VERSION } from './migrations/index.js';

// Writing
export { beginRun, finishRun, type RunStatus, type RunToBegin, type RunToFinish } from './runs.js';
export { saveCatalogue, type Catalogue } from './catalogue.js';
export { saveDocument, saveDocuments, saveFailure, type Saved } from './save-document.js';
export { documentState, noteFile, type DocumentState } from './files.js';
export {
  decisionsOf,
  judgedByReviewers,
  recordAddition,
  recordDecision,
  unplacedDecisions,
  type AdditionToRecord,
  type Changes,
  type Decision,
  type DecisionToRecord,
  type JudgedByReviewer,
} from './decisions.js';

// Reading
export {
  countFigures,
  queryFigures,
  reviewQueue,
  type FigureFilter,
  type FigureOrder,
} from './query-figures.js';
export { searchDocuments, type SearchHit } from './search-documents.js';
export {
  findStoredDocument,
  findStoredFigures,
  type StoredDocument,
  type StoredFigure,
} from './stored-figure.js';
export {
  findConflicts,
  findReposts,
  findRestatements,
  regionTotals,
  type Conflict,
  type RegionTotal,
  type Repost,
  type Restatement,
} from './views.js';
export { settleReposts } from './reposts.js';
export { diagnosticsOf, type DiagnosticFilter, type StoredDiagnostic } from './diagnostics.js';
export { documentsWithoutFigures, summary, type Summary } from './summary.js';
export { checkHealth, GROUNDING_CHECK, groundingErrors, type HealthCheck } from './health.js';
export { rebuildTextIndex } from './text-index.js';
export type {
  CurrentFigure,
  DocumentStatus,
  DocumentToSave,
  FailureToSave,
  ReportRecord,
  Run,
} from './records.js';
