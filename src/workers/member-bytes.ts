/** Where a file is, inside of others perhaps → its bytes, or a diagnostic that says why they are not read. */
import { statSync } from 'node:fs';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import { memberAt, type FilePlace } from '../read/members.js';
import { reasonOf } from '../read/reader.js';
import { readBytes, SAFE_FILE_LIMITS, type FileLimits } from './read-bytes.js';

/** The file that was opened last: the next one is mostly inside of it too. */
let last: { readonly path: string; readonly changed: number; readonly bytes: Buffer } | null = null;

/** Larger files are read anew each time. */
const MOST_KEPT = 64 * 1024 * 1024;

export async function memberBytes(
  { path, member }: FilePlace,
  limits: FileLimits = SAFE_FILE_LIMITS,
): Promise<Buffer | Diagnostic> {
  if (member.length === 0) return readBytes(path, limits);
  const outer = outerBytes(path, limits);
  if (!Buffer.isBuffer(outer)) return outer;
  try {
    const inner = await memberAt(outer, path, member, limits);
    if (inner) return Buffer.from(inner.buffer, inner.byteOffset, inner.byteLength);
    return diagnose('document-unreadable', { reason: 'it is not there any longer' });
  } catch (error) {
    return diagnose('document-damaged', { format: 'zip', reason: reasonOf(error) });
  }
}

function outerBytes(path: string, limits: FileLimits): Buffer | Diagnostic {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
  if (last?.path === path && last.changed === changed) return last.bytes;
  const bytes = readBytes(path, limits);
  last = Buffer.isBuffer(bytes) && bytes.length <= MOST_KEPT ? { path, changed, bytes } : null;
  return bytes;
}
