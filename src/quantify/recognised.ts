/** A number that states no quantity, as a recogniser found it. */

export interface Recognised {
  /** A word a person understands: date, time, period, phone, document-number, code, ordinal, name, … */
  readonly kind: string;
  /** Where it starts, where that is in front of the number; else it starts with the number. */
  readonly start?: number;
  readonly end: number;
  readonly value: string | number | null;
}

/** A pattern that matches only where `lastIndex` points. */
export const sticky = (source: string): RegExp => new RegExp(source, 'y');

/** The match of a sticky pattern at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
