/** What the review server stands on; the command that starts it gives all of this. */
import type { FigureExplanation } from '../explain.js';
import type { ReviewOrder, Store, StoredDiagnostic } from '../store/index.js';
import type { Language, Words } from './api.js';
import type { AskComparison } from './comparisons.js';
import type { Ask } from './questions.js';

export interface ReviewOptions {
  /** Open for writing. */
  readonly store: Store;
  /** Of the same store. */
  readonly order: ReviewOrder;
  /** Who decides. */
  readonly reviewer: string;
  /** The program's version. */
  readonly version: string;
  /** What the printed link carries. */
  readonly token: string;
  /** The port, known once the server listens. */
  readonly port: () => number;
  /** The folder of pdf.js, with its character maps and standard fonts. */
  readonly pdfjs: string;
  /** The folder with the built page. */
  readonly page: string;
  /** ISO time. */
  readonly now: () => string;
  /** Asks something of a document, which is read again for it, from its file or from its stored text. */
  readonly ask: Ask;
  /** Compares what the database holds. */
  readonly askComparison: AskComparison;
  /** A figure's derivation as text for people. */
  readonly formatDerivation: (figure: FigureExplanation, file: string, language: Language) => string;
  /** Words for the codes that figures carry. */
  readonly words: (language: Language) => Words;
  /** A diagnostic as a person reads it. */
  readonly describe: (
    diagnostic: StoredDiagnostic,
    language: Language,
  ) => { readonly message: string; readonly hint: string | null };
}
