/** An extraction and the gold of its document → what each of its numbers states, with the features of its context. */
import type { ContextObservation } from '../calibrate/context-observations.js';
import { featureNames } from '../classify/features.js';
import type { GoldFigure } from '../evaluate/gold.js';
import { buildContexts } from '../match/context.js';
import { NO_FIGURE } from '../model.js';
import type { Extraction } from '../pipeline.js';
import { CodePointIndex } from '../text/span.js';

/**
 * One observation for each number that stands in a sentence and is not redacted; borderline figures count as what
 * gold calls them.
 */
export function observeContexts(
  group: string,
  { document, normalized, segments, quantities }: Extraction,
  golds: readonly GoldFigure[],
): ContextObservation[] {
  const codePoints = new CodePointIndex(document.text);
  return buildContexts(normalized.text, segments, quantities)
    .filter(({ quantity }) => !quantity.redacted)
    .map((context) => {
      const source = normalized.toSource(context.quantity.span);
      const [start, end] = [codePoints.toCodePoint(source.start), codePoints.toCodePoint(source.end)];
      const gold = golds.find((one) => one.start < end && start < one.end);
      return { group, stated: gold?.indicator ?? NO_FIGURE, features: featureNames(context) };
    });
}
