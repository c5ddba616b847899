/** Gold files and their documents → judged figures with their factors, what each number states, and what each report is about. */
import { FOLDS, foldsOf } from '../calibrate/cross-validate.js';
import type { ContextObservation } from '../calibrate/context-observations.js';
import type { Observation } from '../calibrate/observations.js';
import type { RegionObservation } from '../calibrate/region-observations.js';
import { trainContext } from '../calibrate/train-context.js';
import type { GoldFigure } from '../evaluate/gold.js';
import { judgeFigures } from '../evaluate/judge.js';
import { createEngine, extract, type Engine, type Extraction } from '../pipeline.js';
import { buildContextModel } from '../ruleset/context-model.js';
import { findGold } from './gold-files.js';
import { chooseDocuments, readDocuments, readGold, warn } from './labelled-documents.js';
import { observeContexts } from './observe-contexts.js';
import { observeRegions } from './observe-regions.js';

/** Everything that gold files and documents teach. */
export interface GoldObservations {
  readonly observations: readonly Observation[];
  readonly contexts: readonly ContextObservation[];
  readonly regions: readonly RegionObservation[];
  /** Gold files without a document that could be read. */
  readonly failed: number;
}

export const NO_GOLD: GoldObservations = {
  observations: [],
  contexts: [],
  regions: [],
  failed: 0,
};

/** The figures of one document, held against gold. */
const judge = (name: string, golds: readonly GoldFigure[], { figures }: Extraction): Observation[] =>
  judgeFigures(
    golds,
    figures.map(({ record }) => record),
  ).map(({ figure, right }) => ({ group: name, right, factors: figure.reasons }));

/** An engine that is the same but for a context model of these observations. */
const engineWith = ({ ruleSet }: Engine, observations: readonly ContextObservation[]): Engine =>
  createEngine({ ...ruleSet, context: buildContextModel(trainContext(observations)) });

const LEARNING = {
  en: 'contexts without part {fold} of {folds}',
  zh: '学习上下文：留出第 {fold} 份，共 {folds} 份',
};

/**
 * With `contexts`, the context model is learnt anew from them and the documents, and each document's figures are judged
 * with one that has not seen it: what a model says of texts that it was trained on is better than it will be on others.
 * Without, the engine's own serves.
 */
export async function observeGold(
  gold: string,
  documents: readonly string[],
  engine: Engine,
  earlier: readonly ContextObservation[] | null,
): Promise<GoldObservations> {
  const cases = readGold(findGold(gold), new Set(engine.ruleSet.rules.map(({ id }) => id)));
  const { documents: read, failed } = await readDocuments(cases, chooseDocuments(cases, documents));
  const labelled = cases.flatMap(({ name, golds }) => {
    const found = read.get(name);
    return found ? [{ name, golds, found }] : [];
  });
  const observations: Observation[] = [];
  const contexts: ContextObservation[] = [];
  const regions: RegionObservation[] = [];
  for (const { name, golds, found } of labelled) {
    const extraction = extract(found.document, found.file, engine);
    regions.push(...observeRegions(name, extraction, golds));
    if (earlier === null) observations.push(...judge(name, golds, extraction));
    else contexts.push(...observeContexts(name, extraction, golds));
  }
  if (earlier === null) return { observations, contexts, regions, failed };
  const foldOf = foldsOf(
    cases.map(({ name }) => name),
    FOLDS,
  );
  const engines = Array.from({ length: FOLDS }, (_, fold) => {
    warn(LEARNING, { fold: fold + 1, folds: FOLDS });
    return engineWith(engine, [...earlier, ...contexts.filter(({ group }) => foldOf(group) !== fold)]);
  });
  for (const { name, golds, found } of labelled)
    observations.push(...judge(name, golds, extract(found.document, found.file, engines[foldOf(name)]!)));
  return { observations, contexts, regions, failed };
}
