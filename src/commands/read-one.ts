/** A path → the document, read in this thread; for commands that look at few files. */
import { readDocument, type ReadResult } from '../read/registry.js';
import { refused } from '../read/reader.js';
import { readBytes } from '../workers/read-bytes.js';

/** Reads a file; `document` is null and a diagnostic says why where it gives none. */
export async function readOne(path: string): Promise<ReadResult> {
  const bytes = readBytes(path);
  if (!Buffer.isBuffer(bytes)) return refused(bytes);
  const { log, info, warn } = console;
  // what parsers have to say of a file would land in the middle of the output
  console.log = console.info = console.warn = () => undefined;
  try {
    return await readDocument(bytes, path);
  } finally {
    Object.assign(console, { log, info, warn });
  }
}
