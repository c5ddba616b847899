/** The options with which `ingest` and `extract` read files, as typed → checked limits of the reading pool. */
import { availableParallelism } from 'node:os';
import type { PoolLimits } from '../workers/index.js';
import { parseNumber } from './usage-error.js';

export interface ReadingOptions {
  readonly rules?: readonly string[];
  readonly concurrency?: string;
  readonly timeout: string;
  readonly memory: string;
}

/** @throws {UsageError} for what is no number, or out of bounds */
export function parseLimits({ concurrency, timeout, memory }: ReadingOptions): PoolLimits {
  return {
    threads:
      concurrency === undefined
        ? availableParallelism()
        : parseNumber('--concurrency', concurrency, { min: 1, max: 64, whole: true }),
    seconds: parseNumber('--timeout', timeout, { min: 1, max: 86_400 }),
    megabytes: parseNumber('--memory', memory, { min: 128, max: 65_536, whole: true }),
  };
}
