/** Takes the bytes of a doc; gives its paragraphs, the cells of its tables, notes, text boxes and running headers. */
import WordExtractor from 'word-extractor';
import { diagnose } from '../../diagnostics.js';
import { reasonOf, refused, type ReadResult } from '../reader.js';
import { buildDocument, cleanText, documentId, type Part } from '../source-document.js';
import { linesToParts } from '../txt.js';

/** Reads a doc; every failure is a diagnostic. */
export async function readDoc(bytes: Uint8Array): Promise<ReadResult> {
  const id = documentId(bytes);
  if (isLocked(bytes)) return refused(diagnose('document-encrypted', { format: 'doc' }));
  try {
    const found = await new WordExtractor().extract(Buffer.from(bytes));
    const document = buildDocument({ id, format: 'doc' }, [
      ...linesToParts(withoutRowEnds(cleanText(found.getBody(AS_WRITTEN)))),
      ...partsOf('footnote', found.getFootnotes(AS_WRITTEN), found.getEndnotes(AS_WRITTEN)),
      ...partsOf('textbox', found.getTextboxes({ ...AS_WRITTEN, includeHeadersAndFooters: false })),
      ...partsOf('furniture', found.getHeaders(AS_WRITTEN)),
    ]);
    const empty = document.blocks.length === 0 ? [diagnose('document-without-text', { format: 'doc' })] : [];
    return { document, diagnostics: empty };
  } catch (error) {
    return refused(diagnose('document-damaged', { format: 'doc', reason: reasonOf(error) }));
  }
}

const SECTOR = 512;
/** How the head of a Word document (FIB) begins, and where it says that what follows is encrypted: MS-DOC 2.5.1. */
const HEAD = [0xec, 0xa5] as const;
const FLAGS = 11;
const ENCRYPTED = 1;

/** Whether a password is wanted: without it the text is noise, some of which looks like numbers. */
function isLocked(bytes: Uint8Array): boolean {
  for (let at = SECTOR; at + FLAGS < bytes.length; at += SECTOR)
    if (bytes[at] === HEAD[0] && bytes[at + 1] === HEAD[1]) return (bytes[at + FLAGS]! & ENCRYPTED) !== 0;
  return false;
}

/** Quotation marks as they stand. */
const AS_WRITTEN = { filterUnicode: false } as const;

/** Behind each cell stands a tab, behind the last one of a row too. */
const withoutRowEnds = (text: string): string => text.replace(/\t$/gm, '');

const partsOf = (kind: Part['kind'], ...texts: readonly string[]): Part[] =>
  texts
    .flatMap((text) => cleanText(text).split('\n'))
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind, text }));
