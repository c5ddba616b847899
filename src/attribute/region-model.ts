/** Takes the divisions that a report may be about, with their cues; gives the likeliest by the region model. */
import type { RegionModel } from '../model.js';
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
  const others = [...scores].filter(([code]) => code !== null && code !== best.code);
  const [second] = others.toSorted((a, b) => b[1] - a[1])[0] ?? [null];
  return { best, second, scores };
}
