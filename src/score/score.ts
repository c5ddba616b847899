/** A match with its attribution → the probability that indicator and value are right, with reasons. */
import type {
  Attribution,
  Confidence,
  ConfidenceModel,
  Quantity,
  Reason,
  RuleMatch,
  Sentence,
} from '../model.js';

export interface ScoreInput {
  readonly match: RuleMatch;
  readonly attribution: Attribution;
  readonly sentence: Sentence;
  /** Characters were removed inside the number itself: a page mark, an annotation, a line break. */
  readonly noiseInside: boolean;
}

/** Units that say little about what they count. */
const GENERIC_UNITS = new Set(['个', '件', '次', '条', '份']);
const PEOPLE = new Set(['人', '人次']);
/** Gaps up to which a cue counts as adjacent, and as near. */
const ADJACENT = 2;
const NEAR = 6;

function* quantityFactors({ flags, qualifier, redacted }: Quantity): Generator<string> {
  yield* flags;
  if (redacted) yield 'redacted';
  if (qualifier === 'vague' || qualifier === 'range') yield `qualifier-${qualifier}`;
}

function* cueFactors({ level, gap, cue, losers, unitSupplied, unit }: RuleMatch): Generator<string> {
  yield `cue-${level}`;
  if (cue === null) yield level === 'sentence' ? 'carried-on' : 'cue-without-place';
  else if (level === 'phrase') yield gap <= ADJACENT ? 'cue-adjacent' : gap <= NEAR ? 'cue-near' : 'cue-far';
  const rivals = losers.filter(({ why }) => why !== 'no cue' && !why.startsWith('not:')).length;
  if (rivals > 0) yield rivals > 1 ? 'rivals-many' : 'rival';
  if (unitSupplied) yield 'unit-supplied';
  if (GENERIC_UNITS.has(unit)) yield 'unit-generic';
  if (PEOPLE.has(unit)) yield 'unit-people';
}

/** The named factors that hold, in a fixed order; each is a feature of the confidence model. */
export function factorsOf({ match, attribution, sentence, noiseInside }: ScoreInput): string[] {
  const factors = [
    ...cueFactors(match),
    ...quantityFactors(match.quantity),
    ...(sentence.kind === 'body' ? [] : [`in-${sentence.kind}`]),
    ...(noiseInside ? ['noise-inside'] : []),
    ...(attribution.statistic === 'total' ? [] : [`statistic-${attribution.statistic}`]),
    `indicator-${match.indicator}`,
  ];
  return [...new Set(factors)];
}

/** Confidence by the model; reasons are its factors, the strongest doubt first. */
export function score(input: ScoreInput, model: ConfidenceModel): Confidence {
  const reasons: Reason[] = factorsOf(input)
    .map((factor) => ({ factor, weight: model.weights.get(factor) ?? 0 }))
    .sort((a, b) => a.weight - b.weight || (a.factor < b.factor ? -1 : 1));
  const logOdds = reasons.reduce((sum, { weight }) => sum + weight, model.intercept);
  return { value: Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000, reasons };
}
