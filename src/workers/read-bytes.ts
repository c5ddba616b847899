/** A path → the file's bytes, or a diagnostic that says why they are not read. */
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import { SAFE_LIMITS, type ReadLimits } from '../read/reader.js';
import { unreadable } from './file-result.js';

/** How much one file may ask for. */
export interface FileLimits extends ReadLimits {
  /** Its size; a larger file is refused unread. */
  readonly bytes: number;
}

/** 200 MB of text would need several GB on its way. */
export const SAFE_FILE_LIMITS: FileLimits = { ...SAFE_LIMITS, bytes: 200 * 1024 * 1024 };

/** Reads a regular file whole. Pipes and devices are refused before they are opened: they could block for ever. */
export function readBytes(
  path: string,
  { bytes }: Pick<FileLimits, 'bytes'> = SAFE_FILE_LIMITS,
): Buffer | Diagnostic {
  let descriptor: number | null = null;
  try {
    const before = refusal(statSync(path), bytes);
    if (before) return before;
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return refusal(fstatSync(descriptor), bytes) ?? readFileSync(descriptor);
  } catch (error) {
    return unreadable(error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Why a file of this kind or size is not read. */
export function refusal(
  stats: Pick<Stats, 'isFile' | 'isDirectory' | 'size'>,
  bytes = SAFE_FILE_LIMITS.bytes,
): Diagnostic | null {
  if (!stats.isFile()) {
    const reason = stats.isDirectory() ? 'it is a folder' : 'it is a device or a pipe, not a file';
    return diagnose('document-unreadable', { reason });
  }
  if (stats.size <= bytes) return null;
  const [size, limit] = [stats.size, bytes].map((number) => Math.round(number / 1024 / 1024));
  return diagnose('document-too-large', { reason: `it has ${size!} MB, the limit is ${limit!} MB` });
}
