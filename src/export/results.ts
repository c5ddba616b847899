/** What an export for people is made of: a comparison, figures, and where they come from. */
import type { Comparison } from '../compare/index.js';
import type { CurrentFigure } from '../store/index.js';

export interface Results {
  /** Null: one that says what is compared. */
  readonly title: string | null;
  readonly comparison: Comparison;
  /** Numbers from 10,000 on in 万. */
  readonly wan: boolean;
  /** Figures that wait for review and are left out. */
  readonly waiting: number;
  readonly origin: {
    /** The database's name, without its folder. */
    readonly database: string;
    /** Versions of the rules that read the documents. */
    readonly rules: readonly string[];
    /** The program's version. */
    readonly version: string;
  };
}

export interface ListedFigures {
  /** In order of their files. */
  readonly figures: Iterable<CurrentFigure>;
  readonly inReview: Iterable<CurrentFigure>;
  readonly counts: { readonly figures: number; readonly inReview: number };
  /** The indicators' names, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** A stored file → its path from the folder of what is written. */
  readonly linkTo: (file: string) => string;
}
