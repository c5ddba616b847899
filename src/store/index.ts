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
export { saveCatalogue, storedIndicators, type Catalogue, type StoredIndicator } from './catalogue.js';
export { saveDocument, saveFailure, type Saved } from './save-document.js';
export { carryDecisions, type Carried } from './carry-decisions.js';
export { documentState, noteFile, type DocumentState } from './files.js';
export { type Changes, type Decision } from './decision.js';
export {
  decisionsOf,
  judgedByReviewers,
  unplacedDecisions,
  type JudgedByReviewer,
} from './find-decisions.js';
export {
  recordAct,
  recordAddition,
  recordDecision,
  undoLast,
  type ActToRecord,
  type AdditionToRecord,
  type DecisionToRecord,
  type UndoneAct,
} from './decisions.js';

// Reading
export { findDisagreements, type Disagreement, type Opinion } from './disagreements.js';
export {
  countFigures,
  queryFigures,
  reviewQueue,
  type FigureFilter,
  type FigureOrder,
} from './query-figures.js';
export {
  ReviewOrder,
  type FacetCount,
  type FacetName,
  type ReviewFilter,
  type ReviewStatus,
} from './review-order.js';
export { figuresWithin, reviewedFigures, type ReviewedFigure } from './reviewed-figures.js';
export {
  knownIndicators,
  knownPlaces,
  reviewedDocuments,
  storedFiles,
  type KnownPlace,
  type ReviewedDocument,
} from './reviewed-documents.js';
export {
  countDocuments,
  listDocuments,
  reportsOf,
  type DocumentFilter,
  type DocumentReport,
  type DocumentSummary,
} from './list-documents.js';
export { findRegions, type RegionFound } from './find-regions.js';
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
export { withBounds, type StatedNumber } from './stated-number.js';
export {
  figuresBehind,
  findStatements,
  findTraces,
  latestDay,
  reportedRegions,
  statementKey,
  storedDivisions,
  usualLevel,
  type SeriesKey,
  type StatedFigure,
  type Statement,
  type StoredDivision,
} from './statements.js';
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
