/** `huibao calibrate`: gold files, reviewers' decisions and earlier observations → the confidence model. */
import { accessSync, constants, existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crossValidate, FOLDS } from '../calibrate/cross-validate.js';
import {
  formatContextObservations,
  parseContextObservations,
  type ContextObservation,
} from '../calibrate/context-observations.js';
import { formatObservations, parseObservations, type Observation } from '../calibrate/observations.js';
import { formatContext, trainContext } from '../calibrate/train-context.js';
import { NothingToLearn, train, type Weights } from '../calibrate/train.js';
import type { ConfidenceModel } from '../model.js';
import { judgedByReviewers, openStore } from '../store/index.js';
import {
  countContexts,
  describeContexts,
  describeFit,
  summarizeFit,
  type Fitted,
} from './format-calibration.js';
import { readText, warn } from './labelled-documents.js';
import { say } from './language.js';
import { loadEngine } from './load-engine.js';
import { NO_GOLD, observeGold } from './observe-gold.js';
import { write } from './print-rows.js';
import { UsageError } from './usage-error.js';

interface CalibrateOptions {
  readonly db?: string;
  readonly observations?: readonly string[];
  readonly saveObservations?: string;
  readonly out?: string;
  readonly contextObservations?: readonly string[];
  readonly saveContextObservations?: string;
  readonly contextOut?: string;
  readonly test: boolean;
  readonly rules?: readonly string[];
  readonly format: 'table' | 'json';
}

/** Options that name a file to write. */
const SAVED = ['saveObservations', 'out', 'saveContextObservations', 'contextOut'] as const;
const CONTEXT_OPTIONS = ['contextObservations', 'saveContextObservations', 'contextOut'] as const;
/** Fewer say nothing about rare factors, and little about common ones. */
const FEWEST = 200;

/** @returns 0, or 1 where a gold file has no document that could be read */
export default async function calibrate(
  gold: string | undefined,
  documents: readonly string[],
  options: CalibrateOptions,
): Promise<number> {
  for (const option of SAVED) checkWritable(options[option]);
  const engine = loadEngine(options.rules);
  const { confidence } = engine.ruleSet;
  const learnsContext = CONTEXT_OPTIONS.some((option) => options[option] !== undefined);
  const earlier = learnsContext
    ? (options.contextObservations ?? []).flatMap((file) => observeFile(file, parseContextObservations))
    : null;
  const labelled = gold === undefined ? NO_GOLD : await observeGold(gold, documents, engine, earlier);
  const contexts = [...(earlier ?? []), ...labelled.contexts];
  saveContexts(contexts, options);
  const counts = countContexts(contexts);
  const observations = [
    ...labelled.observations,
    ...(options.db === undefined ? [] : observeDecisions(options.db)),
    ...(options.observations ?? []).flatMap((file) => observeFile(file, parseObservations)),
  ];
  // contexts alone are asked for
  const fitted = observations.length === 0 && counts ? null : fit(observations, options, confidence);
  await write(
    options.format === 'json'
      ? `${JSON.stringify({ ...(counts && { contexts: counts }), ...(fitted && summarizeFit(fitted)) }, null, 2)}\n`
      : [counts && describeContexts(counts), fitted && describeFit(fitted)].filter(Boolean).join('\n'),
  );
  if (options.out === undefined && fitted) warn(NOT_SAVED);
  return labelled.failed > 0 ? 1 : 0;
}

function fit(
  observations: readonly Observation[],
  { saveObservations, out, test }: CalibrateOptions,
  confidence: ConfidenceModel,
): Fitted {
  checkEnough(observations);
  const { tested, model } = learn(observations, confidence.fixed, test);
  if (saveObservations !== undefined) save(saveObservations, formatObservations(observations));
  if (out !== undefined) save(out, formatModel(model, confidence));
  return { observations, tested, model, confidence };
}

const TESTING = { en: 'cross-validation {fold} of {folds}', zh: '交叉验证 {fold} / {folds}' };
const NOT_SAVED = {
  en: 'nothing was changed: --out DIR/confidence.json saves the model for --rules DIR',
  zh: '未作任何改动：用 --out DIR/confidence.json 保存模型，供 --rules DIR 使用',
};

function observeDecisions(path: string): Observation[] {
  const store = openStore(path, { readonly: true });
  try {
    return judgedByReviewers(store).map(({ document_id, right, reasons }) => ({
      group: document_id,
      right,
      factors: reasons,
    }));
  } finally {
    store.close();
  }
}

function observeFile<T>(file: string, parse: (text: string, source: string) => T[]): T[] {
  try {
    return parse(readText(file), file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError((error as Error).message);
  }
}

/** The context model and what it is learnt from, where they are asked for. */
function saveContexts(
  observations: readonly ContextObservation[],
  { saveContextObservations, contextOut }: CalibrateOptions,
): void {
  if (saveContextObservations !== undefined)
    save(saveContextObservations, formatContextObservations(observations));
  if (contextOut !== undefined) save(contextOut, formatContext(trainContext(observations)));
}

function learn(
  observations: readonly Observation[],
  fixed: ReadonlyMap<string, number>,
  test: boolean,
): Pick<Fitted, 'tested' | 'model'> {
  try {
    const tested = test
      ? crossValidate(observations, FOLDS, fixed, (fold) => warn(TESTING, { fold: fold + 1, folds: FOLDS }))
      : null;
    return { tested, model: train(observations, fixed) };
  } catch (error) {
    // all wrong ones are of one document, or have a factor whose weight is fixed
    throw error instanceof NothingToLearn ? tooLittle(observations) : error;
  }
}

function checkEnough(observations: readonly Observation[]): void {
  const wrong = observations.filter(({ right }) => !right).length;
  const groups = new Set(observations.map(({ group }) => group)).size;
  if (observations.length >= FEWEST && wrong >= FOLDS && wrong < observations.length && groups >= FOLDS)
    return;
  throw tooLittle(observations);
}

function tooLittle(observations: readonly Observation[]): UsageError {
  const wrong = observations.filter(({ right }) => !right).length;
  const groups = new Set(observations.map(({ group }) => group)).size;
  return new UsageError(
    say(
      {
        en: 'too little to learn from: {figures} judged figures of {groups} documents, {wrong} of them wrong',
        zh: '可供学习的数据太少：{groups} 份文档的 {figures} 条数据，其中错误 {wrong} 条',
      },
      { figures: observations.length, groups, wrong },
    ),
    say(
      {
        en: 'at least {fewest} figures of {folds} documents; add gold files, --db or --observations',
        zh: '至少需要 {folds} 份文档的 {fewest} 条数据；可增加标注文件、--db 或 --observations',
      },
      { fewest: FEWEST, folds: FOLDS },
    ),
  );
}

const cannotWrite = (file: string, error: unknown): UsageError =>
  new UsageError(
    say(
      { en: '{file} cannot be written: {reason}', zh: '无法写入 {file}：{reason}' },
      { file, reason: (error as Error).message },
    ),
  );

/** Before all the work: there is such a folder, and the file may be written. */
function checkWritable(file: string | undefined): void {
  if (file === undefined) return;
  try {
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** The file `confidence.json` of a rule directory. */
function formatModel({ intercept, weights }: Weights, { reviewBelow, fixed }: ConfidenceModel): string {
  const model = {
    intercept,
    review_below: reviewBelow,
    weights: Object.fromEntries(weights),
    fixed: Object.fromEntries(fixed),
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}
