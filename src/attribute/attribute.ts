/** Takes a match in a prepared document; gives the figure's region, date, statistic and goods. */
import type { Attribution, Cue, RuleMatch, Statistic, StatisticRule } from '../model.js';
import { governingDate } from './as-of-lookup.js';
import { reportAsOf } from './as-of.js';
import { findFigureRegion } from './figure-region.js';
import { findItem } from './item.js';
import type { PreparedAttribution } from './prepare.js';

export interface FigureInput {
  readonly match: RuleMatch;
  /** In the order of the rule file; the first whose cue holds is taken. */
  readonly statistics: readonly StatisticRule[];
  /** Whether a cue holds for this match's quantity, in the windows of the match stage. */
  readonly holds: (cue: Cue) => boolean;
}

/** The first statistic that a cue speaks for; a total unless the text says otherwise. */
export function chooseStatistic({ match, statistics, holds }: FigureInput): Statistic {
  const rule = statistics.find(({ cues }) =>
    cues.some((cue) => (cue.units === null || cue.units.has(match.unit)) && holds(cue)),
  );
  return rule?.statistic ?? 'total';
}

/** What attribution adds to one match; flags name the doubts. */
export function attribute(prepared: PreparedAttribution, input: FigureInput): Attribution {
  const { match } = input;
  const { sentences } = prepared.regions.segments;
  const sentence = sentences[match.sentence]!;
  const { start } = match.quantity.span;
  const { region, flags, place } = findFigureRegion(prepared.regions, match);
  const date = governingDate(prepared.dates, sentences, match.sentence, start);
  const report = prepared.descriptions[sentence.report] ?? { date: null, year: null };
  const { text, index } = prepared.regions;
  const item =
    match.indicator === 'supplies'
      ? findItem(text, sentence, match.quantity, prepared.quantities, index)
      : null;
  return {
    region,
    regionPlace: place,
    asOf: date?.asOf ?? reportAsOf(report),
    asOfPlace: date && { start: date.start, end: date.end },
    statistic: chooseStatistic(input),
    item,
    flags: date?.flag == null ? flags : [...flags, date.flag],
  };
}
