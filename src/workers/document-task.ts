/** The worker's side of `DocumentReader`: a path comes in, the document goes out, or null where the file gives none. */
import type { SourceDocument } from '../model.js';
import { readDocument } from '../read/registry.js';
import { readBytes } from './read-bytes.js';

// What parsers have to say of a file is no part of the output.
for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) console[method] = () => undefined;

export default async function read(path: string): Promise<SourceDocument | null> {
  const bytes = readBytes(path);
  return Buffer.isBuffer(bytes) ? (await readDocument(bytes, path)).document : null;
}
