/** Prints the figures of files, in the order of the files' names and then of their places. */
import type { RuleSet } from '../model.js';
import { inOrder, ReadingPool, packRules, unpack } from '../workers/index.js';
import { figureColumns } from './figure-columns.js';
import { describePassedOver, findFiles, type FoundFile } from './find-files.js';
import { findHolders, findMembers } from './find-members.js';
import { formatDiagnostic } from './format-diagnostic.js';
import { printRows, type Row, type RowFormat } from './print-rows.js';
import { readFound } from './read-found.js';
import { parseLimits, type ReadingOptions } from './reading-options.js';

interface ExtractOptions extends ReadingOptions {
  readonly format: RowFormat;
}

export default async function extract(paths: readonly string[], options: ExtractOptions): Promise<number> {
  const limits = parseLimits(options);
  const given = findFiles(paths, { base: '.', bytes: limits.file.bytes });
  const holders = findHolders(given.files);
  const workers = holders.size > 0 ? limits.workers : Math.min(limits.workers, given.files.length);
  const pool = new ReadingPool({ ...limits, workers });
  try {
    const { files, passedOver } = await findMembers(given, holders, pool);
    for (const line of describePassedOver(passedOver)) process.stderr.write(`${line}\n`);
    // Loaded while the workers start.
    const { loadRules } = await import('./load-rules.js');
    return await print(files, pool, await loadRules(options.rules), options.format);
  } finally {
    await pool.close();
  }
}

async function print(
  files: readonly FoundFile[],
  pool: ReadingPool,
  ruleSet: RuleSet,
  format: RowFormat,
): Promise<number> {
  const rules = packRules(ruleSet);
  let failures = 0;
  async function* rows(): AsyncGenerator<Row> {
    for await (const come of inOrder(files, (file) => readFound(pool, file, rules)))
      for (const packed of come) {
        const result = unpack(packed);
        if (!result.document) failures++;
        for (const diagnostic of result.diagnostics)
          process.stderr.write(`${formatDiagnostic(result.file, diagnostic)}\n`);
        yield* result.figures as readonly unknown[] as readonly Row[];
      }
  }
  // There is no database in which a figure could be looked up by its id.
  const columns = figureColumns(new Map(ruleSet.rules.map(({ id, name }) => [id, name])));
  await printRows(
    rows(),
    format,
    columns.filter(({ key }) => key !== 'figure_id'),
  );
  return failures > 0 ? 1 : 0;
}
