/** `huibao calibrate`: gold files, reviewers' decisions and earlier observations → the confidence, context and region models. */
import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { crossValidate, FOLDS } from '../calibrate/cross-validate.js';
import {
  formatContextObservations,
  parseContextObservations,
  type ContextObservation,
} from '../calibrate/context-observations.js';
import { formatObservations, parseObservations, type Observation } from '../calibrate/observations.js';
import { formatContext, trainContext } from '../calibrate/train-context.js';
import {
  formatRegionObservations,
  parseRegionObservations,
  type RegionObservation,
} from '../calibrate/region-observations.js';
import { formatRegionModel, testRegion, trainRegion } from '../calibrate/train-region.js';
import { NothingToLearn, train, type Weights } from '../calibrate/train.js';
import type { ConfidenceModel } from '../model.js';
import { limitOf } from '../score/score.js';
import { judgedByReviewers, openStore } from '../store/index.js';
import {
  countContexts,
  describeContexts,
  describeFit,
  describeRegions,
  summarizeFit,
  type Fitted,
} from './format-calibration.js';
import { readText, warn } from './labelled-documents.js';
import { say } from '../language/language.js';
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
  readonly regionObservations?: readonly string[];
  readonly saveRegionObservations?: string;
  readonly regionOut?: string;
  readonly test: boolean;
  readonly rules?: readonly string[];
  readonly format: 'table' | 'json';
}

/** Options that name a file to write. */
const SAVED = [
  'saveObservations',
  'out',
  'saveContextObservations',
  'contextOut',
  'saveRegionObservations',
  'regionOut',
] as const;
/** Options that ask for the confidence to be fitted. */
const CONFIDENCE_OPTIONS = ['observations', 'saveObservations', 'out', 'db'] as const;
const CONTEXT_OPTIONS = ['contextObservations', 'saveContextObservations', 'contextOut'] as const;
const REGION_OPTIONS = ['regionObservations', 'saveRegionObservations', 'regionOut'] as const;
/** Fewer say nothing about rare factors, and little about common ones. */
const FEWEST = 200;
const FEWEST_REPORTS = 50;

/** @returns 0, or 1 where a gold file has no document that could be read */
export default async function calibrate(
  gold: string | undefined,
  documents: readonly string[],
  options: CalibrateOptions,
): Promise<number> {
  checkOutputs([gold, ...documents], options);
  const engine = loadEngine(options.rules);
  const { confidence, rules } = engine.ruleSet;
  const indicators = new Set(rules.map(({ id }) => id));
  const asked = (names: readonly (keyof CalibrateOptions)[]): boolean =>
    names.some((option) => options[option] !== undefined);
  const learnsContext = asked(CONTEXT_OPTIONS);
  const learnsRegion = asked(REGION_OPTIONS);
  const earlier = learnsContext
    ? (options.contextObservations ?? []).flatMap((file) =>
        observeFile(file, (text, source) => parseContextObservations(text, source, indicators)),
      )
    : null;
  const labelled = gold === undefined ? NO_GOLD : await observeGold(gold, documents, engine, earlier);
  const contexts = [...(earlier ?? []), ...labelled.contexts];
  if (learnsContext) checkEnoughContexts(contexts);
  const regions = learnsRegion
    ? [
        ...labelled.regions,
        ...(options.regionObservations ?? []).flatMap((file) => observeFile(file, parseRegionObservations)),
      ]
    : [];
  if (learnsRegion) checkEnoughRegions(regions);
  const observations = [
    ...labelled.observations,
    ...(options.db === undefined ? [] : observeDecisions(options.db)),
    ...(options.observations ?? []).flatMap((file) => observeFile(file, parseObservations)),
  ];
  const others = (learnsContext || learnsRegion) && !asked(CONFIDENCE_OPTIONS);
  const fitted = others ? null : fit(observations, options, confidence);
  const rates = learnsRegion && options.test ? testRegion(regions, FOLDS) : null;
  saveAll({ contexts, observations, regions, fitted }, options);
  const counts = countContexts(contexts);
  const data = {
    ...(counts && { contexts: counts }),
    ...(rates && { regions: rates }),
    ...(fitted && summarizeFit(fitted)),
  };
  await write(
    options.format === 'json'
      ? `${JSON.stringify(data, null, 2)}\n`
      : [counts && describeContexts(counts), rates && describeRegions(rates), fitted && describeFit(fitted)]
          .filter(Boolean)
          .join('\n'),
  );
  if (options.out === undefined && fitted) warn(NOT_SAVED);
  return labelled.failed > 0 ? 1 : 0;
}

