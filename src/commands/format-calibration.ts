/** What `calibrate` learnt → text for people, and data. */
import type { ContextObservation } from '../calibrate/context-observations.js';
import type { Tested } from '../calibrate/cross-validate.js';
import type { Observation } from '../calibrate/observations.js';
import type { RegionRates } from '../calibrate/train-region.js';
import type { Weights } from '../calibrate/train.js';
import { reliability, reviewRates, reviewTrade } from '../evaluate/rates.js';
import { NO_FIGURE, type ConfidenceModel } from '../model.js';
import { describeFactor } from '../language/factor-words.js';
import { formatReliability, formatTrade } from './format-reliability.js';
import { say } from '../language/language.js';
import { formatTable } from './print-rows.js';

/** Observations, what models make of those that they have not seen, and the model of all. */
export interface Fitted {
  readonly observations: readonly Observation[];
  /** Null where that was not asked for. */
  readonly tested: readonly Tested[] | null;
  readonly model: Weights;
  /** The model that there was. */
  readonly confidence: ConfidenceModel;
}

export interface ContextCounts {
  readonly numbers: number;
  readonly documents: number;
  readonly figures: number;
}

/** Null where no contexts were asked for. */
export function countContexts(observations: readonly ContextObservation[]): ContextCounts | null {
  if (observations.length === 0) return null;
  return {
    numbers: observations.length,
    documents: new Set(observations.map(({ group }) => group)).size,
    figures: observations.filter(({ stated }) => stated !== NO_FIGURE).length,
  };
}

export const describeContexts = (counts: ContextCounts): string =>
  `${say(
    {
      en: 'contexts of {numbers} numbers of {documents} documents, {figures} of them figures',
      zh: '{documents} 份文档中 {numbers} 个数字的上下文，其中 {figures} 个为数据',
    },
    { ...counts },
  )}\n`;

export const describeRegions = ({ reports, figures, right }: RegionRates): string =>
  `${say(
    {
      en: 'divisions of {reports} reports, each by a model that has not seen its document: {share} % of {figures} figures right',
      zh: '{reports} 份报告所属的地区（模型均未见过该文档）：{figures} 条数据中 {share} % 正确',
    },
    { reports, figures, share: share(right / figures) },
  )}\n`;

const countsOf = (observations: readonly Observation[]) => ({
  figures: observations.length,
  documents: new Set(observations.map(({ group }) => group)).size,
  right: observations.filter(({ right }) => right).length,
});

/** For `--format json`. */
export function summarizeFit({ observations, tested, model, confidence }: Fitted): object {
  return {
    ...countsOf(observations),
    ...(tested && {
      review: reviewRates(tested, confidence.reviewBelow),
      reliability: reliability(tested),
      trade: reviewTrade(tested),
    }),
    intercept: model.intercept,
    weights: Object.fromEntries(model.weights),
  };
}

/** Factors shown on each side. */
const SHOWN = 12;

/** What the model was learnt from, how it does on documents that it has not seen, and its strongest factors. */
export function describeFit({ observations, tested, model: { weights }, confidence }: Fitted): string {
  const head = say(
    {
      en: '{figures} judged figures of {documents} documents, {right} of them right',
      zh: '{documents} 份文档中 {figures} 条已判定的数据，正确 {right} 条',
    },
    countsOf(observations),
  );
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
  return [`${head}\n`, tested && describeTest(tested, confidence), table].filter(Boolean).join('\n');
}

const share = (value: number): string => (100 * value).toFixed(1);

function describeTest(tested: readonly Tested[], { reviewBelow }: ConfidenceModel): string {
  const review = reviewRates(tested, reviewBelow);
  const line = say(
    {
      en: 'on documents that a model has not seen: accepted at {at}: precision {precision} %; to review {review} %; calibration error {error} %',
      zh: '对模型未见过的文档：≥ {at} 直接采用的精确率 {precision} %；需审核 {review} %；校准误差 {error} %',
    },
    {
      at: reviewBelow, precision: share(review.accepted_precision), review: share(review.review_share),
      error: share(review.calibration_error),
    }, // prettier-ignore
  );
  return `${line}\n\n${formatReliability(reliability(tested))}\n${formatTrade(reviewTrade(tested))}`;
}
