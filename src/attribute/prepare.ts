/** Takes a segmented document; gives what the attribution of its figures looks up, made once. */
import { type DiagnosticCode, diagnose } from '../diagnostics.js';
import type { Diagnostic, NormalizedText, Quantity, RegionModel, Report, Segments } from '../model.js';
import { findDateMarks } from './as-of.js';
import { type DateIndex, indexDates } from './as-of-lookup.js';
import { type ReportDescription, describeReport } from './describe-report.js';
import type { DivisionIndex } from './division-index.js';
import type { RegionLookup } from './figure-places.js';
import { withImpliedMentions } from './implied-mentions.js';
import { locateMentions } from './located-mentions.js';
import { findRespectivePlaces } from './respective-places.js';
import { findSectionRegions } from './section-regions.js';
import { findCountryWords, findSelfWords } from './self-words.js';

export interface AttributionInput {
  readonly text: NormalizedText;
  /** The text before it was normalised; without it, dates that stand in page furniture are not seen. */
  readonly source?: string;
  readonly segments: Segments;
  /** In order of place; they keep one figure's goods from being taken for the next one's. */
  readonly quantities: readonly Quantity[];
  readonly divisions: DivisionIndex;
  readonly regionModel: RegionModel;
}

export interface PreparedAttribution {
  readonly reports: readonly Report[];
  readonly diagnostics: readonly Diagnostic[];
  readonly regions: RegionLookup;
  readonly dates: DateIndex;
  readonly descriptions: readonly ReportDescription[];
  readonly quantities: readonly Quantity[];
}

function reportDiagnostics(
  description: ReportDescription,
  report: Report,
  divisions: DivisionIndex,
): Diagnostic[] {
  const found: [DiagnosticCode, Record<string, string>][] = [];
  const { ambiguous, region, rival, date } = description;
  const named = (code: string): string => `${divisions.byCode.get(code)?.name ?? ''} ${code}`;
  if (ambiguous !== null) {
    const candidates = ambiguous.candidates.map(named).join(', ');
    found.push(['region-ambiguous', { name: ambiguous.name, candidates }]);
  } else if (region.code === null) found.push(['region-unknown', {}]);
  else if (rival !== null) found.push(['region-unsure', { region: named(region.code), rival: named(rival) }]);
  if (date === null) found.push(['date-unknown', {}]);
  return found.map(([code, params]) => diagnose(code, params, report.span));
}

/** Finds the divisions, dates and reports of a document; linear in its text. */
export function prepareAttribution(input: AttributionInput): PreparedAttribution {
  const { segments, divisions: index, quantities, regionModel } = input;
  const { text } = input.text;
  const mentions = withImpliedMentions(text, locateMentions(text, index), index);
  const selfWords = findSelfWords(text, mentions);
  const descriptions = segments.reports.map((segment) => {
    const { start, end } = input.text.toSource(segment.span);
    const source = input.source?.slice(start, end) ?? text.slice(segment.span.start, segment.span.end);
    return describeReport({ text, source, segment, index, mentions, selfWords, regionModel });
  });
  const reports = descriptions.map(({ title, issuer, region, date }, i): Report => {
    const span = input.text.toSource(segments.reports[i]!.span);
    return { index: i, span, title, issuer, region, date };
  });
  const base = { text, segments, index, mentions, reports: descriptions };
  const marks = findDateMarks(text, segments.sentences, descriptions);
  const undated = marks
    .filter(({ flag }) => flag === 'date-year-unknown')
    .map(({ start }) => {
      const place = { start, end: Math.min(text.length, start + 12) };
      return diagnose(
        'date-year-unknown',
        { text: text.slice(place.start, place.end) },
        input.text.toSource(place),
      );
    });
  return {
    reports,
    diagnostics: [
      ...descriptions.flatMap((description, i) => reportDiagnostics(description, reports[i]!, index)),
      ...undated,
    ],
    regions: {
      ...base,
      selfWords: [...selfWords, ...findCountryWords(text)].sort((a, b) => a.start - b.start),
      sections: findSectionRegions(base),
      inStep: findRespectivePlaces(text, mentions, segments.sentences, quantities),
    },
    dates: indexDates(marks, segments.sentences),
    descriptions,
    quantities,
  };
}
