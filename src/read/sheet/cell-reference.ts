/** References such as B3 and A1:D1 in; out rows and columns from 1. */
import type { MergedRange } from './raw-sheet.js';

// takes B3 and $B$3; leaves B, 3 and Sheet1!B3
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** Null where it is none. */
export function parseReference(reference: string): { readonly row: number; readonly column: number } | null {
  const match = REFERENCE.exec(reference);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]), column };
}

export function parseRange(range: string): MergedRange | null {
  const [from, to] = range.split(':').map(parseReference);
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
