/** Observations → how sure the model is of each when it has not seen the document that it is from. */
import type { Observation } from './observations.js';
import { predict, train } from './train.js';

/** An observation with the probability that a model without its document gives it. */
export interface Tested {
  readonly confidence: number;
  readonly right: boolean;
}

/** Parts that cross-validation deals documents out to. */
export const FOLDS = 5;

/** The part of each group: in order of their names they are dealt out in turn. */
export function foldsOf(groups: readonly string[], folds: number): (group: string) => number {
  const place = new Map([...new Set(groups)].sort().map((group, i) => [group, i % folds]));
  return (group) => place.get(group)!;
}

/**
 * k-fold cross-validation by documents.
 * @param limit the most that the confidence of something with such factors may be
 * @param step called before each fold
 */
export function crossValidate(
  observations: readonly Observation[],
  folds: number,
  fixed: ReadonlyMap<string, number>,
  limit: (factors: readonly string[]) => number,
  step: (fold: number) => void = () => undefined,
): Tested[] {
  const groups = observations.map(({ group }) => group);
  const foldOf = foldsOf(groups, folds);
  return Array.from({ length: Math.min(folds, new Set(groups).size) }, (_, fold) => {
    step(fold);
    const inside = observations.filter(({ group }) => foldOf(group) === fold);
    const model = train(
      observations.filter(({ group }) => foldOf(group) !== fold),
      fixed,
    );
    const weights = { ...model, weights: new Map([...model.weights, ...fixed]) };
    return inside.map(({ right, factors }) => ({
      right,
      confidence: Math.min(predict(weights, factors), limit(factors)),
    }));
  }).flat();
}
