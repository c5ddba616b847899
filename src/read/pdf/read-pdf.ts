/** Takes the bytes of a PDF; gives its document, or why it cannot be read. */
import { diagnose } from '../../diagnostics.js';
import type { Diagnostic, SourceDocument } from '../../model.js';
import { reasonOf, refused, type ReadLimits, type ReadResult } from '../reader.js';
import { signOfLife } from '../sign-of-life.js';
import { documentId } from '../source-document.js';
import type { Rulings } from '../page/grid.js';
import { readPageContent, type PageContent } from '../page/page-content.js';
import { documentOfPages } from '../ocr/document-of-pages.js';
import { remarksOnRecognition } from '../ocr/recognised.js';
import { withPdf, type Page, type Pdf } from './engine.js';
import { readDrawing, type Drawing } from './drawing.js';
import { recognisePages } from './recognise-pages.js';
import { findRulings } from './rulings.js';
import { readRuns, type PageRuns } from './runs.js';

/** Reads a PDF; every failure is a diagnostic. */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<ReadResult> {
  const id = documentId(bytes);
  try {
    return await withPdf(bytes, async (pdf) => {
      if (pdf.pageCount > limits.pages)
        return refused(diagnose('document-too-large', { reason: `it has ${pdf.pageCount} pages` }));
      const { pages, pictures } = await readPages(pdf, holdsPictures(bytes));
      const found = limits.ocr
        ? await recognisePages(bytes, pages, pictures)
        : { pages, diagnostics: leftUnread(pictures) };
      const document = documentOfPages(
        { id, format: 'pdf', properties: propertiesOf(pdf.info) },
        found.pages,
      );
      return { document, diagnostics: [...remarks(document, found.pages), ...found.diagnostics] };
    });
  } catch (error) {
    return refused(diagnosisOf(error));
  }
}

const leftUnread = ({ size }: ReadonlySet<number>): Diagnostic[] =>
  size > 0 ? [diagnose('pages-left-unread', { pages: size })] : [];

interface ReadPages {
  readonly pages: readonly PageContent[];
  /** Numbers of the pages whose text, if any, says nothing of what is seen on them. */
  readonly pictures: ReadonlySet<number>;
}

async function readPages(pdf: Pdf, withPictures: boolean): Promise<ReadPages> {
  const pages: PageContent[] = [];
  const pictures = new Set<number>();
  for (let number = 1; number <= pdf.pageCount; number += 1) {
    const page = await pdf.page(number);
    const runs = readRuns(page);
    const length = runs.runs.reduce((sum, { text }) => sum + text.length, runs.askew.length);
    const drawing = withPictures && length > 0 ? await drawingOf(page) : NO_PICTURE;
    const content = await readPage(page, drawing.textIsHidden ? asRecognised(runs) : runs);
    if (length === 0 || content.garbled || (drawing.isPicture && length <= STAMP)) pictures.add(number);
    pages.push(drawing.textIsHidden ? { ...content, confidence: LAYER, textLayer: true } : content);
    signOfLife();
  }
  return { pages, pictures };
}

/** A picture's dictionary is never packed, so its type can be looked for; what holds none saves itself a closer look. */
const holdsPictures = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Image');

/** So little text on a picture of a page was stamped on it: a number, a date. */
const STAMP = 30;
/** How sure the words of a text layer are, of 100, which another program recognised and which nobody says. */
const LAYER = 75;

const NO_PICTURE: Drawing = { isPicture: false, textIsHidden: false };

const drawingOf = async (page: Page): Promise<Drawing> =>
  readDrawing(await page.operators(), page.transform, page.width * page.height);

const asRecognised = ({ runs, askew }: PageRuns): PageRuns => ({
  runs: runs.map((run) => ({ ...run, confidence: LAYER })),
  askew,
});

function readPage(page: Page, runs: PageRuns): Promise<PageContent> {
  const { number, width, height, transform } = page;
  const rulings = async (): Promise<Rulings> => findRulings(await page.operators(), transform);
  return readPageContent({ number, width, height, ...runs, rulings });
}

function remarks(document: SourceDocument, pages: readonly PageContent[]): Diagnostic[] {
  if (document.blocks.length === 0) return [diagnose('document-without-text', { format: 'pdf' })];
  const unreadable = pages.flatMap((page) => {
    const empty = page.lines.length === 0 && page.tables.length === 0 && page.askew === '';
    if (empty) return [diagnose('page-without-text', { page: page.number })];
    return page.garbled ? [diagnose('text-garbled', { where: `page ${page.number}` })] : [];
  });
  return [...unreadable, ...remarksOnRecognition(pages)];
}

function diagnosisOf(error: unknown): Diagnostic {
  if (error instanceof Error && error.name === 'PasswordException')
    return diagnose('document-encrypted', { format: 'pdf' });
  return diagnose('document-damaged', { format: 'pdf', reason: reasonOf(error) });
}

function propertiesOf(info: Readonly<Record<string, unknown>>): SourceDocument['properties'] {
  const text = (value: unknown): string | null =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  return { title: text(info['Title']), created: isoDate(text(info['CreationDate'])) };
}

// A PDF date (ISO 32000-1, 7.9.4): takes "D:20200302101500+08'00'" and 'D:202003', not '2020-03-02'.
const PDF_DATE = /^D:(\d{4})(\d\d)?(\d\d)?/;

/** The day of a PDF date as written, without its time; null where it is none. */
function isoDate(date: string | null): string | null {
  const match = date === null ? null : PDF_DATE.exec(date);
  if (!match) return null;
  return `${match[1]!}-${match[2] ?? '01'}-${match[3] ?? '01'}`;
}