/** All that there is to learn from, and the confidence that was learnt. */
interface Learnt {
  readonly contexts: readonly ContextObservation[];
  readonly observations: readonly Observation[];
  readonly regions: readonly RegionObservation[];
  readonly fitted: Fitted | null;
}

/** What is asked for; nothing is written before everything has been learnt. */
function saveAll({ contexts, observations, regions, fitted }: Learnt, options: CalibrateOptions): void {
  const { saveContextObservations, contextOut, saveObservations, out, saveRegionObservations, regionOut } =
    options;
  if (saveContextObservations !== undefined)
    save(saveContextObservations, formatContextObservations(contexts));
  if (contextOut !== undefined) save(contextOut, formatContext(trainContext(contexts)));
  if (saveObservations !== undefined) save(saveObservations, formatObservations(observations));
  if (saveRegionObservations !== undefined) save(saveRegionObservations, formatRegionObservations(regions));
  if (regionOut !== undefined) save(regionOut, formatRegionModel(trainRegion(regions)));
  if (out !== undefined && fitted) save(out, formatModel(fitted.model, fitted.confidence));
}

function fit(
  observations: readonly Observation[],
  { test }: CalibrateOptions,
  confidence: ConfidenceModel,
): Fitted {
  checkEnough(observations);
  const { tested, model } = learn(observations, confidence, test);
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

/** A model of fewer says nothing that holds elsewhere. */
function checkEnoughContexts(contexts: readonly ContextObservation[]): void {
  const groups = new Set(contexts.map(({ group }) => group)).size;
  const stated = new Set(contexts.map((one) => one.stated)).size;
  if (contexts.length >= FEWEST && groups >= FOLDS && stated > 1) return;
  throw new UsageError(
    say(
      {
        en: 'too little to learn contexts from: {numbers} numbers of {groups} documents',
        zh: '可供学习上下文的数据太少：{groups} 份文档的 {numbers} 个数字',
      },
      { numbers: contexts.length, groups },
    ),
    say(
      {
        en: 'at least {fewest} numbers of {folds} documents; add gold files or --context-observations',
        zh: '至少需要 {folds} 份文档的 {fewest} 个数字；可增加标注文件或 --context-observations',
      },
      { fewest: FEWEST, folds: FOLDS },
    ),
  );
}

/** Fewer reports teach nothing that holds elsewhere. */
function checkEnoughRegions(regions: readonly RegionObservation[]): void {
  const groups = new Set(regions.map(({ group }) => group)).size;
  if (groups >= FEWEST_REPORTS) return;
  throw new UsageError(
    say(
      {
        en: 'too little to learn reports’ divisions from: labelled figures of {groups} documents',
        zh: '可供学习报告所属地区的数据太少：{groups} 份文档有标注数据',
      },
      { groups },
    ),
    say(
      {
        en: 'at least {fewest} documents; add gold files or --region-observations',
        zh: '至少需要 {fewest} 份文档；可增加标注文件或 --region-observations',
      },
      { fewest: FEWEST_REPORTS },
    ),
  );
}

function learn(
  observations: readonly Observation[],
  { fixed, reviewBelow }: ConfidenceModel,
  test: boolean,
): Pick<Fitted, 'tested' | 'model'> {
  try {
    const tested = test
      ? crossValidate(
          observations,
          FOLDS,
          fixed,
          (factors) => limitOf(factors, reviewBelow),
          (fold) => warn(TESTING, { fold: fold + 1, folds: FOLDS }),
        )
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

/** Before all the work: each output can be written, is no other's file, and no gold file, document or database. */
function checkOutputs(read: readonly (string | undefined)[], options: CalibrateOptions): void {
  const taken = new Set([...read, options.db].flatMap((file) => (file === undefined ? [] : [resolve(file)])));
  for (const option of SAVED) {
    const file = options[option];
    if (file === undefined) continue;
    checkWritable(file);
    if (taken.has(resolve(file))) throw new UsageError(say(TAKEN, { file }));
    taken.add(resolve(file));
  }
}

const TAKEN = {
  en: '{file} is read or written already: name another file',
  zh: '{file} 已用于读取或写入：请换一个文件名',
};

function checkWritable(file: string): void {
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (file === '' || there?.isDirectory()) throw new Error('EISDIR: not a file');
    accessSync(there ? file : dirname(file), constants.W_OK);
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
