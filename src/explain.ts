/**
 * What the pipeline made of a document in; out how a figure came about, or why a number is none, as data.
 * Places are Unicode code points of the document's text, half open.
 */
import { REPORT_METHODS, rankRegions, tellApart } from './attribute/region-model.js';
import { explainCue, lookedFor } from './explain/cues.js';
import type {
  ContextExplanation, FigureExplanation, LosingRuleExplanation, NumberSummary, PlaceExplanation, RegionChoiceExplanation, SetAsideExplanation, UnmatchedExplanation,
} from './explain/explanation.js'; // prettier-ignore
import { removedBy } from './explain/normalization.js';
import { explainPlaceInText } from './explain/place-in-text.js';
import { explainQuantity } from './explain/quantity.js';
import { trace, type Trace } from './explain/trace.js';
import type { Unmatched } from './match/match.js';
import { NO_FIGURE, type LosingRule, type NormalizedSpan, type SetAside, type SourceSpan } from './model.js';
import type { Engine, Extraction, TracedFigure } from './pipeline.js';
import { overlaps } from './text/span.js';

export type * from './explain/explanation.js';

/** Explains the numbers of one document; made once, asked often. */
export interface Explainer {
  /** The figure's derivation; null where the document has no such figure. */
  figure(figureId: string): FigureExplanation | null;
  /** All that stands at a span of the document's text (UTF-16 code units). */
  place(span: SourceSpan): PlaceExplanation;
  /** All numbers, in order of place. */
  numbers(): readonly NumberSummary[];
}

/** Prepares the explanations of an extraction; `engine` is the one that made it. */
export function explain(extraction: Extraction, engine: Engine): Explainer {
  const traced = trace(extraction, engine);
  return {
    figure: (figureId) => {
      const found = extraction.figures.find(({ record }) => record.figure_id === figureId);
      return found ? explainFigure(traced, found) : null;
    },
    place: (span) => explainPlace(traced, span),
    numbers: () => summaries(traced),
  };
}

function explainLosers({ rules }: Trace, losers: readonly LosingRule[]): LosingRuleExplanation[] {
  return losers.map((loser) => {
    const rule = rules.get(loser.rule)!;
    return { ...loser, name: rule.name, looks_for: rule.cues.map(lookedFor) };
  });
}

/** Features that an explanation shows. */
const SHOWN = 8;
const thousandths = (value: number): number => Math.round(1000 * value) / 1000;

function explainContext(
  { engine: { classifier }, rules, contextAt }: Trace,
  { match, opinion }: TracedFigure,
): ContextExplanation | null {
  const context = contextAt(match.quantity.span);
  if (opinion === null || !context) return null;
  const { classes } = classifier.model;
  const { own, none, other } = opinion;
  const rival = other && other.probability > none ? other.indicator : NO_FIGURE;
  const weighed = classifier.weigh(context, classes.indexOf(match.indicator), classes.indexOf(rival));
  return {
    proposed: match.level === 'context',
    own: thousandths(own),
    none: thousandths(none),
    other: other && {
      indicator: other.indicator,
      name: rules.get(other.indicator)?.name ?? other.indicator,
      probability: thousandths(other.probability),
    },
    rival,
    features: weighed.slice(0, SHOWN).map(({ feature, weight }) => ({
      place: feature[0]!,
      words: feature.slice(1),
      weight: thousandths(weight),
    })),
  };
}

/** Divisions of a report's choice that are shown. */
const LIKELY = 3;

function explainChoice(
  { engine, extraction }: Trace,
  { record, attribution }: TracedFigure,
): RegionChoiceExplanation | null {
  if (!REPORT_METHODS.has(attribution.region.method)) return null;
  const model = engine.ruleSet.reportRegion;
  const ranked = rankRegions(extraction.regionCandidates[record.report] ?? [], model).slice(0, LIKELY);
  const [first, second] = ranked;
  return {
    likely: ranked.map(({ candidate: { code }, probability }) => ({
      code,
      name: (code !== null && engine.divisions.byCode.get(code)?.name) || null,
      probability: thousandths(probability),
    })),
    cues: first && second ? tellApart(first.candidate, second.candidate, model).slice(0, SHOWN) : [],
  };
}

