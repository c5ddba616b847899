/** Takes the runs and the rulings of one page; gives its lines and its ruled tables. */
import type { PageTable } from './flow.js';
import { findGrids, type Rulings } from './grid.js';
import { groupLines, stretches, type Line } from './lines.js';
import { fillGrids } from './ruled-table.js';
import type { Run } from './run.js';

export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Outside tables, top to bottom. */
  readonly lines: readonly Line[];
  readonly tables: readonly PageTable[];
  /** No body text, as the format itself says: running heads, stamps. */
  readonly furniture: readonly Line[];
  /** Turned text, as one string. */
  readonly askew: string;
  /** Where the page is unreadable: its text is mostly characters that stand for nothing. */
  readonly garbled: boolean;
  /** Of a page that was recognised in a picture: how sure, 0 to 100. */
  readonly confidence?: number;
  /** It was another program that recognised it, and left its text with the picture. */
  readonly textLayer?: boolean;
}

/** So many lines must have wide gaps before a table is looked for. */
const FEWEST_ROWS = 2;

/** A page before its runs are put together. */
export interface PrintedPage {
  /** From 1. */
  readonly number: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** What the format itself sets apart from the body; left out where it tells nothing. */
  readonly furniture?: readonly Run[];
  /** Turned text, as one string. */
  readonly askew: string;
  /** A function where it costs as much again as the text; it is asked only where text stands in columns. */
  readonly rulings: Rulings | (() => Promise<Rulings>);
}

/** Puts a page's runs together. */
export async function readPageContent(page: PrintedPage): Promise<PageContent> {
  const { number, width, height, runs, askew } = page;
  const lines = groupLines(runs, number);
  const furniture = groupLines(page.furniture ?? [], number);
  const common = { number, width, height, furniture, askew, garbled: isGarbled(runs) };
  const costly = typeof page.rulings === 'function';
  if (costly && lines.filter((line) => stretches(line).length > 1).length < FEWEST_ROWS)
    return { ...common, lines, tables: [] };
  const rulings = typeof page.rulings === 'function' ? await page.rulings() : page.rulings;
  const { tables, rest } = fillGrids(findGrids(rulings), runs, number);
  return { ...common, lines: tables.length > 0 ? groupLines(rest, number) : lines, tables };
}

// A character without a meaning: takes a control character, U+FFFD and private use, not '汉', 'A' or a blank.
const MEANINGLESS = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uE000-\uF8FF\uFFFD]/g;

/** True where three of ten characters or more mean nothing. */
function isGarbled(runs: readonly Run[]): boolean {
  let all = 0;
  let meaningless = 0;
  for (const { text } of runs) {
    all += text.length;
    meaningless += text.match(MEANINGLESS)?.length ?? 0;
  }
  return meaningless > 0 && meaningless >= 0.3 * all;
}
