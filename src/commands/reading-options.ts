/** The options with which `ingest` and `extract` read files, as typed → checked limits of the reading pool. */
import { availableParallelism } from 'node:os';
import type { PoolLimits } from '../workers/index.js';
import { parseNumber } from './usage-error.js';

export interface ReadingOptions {
  readonly rules?: readonly string[];
  readonly concurrency?: string;
  readonly timeout: string;
  readonly silence: string;
  readonly memory: string;
  readonly maxSize: string;
  readonly maxPages: string;
  readonly maxUnpacked: string;
  readonly maxRatio: string;
  readonly ocr: boolean;
}

const MEGABYTE = 1024 * 1024;
const DAY = 86_400;

/** @throws {UsageError} for what is no number, or out of bounds */
export function parseLimits(options: ReadingOptions): PoolLimits {
  const { concurrency, timeout, silence, memory, maxSize, maxPages, maxUnpacked, maxRatio } = options;
  const whole = (option: string, text: string, max: number, min = 1): number =>
    parseNumber(option, text, { min, max, whole: true });
  return {
    workers: concurrency === undefined ? availableParallelism() : whole('--concurrency', concurrency, 64),
    seconds: parseNumber('--timeout', timeout, { min: 1, max: DAY }),
    silence: parseNumber('--silence', silence, { min: 1, max: DAY }),
    megabytes: whole('--memory', memory, 65_536, 128),
    file: {
      // larger ones do not fit into one buffer
      bytes: whole('--max-size', maxSize, 2000) * MEGABYTE,
      pages: whole('--max-pages', maxPages, 1_000_000),
      unpackedBytes: whole('--max-unpacked', maxUnpacked, 65_536) * MEGABYTE,
      ratio: whole('--max-ratio', maxRatio, 100_000),
      ocr: options.ocr,
    },
  };
}
