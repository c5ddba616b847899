/** Observations → the confidence model: natural's logistic regression over the named factors. */
import { LogisticRegressionClassifier } from 'natural/lib/natural/classifiers/index.js';
import type { ConfidenceModel } from '../model.js';
import { inOrder, type Observation } from './observations.js';

/** Factors that held less often than this say nothing yet: they get no weight. */
const FEWEST = 8;
/** Holds for every figure. natural fits an intercept and does not keep it; this one shares it half and half. */
const ALWAYS = '(always)';

/** What a classifier of natural holds besides its types, once trained: a weight for each feature, by class. */
interface Trained {
  readonly features: Readonly<Record<string, number>>;
  readonly classifier: {
    readonly classifications: readonly string[];
    readonly theta: readonly { readonly elements: readonly number[] }[];
  };
}

/** There are no right figures, or no wrong ones, to learn from. */
export class NothingToLearn extends RangeError {
  override readonly message = 'there must be right and wrong figures to learn from';
}

export type Weights = Pick<ConfidenceModel, 'intercept' | 'weights'>;

const round = (value: number): number => Math.round(100 * value) / 100;

/**
 * Fits the weights, those apart that are `fixed`; the same observations give the same weights, in whatever order they
 * come. Takes some seconds for a few thousand. Where all are right, or all wrong, there is nothing to learn from.
 * @throws {NothingToLearn} in that case
 */
export function train(
  observations: readonly Observation[],
  fixed: ReadonlyMap<string, number> = new Map(),
): Weights {
  // what a fixed weight speaks for is no matter of learning
  const sorted = inOrder(observations).filter(({ factors }) => !factors.some((factor) => fixed.has(factor)));
  if (new Set(sorted.map(({ right }) => right)).size < 2) throw new NothingToLearn();
  const counts = new Map<string, number>();
  for (const { factors } of sorted)
    for (const factor of factors) counts.set(factor, (counts.get(factor) ?? 0) + 1);
  const known = (factor: string): boolean => counts.get(factor)! >= FEWEST;
  const classifier = new LogisticRegressionClassifier();
  for (const { right, factors } of sorted)
    classifier.addDocument([ALWAYS, ...factors.filter(known)], right ? 'right' : 'wrong');
  classifier.train();
  const { features, classifier: inner } = classifier as unknown as Trained;
  const theta = inner.theta[inner.classifications.indexOf('right')]!.elements;
  const weights = new Map(Object.keys(features).map((factor, i) => [factor, theta[i]!]));
  const intercept = 2 * weights.get(ALWAYS)!;
  weights.delete(ALWAYS);
  const named = [...weights].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    intercept: round(intercept),
    weights: new Map(named.map(([factor, weight]) => [factor, round(weight)])),
  };
}

/** The probability that a figure with these factors is right. */
export function predict({ intercept, weights }: Weights, factors: readonly string[]): number {
  const logOdds = factors.reduce((sum, factor) => sum + (weights.get(factor) ?? 0), intercept);
  return 1 / (1 + Math.exp(-logOdds));
}
