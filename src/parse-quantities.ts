/** A text and an engine in; out its numbers with value, bounds and unit, and those that are set aside with the reason. */
import { matchRules } from './match/match.js';
import type { NormalizedSpan, Qualifier, Rule } from './model.js';
import { normalizeFragment } from './normalize/normalize.js';
import type { Engine } from './pipeline.js';
import { quantify } from './quantify/quantify.js';
import { segment } from './segment/segment.js';
import { CodePointIndex } from './text/span.js';

/** A stretch of the text: Unicode code points, half open, and the characters there. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** A number with its hedge and unit; bounds null where open. */
export interface ParsedQuantity extends Piece {
  /** As written, in the canonical unit; null for ranges, vague and redacted numbers. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  /** Canonical unit, `%` for percentages; null where none is written. */
  readonly unit: string | null;
  readonly redacted: boolean;
}

/** A number that states no result. */
export interface ParsedSetAside extends Piece {
  /** date, time, phone, document-number, ordinal, slogan, plan, requirement, background, … */
  readonly kind: string;
  /** ISO date or time, or the number, where the kind has one. */
  readonly value: string | number | null;
}

/** All numbers of a text, each list in order of place. */
export interface ParsedQuantities {
  readonly text: string;
  readonly quantities: readonly ParsedQuantity[];
  readonly set_aside: readonly ParsedSetAside[];
}

// what the stages prepare for rules and patterns they keep by these lists
const NO_RULES: readonly Rule[] = [];
const NO_FURNITURE: readonly RegExp[] = [];

/**
 * Finds the numbers of a text: full-width, traditional and annotated text is read as well, and places
 * are those of the text as given. What the exclusion rules know (plans, requirements, background, …)
 * is set aside; whether a number states an indicator is for `extract` to say.
 */
export function parseQuantities(text: string, engine: Engine): ParsedQuantities {
  const normalized = normalizeFragment(text, engine.protectedNames);
  const found = quantify(normalized.text, engine.units);
  const excluded = matchRules({
    text: normalized.text,
    // a fragment is no page: it has no furniture
    segments: segment({ blocks: [] }, normalized, { furniture: NO_FURNITURE }),
    quantities: found,
    rules: NO_RULES,
    exclusions: engine.ruleSet.exclusions,
  }).setAside;
  const codePoints = new CodePointIndex(text);
  const pieceAt = (span: NormalizedSpan): Piece => {
    const { start, end } = normalized.toSource(span);
    const exact = text.slice(start, end);
    return { start: codePoints.toCodePoint(start), end: codePoints.toCodePoint(end), exact };
  };
  const gone = new Set(excluded.map(({ span }) => span));
  return {
    text,
    quantities: found.quantities
      .filter(({ span }) => !gone.has(span))
      .map(({ span, value, lower, upper, qualifier, unit, redacted }) => ({
        ...pieceAt(span), value, lower, upper, qualifier, unit, redacted,
      })), // prettier-ignore
    set_aside: [...found.setAside, ...excluded]
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ span, kind, value }) => ({ ...pieceAt(span), kind, value })),
  };
}
