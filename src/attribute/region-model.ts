/** Takes the divisions that a report may be about, with their cues; gives the likeliest by the region model. */
import type { RegionMethod, RegionModel } from '../model.js';
import type { RegionCandidate } from './region-cues.js';

export interface RegionChoice {
  readonly best: RegionCandidate;
  /** The next likeliest division; null where there is none. */
  readonly second: string | null;
  /** Of each candidate, by code, the sum of its cues' weights; the odds of two are e to the difference of theirs. */
  readonly scores: ReadonlyMap<string | null, number>;
}

/** Of equals the first; where a model knows no cue of any, none. */
export function chooseRegion(candidates: readonly RegionCandidate[], model: RegionModel): RegionChoice {
  const scores = new Map<string | null, number>();
  let best: RegionCandidate = { code: null, cues: new Set() };
  let highest = -Infinity;
  for (const candidate of candidates.toReversed()) {
    let score = 0;
    for (const cue of candidate.cues) score += model.get(cue) ?? 0;
    scores.set(candidate.code, score);
    if (score > highest) [best, highest] = [candidate, score];
  }
  let second: string | null = null;
  let next = -Infinity;
  for (const [code, score] of scores)
    if (code !== null && code !== best.code && score > next) [second, next] = [code, score];
  return { best, second, scores };
}

/** How a figure took its division from its report, and not from its own sentence, section or table. */
export const REPORT_METHODS: ReadonlySet<RegionMethod> = new Set([
  'title',
  'issuer',
  'report',
  'inferred',
  'none',
]);

/** The candidates' probabilities, which add up to 1, the likeliest first. */
export function rankRegions(
  candidates: readonly RegionCandidate[],
  model: RegionModel,
): { readonly candidate: RegionCandidate; readonly probability: number }[] {
  const { best, scores } = chooseRegion(candidates, model);
  const highest = scores.get(best.code) ?? 0;
  const odds = candidates.map(({ code }) => Math.exp(scores.get(code)! - highest));
  const sum = odds.reduce((a, b) => a + b, 0);
  return candidates
    .map((candidate, i) => ({ candidate, probability: odds[i]! / sum }))
    .sort((a, b) => b.probability - a.probability);
}

/** The cues that only one of two candidates has (`code` is that one's), the weightiest first; weights above 0 speak for the first. */
export function tellApart(
  one: RegionCandidate,
  other: RegionCandidate,
  model: RegionModel,
): { readonly cue: string; readonly code: string | null; readonly weight: number }[] {
  const only = (a: RegionCandidate, b: RegionCandidate, sign: number) =>
    [...a.cues]
      .filter((cue) => !b.cues.has(cue))
      .map((cue) => ({ cue, code: a.code, weight: sign * (model.get(cue) ?? 0) }));
  return [...only(one, other, 1), ...only(other, one, -1)]
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.cue < b.cue ? -1 : 1));
}
