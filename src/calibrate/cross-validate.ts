/** Observations → how sure the model is of each when it has not seen the document that it is from. */
import type { Observation } from './observations.js';
import { predict, train } from './train.js';

/** An observation with the probability that a model without its document gives it. */
export interface Tested {
  readonly confidence: number;
  readonly right: boolean;
}

/**
 * k-fold cross-validation by documents: the groups, in order of their names, are dealt out in turn.
 * @param step called before each fold
 */
export function crossValidate(
  observations: readonly Observation[],
  folds: number,
  fixed: ReadonlyMap<string, number>,
  step: (fold: number) => void = () => undefined,
): Tested[] {
  const groups = [...new Set(observations.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  return Array.from({ length: Math.min(folds, groups.length) }, (_, fold) => {
    step(fold);
    const inside = observations.filter(({ group }) => foldOf.get(group) === fold);
    const model = train(
      observations.filter(({ group }) => foldOf.get(group) !== fold),
      fixed,
    );
    const weights = { ...model, weights: new Map([...model.weights, ...fixed]) };
    return inside.map(({ right, factors }) => ({ right, confidence: predict(weights, factors) }));
  }).flat();
}
