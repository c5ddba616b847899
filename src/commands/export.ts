/** `huibao export`: figures and their comparison as files for people and programs, or what reviewers decided. */
import { say } from '../language/language.js';
import { openStore } from '../store/index.js';
import { exportDatasette } from './export-datasette.js';
import { exportDecisions, type DecisionOptions } from './export-decisions.js';
import { exportResults, NARROWING, RESULT_OPTIONS, type ResultOptions } from './export-results.js';
import { optionNamed, UsageError } from './usage-error.js';

type ExportOptions = DecisionOptions & ResultOptions & { readonly decisions?: boolean };

/** @returns 0 */
export default async function run(options: ExportOptions): Promise<number> {
  if (options.decisions) refuse(options, RESULT_OPTIONS, NOT_OF_DECISIONS);
  else if (options.format === 'datasette') refuse(options, [...NARROWING, 'partial'], NOT_OF_DATASETTE);
  else refuse(options, ['partial'], ONLY_OF_DECISIONS);
  const store = openStore(options.db, { readonly: true });
  try {
    if (options.decisions) await exportDecisions(store, options);
    else if (options.format === 'datasette') await exportDatasette(store, options);
    else await exportResults(store, options);
    return 0;
  } finally {
    store.close();
  }
}

function refuse(
  options: ExportOptions,
  names: readonly (keyof ExportOptions)[],
  phrase: Parameters<typeof say>[0],
): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw new UsageError(say(phrase, { option: optionNamed(given) }));
}

const NOT_OF_DECISIONS = {
  en: '{option} does not go with --decisions',
  zh: '{option} 不能与 --decisions 同用',
};
const NOT_OF_DATASETTE = {
  en: '{option} does not go with --format datasette',
  zh: '{option} 不能与 --format datasette 同用',
};
const ONLY_OF_DECISIONS = { en: '{option} goes with --decisions', zh: '{option} 只用于 --decisions' };
