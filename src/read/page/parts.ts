/** Takes the contents of all pages; gives the parts of the document: body, footnotes, page furniture. */
import type { Part } from '../source-document.js';
import { tableParts, type FoundCell } from '../table.js';
import { findAlignedTables } from './aligned-table.js';
import { readColumns } from './columns.js';
import type { FlowItem, PageTable, TextLine } from './flow.js';
import { takeFootnotes } from './footnotes.js';
import { findFurniture } from './furniture.js';
import { printedLine, textOfLine, type Line } from './lines.js';
import { bodySizeOf, measure, type Measures } from './measures.js';
import type { PageContent } from './page-content.js';
import { joinParagraphs } from './paragraphs.js';

/** Puts pages together again: what was printed on several is joined, and what belongs to none is set apart. */
export function partsOfPages(pages: readonly PageContent[]): Part[] {
  const bodySize = bodySizeOf(pages.flatMap((page) => page.lines));
  const furniture = findFurniture(
    pages.map((page) => page.lines),
    bodySize,
  );
  const notes: Part[] = [];
  const flow: FlowItem[] = [];
  for (const page of pages) {
    const footnoted = takeFootnotes(
      page.lines.filter((line) => !furniture.has(line)),
      bodySize,
    );
    for (const text of footnoted.notes) notes.push(onPage('footnote', text, page.number));
    for (const item of flowOfPage(footnoted.body, page)) flow.push(item);
  }
  const pageWidths = new Map(pages.map((page) => [page.number, page.width]));
  const lines = flow.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const repeated: Part[] = [];
  const body = partsOfFlow(flow, measure(lines, pageWidths), repeated);
  return [...body, ...notes, ...repeated, ...furnitureParts(pages, furniture)];
}

const onPage = (kind: Part['kind'], text: string, page: number): Part => ({
  kind,
  text,
  pages: [{ offset: 0, page }],
});

/** Lines in reading order with the page's tables at their heights, ruled or only aligned. */
function flowOfPage(body: readonly Line[], page: PageContent): FlowItem[] {
  const tables = [...page.tables].sort((a, b) => a.top - b.top || a.left - b.left);
  const items: FlowItem[] = [];
  let pending: TextLine[] = [];
  const flush = (): void => {
    for (const item of findAlignedTables(pending)) items.push(item);
    pending = [];
  };
  for (const line of readColumns(body, page.width)) {
    while (tables[0] && tables[0].top < line.y && !line.frame.endsWith('left')) {
      flush();
      items.push({ kind: 'table', table: tables.shift()! });
    }
    pending.push(line);
  }
  flush();
  return [...items, ...tables.map((table): FlowItem => ({ kind: 'table', table }))];
}

/** Paragraphs between tables, and tables that go on over a page's end as one. */
function partsOfFlow(flow: readonly FlowItem[], measures: Measures, repeated: Part[]): Part[] {
  const parts: Part[] = [];
  let lines: TextLine[] = [];
  let pieces: PageTable[] = [];
  let tables = 0;
  const endText = (): void => {
    for (const part of textParts(lines, measures)) parts.push(part);
    lines = [];
  };
  const endTable = (): void => {
    if (pieces.length === 0) return;
    tables += 1;
    for (const part of tableParts(tables, cellsOf(pieces, repeated))) parts.push(part);
    pieces = [];
  };
  for (const item of flow) {
    if (item.kind === 'line') {
      endTable();
      lines.push(item.line);
    } else {
      endText();
      const last = pieces.at(-1);
      if (last && !goesOn(last, item.table)) endTable();
      pieces.push(item.table);
    }
  }
  endText();
  endTable();
  return parts;
}

const textParts = (lines: readonly TextLine[], measures: Measures): Part[] =>
  joinParagraphs(lines, measures).map(({ heading, ...paragraph }) => ({
    kind: heading ? 'heading' : 'paragraph',
    ...paragraph,
  }));

/** The next page begins with a table whose columns stand where those of this one do. */
const goesOn = (table: PageTable, next: PageTable): boolean =>
  next.page === table.page + 1 &&
  next.xs.length === table.xs.length &&
  next.xs.every((x, index) => Math.abs(x - table.xs[index]!) <= 3);

/** The rows of a table's pieces, one after the other; a header row that a page repeats goes to `repeated`. */
function cellsOf(pieces: readonly PageTable[], repeated: Part[]): FoundCell[] {
  const cells: FoundCell[] = [];
  const header = rowText(pieces[0]!, 1);
  let above = 0;
  for (const piece of pieces) {
    const skip = above > 0 && rowText(piece, 1) === header ? 1 : 0;
    if (skip > 0) repeated.push(onPage('furniture', header, piece.page));
    for (const cell of piece.cells) {
      if (cell.row <= skip) continue;
      cells.push({ ...cell, row: cell.row - skip + above, pages: [{ offset: 0, page: piece.page }] });
    }
    above += piece.rows - skip;
  }
  return cells;
}

const rowText = (table: PageTable, row: number): string =>
  table.cells.flatMap((cell) => (cell.row === row ? [cell.text] : [])).join('\t');

function furnitureParts(pages: readonly PageContent[], furniture: ReadonlySet<Line>): Part[] {
  return pages.flatMap((page) => {
    const found = page.lines.filter((line) => furniture.has(line));
    const own = [...found, ...page.furniture].map((line): Part => {
      const text = textOfLine(line);
      const lines = [printedLine(line.runs, page.number, 0, text.length)];
      return { ...onPage('furniture', text, page.number), lines };
    });
    return page.askew === '' ? own : [...own, onPage('furniture', page.askew, page.number)];
  });
}
