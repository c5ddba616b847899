/** What of a report tells which division it is about. */
import type { NormalizedSpan } from '../model.js';
import type { DivisionIndex } from './division-index.js';
import type { LocatedMention } from './located-mentions.js';
import type { SelfWord } from './self-words.js';

export interface ReportWords {
  readonly text: string;
  readonly span: NormalizedSpan;
  /** It was written in traditional characters. */
  readonly traditional: boolean;
  readonly index: DivisionIndex;
  /** The report's mentions and self words only. */
  readonly mentions: readonly LocatedMention[];
  readonly selfWords: readonly SelfWord[];
  readonly title: NormalizedSpan | null;
  /** Signature and letterhead lines, the most telling first. */
  readonly issuers: readonly NormalizedSpan[];
  /** The other lines that it opens with: a headline tells more than a sentence of the body, and less than a title. */
  readonly heads: readonly NormalizedSpan[];
  /** Lines that lead through a site (首页 > 动态). */
  readonly crumbs: readonly NormalizedSpan[];
  /** Its last lines. */
  readonly tail: readonly NormalizedSpan[];
}

/** The lines that a report opens with, its title first. */
export const opensOf = ({ title, heads }: ReportWords): readonly NormalizedSpan[] =>
  title === null ? heads : [title, ...heads];
