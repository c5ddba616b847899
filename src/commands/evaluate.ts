/** `huibao evaluate`: gold files and documents → how right the figures are. */
import { evaluate, type LabelledDocument } from '../evaluate/evaluate.js';
import { formatEvaluation } from './format-evaluation.js';
import { findGold } from './gold-files.js';
import { chooseDocuments, extractAll, readFigures, readGold, warn } from './labelled-documents.js';
import { say } from '../language/language.js';
import { loadEngine } from './load-engine.js';
import { write } from './print-rows.js';
import { parseNumber, UsageError } from './usage-error.js';

export interface EvaluateOptions {
  readonly figures?: string;
  readonly accept: string;
  readonly errors?: boolean;
  readonly rules?: readonly string[];
  readonly format: 'table' | 'json';
}

/** @returns 0, or 1 where a gold file has no document that could be read */
export default async function run(
  gold: string,
  documents: readonly string[],
  options: EvaluateOptions,
): Promise<number> {
  const acceptAt = parseNumber('--accept', options.accept, { min: 0, max: 1 });
  if (options.figures !== undefined && documents.length > 0) {
    throw new UsageError(
      say({ en: 'give documents or --figures, not both', zh: '文档与 --figures 只能给一种' }),
    );
  }
  const cases = findGold(gold);
  const engine = loadEngine(options.rules);
  const { rules } = engine.ruleSet;
  const read = readGold(cases, new Set(rules.map(({ id }) => id)));
  const extracted =
    options.figures === undefined
      ? await extractAll(read, chooseDocuments(read, documents), engine)
      : readFigures(options.figures, read);
  const labelled = read.map(({ name, golds }): LabelledDocument => ({
    name,
    golds,
    figures: extracted.figures.get(name) ?? [],
  }));
  const core = new Set(rules.filter((rule) => rule.core).map(({ id }) => id));
  const evaluation = evaluate(labelled, { core, acceptAt });
  const { errors, ...summary } = evaluation;
  if (options.format === 'json') {
    const data = { ...summary, unlabelled: extracted.unlabelled, ...(options.errors ? { errors } : {}) };
    await write(`${JSON.stringify(data, null, 2)}\n`);
  } else await write(formatEvaluation(evaluation, options.errors ?? false));
  if (extracted.unlabelled > 0) warn(UNLABELLED, { count: extracted.unlabelled });
  return extracted.failed > 0 ? 1 : 0;
}

const UNLABELLED = {
  en: '{count} documents or figures have no gold file and were left out',
  zh: '{count} 份文档或数据没有对应的标注文件，未计入',
};
