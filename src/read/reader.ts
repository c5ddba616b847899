/** What every format offers: bytes go in, a document or the reason why not comes out. */
import type { Diagnostic, SourceDocument } from '../model.js';

export interface ReadResult {
  /** Null where nothing could be read; a diagnostic then says why. */
  readonly document: SourceDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** One format. Its parser is imported when it first reads, so that a text file never loads a PDF engine. */
export interface Reader {
  /** The name under which documents are stored, e.g. `pdf`. */
  readonly format: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Looks at the content only, and never throws. */
  recognises(bytes: Uint8Array): boolean;
  /** Leaves `bytes` as they were; a bad document gives diagnostics, never an exception. */
  read(bytes: Uint8Array): Promise<ReadResult>;
}

/** The result for a document of which nothing can be kept. */
export const refused = (...diagnostics: Diagnostic[]): ReadResult => ({ document: null, diagnostics });

/** What an exception says, as a diagnostic's `reason`. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
