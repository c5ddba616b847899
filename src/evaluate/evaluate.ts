/** Gold and figures of documents in; out how right the figures are: by indicator, by attribute, and by what review would catch. */
import type { GoldFigure, ScoredFigure } from './gold.js';
import { isRight, judgeFigures, near } from './judge.js';
import { pairFigures } from './pair-figures.js';
import {
  ratesOf,
  reliability,
  reviewRates,
  reviewTrade,
  type Judged,
  type Rates,
  type ReliabilityRow,
  type ReviewRates,
  type Tally,
  type TradeRow,
} from './rates.js';

/** A document's gold with what was extracted from it. */
export interface LabelledDocument {
  readonly name: string;
  readonly golds: readonly GoldFigure[];
  readonly figures: readonly ScoredFigure[];
}

export const ATTRIBUTES = [
  'value',
  'bounds',
  'qualifier',
  'unit',
  'statistic',
  'region_code',
  'as_of',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** One thing that is wrong. */
export interface EvaluationError {
  readonly kind: 'missed' | 'false alarm' | Attribute;
  readonly document: string;
  /** Code point of the number. */
  readonly start: number;
  readonly indicator: string;
  readonly gold: string;
  readonly got: string;
  readonly quote: string;
}

export interface Evaluation {
  readonly core: Rates;
  readonly all: Rates;
  /** By indicator id, sorted. */
  readonly indicators: Readonly<Record<string, Rates>>;
  /** Of the matched figures, the share that is right; null where nothing was scored. */
  readonly attributes: Readonly<Record<Attribute, number | null>>;
  /** Redacted mentions that were found, those of the gold, and those that got a value. */
  readonly redacted: { readonly found: number; readonly gold: number; readonly leaked: number };
  readonly review: ReviewRates;
  /** Confidence against truth, by tenths. */
  readonly reliability: readonly ReliabilityRow[];
  /** Review load against the precision of what is accepted. */
  readonly trade: readonly TradeRow[];
  readonly documents: number;
  /** In order of documents and places. */
  readonly errors: readonly EvaluationError[];
}

export interface EvaluateOptions {
  /** Ids of the core indicators. */
  readonly core: ReadonlySet<string>;
  readonly acceptAt: number;
}

interface Tallies {
  readonly indicators: Map<string, Tally>;
  readonly attributes: Record<Attribute, { right: number; seen: number }>;
  readonly redacted: { found: number; gold: number; leaked: number };
  readonly judged: Judged[];
  readonly errors: EvaluationError[];
}

/** Scores figures against gold. Redacted mentions are counted apart; optional rows neither help nor hurt. */
export function evaluate(
  documents: readonly LabelledDocument[],
  { core, acceptAt }: EvaluateOptions,
): Evaluation {
  const tallies: Tallies = {
    indicators: new Map(),
    attributes: Object.fromEntries(
      ATTRIBUTES.map((name) => [name, { right: 0, seen: 0 }]),
    ) as Tallies['attributes'],
    redacted: { found: 0, gold: 0, leaked: 0 },
    judged: [],
    errors: [],
  };
  for (const document of documents) scoreDocument(document, tallies);
  const { indicators, attributes, redacted, judged, errors } = tallies;
  const ids = [...indicators.keys()].sort();
  const order = new Map(documents.map(({ name }, i) => [name, i]));
  const rate = ({ right, seen }: { right: number; seen: number }): number | null =>
    seen > 0 ? right / seen : null;
  return {
    core: ratesOf(ids.filter((id) => core.has(id)).map((id) => indicators.get(id)!)),
    all: ratesOf([...indicators.values()]),
    indicators: Object.fromEntries(ids.map((id) => [id, ratesOf([indicators.get(id)!])])),
    attributes: Object.fromEntries(
      ATTRIBUTES.map((name) => [name, rate(attributes[name])]),
    ) as Evaluation['attributes'],
    redacted,
    review: reviewRates(judged, acceptAt),
    reliability: reliability(judged),
    trade: reviewTrade(judged),
    documents: documents.length,
    errors: errors.sort((a, b) => order.get(a.document)! - order.get(b.document)! || a.start - b.start),
  };
}

function scoreDocument({ name, golds, figures }: LabelledDocument, tallies: Tallies): void {
  const { pairs, missed, extra } = pairFigures(golds, figures);
  for (const { figure, right } of judgeFigures(golds, figures))
    tallies.judged.push({ confidence: figure.confidence ?? 1, right });
  const { redacted } = tallies;
  redacted.gold += golds.filter((gold) => gold.redacted && !gold.optional).length;
  for (const pair of pairs) {
    if (!pair.gold.redacted) scorePair(name, pair.gold, pair.figure, tallies);
    else if (!pair.gold.optional) redacted.found++;
  }
  for (const gold of missed) {
    if (gold.redacted || gold.optional) continue;
    tallyOf(tallies, gold.indicator).fn++;
    tallies.errors.push({
      ...placeOf(name, gold),
      kind: 'missed',
      gold: showNumber(gold),
      got: 'nothing',
      quote: '',
    });
  }
  for (const { figure, at } of extra) {
    if (figure.redacted) continue;
    if (at.some((gold) => gold.redacted)) redacted.leaked++;
    else if (at.some((gold) => gold.optional)) continue;
    tallyOf(tallies, figure.indicator).fp++;
    const gold = at.map(({ indicator }) => indicator).join(', ') || 'nothing';
    const got = showNumber(figure);
    tallies.errors.push({
      ...placeOf(name, figure),
      kind: 'false alarm',
      gold,
      got,
      quote: figure.quote ?? '',
    });
  }
}

/** A wrong value is a false alarm and a miss at once; attributes are scored beside it. */
function scorePair(name: string, gold: GoldFigure, figure: ScoredFigure, tallies: Tallies): void {
  if (gold.optional) return;
  const boundsRight = near(figure.lower, gold.lower) && near(figure.upper, gold.upper);
  const right = isRight(gold, figure);
  const see = (kind: Attribute, fits: boolean, wanted: unknown, got: unknown): void => {
    tallies.attributes[kind].seen++;
    if (fits) tallies.attributes[kind].right++;
    else {
      const shown = {
        gold: JSON.stringify(wanted),
        got: JSON.stringify(got ?? null),
        quote: figure.quote ?? '',
      };
      tallies.errors.push({ ...placeOf(name, gold), kind, ...shown });
    }
  };
  see('value', right, gold.value, figure.value);
  see('bounds', boundsRight, [gold.lower, gold.upper], [figure.lower, figure.upper]);
  for (const key of ['qualifier', 'unit', 'statistic', 'region_code', 'as_of'] as const) {
    if (gold[key] !== undefined) see(key, (figure[key] ?? null) === gold[key], gold[key], figure[key]);
  }
  const tally = tallyOf(tallies, gold.indicator);
  if (right) tally.tp++;
  else {
    tally.fp++;
    tally.fn++;
  }
}

function tallyOf({ indicators }: Tallies, id: string): Tally {
  const tally = indicators.get(id) ?? { tp: 0, fp: 0, fn: 0 };
  indicators.set(id, tally);
  return tally;
}

const placeOf = (
  document: string,
  { start, indicator }: GoldFigure | ScoredFigure,
): Pick<EvaluationError, 'document' | 'start' | 'indicator'> => ({ document, start, indicator });

function showNumber({ value, lower, upper, unit }: GoldFigure | ScoredFigure): string {
  return `${value ?? `${lower ?? ''}..${upper ?? ''}`}${unit ?? ''}`;
}
