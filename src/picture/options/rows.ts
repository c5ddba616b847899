/** A comparison and one of its series in → its regions, the greatest first, and those without a number by their reason. */
import type { Cell, Comparison, Gap, Row } from '../../compare/index.js';
import type { Language } from '../../diagnostics.js';
import { sayIn } from '../../language/language.js';
import { printable } from '../../text/printable.js';
import { middleOf } from './numbers.js';
import { describeGap, WORDS } from './words.js';

export type Filled = Exclude<Cell, Gap>;

export interface FilledRow {
  /** Safe to show. */
  readonly name: string;
  readonly cell: Filled;
}

export interface GapGroup {
  /** The reason with what is told of it. */
  readonly words: string;
  readonly names: readonly string[];
}

export interface SortedRows {
  readonly filled: readonly FilledRow[];
  readonly gaps: readonly GapGroup[];
}

/** Without what would command a terminal or break a file of XML, on one line. */
export const plain = (text: string): string =>
  printable(text.replace(/\s+/g, ' ').trim()).replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');

/** Regions' names; those that share one are told apart by their codes. */
export function rowNames(regions: readonly Row['region'][]): ReadonlyMap<string, string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { name } of regions) (seen.has(name) ? shared : seen).add(name);
  return new Map(regions.map(({ code, name }) => [code, plain(shared.has(name) ? `${name} ${code}` : name)]));
}

/** The greatest first; in the order of their places where two are as great. */
export function sortRows({ rows }: Comparison, series: number, language: Language): SortedRows {
  const names = rowNames(rows.map(({ region }) => region));
  const filled: FilledRow[] = [];
  const gaps = new Map<string, string[]>();
  for (const { region, cells } of rows) {
    const [name, cell] = [names.get(region.code)!, cells[series]!];
    if (cell.kind !== 'gap') filled.push({ name, cell });
    else {
      const words = plain(describeGap(cell, language));
      gaps.set(words, [...(gaps.get(words) ?? []), name]);
    }
  }
  return {
    filled: filled.toSorted(
      (a, b) => middleOf(b.cell.amount) - middleOf(a.cell.amount) || a.cell.rank.best - b.cell.rank.best,
    ),
    gaps: Array.from(gaps, ([words, group]) => ({ words, names: group })).toSorted(
      (a, b) => b.names.length - a.names.length,
    ),
  };
}

/** "No report: A, B, C and 12 more". */
export function formatGapGroup({ words, names }: GapGroup, language: Language, limit = 60): string {
  const shown = names.slice(0, limit).join(sayIn(language, WORDS.comma));
  const left = names.length - limit;
  const more = left > 0 ? sayIn(language, WORDS.moreNames, { count: left }) : '';
  return `${words}${sayIn(language, WORDS.colon)}${shown}${more}`;
}
