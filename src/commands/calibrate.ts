/** `huibao calibrate`: gold files, reviewers' decisions and earlier observations → the confidence model. */
import { writeFileSync } from 'node:fs';
import { crossValidate, type Tested } from '../calibrate/cross-validate.js';
import { formatObservations, parseObservations, type Observation } from '../calibrate/observations.js';
import { NothingToLearn, train, type Weights } from '../calibrate/train.js';
import { judgeFigures } from '../evaluate/judge.js';
import { reliability, reviewRates, reviewTrade } from '../evaluate/rates.js';
import type { ConfidenceModel } from '../model.js';
import type { Engine } from '../pipeline.js';
import { judgedByReviewers, openStore } from '../store/index.js';
import { describeFactor } from './factor-words.js';
import { formatReliability, formatTrade } from './format-reliability.js';
import { findGold } from './gold-files.js';
import { chooseDocuments, extractAll, readGold, readText, warn } from './labelled-documents.js';
import { say } from './language.js';
import { loadEngine } from './load-engine.js';
import { formatTable, write } from './print-rows.js';
import { UsageError } from './usage-error.js';

interface CalibrateOptions {
  readonly db?: string;
  readonly observations?: readonly string[];
  readonly saveObservations?: string;
  readonly out?: string;
  readonly rules?: readonly string[];
  readonly format: 'table' | 'json';
}

const FOLDS = 5;
/** Fewer say nothing about rare factors, and little about common ones. */
const FEWEST = 200;
/** Factors shown on each side. */
const SHOWN = 12;

/** @returns 0, or 1 where a gold file has no document that could be read */
export default async function calibrate(
  gold: string | undefined,
  documents: readonly string[],
  options: CalibrateOptions,
): Promise<number> {
  const engine = loadEngine(options.rules);
  const { confidence } = engine.ruleSet;
  const labelled = gold === undefined ? NOTHING : await observeGold(gold, documents, engine);
  const observations = [
    ...labelled.observations,
    ...(options.db === undefined ? [] : observeDecisions(options.db)),
    ...(options.observations ?? []).flatMap(observeFile),
  ];
  checkEnough(observations);
  const { tested, model } = learn(observations, confidence.fixed);
  if (options.saveObservations !== undefined)
    save(options.saveObservations, formatObservations(observations));
  if (options.out !== undefined) save(options.out, formatModel(model, confidence));
  await write(
    options.format === 'json'
      ? `${JSON.stringify(summary(observations, tested, model, confidence), null, 2)}\n`
      : describe(observations, tested, model, confidence),
  );
  if (options.out === undefined) warn(NOT_SAVED);
  return labelled.failed > 0 ? 1 : 0;
}

const NOTHING = { observations: [] as Observation[], failed: 0 };
const TESTING = { en: 'cross-validation {fold} of {folds}', zh: '交叉验证 {fold} / {folds}' };
const NOT_SAVED = {
  en: 'nothing was changed: --out DIR/confidence.json saves the model for --rules DIR',
  zh: '未作任何改动：用 --out DIR/confidence.json 保存模型，供 --rules DIR 使用',
};

async function observeGold(
  gold: string,
  documents: readonly string[],
  engine: Engine,
): Promise<typeof NOTHING> {
  const read = readGold(findGold(gold), new Set(engine.ruleSet.rules.map(({ id }) => id)));
  const { figures, failed } = await extractAll(read, chooseDocuments(read, documents), engine);
  const observations = read.flatMap(({ name, golds }) =>
    judgeFigures(golds, figures.get(name) ?? []).map(({ figure, right }) => ({
      group: name,
      right,
      factors: figure.reasons,
    })),
  );
  return { observations, failed };
}

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

function observeFile(file: string): Observation[] {
  try {
    return parseObservations(readText(file), file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError((error as Error).message);
  }
}

function learn(
  observations: readonly Observation[],
  fixed: ReadonlyMap<string, number>,
): { readonly tested: readonly Tested[]; readonly model: Weights } {
  try {
    const tested = crossValidate(observations, FOLDS, fixed, (fold) =>
      warn(TESTING, { fold: fold + 1, folds: FOLDS }),
    );
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

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      say(
        { en: '{file} cannot be written: {reason}', zh: '无法写入 {file}：{reason}' },
        { file, reason: (error as Error).message },
      ),
    );
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

interface Rated {
  readonly observations: readonly Observation[];
  readonly tested: readonly Tested[];
}

const countsOf = ({ observations }: Pick<Rated, 'observations'>) => ({
  figures: observations.length,
  documents: new Set(observations.map(({ group }) => group)).size,
  right: observations.filter(({ right }) => right).length,
});

function summary(
  observations: readonly Observation[],
  tested: readonly Tested[],
  { intercept, weights }: Weights,
  { reviewBelow }: ConfidenceModel,
): unknown {
  return {
    ...countsOf({ observations }),
    review: reviewRates(tested, reviewBelow),
    reliability: reliability(tested),
    trade: reviewTrade(tested),
    intercept,
    weights: Object.fromEntries(weights),
  };
}

function describe(
  observations: readonly Observation[],
  tested: readonly Tested[],
  { weights }: Weights,
  { reviewBelow }: ConfidenceModel,
): string {
  const review = reviewRates(tested, reviewBelow);
  const share = (value: number): string => (100 * value).toFixed(1);
  const lines = [
    say(
      {
        en: '{figures} judged figures of {documents} documents, {right} of them right',
        zh: '{documents} 份文档中 {figures} 条已判定的数据，正确 {right} 条',
      },
      countsOf({ observations }),
    ),
    say(
      {
        en: 'on documents that a model has not seen: accepted at {at}: precision {precision} %; to review {review} %; calibration error {error} %',
        zh: '对模型未见过的文档：≥ {at} 直接采用的精确率 {precision} %；需审核 {review} %；校准误差 {error} %',
      },
      {
        at: reviewBelow, precision: share(review.accepted_precision), review: share(review.review_share),
        error: share(review.calibration_error),
      }, // prettier-ignore
    ),
  ];
  const sorted = [...weights]
    .filter(([factor]) => !factor.startsWith('indicator-'))
    .sort((a, b) => a[1] - b[1]);
  const shown = [...sorted.slice(0, SHOWN), ...sorted.slice(-SHOWN)];
  const table = formatTable(
    [
      { key: 'weight', title: say({ en: 'weight', zh: '权重' }), align: 'right' },
      { key: 'factor', title: say({ en: 'factor', zh: '因素' }) },
      { key: 'words', title: say({ en: 'meaning', zh: '含义' }) },
    ],
    shown.map(([factor, weight]) => ({ weight: weight.toFixed(2), factor, words: describeFactor(factor) })),
  );
  return `${lines.join('\n')}\n\n${formatReliability(reliability(tested))}\n${formatTrade(reviewTrade(tested))}\n${table}`;
}
