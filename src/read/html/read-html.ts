/** Takes the bytes of web pages; gives their document, or why it cannot be read. Nothing in a page is run or fetched. */
import { diagnose } from '../../diagnostics.js';
import type { Diagnostic, SourceDocument } from '../../model.js';
import type { Decoded } from '../encoding.js';
import { reasonOf, refused, type ReadLimits, type ReadResult } from '../reader.js';
import { buildDocument, documentId, inTextOrder, type Part } from '../source-document.js';
import { withTypedTables } from '../typed-tables.js';
import { linesOf } from './lines.js';
import { mainElement } from './main-element.js';
import { measure } from './measure.js';
import { decodePage } from './page-encoding.js';
import { pageParts } from './page-parts.js';
import { namedTitle, titleElement } from './page-title.js';
import { readableElement } from './readable.js';
import { HtmlError, holds, parseHtml } from './tree.js';

export function readHtml(bytes: Uint8Array, limits: ReadLimits): ReadResult {
  if (bytes.length > limits.unpackedBytes) return refused(tooLarge(limits));
  return readPages(documentId(bytes), 'html', [decodePage(bytes)]);
}

export const tooLarge = (limits: ReadLimits): Diagnostic =>
  diagnose('document-too-large', { reason: `it holds more than ${limits.unpackedBytes / 1024 / 1024} MB` });

/** One document of the pages, one behind the other; the first names it. */
export function readPages(id: string, format: string, pages: readonly Decoded[]): ReadResult {
  try {
    const read = pages.map(({ text }) => readPage(text));
    const [first] = read;
    const document = buildDocument(
      { id, format, encoding: pages[0]?.encoding ?? null, properties: first?.properties ?? NO_PROPERTIES },
      withTypedTables(inTextOrder(renumberTables(read.map(({ parts }) => parts)))),
    );
    const replaced = pages.reduce((sum, page) => sum + page.replaced, 0);
    const encoding = pages[0]?.encoding ?? '';
    return {
      document,
      diagnostics: [
        ...(replaced > 0 ? [diagnose('encoding-doubtful', { encoding, replaced })] : []),
        ...(document.blocks.length === 0 ? [diagnose('document-without-text', { format })] : []),
      ],
    };
  } catch (error) {
    const reason = reasonOf(error);
    if (error instanceof HtmlError && error.kind === 'too-large')
      return refused(diagnose('document-too-large', { reason }));
    return refused(diagnose('document-damaged', { format, reason }));
  }
}

/** The parts of a page that stands inside of something else, as the words of a mail do; throws `HtmlError`. */
export const partsOfPage = (source: string): Part[] =>
  withTypedTables(inTextOrder([...readPage(source).parts]));

const NO_PROPERTIES: SourceDocument['properties'] = { title: null, created: null };

interface Page {
  readonly parts: readonly Part[];
  readonly properties: SourceDocument['properties'];
}

function readPage(source: string): Page {
  const page = parseHtml(source);
  const measures = measure(page.root);
  const main = mainElement(page.root, measures, () => readableElement(page.root, measures));
  const title = titleElement(page, page.root, main, measures);
  const pieces = linesOf(
    page.root,
    measures,
    (table) => (table !== main && holds(table, main)) || (title !== null && holds(table, title)),
  );
  return {
    parts: pageParts(pieces, { main, title }),
    properties: { title: namedTitle(page), created: page.meta.get('pubdate') ?? null },
  };
}

/** Tables count in the document, not in its pages. */
function renumberTables(pages: readonly (readonly Part[])[]): Part[] {
  let tables = 0;
  return pages.flatMap((parts) => {
    const before = tables;
    return parts.map((part) => {
      if (!part.cell) return part;
      tables = Math.max(tables, before + part.cell.table);
      return { ...part, cell: { ...part.cell, table: before + part.cell.table } };
    });
  });
}
