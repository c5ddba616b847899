/**
 * A folder of documents in; out the time that each stage takes, measured in this process, on one core.
 *
 * The pipeline has no clock, so its stages are called here one by one in the order of src/pipeline.ts. That the two
 * are still in step is checked on every document: the figures must be those of `extract`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadBuilt } from './measure.mjs';

export const STAGES = [
  'read',
  'normalize',
  'segment',
  'quantify',
  'match',
  'classify',
  'attribute',
  'score',
  'record',
  'store',
];

// one after the other: Node 20 may fail to link modules that are imported at the same time and share others
const { createEngine, extract } = await loadBuilt('pipeline');
const { normalize } = await loadBuilt('normalize/normalize');
const { segment } = await loadBuilt('segment/segment');
const { quantify } = await loadBuilt('quantify/quantify');
const { applyBracketUnit, applyHeaderUnit } = await loadBuilt('quantify/header-unit');
const { matchRules } = await loadBuilt('match/match');
const { cueHolds } = await loadBuilt('match/cue');
const { classifyNumbers } = await loadBuilt('classify/classify');
const { prepareAttribution } = await loadBuilt('attribute/prepare');
const { attribute } = await loadBuilt('attribute/attribute');
const { score } = await loadBuilt('score/score');
const { makeFigure } = await loadBuilt('figure');
const { fingerprintReports } = await loadBuilt('report-fingerprint');
const { CodePointIndex } = await loadBuilt('text/span');
const { readDocument } = await loadBuilt('read/registry');
const ruleset = await loadBuilt('ruleset/index');
const store = await loadBuilt('store/index');

/** The built-in rules, ready for use. */
export function builtInEngine() {
  return createEngine(ruleset.loadRuleSet([ruleset.builtInRules()], { checkExamples: false }));
}

export { extract };

/** Reads each file of a folder. */
export async function readFolder(folder) {
  const documents = [];
  for (const name of readdirSync(folder).sort()) {
    const { document, diagnostics } = await readDocument(readFileSync(join(folder, name)), name);
    if (!document)
      throw new Error(`${name} cannot be read: ${diagnostics.map(({ code }) => code).join(', ')}`);
    documents.push({ name, document });
  }
  return documents;
}

/** Adds up the time between calls, by stage. */
function createClock() {
  const milliseconds = Object.fromEntries(STAGES.map((stage) => [stage, 0]));
  let last = performance.now();
  return {
    milliseconds,
    start: () => (last = performance.now()),
    lap: (stage) => {
      const now = performance.now();
      milliseconds[stage] += now - last;
      last = now;
    },
  };
}

/** The stages of `extract`, timed. */
function extractInStages(document, file, engine, clock) {
  const { ruleSet, units, divisions, protectedNames, classifier } = engine;
  const { furniture, links, statistics, rules, exclusions } = ruleSet;
  clock.start();
  const normalized = normalize(document, { protectedNames, furniture });
  clock.lap('normalize');
  const segments = segment(document, normalized, { furniture, links });
  clock.lap('segment');
  const found = quantify(normalized.text, units);
  const quantities = {
    ...found,
    quantities: withHeaderUnits(normalized.text, found.quantities, segments, units),
  };
  clock.lap('quantify');
  const matched = matchRules({
    text: normalized.text,
    segments,
    quantities,
    rules,
    exclusions,
  });
  clock.lap('match');
  const { matches } = classifyNumbers(matched, classifier, rules, (rule, context) =>
    rule.not.some((cue) => cueHolds(cue, context)),
  );
  clock.lap('classify');
  const prepared = prepareAttribution({
    text: normalized,
    source: document.text,
    segments,
    quantities: quantities.quantities,
    divisions,
    regionModel: ruleSet.reportRegion,
  });
  const attributions = matches.map(({ match, context }) =>
    attribute(prepared, { match, statistics, holds: (cue) => cueHolds(cue, context) }),
  );
  clock.lap('attribute');
  const confidences = matches.map(({ match, context, opinion }, i) => {
    const { start, end } = normalized.toSource(match.quantity.span);
    const noiseInside = end - start !== match.quantity.span.end - match.quantity.span.start;
    const { sentence, windows: words } = context;
    // no document of the corpus was recognised in a picture
    const given = { match, opinion, attribution: attributions[i], recognition: null };
    return score({ ...given, sentence, words, noiseInside }, ruleSet.confidence);
  });
  clock.lap('score');
  const codePoints = new CodePointIndex(document.text);
  const place = { document, file, normalized, segments, ruleSet, codePoints };
  const figures = matches.map(({ match }, i) => makeFigure(place, match, attributions[i], confidences[i]));
  const sentences = matches.map(({ match }) => match.sentence);
  const fingerprints = fingerprintReports(normalized.text, segments, sentences);
  const reports = prepared.reports.map((report) => recordOf(report, fingerprints[report.index], codePoints));
  clock.lap('record');
  return { figures, reports };
}

