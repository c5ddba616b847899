/** A match with all that was found out about it → the flat figure record, in code points. */
import type {
  Attribution, Confidence, FigureRecord, NormalizedText, PageMark, RuleMatch, RuleSet, Segments, SourceDocument,
} from './model.js'; // prettier-ignore
import { formatCell } from './text/cell-place.js';
import { figureId } from './text/figure-id.js';
import type { CodePointIndex } from './text/span.js';

/** The document that a figure stands in. */
export interface FigurePlace {
  readonly document: SourceDocument;
  readonly file: string;
  readonly normalized: NormalizedText;
  readonly segments: Segments;
  readonly ruleSet: RuleSet;
  readonly codePoints: CodePointIndex;
}

/** The page on which the character at `offset` stands; null for formats without pages. */
function pageAt(pages: readonly PageMark[], offset: number): number | null {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pages[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return pages[low - 1]?.page ?? null;
}

/** Makes the record; `start`, `end` and `exact` agree with the document's text by construction. */
export function makeFigure(
  { document, file, normalized, segments, ruleSet, codePoints }: FigurePlace,
  match: RuleMatch,
  attribution: Attribution,
  confidence: Confidence,
): FigureRecord {
  const { quantity, indicator } = match;
  // no rule answers for it: a person must
  const proposed = match.level === 'context';
  const sentence = segments.sentences[match.sentence]!;
  const source = normalized.toSource(quantity.span);
  const quoted = normalized.toSource(sentence.span);
  const start = codePoints.toCodePoint(source.start);
  const end = codePoints.toCodePoint(source.end);
  const { region, asOf, statistic, item } = attribution;
  return {
    file,
    document_id: document.id,
    report: sentence.report,
    figure_id: figureId(document.id, start, end, indicator),
    indicator,
    item,
    value: quantity.value,
    lower: quantity.lower,
    upper: quantity.upper,
    qualifier: quantity.qualifier,
    unit: match.unit,
    unit_text: quantity.unitText,
    statistic,
    redacted: quantity.redacted,
    region_code: region.code,
    region_name: region.name,
    region_method: region.method,
    as_of: asOf.date,
    as_of_method: asOf.method,
    start,
    end,
    exact: document.text.slice(source.start, source.end),
    quote: document.text.slice(quoted.start, quoted.end),
    page: pageAt(document.pages, source.start),
    paragraph: sentence.paragraph,
    cell: sentence.cell && formatCell(sentence.cell.place),
    confidence: confidence.value,
    reasons: confidence.reasons.map(({ factor }) => factor),
    needs_review: quantity.redacted || proposed || confidence.value < ruleSet.confidence.reviewBelow,
    rule: `${proposed ? 'context' : match.rule}@${ruleSet.version}`,
  };
}
