/** Matches and numbers that no rule took → what the words around each make it, and figures that no rule found. */
import {
  NO_FIGURE,
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

/** The classes of a model and the rules that they are the indicators of. */
interface ClassTable {
  /** Of each class; undefined for those that no rule has, as `NO_FIGURE`. */
  readonly rules: readonly (Rule | undefined)[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly nonePlace: number;
  /** By unit: the places of the classes that a number in it can be of; `NO_FIGURE` and unknown ones always. */
  readonly possible: Map<string | null, readonly number[]>;
}

/** One for each classifier, which serves many documents. */
const tables = new WeakMap<ContextClassifier, ClassTable>();

function tableOf(classifier: ContextClassifier, rules: readonly Rule[]): ClassTable {
  const known = tables.get(classifier);
  if (known) return known;
  const { classes } = classifier.model;
  const table = {
    rules: classes.map((name) => rules.find(({ id }) => id === name)),
    placeOf: new Map(classes.map((name, place) => [name, place])),
    nonePlace: classes.indexOf(NO_FIGURE),
    possible: new Map<string | null, readonly number[]>(),
  };
  tables.set(classifier, table);
  return table;
}

function possibleIn({ possible, rules }: ClassTable, unit: string | null): readonly number[] {
  const known = possible.get(unit);
  if (known) return known;
  const places = rules.flatMap((rule, place) => {
    const takes = unit === null ? rule?.unitWhenMissing !== null : rule?.units.has(unit);
    return rule === undefined || takes ? [place] : [];
  });
  possible.set(unit, places);
  return places;
}

/** What makes figures of a document's numbers beside the rules. */
class Proposer<C extends NumberContext> {
  private readonly table: ClassTable;

  constructor(
    private readonly classifier: ContextClassifier,
    rules: readonly Rule[],
    private readonly forbids: (rule: Rule, context: C) => boolean,
  ) {
    this.table = tableOf(classifier, rules);
  }

  /** What the probabilities say of the class at `place` as what a number states. */
  private opinionOf(probabilities: Float64Array, possible: readonly number[], place: number): ContextOpinion {
    const { nonePlace } = this.table;
    let other = -1;
    for (const i of possible) {
      if (i === place || i === nonePlace) continue;
      if (other < 0 || probabilities[i]! > probabilities[other]!) other = i;
    }
    const { classes } = this.classifier.model;
    return {
      own: probabilities[place]!,
      none: probabilities[nonePlace] ?? 0,
      other: other < 0 ? null : { indicator: classes[other]!, probability: probabilities[other]! },
    };
  }

  /** The likeliest class, where it is an indicator that takes the number's unit, and at least as likely as `from`. */
  propose({ quantity, sentence, losers, context }: Untaken<C>, from: number): ClassifiedMatch<C> | null {
    const { unit } = quantity;
    if (unit === null || quantity.redacted || losers.length === 0) return null;
    const possible = possibleIn(this.table, unit);
    const probabilities = this.classifier.classify(context, possible);
    let best = possible[0] ?? 0;
    for (const i of possible) if (probabilities[i]! > probabilities[best]!) best = i;
    const rule = this.table.rules[best];
    if (!rule?.units.has(unit) || probabilities[best]! < from || this.forbids(rule, context)) return null;
    const match: RuleMatch = {
      quantity, sentence, rule: rule.id, indicator: rule.id, level: 'context', gap: 0, cue: null, direction: 'clause',
      support: 0, rival: 'none', unit: rule.convert.get(unit) ?? unit, unitSupplied: false, losers,
    }; // prettier-ignore
    return { match, context, opinion: this.opinionOf(probabilities, possible, best) };
  }

  /** A match with an opinion on it; one that only goes on with what stood before gives way to a sure one of its own words. */
  consider(match: RuleMatch, context: C): ClassifiedMatch<C> {
    const place = this.table.placeOf.get(match.indicator);
    if (place === undefined) return { match, context, opinion: null };
    const possible = possibleIn(this.table, context.quantity.unit);
    const opinion = this.opinionOf(this.classifier.classify(context, possible), possible, place);
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
 * those of an indicator. A number without a unit, a redacted one and one that was set aside is never proposed, nor is
 * anything that `forbids` (an exception of the indicator's rule).
 */
export function classifyNumbers<C extends NumberContext, U extends Untaken<C>>(
  { matches, contexts, unmatched }: Input<C, U>,
  classifier: ContextClassifier,
  rules: readonly Rule[],
  forbids: (rule: Rule, context: C) => boolean,
): Classified<C, U> {
  const proposer = new Proposer<C>(classifier, rules, forbids);
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
