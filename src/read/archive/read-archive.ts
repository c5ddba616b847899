/** Takes the bytes of a zip; gives a document without text, and the files that it holds. */
import { diagnose } from '../../diagnostics.js';
import { refused, type Member, type ReadLimits, type ReadResult } from '../reader.js';
import { buildDocument, documentId } from '../source-document.js';
import { openZip, zipDiagnosis } from '../zip.js';

/** Tells how many files a zip holds. */
export function readArchive(bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  try {
    const { names } = openZip(bytes, limits);
    const document = buildDocument({ id: documentId(bytes), format: 'zip' }, []);
    const diagnostics = [
      names.length > 0
        ? diagnose('document-container', { files: names.length })
        : diagnose('document-empty-container'),
    ];
    return Promise.resolve({ document, diagnostics });
  } catch (error) {
    return Promise.resolve(refused(zipDiagnosis(error, 'zip')));
  }
}

/** The files that a zip holds, in the order of its directory; throws `ZipError` where it cannot be opened. */
export function archiveMembers(bytes: Uint8Array, limits: ReadLimits): Promise<readonly Member[]> {
  const zip = openZip(bytes, limits);
  return Promise.resolve(zip.names.map((name) => ({ name, read: () => zip.read(name) })));
}
