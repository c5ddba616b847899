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

function addCueFactors(factors: string[], match: RuleMatch): void {
  const { level, gap, cue, losers, unitSupplied, unit } = match;
  factors.push(`cue-${level}`);
  if (cue === null) factors.push(level === 'sentence' ? 'carried-on' : 'cue-without-place');
  else if (level === 'phrase')
    factors.push(gap <= ADJACENT ? 'cue-adjacent' : gap <= NEAR ? 'cue-near' : 'cue-far');
  let rivals = 0;
  for (const { why } of losers) if (why !== 'no cue' && !why.startsWith('not:')) rivals++;
  if (rivals > 0) factors.push(rivals > 1 ? 'rivals-many' : 'rival');
  if (unitSupplied) factors.push('unit-supplied');
  if (GENERIC_UNITS.has(unit)) factors.push('unit-generic');
  if (PEOPLE.has(unit)) factors.push('unit-people');
}

function addQuantityFactors(factors: string[], { flags, qualifier, redacted }: Quantity): void {
  for (const flag of flags) if (!factors.includes(flag)) factors.push(flag);
  if (redacted) factors.push('redacted');
  if (qualifier === 'vague' || qualifier === 'range') factors.push(`qualifier-${qualifier}`);
}

/** The named factors that hold, each once and in a fixed order; each is a feature of the confidence model. */
export function factorsOf({ match, attribution, sentence, noiseInside }: ScoreInput): string[] {
  const factors: string[] = [];
  addCueFactors(factors, match);
  addQuantityFactors(factors, match.quantity);
  if (sentence.kind !== 'body') factors.push(`in-${sentence.kind}`);
  if (noiseInside) factors.push('noise-inside');
  if (attribution.statistic !== 'total') factors.push(`statistic-${attribution.statistic}`);
  factors.push(`indicator-${match.indicator}`);
  return factors;
}

/** Confidence by the model; reasons are its factors, the strongest doubt first. */
export function score(input: ScoreInput, model: ConfidenceModel): Confidence {
  const reasons: Reason[] = factorsOf(input)
    .map((factor) => ({ factor, weight: model.weights.get(factor) ?? 0 }))
    .sort((a, b) => a.weight - b.weight || (a.factor < b.factor ? -1 : 1));
  const logOdds = reasons.reduce((sum, { weight }) => sum + weight, model.intercept);
  return { value: Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000, reasons };
}
