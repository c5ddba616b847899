/** Takes the bytes of an OFD file; gives its document, or why it cannot be read. */
import { diagnose } from '../../diagnostics.js';
import type { Diagnostic, SourceDocument } from '../../model.js';
import { readPageContent, type PageContent } from '../page/page-content.js';
import { partsOfPages } from '../page/parts.js';
import { reasonOf, refused, type ReadLimits, type ReadResult } from '../reader.js';
import { signOfLife } from '../sign-of-life.js';
import { buildDocument, documentId, inTextOrder, type Part } from '../source-document.js';
import { withTypedTables } from '../typed-tables.js';
import { ZipError, zipDiagnosis } from '../zip.js';
import { Budget } from './drawing.js';
import { openPackage, type Package } from './package.js';
import { pageSource, printPage, sizeOf, type PageSource } from './page.js';
import { readStructure, type Structure } from './structure.js';

/** Reads an OFD file; every failure is a diagnostic. */
export async function readOfd(bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  const id = documentId(bytes);
  let file: Package | null = null;
  try {
    file = openPackage(bytes, limits);
    const structure = readStructure(file);
    const count = structure.documents.reduce((sum, document) => sum + document.pages.length, 0);
    if (count > limits.pages)
      return refused(diagnose('document-too-large', { reason: `it has ${count} pages` }));
    const read = await readPages(file, structure);
    const { failures } = read;
    if (failures.length > 0 && file.encrypted)
      return refused(diagnose('document-encrypted', { format: 'ofd' }));
    if (failures.length === count && count > 0) throw new Error(failures[0]!.reason);
    return assemble(id, structure, read);
  } catch (error) {
    const locked = file?.encrypted === true && !(error instanceof ZipError && error.kind === 'too-large');
    return refused(locked ? diagnose('document-encrypted', { format: 'ofd' }) : zipDiagnosis(error, 'ofd'));
  }
}

/** A page that could not be read; it stands empty in its place. */
interface Failure {
  readonly page: number;
  readonly reason: string;
}

interface PagesRead {
  /** Of each document in the file its pages, numbered through. */
  readonly documents: readonly (readonly PageContent[])[];
  readonly failures: Failure[];
  /** The numbers of pages that have no text of their own. */
  readonly blank: Set<number>;
}

async function readPages(file: Package, { documents }: Structure): Promise<PagesRead> {
  const result: PageContent[][] = [];
  const read: PagesRead = { documents: result, failures: [], blank: new Set() };
  const budget = new Budget();
  let number = 0;
  for (const document of documents) {
    const source = pageSource(file, document, budget);
    const pages: PageContent[] = [];
    for (const index of document.pages.keys()) {
      number += 1;
      pages.push(await readPage(source, index, number, read));
      signOfLife();
    }
    result.push(pages);
  }
  return read;
}

async function readPage(
  source: PageSource,
  index: number,
  number: number,
  { failures, blank }: PagesRead,
): Promise<PageContent> {
  try {
    const page = printPage(source, index, number);
    if (page.blank) blank.add(number);
    return await readPageContent(page);
  } catch (error) {
    if (error instanceof ZipError && error.kind !== 'damaged') throw error;
    failures.push({ page: number, reason: reasonOf(error) });
    const nothing = { runs: [], askew: '', rulings: { horizontal: [], vertical: [] } };
    return readPageContent({ number, ...sizeOf(source.document.box), ...nothing });
  }
}

function assemble(id: string, { properties }: Structure, read: PagesRead): ReadResult {
  const pages = read.documents.flat().map(({ width, height }) => ({ width, height }));
  const parts = inTextOrder(partsOf(read.documents));
  const document = buildDocument({ id, format: 'ofd', properties, pages }, withTypedTables(parts));
  return { document, diagnostics: remarks(document, read) };
}

/** Each document's own parts, since no paragraph goes on in the next; tables are numbered through. */
function partsOf(documents: PagesRead['documents']): Part[] {
  const parts: Part[] = [];
  let tables = 0;
  for (const pages of documents) {
    const before = tables;
    for (const part of partsOfPages(pages)) {
      const cell = part.cell && { ...part.cell, table: part.cell.table + before };
      tables = Math.max(tables, cell?.table ?? 0);
      parts.push(cell ? { ...part, cell } : part);
    }
  }
  return parts;
}

function remarks(document: SourceDocument, { documents, failures, blank }: PagesRead): Diagnostic[] {
  if (document.blocks.length === 0) return [diagnose('document-without-text', { format: 'ofd' })];
  const unreadable = new Map(failures.map(({ page, reason }) => [page, reason]));
  return documents.flat().flatMap(({ number, garbled }) => {
    const reason = unreadable.get(number);
    if (reason !== undefined) return [diagnose('page-unreadable', { page: number, reason })];
    if (blank.has(number)) return [diagnose('page-without-text', { page: number })];
    return garbled ? [diagnose('text-garbled', { where: `page ${number}` })] : [];
  });
}
