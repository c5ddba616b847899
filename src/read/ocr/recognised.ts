/** Takes a document and which of its pages were recognised in pictures; gives it with the spans that were, and remarks. */
import { diagnose } from '../../diagnostics.js';
import type { Diagnostic, PageMark, PrintedLine, RecognisedSpan, SourceDocument } from '../../model.js';
import type { PageContent } from '../page/page-content.js';

/** A page whose characters are less sure than this, of 100, is said to be read badly. */
const BADLY = 75;

/** Marks what stands on recognised pages; the document itself where there are none. */
export function markRecognised(document: SourceDocument, pages: readonly PageContent[]): SourceDocument {
  const recognised = new Set(recognisedPages(pages).map(({ number }) => number));
  if (recognised.size === 0) return document;
  return { ...document, recognised: spansOf(document, recognised) };
}

/** How many pages were recognised, how surely and by whom, and which of them badly. */
export function remarksOnRecognition(pages: readonly PageContent[]): Diagnostic[] {
  const all = recognisedPages(pages);
  const layers = all.filter(({ textLayer }) => textLayer);
  const own = all.filter(({ textLayer }) => !textLayer);
  const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
  return [
    ...(layers.length > 0 ? [diagnose('text-layer-recognised', { pages: layers.length })] : []),
    ...(own.length > 0
      ? [diagnose('document-recognised', { pages: own.length, confidence: Math.round(mean) })]
      : []),
    ...own
      .filter(({ confidence }) => confidence < BADLY)
      .map(({ number, confidence }) =>
        diagnose('page-recognised-badly', { page: number, confidence: Math.round(confidence) }),
      ),
  ];
}

/** Those on which anything was read. */
const recognisedPages = (pages: readonly PageContent[]): (PageContent & { readonly confidence: number })[] =>
  pages.flatMap((page) =>
    page.confidence !== undefined && page.lines.length + page.tables.length > 0
      ? [{ ...page, confidence: page.confidence }]
      : [],
  );

/** One span a word. What is printed nowhere on a recognised page (a note's text) is as unsure as can be. */
function spansOf({ text, pages, layout }: SourceDocument, recognised: ReadonlySet<number>): RecognisedSpan[] {
  const spans: RecognisedSpan[] = [];
  let next = 0;
  const lines = layout?.lines ?? [];
  for (const [start, end] of stretchesOn(pages, recognised, text.length)) {
    let at = start;
    const unsure = (until: number): void => {
      if (text.slice(at, until).trim() !== '') spans.push({ start: at, end: until, confidence: 0 });
      at = until;
    };
    while (next < lines.length && lines[next]!.start < start) next += 1;
    for (; next < lines.length && lines[next]!.end <= end; next += 1) {
      unsure(lines[next]!.start);
      for (const span of spansOfLine(text, lines[next]!)) spans.push(span);
      at = lines[next]!.end;
    }
    unsure(end);
  }
  return spans;
}

function stretchesOn(
  marks: readonly PageMark[],
  pages: ReadonlySet<number>,
  length: number,
): [start: number, end: number][] {
  return marks.flatMap(({ start, page }, index): [number, number][] =>
    pages.has(page) ? [[start, marks[index + 1]?.start ?? length]] : [],
  );
}

// Takes a blank of any width; leaves 志.
const BLANK = /\s/u;

/** The characters of a line's runs are those of the text, blanks aside. */
function spansOfLine(text: string, line: PrintedLine): RecognisedSpan[] {
  let at = line.start;
  return line.runs.map(({ text: printed, confidence }) => {
    while (at < line.end && BLANK.test(text[at]!)) at += 1;
    const start = at;
    for (const unit of printed.replace(/\s/gu, '').split('')) {
      while (at < line.end && BLANK.test(text[at]!)) at += 1;
      if (text[at] === unit) at += 1;
    }
    return { start, end: at, confidence: (confidence ?? 0) / 100 };
  });
}
