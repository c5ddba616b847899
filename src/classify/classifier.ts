/** The context model → a classifier: how likely the words around a number make it each indicator, or no figure. */
import type { ContextModel } from '../model.js';
import { featureNames, isBreak, readFeatures, type FeatureReader, type NumberContext } from './features.js';

/** A feature that speaks for one class (above 0) or for another, in log-odds. */
export interface WeighedFeature {
  readonly feature: string;
  readonly weight: number;
}

export interface ContextClassifier {
  readonly model: ContextModel;
  /**
   * The probability of each class of the model, in their order, where only those at the places of `possible` can be; they
   * add up to 1. Holds until the next call.
   */
  classify(context: NumberContext, possible: readonly number[]): Float64Array;
  /** What speaks for one class rather than for another (both by their places), the strongest first. */
  weigh(context: NumberContext, target: number, against: number): WeighedFeature[];
}

const MULTIPLIER = 0x01000193;

// FNV-1a over UTF-16 code units, the kind first.
const seedOf = (kind: string): number => Math.imul(0x811c9dc5 ^ kind.charCodeAt(0), MULTIPLIER);
const extend = (hash: number, code: number): number => Math.imul(hash ^ code, MULTIPLIER);
/** Spreads the hash to its lower bits; never 0, which marks a free slot. */
const finish = (hash: number): number => (hash ^ (hash >>> 15)) | 0 || 1;

function hashOf(kind: string, text: string, start: number, end: number): number {
  let hash = seedOf(kind);
  for (let at = start; at < end; at++) hash = extend(hash, text.charCodeAt(at));
  return finish(hash);
}

/** Open addressing by hash: features that the model does not know are not told from known ones of the same 32 bits. */
function buildTable(features: readonly string[]): (hash: number) => number {
  let size = 64;
  while (size < 4 * features.length) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const places = new Int32Array(size);
  features.forEach((feature, place) => {
    const hash = hashOf(feature, feature, 1, feature.length);
    let slot = hash & mask;
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    keys[slot] = hash;
    places[slot] = place;
  });
  return (hash) => {
    let slot = hash & mask;
    while (keys[slot] !== 0) {
      if (keys[slot] === hash) return places[slot]!;
      slot = (slot + 1) & mask;
    }
    return -1;
  };
}

/** Each feature counts once, and all together as much whether there are many or few. */
export const shareOf = (count: number): number => (count === 0 ? 0 : 1 / Math.sqrt(count));

/** The features that were met: how many they are, and the sum of their weights for each class. */
interface Tally {
  count: number;
  readonly sums: Int32Array;
}

/** Of the runs of characters in a text. */
interface TextTally extends Tally {
  text: string;
}

/** Makes the classifier: once for many documents. */
export function createContextClassifier(model: ContextModel): ContextClassifier {
  const { features, starts, targets, weights, scale, intercepts } = model;
  const find = buildTable(features);
  const seenAt = new Uint32Array(features.length);
  let rounds = 0;
  const newTally = (): Tally => ({ count: 0, sums: new Int32Array(intercepts.length) });
  /** Features of one kind are never those of another, so that each tally has rounds of its own. */
  const begin = (tally: Tally): number => {
    tally.count = 0;
    tally.sums.fill(0);
    return ++rounds;
  };
  const add = (tally: Tally, place: number, round: number): void => {
    if (place < 0 || seenAt[place] === round) return;
    seenAt[place] = round;
    tally.count++;
    const { sums } = tally;
    const end = starts[place + 1]!;
    for (let at = starts[place]!; at < end; at++) sums[targets[at]!]! += weights[at]!;
  };
  const addRuns = (tally: Tally, kind: string, text: string, from: number, to: number): void => {
    const round = begin(tally);
    const seed = seedOf(kind);
    for (let start = 0; start < text.length; start++) {
      let hash = seed;
      const last = Math.min(text.length, start + to);
      for (let at = start; at < last; at++) {
        const code = text.charCodeAt(at);
        if (isBreak(code)) break;
        hash = extend(hash, code);
        if (at + 1 - start >= from) add(tally, find(finish(hash)), round);
      }
    }
  };
  const pieces = newTally();
  let pieceRound = 0;
  // several numbers of a clause, of a table and below a heading come one after the other: the last tally of each kind
  // is kept
  const recent = new Map<string, TextTally>();
  const met: Tally[] = [];
  const reader: FeatureReader = {
    piece: (kind, text, start, end) => {
      add(pieces, find(hashOf(kind, text, start, end)), pieceRound);
    },
    grams: (kind, text, from, to) => {
      if (text === '') return;
      let tally = recent.get(kind);
      if (tally === undefined) recent.set(kind, (tally = { ...newTally(), text: '' }));
      if (tally.text !== text) {
        addRuns(tally, kind, text, from, to);
        tally.text = text;
      }
      met.push(tally);
    },
  };
  const scores = new Float64Array(intercepts.length);
  const probabilities = new Float64Array(intercepts.length);
  return {
    model,
    classify: (context, possible) => {
      met.length = 0;
      met.push(pieces);
      pieceRound = begin(pieces);
      readFeatures(context, reader);
      let count = 0;
      for (const tally of met) count += tally.count;
      const share = shareOf(count) * scale;
      let highest = -Infinity;
      for (const i of possible) {
        let sum = 0;
        for (const { sums } of met) sum += sums[i]!;
        const score = sum * share + intercepts[i]! * scale;
        scores[i] = score;
        if (score > highest) highest = score;
      }
      let total = 0;
      for (const i of possible) total += scores[i] = Math.exp(scores[i]! - highest);
      probabilities.fill(0);
      for (const i of possible) probabilities[i] = scores[i]! / total;
      return probabilities;
    },
    weigh: (context, target, against) => {
      const named = new Map(features.map((feature, place) => [feature, place]));
      const met = featureNames(context).filter((feature) => named.has(feature));
      const share = shareOf(met.length) * scale;
      return met
        .map((feature) => {
          const place = named.get(feature)!;
          let sum = 0;
          for (let at = starts[place]!; at < starts[place + 1]!; at++)
            if (targets[at] === target) sum += weights[at]!;
            else if (targets[at] === against) sum -= weights[at]!;
          return { feature, weight: sum * share };
        })
        .filter(({ weight }) => weight !== 0)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1));
    },
  };
}
