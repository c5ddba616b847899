/** Heading marks in, in order; out a tree of sections, each with what it governs. */
import type { NormalizedSpan, Section } from '../model.js';
import type { Style } from './marks.js';

interface Opening {
  readonly start: number;
  readonly heading: NormalizedSpan;
  readonly style: Style;
  readonly ordinal: number | null;
  /** Where no list of another style is open around it. */
  readonly level: number;
}

interface Open {
  readonly index: number;
  readonly style: Style | 'report';
  readonly level: number;
}

/**
 * Lists nest by what is open, not by a fixed order of styles: a mark goes on with the open list of its
 * style; the first mark of a list (1., 一是) opens below the section that it stands in; any other goes to
 * its usual level. So 一是 under 1. and 1. under 一是 both come out right.
 */
export class SectionTree {
  readonly #sections: {
    span: { start: number; end: number };
    heading: NormalizedSpan | null;
    level: number;
    parent: number | null;
    report: number;
  }[] = [];
  #open: Open[] = [];
  #report = -1;

  /** Index of the innermost open section. */
  get current(): number {
    return this.#open.at(-1)!.index;
  }

  openReport(start: number): void {
    this.#closeTo(-1, start);
    this.#report++;
    this.#push(start, null, 'report', 0);
  }

  open({ start, heading, style, ordinal, level }: Opening): void {
    const sibling = this.#open.find((section) => section.style === style && style !== 'outline');
    const innermost = this.#open.at(-1)!.level;
    const first = ordinal === 1 || style === 'region';
    const at = sibling ? sibling.level : first ? Math.max(level, innermost + 1) : level;
    this.#closeTo(at - 1, start);
    this.#push(start, heading, style, at);
  }

  finish(end: number): Section[] {
    this.#closeTo(-1, end);
    return this.#sections;
  }

  #push(start: number, heading: NormalizedSpan | null, style: Style | 'report', level: number): void {
    const parent = this.#open.at(-1)?.index ?? null;
    this.#open.push({ index: this.#sections.length, style, level });
    this.#sections.push({ span: { start, end: start }, heading, level, parent, report: this.#report });
  }

  /** Closes every section deeper than `level`. */
  #closeTo(level: number, at: number): void {
    while (this.#open.length > 0 && this.#open.at(-1)!.level > level) {
      this.#sections[this.#open.pop()!.index]!.span.end = at;
    }
  }
}
