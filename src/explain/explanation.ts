/** The shapes of explanations: what `explain --format json` prints. */
import type {
  AsOfMethod,
  CueLevel,
  FigureRecord,
  LosingRule,
  Reason,
  RegionMethod,
  Statistic,
} from '../model.js';
import type { CueExplanation } from './cues.js';
import type { PlaceInText } from './place-in-text.js';
import type { QuantityExplanation } from './quantity.js';

/** A rule that did not take the number. */
export interface LosingRuleExplanation extends LosingRule {
  readonly name: string;
  /** What its cues ask for: direction and pattern, as the rule file has them. */
  readonly looks_for: readonly string[];
}

/** What the context classifier thinks, and by which words. */
export interface ContextExplanation {
  /** No rule took the number: the classifier proposes the figure. */
  readonly proposed: boolean;
  /** Probability of the figure's indicator. */
  readonly own: number;
  /** Probability that it is no figure. */
  readonly none: number;
  /** The likeliest other indicator. */
  readonly other: {
    readonly indicator: string;
    readonly name: string;
    readonly probability: number;
  } | null;
  /** What comes next to the figure's indicator: another one, or `none`. */
  readonly rival: string;
  /** The features that weigh most between the two: where they stand, the words, what they add to the log-odds. */
  readonly features: readonly { readonly place: string; readonly words: string; readonly weight: number }[];
}

/** A figure with its derivation, stage by stage. */
export interface FigureExplanation extends PlaceInText {
  readonly state: 'figure';
  readonly figure: FigureRecord;
  readonly quantity: QuantityExplanation;
  readonly match: {
    readonly rule: string;
    readonly name: string;
    /** Version of the rule set. */
    readonly version: string;
    readonly level: CueLevel;
    /** Characters between the number's phrase and the cue. */
    readonly gap: number;
    /** Null where the number goes on with what was counted before it in its sentence, and where no rule took it. */
    readonly cue: CueExplanation | null;
    readonly losers: readonly LosingRuleExplanation[];
  };
  /** What the words around the number make it; null where the classifier has not learnt its indicator. */
  readonly context: ContextExplanation | null;
  readonly attributes: {
    readonly region: {
      readonly code: string | null;
      readonly name: string | null;
      readonly method: RegionMethod;
      /** Where it is the report's: what that may be about. */
      readonly choice: RegionChoiceExplanation | null;
    };
    readonly as_of: { readonly date: string | null; readonly method: AsOfMethod };
    readonly statistic: Statistic;
    readonly item: string | null;
    readonly flags: readonly string[];
  };
  readonly confidence: {
    readonly value: number;
    /** Log-odds that every figure starts with; the factors' weights are added to it. */
    readonly intercept: number;
    readonly factors: readonly Reason[];
    readonly review_below: number;
    readonly needs_review: boolean;
  };
}

/** What a report may be about, by the region model. */
export interface RegionChoiceExplanation {
  /** The likeliest divisions, or none (null), in order. */
  readonly likely: readonly {
    readonly code: string | null;
    readonly name: string | null;
    readonly probability: number;
  }[];
  /** What only one of the first two has (`code` is that one's), the weightiest first; weights above 0 speak for the first. */
  readonly cues: readonly {
    readonly cue: string;
    readonly code: string | null;
    readonly weight: number;
  }[];
}

/** A quantity that no rule took. */
export interface UnmatchedExplanation extends PlaceInText {
  readonly state: 'unmatched';
  readonly quantity: QuantityExplanation;
  /** Every rule that takes its unit, with what it lacked. */
  readonly losers: readonly LosingRuleExplanation[];
}

/** A number that states no result. */
export interface SetAsideExplanation extends PlaceInText {
  readonly state: 'set-aside';
  readonly kind: string;
  readonly value: string | number | null;
  /** The exclusion rule that knew it; null where its own form tells. */
  readonly rule: string | null;
  readonly cue: CueExplanation | null;
}

export type NumberExplanation = FigureExplanation | UnmatchedExplanation | SetAsideExplanation;

/** A number of the document in short. */
export interface NumberSummary {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly state: NumberExplanation['state'];
  /** Indicator, kind of what was set aside, or how many rules took the unit. */
  readonly why: string;
}

/** What stands at a place. */
export interface PlaceExplanation {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly numbers: readonly NumberExplanation[];
  /** Where there is no number: what there is. */
  readonly nothing: {
    readonly reason: 'no-number' | 'removed' | 'furniture' | 'outside';
    /** The normalisation passes that took it out. */
    readonly removed_by: readonly string[];
    /** The sentence, as the document has it. */
    readonly sentence: string | null;
    /** The numbers of that sentence. */
    readonly nearby: readonly NumberSummary[];
  } | null;
}
