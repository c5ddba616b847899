/** Where a file is, inside of others perhaps → its bytes, or a diagnostic that says why they are not read. */
import { statSync } from 'node:fs';
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import { OpenFile, type FilePlace } from '../read/members.js';
import { reasonOf } from '../read/reader.js';
import { readBytes, SAFE_FILE_LIMITS, type FileLimits } from './read-bytes.js';

/** The file that was opened last: the next one is mostly inside of it too. */
let last: { readonly path: string; readonly changed: number; readonly file: OpenFile } | null = null;

export async function memberBytes(
  { path, member }: FilePlace,
  limits: FileLimits = SAFE_FILE_LIMITS,
): Promise<Buffer | Diagnostic> {
  if (member.length === 0) {
    last = null;
    return readBytes(path, limits);
  }
  const outer = openFile(path, limits);
  if (!(outer instanceof OpenFile)) return outer;
  try {
    const inner = await outer.bytesAt(member);
    if (inner) return Buffer.from(inner.buffer, inner.byteOffset, inner.byteLength);
    return diagnose('document-unreadable', { reason: 'it is not there any longer' });
  } catch (error) {
    return diagnose('document-damaged', { format: 'zip', reason: reasonOf(error) });
  }
}

function openFile(path: string, limits: FileLimits): OpenFile | Diagnostic {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
  if (last?.path === path && last.changed === changed) return last.file;
  last = null;
  const bytes = readBytes(path, limits);
  if (!Buffer.isBuffer(bytes)) return bytes;
  last = { path, changed, file: new OpenFile(bytes, path, limits) };
  return last.file;
}
