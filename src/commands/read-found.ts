/** A file that was found → what the pool makes of it, or why it is not read at all. */
import { failed, pack, type PackedResult, type PackedRules, type ReadingPool } from '../workers/index.js';
import type { FoundFile } from './find-files.js';

export function readFound(pool: ReadingPool, found: FoundFile, rules: PackedRules): Promise<PackedResult> {
  if (found.problem) return Promise.resolve(pack(failed(found.file, null, found.problem)));
  return pool.read(found, rules);
}
