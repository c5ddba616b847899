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

/** Of the figures of about one confidence: how sure they are on average, and how many are right. */
export interface ReliabilityRow {
  /** Half open, but for the last. */
  readonly from: number;
  readonly to: number;
  readonly figures: number;
  /** Means; null where there is no figure. */
  readonly confidence: number | null;
  readonly right: number | null;
}

/** What accepting all but the least sure figures would do. */
export interface TradeRow {
  /** The share that goes to review. */
  readonly review_share: number;
  /** The confidence from which on figures are accepted. */
  readonly accept_at: number;
  readonly accepted_precision: number;
  /** Of the wrong figures, the share that review would see; 1 where none is wrong. */
  readonly errors_caught: number;
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
    distances[bucketOf(one)]! += one.confidence - Number(one.right);
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

/** Confidence against truth, in buckets of a tenth; that of a calibrated model has equal columns. */
export function reliability(judged: readonly Judged[]): ReliabilityRow[] {
  return Array.from({ length: BUCKETS }, (_, i) => {
    const inside = judged.filter((one) => bucketOf(one) === i);
    const mean = (pick: (one: Judged) => number): number | null =>
      inside.length === 0 ? null : inside.reduce((sum, one) => sum + pick(one), 0) / inside.length;
    return {
      from: i / BUCKETS,
      to: (i + 1) / BUCKETS,
      figures: inside.length,
      confidence: mean((one) => one.confidence),
      right: mean((one) => Number(one.right)),
    };
  });
}

const bucketOf = ({ confidence }: Judged): number => Math.min(BUCKETS - 1, Math.floor(confidence * BUCKETS));

const SHARES = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4] as const;

/** For each share of figures that people could review, the least sure first, how right the rest would be. */
export function reviewTrade(judged: readonly Judged[]): TradeRow[] {
  // of equally sure figures the wrong ones count as accepted: no order among them may flatter
  const sorted = judged.toSorted((a, b) => b.confidence - a.confidence || Number(a.right) - Number(b.right));
  if (sorted.length === 0) return [];
  const wrong = sorted.filter((one) => !one.right).length;
  return SHARES.map((share) => {
    const accepted = sorted.slice(0, Math.max(1, Math.round(sorted.length * (1 - share))));
    const missed = accepted.filter((one) => !one.right).length;
    return {
      review_share: share,
      accept_at: accepted.at(-1)!.confidence,
      accepted_precision: 1 - missed / accepted.length,
      errors_caught: wrong === 0 ? 1 : 1 - missed / wrong,
    };
  });
}
