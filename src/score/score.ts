/** A match with what is known around it → the probability that indicator and value are right, with reasons. */
import type { Confidence, ConfidenceModel, Reason } from '../model.js';
import { factorsOf, type ScoreInput } from './factors.js';
import type { Recognition } from './recognition.js';

/** A factor's reason, and its place among all: the strongest doubt first, of equals by name. */
interface Ranked {
  readonly reason: Reason;
  readonly rank: number;
}

const byDoubt = (a: Reason, b: Reason): number => a.weight - b.weight || (a.factor < b.factor ? -1 : 1);

const rankings = new WeakMap<ConfidenceModel, Map<string, Ranked>>();

/** The reasons of all factors that have a weight, ranked once for each model. */
function rank(model: ConfidenceModel): Map<string, Ranked> {
  const known = rankings.get(model);
  if (known) return known;
  const reasons = [...model.weights].map(([factor, weight]): Reason => ({ factor, weight })).sort(byDoubt);
  const ranked = new Map(reasons.map((reason, i) => [reason.factor, { reason, rank: i }]));
  rankings.set(model, ranked);
  return ranked;
}

/** The factor of a figure that no rule names. */
export const PROPOSED = 'cue-context';

/** The factors of a figure whose words were recognised in a picture, and of one that its document confirms besides. */
export const RECOGNISED = 'recognised';
export const CONFIRMED = 'recognised-and-confirmed';

/**
 * A proposal, and what a picture alone says, is never surer than what just needs review, whatever its factors say: a
 * digit that was misread looks as good as one that was not.
 */
export const limitOf = (factors: readonly string[], reviewBelow: number): number =>
  factors.includes(PROPOSED) || factors.includes(RECOGNISED)
    ? Math.max(0, Math.round(reviewBelow * 1000) - 1) / 1000
    : 1;

/** Keeps the list in order of rank; it is short, and sorting it would cost more than all the rest. */
function insert(list: Ranked[], one: Ranked): void {
  let at = list.push(one) - 1;
  for (; at > 0 && list[at - 1]!.rank > one.rank; at--) list[at] = list[at - 1]!;
  list[at] = one;
}

const logit = (probability: number): number => Math.log(probability / (1 - probability));

/** Probabilities closer to 0 and 1 than this are not told apart. */
const NEARLY = 0.001;

/** Both have to be right, the words as they were recognised and what is made of them: so their probabilities are multiplied. */
function recognitionReason({ confidence, confirmed }: Recognition, logOdds: number): Reason {
  const both = confidence / (1 + Math.exp(-logOdds));
  const weight = logit(Math.min(Math.max(both, NEARLY), 1 - NEARLY)) - logOdds;
  return { factor: confirmed ? CONFIRMED : RECOGNISED, weight: Math.round(100 * weight) / 100 };
}

/** Confidence by the model and the recognition; reasons are its factors, the strongest doubt first. */
export function score(input: ScoreInput, model: ConfidenceModel): Confidence {
  const ranked = rank(model);
  const weighed: Ranked[] = [];
  const others: Reason[] = [];
  let logOdds = model.intercept;
  const factors = factorsOf(input);
  for (const factor of factors) {
    const one = ranked.get(factor);
    if (one === undefined) others.push({ factor, weight: 0 });
    else {
      insert(weighed, one);
      logOdds += one.reason.weight;
    }
  }
  const reasons = weighed.map(({ reason }) => reason);
  if (input.recognition !== null) {
    const reason = recognitionReason(input.recognition, logOdds);
    logOdds += reason.weight;
    others.push(reason);
    factors.push(reason.factor);
  }
  if (others.length > 0) reasons.push(...others);
  return {
    value: Math.min(Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000, limitOf(factors, model.reviewBelow)),
    reasons: others.length > 0 ? reasons.sort(byDoubt) : reasons,
  };
}
