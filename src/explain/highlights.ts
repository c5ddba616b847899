/** A figure of an extraction in; out the stretches of the document's text that it was read from, by what they mean. */
import type { NormalizedSpan, Quantity } from '../model.js';
import type { Extraction, TracedFigure } from '../pipeline.js';

export interface MeaningfulSpan {
  readonly kind: 'number' | 'hedge' | 'unit' | 'cue' | 'region' | 'date' | 'sentence';
  /** UTF-16 code units into the document's text. */
  readonly start: number;
  readonly end: number;
}

interface Stretch {
  readonly kind: MeaningfulSpan['kind'];
  readonly span: NormalizedSpan;
}

/** The words of the phrase around the digits: its measure word, and what is left of it, which hedges. */
function aroundNumber(text: string, { span, phrase, unitText }: Quantity): Stretch[] {
  const parts: Stretch[] = [];
  const add = (kind: Stretch['kind'], start: number, end: number): void => {
    if (text.slice(start, end).trim() !== '') parts.push({ kind, span: { start, end } });
  };
  const behind = unitText !== null && text.slice(span.end, phrase.end).endsWith(unitText);
  const front = !behind && unitText !== null && text.slice(phrase.start, span.start).endsWith(unitText);
  const length = unitText?.length ?? 0;
  if (behind) add('unit', phrase.end - length, phrase.end);
  if (front) add('unit', span.start - length, span.start);
  add('hedge', phrase.start, front ? span.start - length : span.start);
  add('hedge', span.end, behind ? phrase.end - length : phrase.end);
  return parts;
}

/** In order of place; empty stretches are left out. The date may stand in another sentence. */
export function highlightsOf(
  { normalized, segments }: Pick<Extraction, 'normalized' | 'segments'>,
  { match, attribution }: Pick<TracedFigure, 'match' | 'attribution'>,
): MeaningfulSpan[] {
  const { quantity, cue, sentence } = match;
  const { regionPlace, asOfPlace } = attribution;
  const stretches: Stretch[] = [
    { kind: 'sentence', span: segments.sentences[sentence]!.span },
    { kind: 'number', span: quantity.span },
    ...aroundNumber(normalized.text, quantity),
    ...(cue === null ? [] : [{ kind: 'cue' as const, span: cue }]),
    ...(regionPlace === null ? [] : [{ kind: 'region' as const, span: regionPlace }]),
    ...(asOfPlace === null ? [] : [{ kind: 'date' as const, span: asOfPlace }]),
  ];
  return stretches
    .map(({ kind, span }) => ({ kind, ...normalized.toSource(span) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
