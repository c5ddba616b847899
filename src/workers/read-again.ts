/** A document of the database → the same document with its blocks, from a file that still holds it, or from its stored text. */
import { resolve } from 'node:path';
import type { SourceDocument } from '../model.js';
import type { FilePlace } from '../read/members.js';
import { documentOfText } from '../read/source-document.js';
import type { StoredDocument } from '../store/index.js';
import { findPlace } from './find-place.js';

/** Where a file is → its document, or null where the file gives none. */
export type ReadPlace = (place: FilePlace) => Promise<SourceDocument | null>;

/** @param databaseFolder where the names of files that are not absolute begin */
export async function readAgain(
  stored: StoredDocument,
  databaseFolder: string,
  readPlace: ReadPlace,
): Promise<{ readonly read: SourceDocument; readonly file: FilePlace | null }> {
  const paths = stored.files.flatMap((file) => [resolve(databaseFolder, file), resolve(file)]);
  for (const path of new Set(paths)) {
    const place = await findPlace(path);
    const document = place && (await readPlace(place));
    if (document?.id === stored.id && document.text === stored.text) return { read: document, file: place };
  }
  // the database keeps the text and not its blocks: headings, tables and pages are not known then
  return {
    read: { ...documentOfText(stored.text), id: stored.id, format: stored.format },
    file: null,
  };
}