function explainFigure(traced: Trace, found: TracedFigure): FigureExplanation {
  const { record, match, attribution, confidence } = found;
  const { ruleSet } = traced.engine;
  const rule = traced.rules.get(match.rule)!;
  const { region, asOf, statistic, item, flags } = attribution;
  return {
    state: 'figure',
    ...explainPlaceInText(traced, match.quantity.span),
    figure: record,
    quantity: explainQuantity(traced, match.quantity, match),
    match: {
      rule: match.level === 'context' ? 'context' : rule.id,
      name: rule.name,
      version: ruleSet.version,
      level: match.level,
      gap: match.gap,
      cue: explainCue(traced, match, rule),
      losers: explainLosers(traced, match.losers),
    },
    context: explainContext(traced, found),
    attributes: {
      region: { ...region, choice: explainChoice(traced, found) },
      as_of: asOf,
      statistic,
      item,
      flags,
    },
    confidence: {
      value: confidence.value,
      intercept: ruleSet.confidence.intercept,
      factors: confidence.reasons,
      review_below: ruleSet.confidence.reviewBelow,
      needs_review: record.needs_review,
    },
  };
}

function explainUnmatched(traced: Trace, { quantity, losers }: Unmatched): UnmatchedExplanation {
  return {
    state: 'unmatched',
    ...explainPlaceInText(traced, quantity.span),
    quantity: explainQuantity(traced, quantity, null),
    losers: explainLosers(traced, losers),
  };
}

function explainSetAside(traced: Trace, { span, kind, value, rule }: SetAside): SetAsideExplanation {
  const exclusion = rule === null ? null : traced.exclusions.get(rule)!;
  const cue = exclusion && traced.cueOf(span, exclusion);
  return { state: 'set-aside', ...explainPlaceInText(traced, span), kind, value, rule, cue };
}

function explainPlace(traced: Trace, span: SourceSpan): PlaceExplanation {
  const { extraction, toCodePoints } = traced;
  const { normalized, document } = extraction;
  const at = normalized.fromSource(span);
  const meets = (number: { start: number; end: number }): boolean =>
    overlaps(normalized.toSource(number), span);
  const numbers = [
    ...extraction.figures
      .filter(({ match }) => meets(match.quantity.span))
      .map((one) => explainFigure(traced, one)),
    ...extraction.unmatched
      .filter(({ quantity }) => meets(quantity.span))
      .map((one) => explainUnmatched(traced, one)),
    ...extraction.setAside.filter((one) => meets(one.span)).map((one) => explainSetAside(traced, one)),
  ].sort((a, b) => a.number.start - b.number.start);
  const place = { ...toCodePoints(span), exact: document.text.slice(span.start, span.end) };
  if (numbers.length > 0) return { ...place, numbers, nothing: null };
  const sentence = traced.sentenceAt(at.start);
  const removed = at.start === at.end;
  const quoted = sentence && normalized.toSource(sentence.span);
  return {
    ...place,
    numbers,
    nothing: {
      reason: removed
        ? 'removed'
        : !sentence
          ? 'outside'
          : sentence.kind === 'furniture'
            ? 'furniture'
            : 'no-number',
      removed_by: removed ? removedBy(extraction, span) : [],
      sentence: quoted && document.text.slice(quoted.start, quoted.end),
      nearby: quoted ? summaries(traced, quoted) : [],
    },
  };
}

/** Numbers in short, in order of place; those that overlap `within`, where given. */
function summaries({ extraction, toCodePoints }: Trace, within?: SourceSpan): NumberSummary[] {
  const { normalized, document } = extraction;
  const summary = (span: NormalizedSpan, state: NumberSummary['state'], why: string): NumberSummary[] => {
    const source = normalized.toSource(span);
    if (within && !overlaps(source, within)) return [];
    return [{ ...toCodePoints(source), exact: document.text.slice(source.start, source.end), state, why }];
  };
  return [
    ...extraction.figures.flatMap(({ match }) => summary(match.quantity.span, 'figure', match.indicator)),
    ...extraction.unmatched.flatMap(({ quantity, losers }) =>
      summary(quantity.span, 'unmatched', String(losers.length)),
    ),
    ...extraction.setAside.flatMap(({ span, kind }) => summary(span, 'set-aside', kind)),
  ].sort((a, b) => a.start - b.start);
}
