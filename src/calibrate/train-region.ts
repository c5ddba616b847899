/** Region observations → the region model: conditional (multinomial) logistic regression with a quadratic penalty, McFadden 1974. */
import type { RegionModel } from '../model.js';
import { placeOf } from './context-observations.js';
import { foldsOf } from './cross-validate.js';
import { minimise } from './minimise.js';
import { type RegionObservation, settleRegions } from './region-observations.js';

/** Strength of the penalty; of 4, 8, 14, 20 and 40, those up to 8 did best on unseen documents. */
const PENALTY = 5;
const TOLERANCE = 1e-4;

/**
 * What the penalty draws weights to, and what stands where there is too little to learn from; the others are drawn to 0.
 * What a report's title and letterhead name is its own, as is what it calls so (本港), and as is what holds the divisions
 * that head its parts (淮安市：…, 盐城市：…). Such reports are few among what is gathered from the web, and many in an office.
 */
const EXPECTED: ReadonlyMap<string, number> = new Map([
  ['title', 1],
  ['title-first', 0.5],
  ['title-body', 1],
  ['issuer', 0.5],
  ['own-name', 0.5],
  ['own-name-again', 1],
  ['one-of-parts', -2],
  ['holds-parts', 1],
]);

/** One report as numbers: the cues of all its candidates one after the other. */
interface Report {
  readonly cues: Int32Array;
  /** Where the cues of each candidate start, and where the last one's end. */
  readonly starts: Int32Array;
  /** Of each candidate, the share of the report's figures. */
  readonly shares: Float64Array;
  /** A report counts more, the more figures it has, but not in proportion. */
  readonly weight: number;
}

function reportOf({ candidates }: RegionObservation, place: ReadonlyMap<string, number>): Report {
  const figures = candidates.reduce((sum, one) => sum + one.figures, 0);
  const starts = new Int32Array(candidates.length + 1);
  candidates.forEach(({ cues }, i) => (starts[i + 1] = starts[i]! + cues.length));
  return {
    cues: Int32Array.from(candidates.flatMap(({ cues }) => cues.map((cue) => place.get(cue)!))),
    starts,
    shares: Float64Array.from(candidates, (one) => one.figures / figures),
    weight: 1 + Math.log(figures),
  };
}

/** Adds the report's loss, and its part of the gradient. */
function addLoss(
  { cues, starts, shares, weight }: Report,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const scores = new Float64Array(shares.length);
  for (let i = 0; i < scores.length; i++)
    for (let at = starts[i]!; at < starts[i + 1]!; at++) scores[i]! += weights[cues[at]!]!;
  const highest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  let loss = 0;
  for (let i = 0; i < scores.length; i++) {
    const logarithm = scores[i]! - highest - Math.log(sum);
    loss -= weight * shares[i]! * logarithm;
    const error = weight * (Math.exp(logarithm) - shares[i]!);
    for (let at = starts[i]!; at < starts[i + 1]!; at++) gradient[cues[at]!]! += error;
  }
  return loss;
}

const round = (value: number): number => Math.round(100 * value) / 100;

/** The same observations give the same model, in whatever order they come; about a second for a thousand reports. */
export function trainRegion(observations: readonly RegionObservation[]): RegionModel {
  const settled = settleRegions(observations);
  const seen = settled.flatMap(({ candidates }) => candidates.flatMap(({ cues }) => cues));
  const names = [...new Set([...seen, ...EXPECTED.keys()])].sort();
  const place = placeOf(names);
  const reports = settled.map((one) => reportOf(one, place));
  const expected = names.map((name) => EXPECTED.get(name) ?? 0);
  const weights = minimise(
    (point, gradient) => {
      let loss = 0;
      for (let i = 0; i < point.length; i++) {
        const away = point[i]! - expected[i]!;
        loss += (PENALTY / 2) * away ** 2;
        gradient[i] = PENALTY * away;
      }
      for (const report of reports) loss += addLoss(report, point, gradient);
      return loss;
    },
    names.length,
    TOLERANCE,
  );
  return new Map(
    names.map((name, i) => [name, round(weights[i]!)] as const).filter(([, weight]) => weight !== 0),
  );
}

/** The file `report-region.json`: one cue a line, so that versions can be compared. */
export function formatRegionModel(model: RegionModel): string {
  return `${JSON.stringify({ weights: Object.fromEntries(model) }, null, 1)}\n`;
}

/** Figures of reports, and how many of them are about the division that their report is taken to be about. */
export interface RegionRates {
  readonly reports: number;
  readonly figures: number;
  readonly right: number;
}

/** How a model of the other documents does on each document's reports, in k parts. */
export function testRegion(observations: readonly RegionObservation[], folds: number): RegionRates {
  const known = observations.filter(({ candidates }) => candidates.some(({ figures }) => figures > 0));
  const foldOf = foldsOf(
    known.map(({ group }) => group),
    folds,
  );
  let [figures, right] = [0, 0];
  for (let fold = 0; fold < folds; fold++) {
    const model = trainRegion(known.filter(({ group }) => foldOf(group) !== fold));
    for (const { group, candidates } of known) {
      if (foldOf(group) !== fold) continue;
      const scored = candidates.map((one) => ({
        figures: one.figures,
        score: one.cues.reduce((sum, cue) => sum + (model.get(cue) ?? 0), 0),
      }));
      right += scored.reduce((a, b) => (b.score > a.score ? b : a)).figures;
      figures += candidates.reduce((sum, one) => sum + one.figures, 0);
    }
  }
  return { reports: known.length, figures, right };
}
