/**
 * A document that was read and the rule set → its reports, figures and diagnostics: the stages in
 * order. No input or output of its own.
 */
import { buildDivisionIndex, type DivisionIndex } from './attribute/division-index.js';
import { attribute } from './attribute/attribute.js';
import { prepareAttribution } from './attribute/prepare.js';
import type { RegionCandidate } from './attribute/region-cues.js';
import { createContextClassifier, type ContextClassifier } from './classify/classifier.js';
import { classifyNumbers } from './classify/classify.js';
import { diagnose } from './diagnostics.js';
import { makeFigure, type FigurePlace } from './figure.js';
import { cueHolds } from './match/cue.js';
import { matchRules, type Unmatched } from './match/match.js';
import type {
  Attribution, Confidence, ContextOpinion, Diagnostic, FigureRecord, NormalizedText, Quantities, Quantity, Report, RuleMatch, RuleSet,
  Segments, SetAside, SourceDocument, SourceSpan,
} from './model.js'; // prettier-ignore
import { normalize } from './normalize/normalize.js';
import { applyBracketUnit, applyHeaderUnit } from './quantify/header-unit.js';
import { kindOfNoFigure } from './quantify/no-figure-column.js';
import { quantify } from './quantify/quantify.js';
import { buildUnitLexicon, type UnitLexicon } from './quantify/unit.js';
import { fingerprintReports, type ReportFingerprint } from './report-fingerprint.js';
import { recognitions } from './score/recognition.js';
import { score } from './score/score.js';
import { segment } from './segment/segment.js';
import { CodePointIndex } from './text/span.js';

/** A rule set with the tables that the stages look things up in, made once. */
export interface Engine {
  readonly ruleSet: RuleSet;
  readonly units: UnitLexicon;
  readonly divisions: DivisionIndex;
  readonly protectedNames: readonly string[];
  readonly classifier: ContextClassifier;
}

/** One figure with every step that led to it. */
export interface TracedFigure {
  readonly record: FigureRecord;
  readonly match: RuleMatch;
  /** Null where the classifier has not learnt the indicator. */
  readonly opinion: ContextOpinion | null;
  readonly attribution: Attribution;
  readonly confidence: Confidence;
}

