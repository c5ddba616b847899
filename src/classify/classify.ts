/** Matches and numbers that no rule took → what the words around each make it, and figures that no rule found. */
import {
  NO_FIGURE,
  type ContextModel,
  type ContextOpinion,
  type LosingRule,
  type Quantity,
  type Rule,
  type RuleMatch,
} from '../model.js';
import type { ContextClassifier } from './classifier.js';
import type { NumberContext } from './features.js';

/** From this probability on, a number that no rule took is proposed as a figure. */
const PROPOSED_FROM = 0.4;

/** A quantity that no rule took. */
interface Untaken<C extends NumberContext> {
  readonly quantity: Quantity;
  readonly sentence: number;
  readonly losers: readonly LosingRule[];
  readonly context: C;
}

/** A match with where it stands and what the classifier makes of it; null where it has not learnt its indicator. */
export interface ClassifiedMatch<C extends NumberContext> {
  readonly match: RuleMatch;
  readonly context: C;
  readonly opinion: ContextOpinion | null;
}

interface Input<C extends NumberContext, U extends Untaken<C>> {
  readonly matches: readonly RuleMatch[];
  /** In step with `matches`. */
  readonly contexts: readonly C[];
  readonly unmatched: readonly U[];
}

interface Classified<C extends NumberContext, U extends Untaken<C>> {
  /** In order of place. */
  readonly matches: readonly ClassifiedMatch<C>[];
  readonly unmatched: readonly U[];
}

/** What the probabilities say of the class at `place` as what a number states. */
function opinionOf({ classes }: ContextModel, probabilities: Float64Array, place: number): ContextOpinion {
  let none = 0;
  let other = -1;
  for (let i = 0; i < probabilities.length; i++) {
    if (i === place) continue;
    if (classes[i] === NO_FIGURE) none = probabilities[i]!;
    else if (other < 0 || probabilities[i]! > probabilities[other]!) other = i;
  }
  return {
    own: probabilities[place]!,
    none,
    other: other < 0 ? null : { indicator: classes[other]!, probability: probabilities[other]! },
  };
}

/** The likeliest class, where it is an indicator that takes the number's unit, and likely enough. */
function propose<C extends NumberContext>(
  classifier: ContextClassifier,
  { quantity, sentence, losers, context }: Untaken<C>,
  ruleOf: ReadonlyMap<string, Rule>,
): ClassifiedMatch<C> | null {
  const { unit } = quantity;
  if (unit === null || quantity.redacted || losers.length === 0) return null;
  const probabilities = classifier.classify(context);
  let best = 0;
  for (let i = 1; i < probabilities.length; i++) if (probabilities[i]! > probabilities[best]!) best = i;
  const rule = ruleOf.get(classifier.model.classes[best] ?? NO_FIGURE);
  if (!rule?.units.has(unit) || probabilities[best]! < PROPOSED_FROM) return null;
  const match: RuleMatch = {
    quantity, sentence, rule: rule.id, indicator: rule.id, level: 'context', gap: 0, cue: null, direction: 'clause',
    support: 0, rival: 'none', unit: rule.convert.get(unit) ?? unit, unitSupplied: false, losers,
  }; // prettier-ignore
  return { match, context, opinion: opinionOf(classifier.model, probabilities, best) };
}

/**
 * Gives each match an opinion, and makes figures of numbers that no rule took where the words around them are like
 * those of an indicator. A number without a unit, a redacted one and one that was set aside is never proposed.
 */
export function classifyNumbers<C extends NumberContext, U extends Untaken<C>>(
  { matches, contexts, unmatched }: Input<C, U>,
  classifier: ContextClassifier,
  rules: readonly Rule[],
): Classified<C, U> {
  const { classes } = classifier.model;
  const classified = matches.map((match, i): ClassifiedMatch<C> => {
    const context = contexts[i]!;
    const place = classes.indexOf(match.indicator);
    const opinion = place < 0 ? null : opinionOf(classifier.model, classifier.classify(context), place);
    return { match, context, opinion };
  });
  if (classes.length === 0) return { matches: classified, unmatched };
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const left: U[] = [];
  for (const one of unmatched) {
    const proposed = propose(classifier, one, ruleOf);
    if (proposed) classified.push(proposed);
    else left.push(one);
  }
  classified.sort((a, b) => a.match.quantity.span.start - b.match.quantity.span.start);
  return { matches: classified, unmatched: left };
}
