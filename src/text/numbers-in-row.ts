/** A text and phrases in it, in order → the runs of those that only a list mark parts: 1120万、94.2万和3.8万. */
import type { NormalizedSpan } from '../model.js';

/** Indexes into the phrases, `end` excluded. */
export interface Row {
  readonly first: number;
  readonly end: number;
}

// Between two numbers of the row: takes 、 和 ，; leaves 人，其中
const NEXT = /^[、，和及与]$/;

/** All runs, those of one phrase too; linear. */
export function rowsOf(text: string, phrases: readonly NormalizedSpan[]): Row[] {
  const rows: Row[] = [];
  for (let first = 0; first < phrases.length;) {
    let end = first + 1;
    while (end < phrases.length && NEXT.test(text.slice(phrases[end - 1]!.end, phrases[end]!.start))) end++;
    rows.push({ first, end });
    first = end;
  }
  return rows;
}
