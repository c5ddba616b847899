/** Regions without a number in a series → the reason, as far as their figures and reports tell. */
import { findTraces, reportedRegions, type Store } from '../store/index.js';
import type { Question } from './compare.js';
import type { Gap, GapReason, Series } from './comparison.js';
import type { Divisions } from './divisions.js';

/** Whether there is a report of a region or of what lies below it. */
export function reportedIn(store: Store, divisions: Divisions): (region: string) => boolean {
  const present = reportedRegions(store).map((code) => divisions.presentCode(code));
  const reported = divisions.withAbove(present);
  return (region) => reported.has(region);
}

/** Why regions have no number in a series, the first reason that holds. */
export function explainGaps(
  store: Store,
  question: Question,
  gaps: readonly { readonly region: string; readonly series: Series }[],
): (region: string, series: Series, known: { isWaiting: boolean; hasReport: boolean }) => Gap {
  const traces = findTraces(store, question, gaps);
  const gap = (reason: GapReason, detail: string | null = null): Gap => ({ kind: 'gap', reason, detail });
  return (region, series, { isWaiting, hasReport }) => {
    const { redacted, latest, undated, otherItem, otherUnit, otherStatistic } = traces(region, series);
    if (redacted) return gap('redacted');
    if (isWaiting) return gap('in-review');
    if (latest !== null) return gap('other-date', latest);
    if (undated) return gap('no-date');
    if (otherItem !== null) return gap('other-item', otherItem);
    if (otherUnit !== null) return gap('other-unit', otherUnit);
    if (otherStatistic !== null) return gap('other-statistic', otherStatistic);
    return gap(hasReport ? 'not-stated' : 'no-report');
  };
}
