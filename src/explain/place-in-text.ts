/** A number in; out where it stands: file parts, report, headings, sentence, and what normalisation changed there. */
import type { NormalizedSpan, RegionMethod, SentenceKind } from '../model.js';
import { countBelow } from '../text/span.js';
import { explainNormalization, type NormalizationStep } from './normalization.js';
import type { Trace } from './trace.js';

/** A stretch of the document's text. */
export interface PlacedText {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

export interface PlaceInText {
  readonly number: PlacedText;
  readonly page: number | null;
  readonly paragraph: number | null;
  readonly cell: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    /** Nearest first. */
    readonly row_headers: readonly string[];
    readonly column_headers: readonly string[];
    readonly caption: string | null;
  } | null;
  readonly report: {
    readonly index: number;
    readonly title: string | null;
    readonly issuer: string | null;
    readonly region_code: string | null;
    readonly region_name: string | null;
    readonly region_method: RegionMethod;
    readonly date: string | null;
  } | null;
  /** The headings above it, outermost first, normalised. */
  readonly headings: readonly string[];
  /** Null where the number stands in no sentence. */
  readonly sentence: (PlacedText & { readonly kind: SentenceKind; readonly normalized: string }) | null;
  /** What the passes changed inside the sentence. */
  readonly normalization: readonly NormalizationStep[];
}

function pageOf({ extraction }: Trace, offset: number): number | null {
  const { pages } = extraction.document;
  return pages[countBelow(pages.length, (i) => pages[i]!.start <= offset) - 1]?.page ?? null;
}

function headingsAbove({ extraction }: Trace, section: number): string[] {
  const { segments, normalized } = extraction;
  const headings: string[] = [];
  for (let at: number | null = section; at !== null; at = segments.sections[at]?.parent ?? null) {
    const heading = segments.sections[at]?.heading;
    if (heading) headings.unshift(normalized.text.slice(heading.start, heading.end));
  }
  return headings;
}

export function explainPlaceInText(traced: Trace, span: NormalizedSpan): PlaceInText {
  const { document, normalized, reports } = traced.extraction;
  const placed = (at: NormalizedSpan): PlacedText => {
    const source = normalized.toSource(at);
    return { ...traced.toCodePoints(source), exact: document.text.slice(source.start, source.end) };
  };
  const sentence = traced.sentenceAt(span.start);
  const report = sentence && reports[sentence.report];
  const source = normalized.toSource(sentence?.span ?? span);
  return {
    number: placed(span),
    page: pageOf(traced, normalized.toSource(span).start),
    paragraph: sentence?.paragraph ?? null,
    cell: sentence?.cell
      ? {
          table: sentence.cell.place.table,
          row: sentence.cell.place.row,
          column: sentence.cell.place.column,
          row_headers: sentence.cell.rowHeaders,
          column_headers: sentence.cell.columnHeaders,
          caption: sentence.cell.caption,
        }
      : null,
    report: report
      ? {
          index: report.index,
          title: report.title,
          issuer: report.issuer,
          region_code: report.region.code,
          region_name: report.region.name,
          region_method: report.region.method,
          date: report.date,
        }
      : null,
    headings: sentence ? headingsAbove(traced, sentence.section) : [],
    sentence: sentence && {
      ...placed(sentence.span),
      kind: sentence.kind,
      normalized: normalized.text.slice(sentence.span.start, sentence.span.end),
    },
    normalization: explainNormalization(traced.extraction, source),
  };
}