function withHeaderUnits(text, quantities, segments, units) {
  const cells = segments.sentences.filter(({ cell }) => cell !== null);
  let at = 0;
  return quantities.map((quantity) => {
    while (at < cells.length && cells[at].span.end <= quantity.span.start) at++;
    const cell = cells[at];
    return cell && cell.span.start <= quantity.span.start
      ? applyHeaderUnit(text, quantity, cell.cell, units)
      : applyBracketUnit(text, quantity, units);
  });
}

const recordOf = ({ index, span, title, issuer, region, date }, { contentHash, sketch }, codePoints) => ({
  report: index,
  title,
  issuer,
  region_code: region.code,
  region_name: region.name,
  region_method: region.method,
  date,
  start: codePoints.toCodePoint(span.start),
  end: codePoints.toCodePoint(span.end),
  content_hash: contentHash,
  sketch,
});

/** Times every document of a folder through all stages into a new database. */
export async function profileStages(folder, databasePath, engine) {
  const clock = createClock();
  const database = store.openStore(databasePath, { create: true });
  const { ruleSet } = engine;
  const ruleVersion = ruleSet.version;
  store.saveCatalogue(database, {
    ruleVersion,
    indicators: ruleSet.rules,
    regions: ruleSet.divisions,
    units: ruleSet.units,
  });
  const files = readdirSync(folder).sort();
  const begin = { startedAt: '2024-01-01T00:00:00.000Z', ruleVersion, options: {}, documents: files.length };
  clock.start();
  const run = store.beginRun(database, begin);
  clock.lap('store');
  let figureCount = 0;
  let characters = 0;
  for (const file of files) {
    clock.start();
    const bytes = readFileSync(join(folder, file));
    const { document, diagnostics } = await readDocument(bytes, file);
    clock.lap('read');
    const { figures, reports } = extractInStages(document, file, engine, clock);
    checkInStep(figures, extract(document, file, engine).figures, file);
    clock.start();
    const kept = { ...document, bytes: bytes.length };
    store.saveDocument(database, {
      run,
      file,
      document: kept,
      status: 'ok',
      ruleVersion,
      reports,
      figures,
      diagnostics,
    });
    clock.lap('store');
    figureCount += figures.length;
    characters += document.text.length;
  }
  clock.start();
  store.finishRun(database, run, { finishedAt: '2024-01-01T00:00:01.000Z', status: 'done', counts: {} });
  clock.lap('store');
  database.close();
  return { milliseconds: clock.milliseconds, figures: figureCount, characters };
}

/** @throws where the stages as called here give other figures than the pipeline */
function checkInStep(figures, expected, file) {
  const same = JSON.stringify(figures) === JSON.stringify(expected.map(({ record }) => record));
  if (!same) throw new Error(`${file}: bench/stages.mjs is out of step with src/pipeline.ts`);
}
