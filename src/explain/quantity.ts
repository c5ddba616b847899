/** A quantity in; out what was read as number, hedge and unit, and where the unit comes from. */
import type { Qualifier, Quantity, RuleMatch } from '../model.js';
import type { Trace } from './trace.js';

/** Where a unit comes from: the text, a table's headers, the rule, or nowhere. */
export type UnitOrigin = 'written' | 'header' | 'supplied' | 'none';

export interface QuantityExplanation {
  /** The number, with its magnitude word (normalised). */
  readonly digits: string;
  /** The words that belong to it in front (hedge, currency) and behind (hedge, measure word). */
  readonly before: string;
  readonly behind: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  readonly redacted: boolean;
  readonly unit: {
    /** Canonical unit of the figure, or of the quantity where it is none. */
    readonly canonical: string | null;
    readonly origin: UnitOrigin;
    /** The measure word as written. */
    readonly written: string | null;
    /** One of the written word in the canonical unit, as a decimal; null where it is not in the table of units. */
    readonly factor: string | null;
    /** The rule keeps its indicator in another unit than the quantity's: that one. */
    readonly converted_from: string | null;
  };
  /** What makes the reading doubtful. */
  readonly flags: readonly string[];
}

/** `match` is null where no rule took the quantity. */
export function explainQuantity(
  { extraction, engine }: Trace,
  quantity: Quantity,
  match: RuleMatch | null,
): QuantityExplanation {
  const { text } = extraction.normalized;
  const { span, phrase, value, lower, upper, qualifier, redacted, unit, unitText, flags } = quantity;
  const word = engine.ruleSet.units.find((one) => one.word === unitText);
  return {
    digits: text.slice(span.start, span.end),
    before: text.slice(phrase.start, span.start),
    behind: text.slice(span.end, phrase.end),
    value, lower, upper, qualifier, redacted,
    unit: {
      canonical: match?.unit ?? unit,
      origin: originOf(quantity, match),
      written: unitText,
      factor: word?.factor ?? null,
      converted_from: match && unit !== null && match.unit !== unit ? unit : null,
    },
    flags,
  }; // prettier-ignore
}

function originOf({ unit, flags }: Quantity, match: RuleMatch | null): UnitOrigin {
  if (unit === null) return match?.unitSupplied ? 'supplied' : 'none';
  return flags.includes('header-unit') ? 'header' : 'written';
}
