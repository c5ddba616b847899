/** Takes the parsed files of units, named patterns and confidence; gives the tables that rules stand on. */
import type * as z from 'zod';
import type { ConfidenceModel, UnitWord } from '../model.js';
import { PatternTable } from './patterns.js';
import type { Problem } from './problem.js';
import type { RuleSource } from './rule-source.js';
import { confidenceChangesSchema, confidenceSchema, patternsSchema, unitsSchema } from './schemas.js';
import { suggest } from './suggest.js';
import { validate } from './validate.js';

type RawUnit = z.infer<typeof unitsSchema>[number];

/** Words for units, each with the file that has it. */
type Words = Map<string, { readonly entry: UnitWord; readonly source: RuleSource }>;

function addWord(words: Words, source: RuleSource, raw: RawUnit, word: string, factor: string): void {
  const notBefore = raw.not_before?.[word];
  words.set(word, { entry: { word, unit: raw.unit, factor, ...(notBefore && { notBefore }) }, source });
}

/** Adds the words that an entry writes out; a word that the file has already is reported. */
function addWritten(words: Words, source: RuleSource, raw: RawUnit, index: number): Problem[] {
  const problems: Problem[] = [];
  raw.words?.forEach((word, position) => {
    const known = words.get(word);
    if (known?.source === source) {
      const message = `duplicate word "${word}": it already stands for ${known.entry.unit}`;
      problems.push(source.problem([index, 'words', position], message));
    }
    addWord(words, source, raw, word, raw.factor ?? '1');
  });
  const own = [raw.unit, ...(raw.words ?? [])];
  for (const word of Object.keys(raw.not_before ?? {})) {
    if (own.includes(word)) continue;
    const message = `not_before: "${word}" is not one of the words`;
    problems.push(source.problem([index, 'not_before', word], message, suggest(word, own), 'key'));
  }
  return problems;
}

/**
 * The words for units; a word of a later file takes the place of an earlier file's. A unit's own name
 * is a word for one of it, written out or not. Null where a file is not valid.
 */
export function compileUnits(
  sources: readonly RuleSource[],
  problems: Problem[],
): readonly UnitWord[] | null {
  const words: Words = new Map();
  let valid = sources.length > 0;
  for (const source of sources) {
    const entries = validate(source, unitsSchema, problems);
    valid &&= entries !== null;
    entries?.forEach((raw, index) => problems.push(...addWritten(words, source, raw, index)));
    for (const raw of entries ?? []) {
      const known = words.get(raw.unit);
      const restated = known?.source !== source && raw.not_before?.[raw.unit] !== undefined;
      if (!known || restated) addWord(words, source, raw, raw.unit, '1');
    }
  }
  return valid ? [...words.values()].map(({ entry }) => entry) : null;
}

/** The named patterns, each checked by itself; null where a file is not valid. */
export function compilePatterns(sources: readonly RuleSource[], problems: Problem[]): PatternTable | null {
  const patterns = new Map<string, { readonly text: string; readonly source: RuleSource }>();
  let valid = sources.length > 0;
  for (const source of sources) {
    const entries = validate(source, patternsSchema, problems);
    valid &&= entries !== null;
    for (const [name, text] of Object.entries(entries ?? {})) patterns.set(name, { text, source });
  }
  if (!valid) return null;
  const table = new PatternTable(new Map([...patterns].map(([name, { text }]) => [name, text])));
  for (const [name, { source }] of patterns) {
    const expansion = table.expandName(name);
    if ('source' in expansion || expansion.elsewhere) continue;
    problems.push(source.problem([name], expansion.message, expansion.hint));
  }
  return table;
}

/** The confidence model; a later file may change some of its numbers. Null where the first is not valid. */
export function compileConfidence(
  sources: readonly RuleSource[],
  problems: Problem[],
): ConfidenceModel | null {
  const base = sources.find(({ layer }) => layer === 0);
  const first = base && validate(base, confidenceSchema, problems);
  let model = first ?? null;
  for (const source of sources) {
    if (source === base) continue;
    const changes = validate(source, confidenceChangesSchema, problems);
    if (!changes || !model) continue;
    model = {
      intercept: changes.intercept ?? model.intercept,
      review_below: changes.review_below ?? model.review_below,
      weights: { ...model.weights, ...changes.weights },
      fixed: { ...model.fixed, ...changes.fixed },
    };
  }
  if (model === null) return null;
  return {
    intercept: model.intercept,
    weights: new Map(Object.entries({ ...model.weights, ...model.fixed })),
    fixed: new Map(Object.entries(model.fixed ?? {})),
    reviewBelow: model.review_below,
  };
}
