/** An extraction and its engine in; out what explanations look up: rules by id, contexts of numbers, sentences by place. */
import { buildContexts, type QuantityContext } from '../match/context.js';
import type { Exclusion, NormalizedSpan, Rule, Sentence, SourceSpan } from '../model.js';
import type { Engine, Extraction } from '../pipeline.js';
import { CodePointIndex, countBelow } from '../text/span.js';
import { explainExclusion, type CueExplanation } from './cues.js';

export interface Trace {
  readonly extraction: Extraction;
  readonly engine: Engine;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly exclusions: ReadonlyMap<string, Exclusion>;
  /** Where the number that stands at `span` looks for its cues; undefined outside of sentences. */
  readonly contextAt: (span: NormalizedSpan) => QuantityContext | undefined;
  /** The sentence that holds an offset of the normalised text; null between sentences. */
  readonly sentenceAt: (offset: number) => Sentence | null;
  readonly toCodePoints: (span: SourceSpan) => { readonly start: number; readonly end: number };
  /** The words by which an exclusion took the number at `span`. */
  readonly cueOf: (span: NormalizedSpan, exclusion: Exclusion) => CueExplanation | null;
}

export function trace(extraction: Extraction, engine: Engine): Trace {
  const { normalized, segments, document } = extraction;
  const { sentences } = segments;
  const contexts = new Map(
    buildContexts(normalized.text, segments, extraction.quantities).map((one) => [
      one.quantity.span.start,
      one,
    ]),
  );
  const codePoints = new CodePointIndex(document.text);
  const contextAt = ({ start }: NormalizedSpan): QuantityContext | undefined => contexts.get(start);
  const toCodePoints = ({ start, end }: SourceSpan) => ({
    start: codePoints.toCodePoint(start),
    end: codePoints.toCodePoint(end),
  });
  return {
    extraction,
    engine,
    rules: new Map(engine.ruleSet.rules.map((rule) => [rule.id, rule])),
    exclusions: new Map(engine.ruleSet.exclusions.map((exclusion) => [exclusion.id, exclusion])),
    contextAt,
    sentenceAt: (offset) => {
      const last = sentences[countBelow(sentences.length, (i) => sentences[i]!.span.start <= offset) - 1];
      return last && offset < last.span.end ? last : null;
    },
    toCodePoints,
    cueOf: (span, exclusion) => {
      const context = contextAt(span);
      return context ? explainExclusion(extraction, exclusion, context) : null;
    },
  };
}
