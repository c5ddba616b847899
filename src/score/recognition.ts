/**
 * Takes the numbers of a document and what of it was recognised in pictures (OCR); says of each number how surely it
 * was recognised, and whether the document itself confirms it.
 */
import type { RecognisedSpan, RuleMatch, SourceSpan } from '../model.js';
import { countBelow } from '../text/span.js';

/** What a score has to know of a number that was recognised. */
export interface Recognition {
  /** Of the least sure of its words, 0 to 1: its digits, its unit, its hedge, the words that name it. */
  readonly confidence: number;
  /**
   * The document states the same once more, in other words of its own, or its parts add up to it. Each of the statements
   * that agree was recognised surely, or is no picture at all.
   */
  readonly confirmed: boolean;
}

export interface Statement {
  readonly match: RuleMatch;
  /** Where it and the words that decided on it stand. */
  readonly spans: readonly SourceSpan[];
}

/** Less sure words confirm nothing, and nothing confirms them. */
const SURE = 0.9;
/** Small numbers agree by chance. */
const FEWEST_DIGITS = 3;
const LEAST_SUM = 100;

/** In step with `statements`; null for what stands in the document as characters. */
export function recognitions(
  statements: readonly Statement[],
  recognised: readonly RecognisedSpan[] = [],
): (Recognition | null)[] {
  if (recognised.length === 0) return statements.map(() => null);
  const confidences = statements.map(({ spans }) => leastConfidence(spans, recognised));
  const sure = statements.filter((_, index) => (confidences[index] ?? 1) >= SURE).map(({ match }) => match);
  const confirmed = new Set([...statedTwice(sure), ...addedUp(sure)]);
  return statements.map(({ match }, index) => {
    const confidence = confidences[index] ?? null;
    return confidence === null ? null : { confidence, confirmed: confirmed.has(match) };
  });
}

/** Of the words that the spans touch; null where they touch none. */
function leastConfidence(spans: readonly SourceSpan[], recognised: readonly RecognisedSpan[]): number | null {
  let least: number | null = null;
  for (const { start, end } of spans) {
    const first = countBelow(recognised.length, (i) => recognised[i]!.end <= start);
    for (let i = first; i < recognised.length && recognised[i]!.start < end; i++)
      least = Math.min(least ?? 1, recognised[i]!.confidence);
  }
  return least;
}

/** The unit of a header holds for a whole column: misread once, it is wrong in every cell. */
const hasOwnUnit = ({ quantity }: RuleMatch): boolean => !quantity.flags.includes('header-unit');

// The digits that tell a number: takes '125' of 1250000 and '1256' of 12.56.
const significantDigits = (value: number): number =>
  String(value)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;

function groupBy(matches: readonly RuleMatch[], keyOf: (match: RuleMatch) => string): RuleMatch[][] {
  const groups = new Map<string, RuleMatch[]>();
  for (const match of matches) {
    const group = groups.get(keyOf(match));
    if (group) group.push(match);
    else groups.set(keyOf(match), [match]);
  }
  return [...groups.values()];
}

function statedTwice(matches: readonly RuleMatch[]): RuleMatch[] {
  const groups = groupBy(
    matches.filter(({ quantity: { value } }) => value !== null && significantDigits(value) >= FEWEST_DIGITS),
    ({ indicator, unit, quantity: { value, qualifier } }) => `${indicator} ${unit} ${value} ${qualifier}`,
  );
  return groups.flatMap((group) => {
    const apart = new Set(group.map(({ sentence }) => sentence)).size > 1;
    return apart && group.some(hasOwnUnit) ? group : [];
  });
}

/** Where one number of a sentence is the sum of all its others of the same kind, each confirms the others. */
function addedUp(matches: readonly RuleMatch[]): RuleMatch[] {
  const groups = groupBy(
    matches.filter((match) => match.quantity.qualifier === 'exact' && hasOwnUnit(match)),
    ({ sentence, indicator, unit }) => `${sentence} ${indicator} ${unit}`,
  );
  return groups.flatMap((group) => {
    const values = group.map(({ quantity }) => quantity.value ?? NaN);
    const all = values.reduce((sum, value) => sum + value, 0);
    const total = Math.max(...values);
    const adds = Math.abs(all - 2 * total) < 1e-9 * all;
    return group.length >= 3 && total >= LEAST_SUM && adds ? group : [];
  });
}
