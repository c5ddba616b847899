/**
 * The library: everything that the `huibao` command stands on.
 *
 * @example The figures of a report
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { builtInRules, createEngine, extract, loadRuleSet, readDocument } from 'huibao';
 *
 * const engine = createEngine(loadRuleSet([builtInRules()])); // once; then for every document
 * const { document, diagnostics } = await readDocument(await readFile('report.docx'), 'report.docx');
 * if (!document) throw new Error(diagnostics[0]?.message);
 * const figures = extract(document, 'report.docx', engine).figures.map(({ record }) => record);
 * // [{ indicator: 'volunteers', value: 25719, unit: '人', region_code: '320800', quote: '…', … }]
 * ```
 *
 * @example The numbers of a text, without indicators
 * ```ts
 * parseQuantities('招募志愿者近6000名', engine).quantities;
 * // [{ start: 6, end: 10, exact: '6000', value: 6000, lower: 5000, upper: 6000, qualifier: 'under', unit: '人', … }]
 * ```
 */

// The pipeline: a document and the rules → figures, with every step that led to them
export { createEngine, extract, type Engine, type Extraction, type TracedFigure } from './pipeline.js';
export { explain, type Explainer } from './explain.js';
export type {
  FigureExplanation,
  LosingRuleExplanation,
  NumberExplanation,
  NumberSummary,
  PlaceExplanation,
  SetAsideExplanation,
  UnmatchedExplanation,
} from './explain/explanation.js';

// Reading: bytes → a document, or diagnostics that say why not
export {
  readDocument,
  READERS,
  SAFE_LIMITS,
  type Reader,
  type ReadLimits,
  type ReadResult,
} from './read/registry.js';
// Files inside others (zips, mails): bytes → the files inside, each to be read as a document of its own
export { membersWithin, type FoundMember, type MemberPath } from './read/members.js';
export { describeDiagnostic, DIAGNOSTIC_CODES, type DiagnosticCode, type Language } from './diagnostics.js';

// Rules: directories of rule files → a rule set, or one error with all that is wrong
export {
  builtInRules,
  formatProblem,
  formatRuleError,
  loadRuleSet,
  RuleError,
  type LoadOptions,
  type Problem,
} from './ruleset/index.js';

// Quantities: a text → its numbers, and those set aside
export {
  parseQuantities,
  type ParsedQuantities,
  type ParsedQuantity,
  type ParsedSetAside,
} from './parse-quantities.js';

// Evaluation: gold and figures → precision, recall and what review would catch
export {
  evaluate,
  type Attribute,
  type EvaluateOptions,
  type Evaluation,
  type EvaluationError,
  type LabelledDocument,
} from './evaluate/evaluate.js';
export type { Rates, ReviewRates } from './evaluate/rates.js';
export {
  parseFigures,
  parseGold,
  type GoldFigure,
  type LineFault,
  type ScoredFigure,
} from './evaluate/gold.js';

// The database
export * from './store/index.js';

// The types that all of them share
export type * from './model.js';
