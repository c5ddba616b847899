/** Takes the pages of a scan, each laid on the glass a little differently; gives them with their left margins at one place. */
import type { PageTable } from '../page/flow.js';
import type { Line } from '../page/lines.js';
import type { PageContent } from '../page/page-content.js';
import type { Part } from '../source-document.js';
import { median } from './runs-of-rows.js';

/** What is farther off than this is an indent, not a margin that slipped; in ems. */
const FARTHEST = 1.4;

export interface Aligned {
  readonly pages: readonly PageContent[];
  /** Puts the printed lines of the parts back where they are on their pages. */
  restore(parts: readonly Part[]): Part[];
}

export function alignPages(pages: readonly PageContent[]): Aligned {
  const edges = new Map(pages.flatMap((page) => edgeOf(page)));
  if (edges.size < 2) return { pages, restore: (parts) => [...parts] };
  const common = median([...edges.values()].map(({ left }) => left));
  const shifts = new Map(
    [...edges].flatMap(([number, { left, em }]) =>
      Math.abs(common - left) <= FARTHEST * em ? [[number, common - left] as const] : [],
    ),
  );
  const shiftOf = (page: number): number => shifts.get(page) ?? 0;
  return {
    pages: pages.map((page) => shiftPage(page, shiftOf(page.number))),
    restore: (parts) =>
      parts.map((part) =>
        part.lines
          ? {
              ...part,
              lines: part.lines.map((line) => ({ ...line, runs: shiftAll(line.runs, -shiftOf(line.page)) })),
            }
          : part,
      ),
  };
}

/** The leftmost place at which two lines begin, of a recognised page; with the size of its print. */
function edgeOf(page: PageContent): [number: number, edge: { left: number; em: number }][] {
  if (page.confidence === undefined || page.lines.length < 3) return [];
  const em = median(page.lines.map(({ size }) => size));
  const lefts = page.lines.map(({ left }) => left).sort((a, b) => a - b);
  const index = lefts.findIndex((left, at) => at + 1 < lefts.length && lefts[at + 1]! - left <= 0.4 * em);
  return index < 0 ? [] : [[page.number, { left: lefts[index]!, em }]];
}

const shift = <T extends { readonly left: number; readonly right: number }>(it: T, by: number): T => ({
  ...it,
  left: it.left + by,
  right: it.right + by,
});

const shiftAll = <T extends { readonly left: number; readonly right: number }>(
  them: readonly T[],
  by: number,
): T[] => them.map((it) => shift(it, by));

function shiftPage(page: PageContent, by: number): PageContent {
  if (by === 0) return page;
  const lines = page.lines.map((line): Line => ({ ...shift(line, by), runs: shiftAll(line.runs, by) }));
  const tables = page.tables.map((table): PageTable => ({
    ...shift(table, by),
    xs: table.xs.map((x) => x + by),
    cells: table.cells.map((cell) => ({
      ...cell,
      lines: cell.lines.map((line) => ({ ...line, runs: shiftAll(line.runs, by) })),
    })),
  }));
  return { ...page, lines, tables };
}
