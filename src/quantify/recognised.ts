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

/** Matches where one of sticky patterns does, whose sources hold no back-reference. */
export const stickyAny = (patterns: readonly RegExp[]): RegExp =>
  sticky(patterns.map(({ source }) => `(?:${source})`).join('|'));

/** Whether a sticky pattern matches at `at`. */
export function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The match of a sticky pattern at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
