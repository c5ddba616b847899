/** A rule and a number's surroundings in; out which cue of the rule took hold there, in the rule file's words. */
import type { QuantityContext } from '../match/context.js';
import { cueHolds, findCue, type CueHit } from '../match/cue.js';
import type { Cue, Direction, Exclusion, Rule, RuleMatch } from '../model.js';
import type { Extraction } from '../pipeline.js';
import type { Trace } from './trace.js';

/** A cue that held. */
export interface CueExplanation {
  /** Where it looked, seen from the number. */
  readonly direction: Direction;
  /** All its conditions, as the rule file has them. */
  readonly asks: string;
  /** The words that it took (normalised); null where they stand outside the text around the number. */
  readonly took: string | null;
}

/** A cue's conditions, as the rule file has them. */
export const lookedFor = ({ conditions }: Cue): string =>
  conditions.map(({ direction, source }) => `${direction}: ${source}`).join(' & ');

function describeHit(
  { normalized }: Pick<Extraction, 'normalized'>,
  { cue, span, direction }: CueHit,
  context: QuantityContext,
): CueExplanation {
  // headers, headings and measure words have no place in the text: show what the pattern takes there
  const took = span
    ? normalized.text.slice(span.start, span.end)
    : cue.conditions[0].pattern.exec(context.windows[direction])?.[0];
  return { direction, asks: lookedFor(cue), took: took ?? null };
}

/** The cue that decided for a match; null where the number goes on with what was counted before it. */
export function explainCue(
  { extraction, contextAt }: Trace,
  match: RuleMatch,
  rule: Rule,
): CueExplanation | null {
  const context = contextAt(match.quantity.span);
  if (!context) return null;
  const unitless = match.quantity.unit === null;
  for (const cue of rule.cues) {
    const forUnitless = cue.bare === true || cue.conditions[0].direction === 'header';
    if (unitless ? !forUnitless : cue.bare) continue;
    const hit = findCue(cue, context);
    if (hit && hit.level === match.level && hit.gap === match.gap && hit.span?.start === match.cue?.start) {
      return describeHit(extraction, hit, context);
    }
  }
  return null;
}

/** The first cue of an exclusion that holds. */
export function explainExclusion(
  extraction: Extraction,
  { cues }: Exclusion,
  context: QuantityContext,
): CueExplanation | null {
  const cue = cues.find((one) => cueHolds(one, context));
  const hit = cue && findCue(cue, context);
  return hit ? describeHit(extraction, hit, context) : null;
}