/** All that the stages made of a document. */
export interface Extraction {
  readonly document: SourceDocument;
  readonly normalized: NormalizedText;
  readonly segments: Segments;
  /** Where several are named in the stages, the recogniser's first, then the rules'. */
  readonly setAside: readonly SetAside[];
  readonly quantities: readonly Quantity[];
  readonly unmatched: readonly Unmatched[];
  readonly reports: readonly Report[];
  /** Of each report, the divisions that it may be about. */
  readonly regionCandidates: readonly (readonly RegionCandidate[])[];
  /** One for each report, to find its reposts by. */
  readonly fingerprints: readonly ReportFingerprint[];
  readonly figures: readonly TracedFigure[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prepares a rule set for use: once for many documents. */
export function createEngine(ruleSet: RuleSet): Engine {
  return {
    ruleSet,
    units: buildUnitLexicon(ruleSet.units),
    divisions: buildDivisionIndex(ruleSet.divisions, ruleSet.towns),
    protectedNames: ruleSet.divisions.flatMap(({ name, aliases }) => [name, ...aliases]),
    classifier: createContextClassifier(ruleSet.context),
  };
}

/**
 * Extracts the figures of one document.
 * @param file the name that the figures carry in their `file` field
 */
export function extract(document: SourceDocument, file: string, engine: Engine): Extraction {
  const { ruleSet } = engine;
  const normalized = normalize(document, {
    protectedNames: engine.protectedNames,
    furniture: ruleSet.furniture,
  });
  const segments = segment(document, normalized, { furniture: ruleSet.furniture, links: ruleSet.links });
  const found = quantify(normalized.text, engine.units);
  const quantities = withHeaderUnits(normalized.text, found, segments, engine.units);
  const matched = matchRules({
    text: normalized.text,
    segments,
    quantities,
    rules: ruleSet.rules,
    exclusions: ruleSet.exclusions,
  });
  const classified = classifyNumbers(matched, engine.classifier, ruleSet.rules, (rule, context) =>
    rule.not.some((cue) => cueHolds(cue, context)),
  );
  const attribution = prepareAttribution({
    text: normalized,
    source: document.text,
    segments,
    quantities: quantities.quantities,
    divisions: engine.divisions,
    regionModel: ruleSet.reportRegion,
  });
  const place: FigurePlace = {
    document,
    file,
    normalized,
    segments,
    ruleSet,
    codePoints: new CodePointIndex(document.text),
  };
  const recognised = recognitions(
    classified.matches.map(({ match }) => ({ match, spans: sourcesOf(normalized, match) })),
    document.recognised,
  );
  const figures = classified.matches.map(({ match, context, opinion }, index): TracedFigure => {
    const attributed = attribute(attribution, {
      match,
      statistics: ruleSet.statistics,
      holds: (cue) => cueHolds(cue, context),
    });
    const noiseInside = hasNoiseInside(normalized, match.quantity);
    const confidence = score(
      {
        match,
        opinion,
        attribution: attributed,
        sentence: context.sentence,
        words: context.windows,
        noiseInside,
        recognition: recognised[index]!,
      },
      ruleSet.confidence,
    );
    return {
      record: makeFigure(place, match, attributed, confidence),
      match,
      opinion,
      attribution: attributed,
      confidence,
    };
  });
  return {
    document, normalized, segments,
    setAside: [...quantities.setAside, ...matched.setAside],
    quantities: quantities.quantities,
    unmatched: classified.unmatched,
    reports: attribution.reports,
    regionCandidates: attribution.descriptions.map(({ candidates }) => candidates),
    fingerprints: fingerprintReports(
      normalized.text,
      segments,
      figures.map(({ match }) => match.sentence),
    ),
    figures,
    diagnostics: [...attribution.diagnostics, ...emptiness(figures, quantities)],
  }; // prettier-ignore
}

/**
 * Numbers in table cells take the unit of their headers, others that of a bracket in front; those whose headers say that
 * they number rows, or are years or rates, are set aside.
 */
function withHeaderUnits(
  text: string,
  { quantities, setAside }: Quantities,
  segments: Segments,
  units: UnitLexicon,
): Quantities {
  const cells = segments.sentences.filter(({ cell }) => cell !== null);
  let at = 0;
  const aside: SetAside[] = [];
  const applied = quantities.flatMap((quantity) => {
    while (at < cells.length && cells[at]!.span.end <= quantity.span.start) at++;
    const cell = cells[at];
    if (!cell || cell.span.start > quantity.span.start) return [applyBracketUnit(text, quantity, units)];
    const kind = quantity.unit === null ? kindOfNoFigure(cell.cell!) : null;
    if (kind === null) return [applyHeaderUnit(text, quantity, cell.cell!, units)];
    aside.push({ span: quantity.span, kind, value: quantity.value, rule: null });
    return [];
  });
  return { quantities: applied, setAside: [...setAside, ...aside] };
}

function hasNoiseInside(normalized: NormalizedText, { span }: Quantity): boolean {
  const source = normalized.toSource(span);
  return source.end - source.start !== span.end - span.start;
}

/** Where a number with its hedge and unit stands, and the words that named it. */
const sourcesOf = (normalized: NormalizedText, { quantity, cue }: RuleMatch): SourceSpan[] =>
  [quantity.phrase, ...(cue === null ? [] : [cue])].map((span) => normalized.toSource(span));

function emptiness(figures: readonly TracedFigure[], { quantities, setAside }: Quantities): Diagnostic[] {
  if (figures.length > 0) return [];
  return [diagnose('document-without-figures', { numbers: quantities.length + setAside.length })];
}
