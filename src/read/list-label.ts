/** Takes the levels of a list and how far each is counted; gives the label in front of a paragraph. */
import { formatNumber } from './number-format.js';

export interface ListLevel {
  readonly start: number;
  /** By the names of `formatNumber`; `bullet`: `text` is the sign. */
  readonly format: string;
  /** `%1、`, `（%2）`, `%1.%2`: %n is the number of level n. */
  readonly text: string;
  /** The level (from 1) whose use restarts this one; 0: never; null: any level above. */
  readonly restart: number | null;
  /** Show the numbers of the levels above in plain digits. */
  readonly legal: boolean;
}

/** By index from 0. */
export type ListLevels = ReadonlyMap<number, ListLevel>;

/** Word has nine levels, OpenDocument ten; a file that claims a deeper one means harm. */
const MOST_LEVELS = 10;

/** The last number of each level; undefined where it begins again. */
export type Counter = (number | undefined)[];

/**
 * Counts one paragraph: its level goes up by one, and the levels below begin again.
 * @param override the number that it has in spite of what came before
 */
export function countLevel(
  counter: Counter,
  levels: ListLevels,
  level: number,
  override: number | null,
): void {
  if (level >= MOST_LEVELS) return;
  for (let above = 0; above < level; above += 1) counter[above] ??= levels.get(above)?.start ?? 1;
  const current = counter[level];
  counter[level] = override ?? (current === undefined ? levels.get(level)!.start : current + 1);
  for (let below = level + 1; below < counter.length; below += 1) {
    const restart = levels.get(below)?.restart ?? null;
    if (restart === null || (restart > 0 && level < restart)) counter[below] = undefined;
  }
}

/** Symbol fonts keep their bullets in the private use area; they all stand for a dot. */
const bullet = (text: string): string => text.replace(/[\uE000-\uF8FF]/g, '•');

/** The label of a paragraph that `countLevel` has counted; '' where the list has no such level. */
export function labelOf(index: number, levels: ListLevels, counter: Counter): string {
  const level = levels.get(index);
  if (!level) return '';
  if (level.format === 'bullet') return bullet(level.text);
  // A place for a number: takes '%1' in '第%1章', not '%' nor '%0'.
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = level.legal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
    return formatNumber(counter[at] ?? levels.get(at)?.start ?? 1, format);
  });
}

/** The paragraph as it reads on paper: with its label, as if that had been typed. */
export function labelled(label: string, text: string): string {
  // '1.' in front of '5万' must not become 1.5万: takes '1.|5' and 'A1|2', not '1.|全市'.
  const apart = /[\d.．]$/.test(label) && /^[\d０-９]/.test(text);
  return label + (apart ? ' ' : '') + text;
}
