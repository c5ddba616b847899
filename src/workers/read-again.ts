/** A document of the database → the same document with its blocks, from a file that still holds it, or from its stored text. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceDocument } from '../model.js';
import { documentOfText } from '../read/source-document.js';
import type { StoredDocument } from '../store/index.js';

/** A path → the document, or null where the file gives none. */
export type ReadPath = (path: string) => Promise<SourceDocument | null>;

/** @param databaseFolder where the names of files that are not absolute begin */
export async function readAgain(
  stored: StoredDocument,
  databaseFolder: string,
  readPath: ReadPath,
): Promise<{ readonly read: SourceDocument; readonly file: string | null }> {
  const paths = stored.files.flatMap((file) => [resolve(databaseFolder, file), resolve(file)]);
  for (const path of new Set(paths)) {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    const document = await readPath(path);
    if (document?.id === stored.id && document.text === stored.text) return { read: document, file: path };
  }
  // the database keeps the text and not its blocks: headings, tables and pages are not known then
  return {
    read: { ...documentOfText(stored.text), id: stored.id, format: stored.format },
    file: null,
  };
}
