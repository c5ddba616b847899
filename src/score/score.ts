/** A match with what is known around it → the probability that indicator and value are right, with reasons. */
import type { Confidence, ConfidenceModel, Reason } from '../model.js';
import { factorsOf, type ScoreInput } from './factors.js';

/** Confidence by the model; reasons are its factors, the strongest doubt first. */
export function score(input: ScoreInput, model: ConfidenceModel): Confidence {
  const reasons: Reason[] = factorsOf(input)
    .map((factor) => ({ factor, weight: model.weights.get(factor) ?? 0 }))
    .sort((a, b) => a.weight - b.weight || (a.factor < b.factor ? -1 : 1));
  const logOdds = reasons.reduce((sum, { weight }) => sum + weight, model.intercept);
  return { value: Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000, reasons };
}
