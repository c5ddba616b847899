/** A path → the SHA-256 and size of the file, in small pieces; tells whether it was read before. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileResult } from './file-result.js';

/** Null where the file cannot be read; the reader will say why. */
export async function hashFile(path: string): Promise<FileResult['content']> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch {
    return null;
  }
  return { id: hash.digest('hex'), bytes };
}
