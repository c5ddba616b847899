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
/** What a rule only carried on to gives way where it is no likelier than the first, and another at least as the second. */
const GIVES_WAY = 0.15;
const GIVES_WAY_TO = 0.6;

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

/** What makes figures of a document's numbers beside the rules. */
class Proposer<C extends NumberContext> {
  private readonly ruleOf: ReadonlyMap<string, Rule>;

  constructor(
    private readonly classifier: ContextClassifier,
    rules: readonly Rule[],
  ) {
    this.ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** The likeliest class, where it is an indicator that takes the number's unit, and at least as likely as `from`. */
  propose({ quantity, sentence, losers, context }: Untaken<C>, from: number): ClassifiedMatch<C> | null {
    const { unit } = quantity;
    if (unit === null || quantity.redacted || losers.length === 0) return null;
    const { model } = this.classifier;
    const probabilities = this.classifier.classify(context);
    let best = 0;
    for (let i = 1; i < probabilities.length; i++) if (probabilities[i]! > probabilities[best]!) best = i;
    const rule = this.ruleOf.get(model.classes[best] ?? NO_FIGURE);
    if (!rule?.units.has(unit) || probabilities[best]! < from) return null;
    const match: RuleMatch = {
      quantity, sentence, rule: rule.id, indicator: rule.id, level: 'context', gap: 0, cue: null, direction: 'clause',
      support: 0, rival: 'none', unit: rule.convert.get(unit) ?? unit, unitSupplied: false, losers,
    }; // prettier-ignore
    return { match, context, opinion: opinionOf(model, probabilities, best) };
  }

  /** A match with an opinion on it; one that only goes on with what stood before gives way to a sure one of its own words. */
  consider(match: RuleMatch, context: C): ClassifiedMatch<C> {
    const { model } = this.classifier;
    const place = model.classes.indexOf(match.indicator);
    if (place < 0) return { match, context, opinion: null };
    const opinion = opinionOf(model, this.classifier.classify(context), place);
    if (match.level === 'sentence' && match.cue === null && opinion.own <= GIVES_WAY) {
      const loser = {
        rule: match.rule,
        why: 'goes on with what stood before, the words around speak for another',
      };
      const proposed = this.propose({ ...match, context, losers: [...match.losers, loser] }, GIVES_WAY_TO);
      if (proposed) return proposed;
    }
    return { match, context, opinion };
  }
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
  const proposer = new Proposer<C>(classifier, rules);
  const classified = matches.map((match, i) => proposer.consider(match, contexts[i]!));
  if (classifier.model.classes.length === 0) return { matches: classified, unmatched };
  const left: U[] = [];
  for (const one of unmatched) {
    const proposed = proposer.propose(one, PROPOSED_FROM);
    if (proposed) classified.push(proposed);
    else left.push(one);
  }
  classified.sort((a, b) => a.match.quantity.span.start - b.match.quantity.span.start);
  return { matches: classified, unmatched: left };
}
