/** Counts and judged figures in; out precision, recall, and what a confidence threshold would do. */

/** Figures that are right (`tp`), false alarms (`fp`) and misses (`fn`), with the rates; 0 where nothing divides. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** What accepting every figure at or above a confidence would do. */
export interface ReviewRates {
  readonly accept_at: number;
  readonly accepted: number;
  readonly accepted_precision: number;
  readonly review_share: number;
  /** Of the wrong figures, the share that review would see; 1 where none is wrong. */
  readonly errors_caught: number;
  /** Mean distance between confidence and the share that is right, over ten buckets. */
  readonly calibration_error: number;
}

/** A figure that was held against gold. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Counts of one indicator, as they grow. */
export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

/** The rates of several indicators taken together. */
export function ratesOf(tallies: readonly Tally[]): Rates {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  const [tp, fp, fn] = [sum('tp'), sum('fp'), sum('fn')];
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  return {
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    f1: share(2 * tp, 2 * tp + fp + fn),
    tp,
    fp,
    fn,
  };
}

const BUCKETS = 10;

/** What review would do for these figures. */
export function reviewRates(judged: readonly Judged[], acceptAt: number): ReviewRates {
  const accepted = judged.filter(({ confidence }) => confidence >= acceptAt);
  const right = accepted.filter((one) => one.right).length;
  const wrong = judged.filter((one) => !one.right);
  const caught = wrong.filter(({ confidence }) => confidence < acceptAt).length;
  const distances = new Float64Array(BUCKETS);
  for (const one of judged) {
    distances[Math.min(BUCKETS - 1, Math.floor(one.confidence * BUCKETS))]! +=
      one.confidence - Number(one.right);
  }
  const off = distances.reduce((total, distance) => total + Math.abs(distance), 0);
  return {
    accept_at: acceptAt,
    accepted: accepted.length,
    accepted_precision: accepted.length > 0 ? right / accepted.length : 0,
    review_share: judged.length > 0 ? 1 - accepted.length / judged.length : 1,
    errors_caught: wrong.length > 0 ? caught / wrong.length : 1,
    calibration_error: judged.length > 0 ? off / judged.length : 0,
  };
}
