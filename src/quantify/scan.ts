/** What the readers of one text share: the text, its measure words, and what was found so far. */
import type { NormalizedSpan, Quantity, SetAside } from '../model.js';
import type { Recognised } from './recognised.js';
import type { Region } from './regions.js';
import type { UnitLexicon } from './unit.js';

export interface Scan {
  readonly text: string;
  readonly lexicon: UnitLexicon;
  readonly regions: readonly Region[];
  /** First region that ends behind the place that is read. */
  region: number;
  readonly quantities: Quantity[];
  readonly setAside: SetAside[];
}

export const span = (start: number, end: number): NormalizedSpan => ({ start, end });

/** Notes a number that is no quantity; where reading goes on. */
export function setAside(scan: Scan, at: number, { kind, start, end, value }: Recognised): number {
  scan.setAside.push({ span: span(start ?? at, end), kind, value, rule: null });
  return end;
}

/** The region that holds `at`, or null; places are asked for in order. */
export function regionAt(scan: Scan, at: number): Region | null {
  const { regions } = scan;
  while (scan.region < regions.length && regions[scan.region]!.end <= at) scan.region++;
  const region = regions[scan.region];
  return region && region.start < at ? region : null;
}
