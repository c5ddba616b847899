/** A path → where the file is that it names: there, or inside a file that stands where the path has a folder (`县报送.zip/汇报.docx`). */
import { statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { memberNamed, type FilePlace } from '../read/members.js';
import { SAFE_LIMITS } from '../read/registry.js';
import { readBytes } from './read-bytes.js';

/** Null where there is no such file. */
export async function findPlace(path: string): Promise<FilePlace | null> {
  if (isFile(path)) return { path, member: [] };
  const outer = fileAbove(path);
  const bytes = outer === null ? null : readBytes(outer);
  if (outer === null || !Buffer.isBuffer(bytes)) return null;
  const shown = relative(outer, path).split(sep).join('/');
  const member = await memberNamed(bytes, outer, shown, SAFE_LIMITS);
  return member && { path: outer, member };
}

function fileAbove(path: string): string | null {
  for (let above = dirname(path), below = path; above !== below; [above, below] = [dirname(above), above])
    if (isFile(above)) return above;
  return null;
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // a step of the path is a file
    return false;
  }
}
