/**
 * Context observations → the context model: multinomial logistic regression over sparse features, fitted by AdaGrad
 * (Duchi, Hazan and Singer 2011) in small batches. The libraries at hand take dense tables only.
 */
import { shareOf } from '../classify/classifier.js';
import { WEIGHT_PARTS, type ContextFile } from '../model.js';
import { placeOf, settle, type ContextObservation } from './context-observations.js';

const EPOCHS = 12;
const BATCH = 64;
const RATE = 0.15;
const INTERCEPT_RATE = 0.01;
/** Keeps the first steps of a weight short. */
const FIRST_SQUARE = 1e-4;
const LARGEST = 127;
/** Weights below this, in sixteenths, change nothing that can be measured, and are left out. */
const SMALLEST = 6;

/** Marsaglia's xorshift32: the same numbers on every machine. */
function createRandom(): (below: number) => number {
  let state = 0x9e3779b9;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** A row of the table: which features it has, what each is worth, and its class. */
interface Row {
  readonly features: Int32Array;
  readonly share: number;
  readonly stated: number;
}

function rowsOf(
  observations: readonly ContextObservation[],
  features: readonly string[],
  classes: readonly string[],
): Row[] {
  const [featurePlace, classPlace] = [placeOf(features), placeOf(classes)];
  return observations.map((one) => ({
    features: Int32Array.from(one.features, (name) => featurePlace.get(name)!),
    share: shareOf(one.features.length),
    stated: classPlace.get(one.stated)!,
  }));
}

class Fit {
  readonly intercepts: Float64Array;
  readonly weights: Float64Array;
  private readonly squares: Float64Array;
  private readonly gradients: Float64Array;
  private readonly touched = new Set<number>();
  private readonly scores: Float64Array;

  constructor(
    private readonly classes: number,
    features: number,
  ) {
    this.intercepts = new Float64Array(classes);
    this.weights = new Float64Array(classes * features);
    this.squares = new Float64Array(classes * features).fill(FIRST_SQUARE);
    this.gradients = new Float64Array(classes * features);
    this.scores = new Float64Array(classes);
  }

  /** Probabilities less the truth, in `scores`. */
  private errorsOf({ features, share, stated }: Row): void {
    const { classes, scores, weights, intercepts } = this;
    scores.fill(0);
    for (const feature of features)
      for (let k = 0, at = feature * classes; k < classes; k++, at++) scores[k]! += weights[at]!;
    let highest = -Infinity;
    for (let k = 0; k < classes; k++) {
      scores[k] = scores[k]! * share + intercepts[k]!;
      highest = Math.max(highest, scores[k]!);
    }
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += scores[k] = Math.exp(scores[k]! - highest);
    for (let k = 0; k < classes; k++) scores[k]! /= sum;
    scores[stated]! -= 1;
  }

  learn(batch: readonly Row[]): void {
    const { classes, scores, gradients, squares, weights, touched } = this;
    for (const row of batch) {
      this.errorsOf(row);
      const share = row.share / Math.sqrt(batch.length);
      for (const feature of row.features) {
        touched.add(feature);
        for (let k = 0, at = feature * classes; k < classes; k++, at++) gradients[at]! += scores[k]! * share;
      }
      for (let k = 0; k < classes; k++) this.intercepts[k]! -= (INTERCEPT_RATE * scores[k]!) / batch.length;
    }
    for (const feature of touched)
      for (let k = 0, at = feature * classes; k < classes; k++, at++) {
        const gradient = gradients[at]!;
        gradients[at] = 0;
        squares[at]! += gradient * gradient;
        weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]!);
      }
    touched.clear();
  }
}

const inUnits = (weight: number): number =>
  Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight * WEIGHT_PARTS))) + 0;

/** The same observations give the same model, in whatever order they come; some seconds for ten thousand. */
export function trainContext(observations: readonly ContextObservation[]): ContextFile {
  const settled = settle(observations);
  const classes = [...new Set(settled.map(({ stated }) => stated))].sort();
  const features = [...new Set(settled.flatMap((one) => one.features))].sort();
  const rows = rowsOf(settled, features, classes);
  const fit = new Fit(classes.length, features.length);
  const random = createRandom();
  const steps = Math.ceil((EPOCHS * rows.length) / BATCH);
  for (let step = 0; step < steps; step++)
    fit.learn(Array.from({ length: BATCH }, () => rows[random(rows.length)]!));
  const pairsOf = (place: number): number[] =>
    classes.flatMap((_, k) => {
      const weight = inUnits(fit.weights[place * classes.length + k]!);
      return Math.abs(weight) < SMALLEST ? [] : [k, weight];
    });
  return {
    classes,
    intercepts: Array.from(fit.intercepts, inUnits),
    features: Object.fromEntries(features.map((feature, place) => [feature, pairsOf(place)])),
  };
}

/** The file: one feature a line, so that versions can be compared. */
export function formatContext({ classes, intercepts, features }: ContextFile): string {
  const lines = Object.entries(features).map(
    ([name, pairs]) => `${JSON.stringify(name)}:${JSON.stringify(pairs)}`,
  );
  return [
    `{"classes":${JSON.stringify(classes)},`,
    `"intercepts":${JSON.stringify(intercepts)},`,
    `"features":{\n${lines.join(',\n')}\n}}\n`,
  ].join('\n');
}
