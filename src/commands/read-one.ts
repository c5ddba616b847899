/** Where a file is → the document, read in this thread; for commands that look at few files. */
import { nameOf, type FilePlace } from '../read/members.js';
import { readDocument, type ReadResult } from '../read/registry.js';
import { refused } from '../read/reader.js';
import { memberBytes } from '../workers/member-bytes.js';

/** Reads a file; `document` is null and a diagnostic says why where it gives none. */
export async function readOne(place: FilePlace): Promise<ReadResult> {
  const bytes = await memberBytes(place);
  if (!Buffer.isBuffer(bytes)) return refused(bytes);
  const { log, info, warn } = console;
  // what parsers have to say of a file would land in the middle of the output
  console.log = console.info = console.warn = () => undefined;
  try {
    return await readDocument(bytes, nameOf(place));
  } finally {
    Object.assign(console, { log, info, warn });
  }
}
