/** A document and a span of its text in; out what each pass changed there. */
import type { Span } from '../model.js';
import type { Extraction } from '../pipeline.js';
import { applyEdits, OffsetMap } from '../text/offset-map.js';
import { overlaps } from '../text/span.js';

/** What one pass changed inside a span. */
export interface NormalizationStep {
  readonly pass: string;
  readonly edits: readonly { readonly before: string; readonly after: string }[];
}

type Normalized = Pick<Extraction, 'document' | 'normalized'>;

/** The span as each pass finds it, with the text before that pass. */
function* replay(
  { document, normalized }: Normalized,
  source: Span,
): Generator<{
  pass: string;
  text: string;
  span: Span;
  next: Span;
  edits: Extraction['normalized']['passes'][number]['edits'];
}> {
  let { text } = document;
  let span = source;
  for (const { pass, edits } of normalized.passes) {
    const next = new OffsetMap(edits).toAfter(span);
    yield { pass, text, span, next, edits };
    text = applyEdits(text, edits);
    span = next;
  }
}

/** The passes that changed something inside a span of the document's text, with their edits, in order. */
export function explainNormalization(extraction: Normalized, source: Span): NormalizationStep[] {
  const steps: NormalizationStep[] = [];
  for (const { pass, text, span, edits } of replay(extraction, source)) {
    const inside = edits
      .filter((edit) => overlaps<Span>(edit, span))
      .map(({ start, end, replacement }) => ({ before: text.slice(start, end), after: replacement }));
    if (inside.length > 0) steps.push({ pass, edits: inside });
  }
  return steps;
}

/** The passes that took characters of a span out, where none of it was left; empty where some was. */
export function removedBy(extraction: Normalized, source: Span): string[] {
  const passes: string[] = [];
  for (const { pass, span, next } of replay(extraction, source)) {
    if (next.end - next.start < span.end - span.start) passes.push(pass);
  }
  return passes;
}
