/** Takes a file's bytes and name; finds the format by content and gives what its reader makes of them. */
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import { archive } from './archive.js';
import { docx } from './docx.js';
import { doc } from './doc.js';
import { foreignFormat } from './foreign-format.js';
import { mail } from './mail.js';
import { ofd } from './ofd.js';
import { markdown } from './markdown.js';
import { odt } from './odt.js';
import { html } from './html.js';
import { mht } from './mht.js';
import { pdf } from './pdf.js';
import { image } from './image.js';
import { reasonOf, refused, SAFE_LIMITS, type Reader, type ReadLimits, type ReadResult } from './reader.js';
import { rtf } from './rtf.js';
import { csv } from './sheet-csv.js';
import { ods, xls, xlsx } from './sheet.js';
import { txt } from './txt.js';

export { SAFE_LIMITS, type Reader, type ReadLimits, type ReadResult } from './reader.js';

/** In the order in which they are asked; `txt` takes what no signature claims, so it is last. */
export const READERS: readonly Reader[] = [
  pdf,
  docx,
  xlsx,
  ods,
  odt,
  ofd,
  doc,
  xls,
  rtf,
  image,
  archive,
  html,
  mht,
  mail,
  csv,
  markdown,
  txt,
];

/** Extensions that promise a format that is not read, for a name that says one thing and a content another. */
const FOREIGN_EXTENSIONS = new Set(['ppt', 'pptx']);

/**
 * Reads a document. The content decides, `name` is only compared with it (`format-mismatch`).
 * Never throws for a bad document: `document` is null and a diagnostic says why.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = SAFE_LIMITS,
): Promise<ReadResult> {
  if (bytes.length === 0) return refused(diagnose('document-empty'));
  const extension = extensionOf(name);
  const reader = readerOf(bytes, extension);
  if (!reader) return refused(rejection(bytes, extension));
  const mismatch = mismatchOf(reader, extension);
  const result = await readSafely(reader, bytes, limits);
  return mismatch ? { ...result, diagnostics: [mismatch, ...result.diagnostics] } : result;
}

/** A reader of files that hold others. */
export type Container = Reader & Required<Pick<Reader, 'members'>>;

/** The reader of a file that holds others; null for all other files. */
export function containerOf(bytes: Uint8Array, name: string): Container | null {
  const reader = readerOf(bytes, extensionOf(name));
  return reader && isContainer(reader) ? reader : null;
}

const isContainer = (reader: Reader): reader is Container => reader.members !== undefined;

const readerOf = (bytes: Uint8Array, extension: string): Reader | undefined =>
  READERS.find((candidate) => candidate.recognises(bytes, extension));

/** A parser that throws in spite of its contract costs one document, not the run. */
async function readSafely(reader: Reader, bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  try {
    return await reader.read(bytes, limits);
  } catch (error) {
    return refused(diagnose('document-crashed', { reason: reasonOf(error) }));
  }
}

/** The extension of a file name in lower case; '' where it has none. */
function extensionOf(name: string): string {
  // Takes '汇报.DOCX' (DOCX), not '.gitignore' nor 'a.b/c'.
  return /[^/\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function mismatchOf(reader: Reader, extension: string): Diagnostic | null {
  const promises = FOREIGN_EXTENSIONS.has(extension) || READERS.some((r) => r.extensions.includes(extension));
  if (!promises || reader.extensions.includes(extension)) return null;
  return diagnose('format-mismatch', { named: extension, actual: reader.format });
}

function rejection(bytes: Uint8Array, extension: string): Diagnostic {
  const foreign = foreignFormat(bytes);
  if (foreign?.state === 'encrypted')
    return diagnose('document-encrypted', { format: extension || foreign.name });
  if (foreign?.state === 'damaged') {
    const format = extension || foreign.name;
    return diagnose('document-damaged', { format, reason: 'the end of the zip is missing' });
  }
  return diagnose('format-unknown', { reason: foreign?.name ?? 'binary data' });
}
